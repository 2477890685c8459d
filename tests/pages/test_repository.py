"""Links into the repository: right for each kind of host, and nothing in a record bends them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import markdown
import pytest
import yaml

from generator.arranging.arranged import arrange
from generator.pages.addresses import edition_uri
from generator.pages.edition import plan_edition
from generator.pages.render import Printer
from generator.pages.repository import FORM, MAX_SHOWN, RecordLinks, Repository, find_repository, record_name
from generator.pages.site import Plan
from tests.builders import STORY, claim, figure
from tests.pages.test_inert import EXTENSIONS, Seen
from tests.pages.test_phrases import ENGLISH
from tests.pages.test_render import HOSTILE, story
from tests.projects import REPOSITORY, TEMPLATES

FILE = "content/red-blue-2031/claims/2031-03-06-red-army.yml"
HUB = "https://github.com/you/repo"


def known(url: str = HUB, edit_uri: str | None = None) -> Repository:
    found = find_repository(url, edit_uri)
    assert found
    return found


def links(url: str, edit_uri: str | None = None) -> RecordLinks:
    return known(url, edit_uri).links(FILE, "the record", "58")


@pytest.mark.parametrize("url", [HUB, f"{HUB}/"])
def test_github_opens_the_editor_the_form_and_the_history(url: str) -> None:
    found = links(url)

    assert f"{HUB}/edit/main/{FILE}" == found.edit
    assert f"{HUB}/commits/main/{FILE}" == found.history
    assert f"{HUB}/issues/new?template={FORM}&record=the%20record&shown=58" == found.report


def test_gitlab_has_its_own_addresses() -> None:
    found = links("https://gitlab.com/you/repo")

    assert f"https://gitlab.com/you/repo/-/edit/main/{FILE}" == found.edit
    assert f"https://gitlab.com/you/repo/-/commits/main/{FILE}" == found.history
    assert [("issue[title]", "the record"), ("issue[description]", "the record\n\n> 58\n\n")] == query(found.report)


@pytest.mark.parametrize("host", ["codeberg.org", "forgejo.example.org", "gitea.example.org"])
def test_so_have_codeberg_and_others_of_its_kind(host: str) -> None:
    found = links(f"https://{host}/you/repo")

    assert f"https://{host}/you/repo/_edit/main/{FILE}" == found.edit
    assert f"https://{host}/you/repo/commits/branch/main/{FILE}" == found.history
    assert [("title", "the record"), ("body", "the record\n\n> 58\n\n")] == query(found.report)


@pytest.mark.parametrize(
    ("edit_uri", "edit", "history"),
    [
        ("edit/main/", "/edit/main/", "/commits/main/"),
        ("edit/dev", "/edit/dev/", "/commits/dev/"),
        ("edit/main/briefings/", "/edit/main/briefings/", "/commits/main/briefings/"),
        ("-/edit/main/", "/-/edit/main/", "/-/commits/main/"),
        ("_edit/main/", "/_edit/main/", "/commits/branch/main/"),
    ],
)
def test_edit_uri_says_branch_and_folder_and_how_an_unknown_host_writes(edit_uri: str, edit: str, history: str) -> None:
    found = links("https://git.example.org/you/repo", edit_uri)

    assert f"https://git.example.org/you/repo{edit}{FILE}" == found.edit
    assert f"https://git.example.org/you/repo{history}{FILE}" == found.history


def test_a_known_host_keeps_its_form_under_an_older_edit_uri() -> None:
    found = links("https://gitlab.example.org/you/repo", "edit/main/")

    assert f"https://gitlab.example.org/you/repo/-/edit/main/{FILE}" == found.edit


@pytest.mark.parametrize(
    ("edit_uri", "edit"),
    [
        ("src/default/", f"https://git.example.org/you/repo/src/default/{FILE}"),
        ("/other/edit/", f"https://git.example.org/other/edit/{FILE}"),
        ("?query=root", f"https://git.example.org/you/repo?query=root/{FILE}"),
        ("https://editor.example.org/open/", f"https://editor.example.org/open/{FILE}"),
    ],
)
def test_any_other_edit_uri_means_what_it_means_to_mkdocs(edit_uri: str, edit: str) -> None:
    assert RecordLinks(edit) == links("https://git.example.org/you/repo", edit_uri)


def test_an_unknown_host_has_no_links_of_its_own() -> None:
    assert RecordLinks() == links("https://git.example.org/you/repo")


def test_an_empty_edit_uri_takes_back_edit_and_history() -> None:
    found = links(HUB, "")

    assert (None, None) == (found.edit, found.history)
    assert found.report


@pytest.mark.parametrize("url", ["", "git@github.com:you/repo.git", "javascript:alert(1)", "/you/repo"])
def test_no_address_on_the_web_is_no_repository(url: str) -> None:
    assert find_repository(url) is None


def test_a_folder_has_a_history_and_no_editor() -> None:
    found = known().links("content/red-blue-2031/sources", "red-blue-2031/sources/", "Sources")

    assert (None, f"{HUB}/commits/main/content/red-blue-2031/sources") == (found.edit, found.history)


@pytest.mark.parametrize("shown", ["at least 58 “heroes” & more #1 100% a+b=c", "۵۸ سرباز", "a\nb", *HOSTILE])
def test_what_is_prefilled_reads_back_as_it_was(shown: str) -> None:
    report = known().links(FILE, "a#b", shown).report

    assert [("template", FORM), ("record", "a#b"), ("shown", shown)] == query(report)
    assert set("<>\"' \n") & set(report or "") == set()


def test_nothing_is_prefilled_where_the_name_says_all() -> None:
    assert [("title", "a#b")] == query(known("https://codeberg.org/you/repo").report_url("a#b", ""))
    assert [("template", FORM), ("record", "a#b")] == query(known().report_url("a#b", ""))


def test_long_values_are_cut() -> None:
    shown = dict(query(known().links(FILE, "a", "x" * 5000).report))["shown"]

    assert f"{'x' * MAX_SHOWN}…" == shown


def test_a_record_is_named_by_its_file_and_key() -> None:
    said = claim("red-army", figure("23"))

    assert f"{STORY}/claims/2031-03-06-red-army" == record_name(said)
    assert f"{STORY}/claims/2031-03-06-red-army#k" == record_name(said, "k")


def test_every_form_that_is_linked_exists() -> None:
    entrances = [url for url, _ in known().entrances]
    named = [FORM, *(dict(query(url))["template"] for url in entrances if url and "?" in url)]
    forms = Path(REPOSITORY, ".github", "ISSUE_TEMPLATE")

    assert [FORM, "add-event.yml", "add-source.yml"] == named
    assert [] == [name for name in named if not (forms / name).is_file()]


def test_only_github_has_forms() -> None:
    assert [None, None, "https://gitlab.com/you/repo/"] == [
        url for url, _ in known("https://gitlab.com/you/repo").entrances
    ]


def printed(text: str, repository: Repository | None) -> dict[str, str]:
    arranged = arrange(story(text))
    printer = Printer(TEMPLATES, ENGLISH, repository=repository)
    plan = Plan((arranged,), ENGLISH, {"articles": [], "hatches": []}, {edition_uri(STORY): 12_000})
    return {page.uri: printer.render(page) for page in plan.pages()}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_no_page_and_reaches_the_report_whole(text: str) -> None:
    pages, harmless = printed(text, known()), printed("x", known())
    for uri, page in pages.items():
        meta, body = front(page), outside(page)

        assert {urlsplit(meta["report_url"]).path} == {"/you/repo/issues/new"}
        assert len(outside(harmless[uri])) == len(body), uri
        assert all(link.startswith(f"{HUB}/") for link in body), uri
    claims = front(pages[f"{STORY}/claims/2031-03-08-blue-army/index.md"])
    assert " ".join(text.split()) in " ".join(dict(query(claims["report_url"]))["shown"].split())


def front(page: str) -> dict[str, str]:
    read: dict[str, str] = yaml.safe_load(page.split("---\n", 2)[1])
    return read


def outside(page: str) -> list[str]:
    """The links to the repository in a page's own text, in order."""
    seen = Seen(markdown.markdown(page.split("---\n", 2)[2], extensions=EXTENSIONS))
    return [value for name, value in seen.attributes if name == "href" and value and "://github.com" in value]


