"""The policies allow what a page of their kind needs, and never an address of anybody else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.publishing.policy import (
    NOTHING,
    POLICIES,
    WORKER,
    edition_policy,
    hash_source,
    print_policy,
    with_styles,
)
from tests.projects import Built

EVERY = {**POLICIES, "worker": WORKER, "edition": edition_policy("p{}")}
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


@pytest.mark.parametrize("kind", EVERY)
def test_every_policy_begins_with_nothing(kind: str) -> None:
    assert {"'none'"} == {EVERY[kind][name] for name in ("default-src", "base-uri")}
    assert NOTHING["form-action"] == "'none'"


@pytest.mark.parametrize("kind", EVERY)
def test_no_policy_allows_another_site_or_anything_inline(kind: str) -> None:
    sources = {word for value in EVERY[kind].values() for word in value.split()}
    known = {"'none'", "'self'", "'wasm-unsafe-eval'", "'script'", "data:", "default"}

    assert set() == {word for word in sources - known if not word.startswith("'sha256-")}


def test_data_addresses_are_for_pictures_only_and_programs_for_the_search_only() -> None:
    assert {"img-src"} == {name for policy in EVERY.values() for name, value in policy.items() if "data:" in value}
    assert {"search", "worker"} == {kind for kind, policy in EVERY.items() if "wasm" in policy.get("script-src", "")}
    assert {"read", "edition"} == {kind for kind, policy in EVERY.items() if "script-src" not in policy}


def test_every_page_asks_for_trusted_types() -> None:
    assert {"'script'"} == {policy["require-trusted-types-for"] for policy in POLICIES.values()}


def test_a_style_is_allowed_by_its_hash() -> None:
    """The digest is that of the empty text, as anybody can look it up."""
    assert "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='" == hash_source("")
    assert f"style-src 'self' {hash_source('')}" in print_policy(with_styles(POLICIES["read"], ["", ""]))
    assert f"style-src {hash_source('')}" in print_policy(with_styles(NOTHING, [""]))


@pytest.mark.site
@pytest.mark.parametrize("site", ["sample_site", "real_site"])
def test_every_page_carries_its_policy_before_anything_that_it_governs(
    site: str, request: pytest.FixtureRequest
) -> None:
    built: Built = request.getfixturevalue(site)
    kinds = {policy_of(path) for path in built.site.rglob("*.html")}

    assert {*POLICIES, "edition"} == kinds


def policy_of(path: Path) -> str:
    """The kind of a page by its policy, which must be what the page needs: no more and no less."""
    page = path.read_text("utf-8")
    (found,) = POLICY.finditer(page)
    printed = found[1].replace("&#39;", "'")
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    kind = "edition" if styles else "search" if 'id="search"' in page else "copy" if "data-copy" in page else "read"
    policy = edition_policy(styles[0]) if styles else POLICIES[kind]

    assert print_policy(policy) == printed, path
    assert not re.search(r"<(script|style|link rel=\"stylesheet\")", page[: found.start()]), path
    assert ("script-src" in policy) == ("<script" in page), path
    return kind
