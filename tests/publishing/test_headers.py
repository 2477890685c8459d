"""Every address gets its headers once, and those that its place asks for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.publishing.headers import NAME, header_rules
from generator.publishing.hosts import print_headers_file
from generator.publishing.policy import COPY, READ, SEARCH, hash_source, print_policy
from tests.browser.hosted import Rules, fits, headers_for, read_headers_file
from tests.projects import Built

FILES = {
    "index.html": "",
    "404.html": "",
    "method/index.html": "<h1>Method</h1>",
    "search/index.html": "<div id=search></div>",
    "search/finder/keys.json": "[]",
    "war/index.html": "<button data-copy=x></button>",
    "war/edition/war.html": "<style>p{}</style>",
    "war/changes.atom": "",
    "war/changes.json": "",
    "war/records/sources/a-20251012.txt": "",
    "assets/site.fb548813.css": "",
    "assets/site.js": "",
    "assets/vendor/x/x-1.0.19.js": "",
    "pagefind/pagefind.js": "",
    "pagefind/fragment/en_2f00ab1.pf_fragment": "",
    "embed/war/index.html": "",
    "api/war.json": "{}",
}
POLICY, LIFETIME, TYPE = "Content-Security-Policy", "Cache-Control", "Content-Type"
ORIGIN, RESOURCE = "Access-Control-Allow-Origin", "Cross-Origin-Resource-Policy"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "site"


@pytest.fixture
def rules(site: Path) -> Rules:
    return read_headers_file(print_headers_file(header_rules(site)))


def addresses(site: Path) -> list[str]:
    """Every address that a reader can ask for, folders by their own."""
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() and path.name != NAME]
    return ["/" + name for name in [*files, *(file.removesuffix("index.html") for file in files)]]


def given_twice(site: Path, rules: Rules) -> list[str]:
    """Hosts join such headers with a comma, which makes most of them worthless."""
    return [
        f"{address}: {name}"
        for address in addresses(site)
        for name, count in Counter(
            n for pattern, found in rules.items() if fits(pattern, address) for n, _ in found
        ).items()
        if count > 1
    ]


def test_no_address_is_given_a_header_twice(site: Path, rules: Rules) -> None:
    assert [] == given_twice(site, rules)


def test_every_address_has_a_policy_a_lifetime_and_the_general_headers(site: Path, rules: Rules) -> None:
    wanted = {POLICY, LIFETIME, RESOURCE, "Referrer-Policy", "X-Content-Type-Options", "Permissions-Policy"}

    for address in addresses(site):
        assert set() == wanted - set(headers_for(address, rules)), address


@pytest.mark.parametrize(
    ("address", "policy"),
    [("/", READ), ("/404.html", READ), ("/method/", READ), ("/search/", SEARCH), ("/war/", COPY)],
)
def test_pages_are_sent_with_the_policy_that_they_carry_and_are_not_framed(
    address: str, policy: dict[str, str], rules: Rules
) -> None:
    sent = headers_for(address, rules)[POLICY].replace(f" {hash_source('p{}')}", "")

    assert f"{print_policy(policy)}; frame-ancestors 'none'" == sent


def test_the_edition_keeps_its_style(rules: Rules) -> None:
    assert f"style-src 'self' {hash_source('p{}')};" in headers_for("/war/edition/war.html", rules)[POLICY]
    assert "sha256" not in headers_for("/method/", rules)[POLICY]


def test_what_other_sites_show_may_be_framed_and_what_they_read_may_be_fetched(rules: Rules) -> None:
    embed, data, page = (headers_for(address, rules) for address in ("/embed/war/", "/api/war.json", "/war/"))

    assert embed[POLICY].endswith("frame-ancestors *")
    assert ("cross-origin", "require-corp") == (embed[RESOURCE], embed["Cross-Origin-Embedder-Policy"])
    assert ("cross-origin", "*") == (data[RESOURCE], data[ORIGIN])
    assert "same-origin" == page[RESOURCE]
    assert ORIGIN not in page


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/assets/site.fb548813.css", True),
        ("/assets/vendor/x/x-1.0.19.js", True),
        ("/pagefind/fragment/en_2f00ab1.pf_fragment", True),
        ("/assets/site.js", False),
        ("/pagefind/pagefind.js", False),
        ("/search/finder/keys.json", False),
        ("/war/records/sources/a-20251012.txt", False),
        ("/", False),
    ],
)
def test_only_files_named_by_their_bytes_are_kept_for_ever(address: str, kept: bool, rules: Rules) -> None:
    assert kept == ("immutable" in headers_for(address, rules)[LIFETIME])


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/war/changes.atom", "application/atom+xml; charset=utf-8"),
        ("/war/changes.json", "application/feed+json; charset=utf-8"),
        ("/war/records/sources/a-20251012.txt", "text/plain; charset=utf-8"),
    ],
)
def test_data_is_sent_as_what_it_is_to_anybody(address: str, kind: str, rules: Rules) -> None:
    assert (kind, "*") == (headers_for(address, rules)[TYPE], headers_for(address, rules)[ORIGIN])


def test_a_site_below_a_folder_has_its_rules_there(site: Path) -> None:
    assert {"/war-news/"} == {rule.pattern[:10] for rule in header_rules(site, "/war-news/")}


@pytest.mark.site
@pytest.mark.parametrize("built", ["sample_site", "real_site"])
def test_a_built_site_has_its_rules_within_what_hosts_take(built: str, request: pytest.FixtureRequest) -> None:
    """Cloudflare Pages reads 100 rules, and 2,000 characters a line."""
    found: Built = request.getfixturevalue(built)
    text = (found.site / NAME).read_text("utf-8")
    rules = read_headers_file(text)

    assert [] == given_twice(found.site, rules)
    assert len(rules) < 100
    assert max(map(len, text.splitlines())) < 2000