def test_a_claim_reports_each_of_its_figures() -> None:
    page = printed("x", known())[f"{STORY}/claims/2031-03-08-blue-army/index.md"]
    reported = [dict(query(link)) for link in outside(page)]

    assert [
        {"template": FORM, "record": f"{STORY}/claims/2031-03-08-blue-army#red-soldiers-killed"},
        {"template": FORM, "record": f"{STORY}/claims/2031-03-08-blue-army#red-soldiers-wounded"},
    ] == [{name: value for name, value in fields.items() if name != "shown"} for fields in reported]
    assert ["at least 20 x killed", "dozens of x wounded"] == [fields["shown"] for fields in reported]


def test_each_source_can_be_edited_reported_and_looked_up() -> None:
    page = printed("x", known())[f"{STORY}/sources/index.md"]
    file = f"content/{STORY}/sources/times.yml"

    edit, report, history = outside(page)
    assert [f"{HUB}/edit/main/{file}", f"{HUB}/commits/main/{file}"] == [edit, history]
    assert [("template", FORM), ("record", f"{STORY}/sources/times")] == query(report)


def test_without_a_repository_no_page_speaks_of_one() -> None:
    for uri, page in printed("x", None).items():
        assert {"edit_url", "report_url", "history_url", "repository_url"} & set(front(page)) == set(), uri
        assert [] == outside(page), uri
        assert 'class="acts' not in page, uri


def test_an_unknown_host_is_linked_from_every_page_as_it_is() -> None:
    pages = printed("x", known("https://git.example.org/you/repo"))

    assert {"https://git.example.org/you/repo/"} == {front(page)["repository_url"] for page in pages.values()}


def test_the_file_that_is_sent_around_has_no_such_links() -> None:
    printer = Printer(TEMPLATES, ENGLISH, repository=known())

    assert "github.com" not in unquote(printer.render_file(plan_edition(arrange(story("x")), ENGLISH, "en")))


def query(url: str | None) -> list[tuple[str, str]]:
    assert url
    return parse_qsl(urlsplit(url).query, strict_parsing=True)
