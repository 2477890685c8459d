"""A real build with `repo_url` set: every page leads to its record, by links that say what they should."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.projects import Built, build_project, make_project, run_module
from tests.site.html_pages import Element, read_html

pytestmark = pytest.mark.site

BRIEFING = "arvenia-belmark-2031"
CLAIM = f"{BRIEFING}/claims/2031-03-06-arvenian-army"
HUB = "https://github.com/you/repo"
SETTINGS = f"\nrepo_url: {HUB} # ours\nedit_uri: edit/dev/war/\n"


@pytest.fixture(scope="module")
def linked_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample, in the folder 'war' of the branch 'dev' of a repository."""
    root = make_project(tmp_path_factory.mktemp("linked"))
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + SETTINGS, "utf-8")
    return build_project(root)


def hrefs(element: Element) -> list[str]:
    """Links into the repository, in the order of the page."""
    found = (inner.attributes.get("href", "") for inner in element.all() if inner.tag == "a")
    return [href for href in found if href.startswith(HUB)]


def foot(html: str) -> list[str]:
    return hrefs(next(element for element in read_html(html).all() if element.tag == "footer"))


def test_the_foot_of_a_record_leads_to_its_file_a_report_and_its_history(linked_site: Built) -> None:
    edit, report, history = foot(linked_site.pages()[f"{CLAIM}/"])
    fields = dict(parse_qsl(urlsplit(report).query, strict_parsing=True))

    assert f"{HUB}/edit/dev/war/content/{CLAIM}.yml" == edit
    assert f"{HUB}/commits/dev/war/content/{CLAIM}.yml" == history
    assert {"template": "figure-is-wrong.yml", "record": CLAIM} == {k: v for k, v in fields.items() if k != "shown"}
    assert fields["shown"].startswith("58 Belmark soldiers killed; ")


def test_each_figure_of_a_claim_is_reported_by_its_key(linked_site: Built) -> None:
    """Read from the built page, where every sign of a link has been through Markdown and HTML."""
    page = read_html(linked_site.pages()[f"{CLAIM}/"])
    figure = next(element for element in page.all() if element.attributes.get("id") == "belmark-soldiers-killed")
    (report,) = hrefs(figure)

    assert {
        "template": "figure-is-wrong.yml",
        "record": f"{CLAIM}#belmark-soldiers-killed",
        "shown": "58 Belmark soldiers killed",
    } == dict(parse_qsl(urlsplit(report).query, strict_parsing=True))


def test_every_page_leads_to_a_report_and_to_files_that_exist(linked_site: Built) -> None:
    for address, html in linked_site.pages().items():
        links = hrefs(read_html(html))
        starts = (f"{HUB}/edit/dev/war/", f"{HUB}/commits/dev/war/")
        kept = [link.removeprefix(start) for start in starts for link in links if link.startswith(start)]

        assert any(link.startswith(f"{HUB}/issues/new?template=figure-is-wrong.yml&record=") for link in links), address
        assert [] == [path for path in kept if not Path(linked_site.root, path).exists()], address


def test_the_contribute_page_opens_the_forms(linked_site: Built) -> None:
    html = linked_site.pages()["contribute/"]
    forms = [f"{HUB}/issues/new?template={name}" for name in ("add-event.yml", "add-source.yml")]

    assert [*forms, f"{HUB}/"] == hrefs(next(e for e in read_html(html).all() if e.tag == "main"))


def test_nobody_is_told_where_a_reader_came_from(linked_site: Built) -> None:
    for html in linked_site.pages().values():
        links = [e for e in read_html(html).all() if e.attributes.get("href", "").startswith(HUB)]

        assert [] == [link.attributes["href"] for link in links if link.attributes.get("rel") != "noopener noreferrer"]


def test_mkdocs_alone_writes_the_same_pages(linked_site: Built) -> None:
    """The command and the plugin read the settings in two ways; both must come to the same."""
    times = {path: path.stat().st_mtime_ns for path in linked_site.docs.rglob("*.md")}
    done = run_module("mkdocs", "build", "--strict", "--site-dir", "plain", root=linked_site.root)

    assert 0 == done.returncode, done.stdout
    assert times == {path: path.stat().st_mtime_ns for path in linked_site.docs.rglob("*.md")}


def test_without_repo_url_no_page_leads_to_a_repository(sample_site: Built) -> None:
    for address, html in sample_site.pages().items():
        assert [] == [part for part in ("issues/new", "/edit/", "/commits/", 'class="acts') if part in html], address
