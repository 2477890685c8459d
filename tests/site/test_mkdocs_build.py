"""Real builds of the sample: by our command, by MkDocs alone, and by the second engine."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

import pytest

from generator.publishing.links import broken_links
from tests.projects import Built, hashes, make_project, run_module

pytestmark = pytest.mark.site

CLAIM = "content/arvenia-belmark-2031/claims/2031-03-06-arven-hospital.yml"


@pytest.fixture
def project(sample_site: Built, tmp_path: Path) -> Built:
    """The built sample once more, for tests that change it."""
    return Built(shutil.copytree(sample_site.root, tmp_path / "project"), sample_site.printed)


def spoil(project: Built) -> None:
    path = project.root / CLAIM
    path.write_text(path.read_text("utf-8").replace("outcome: killed", "outcome: kiled"), "utf-8")


SPOILT = f"{CLAIM}:6:14: error: unknown outcome 'kiled' (did you mean 'killed'?) [unknown-outcome]"


def test_build_prints_progress_and_nothing_else(sample_site: Built) -> None:
    *steps, result, how = sample_site.printed.splitlines()
    pages = len(sample_site.pages())

    assert ["briefings: reading and checking content/", f"briefings: building {pages} pages"] == steps
    assert result.startswith(f"{pages} pages in ")
    assert "http.server" in how


def test_every_planned_page_is_built(sample_site: Built) -> None:
    planned = {path.relative_to(sample_site.docs).as_posix() for path in sample_site.docs.rglob("*.md")}

    assert {uri.removesuffix("index.md").rstrip("/") + "/" for uri in planned} == set(sample_site.pages())
    assert (sample_site.site / "404.html").is_file()


def test_every_record_has_a_readable_copy(sample_site: Built) -> None:
    for path in (sample_site.root / "content").rglob("*.yml"):
        briefing, *rest = path.relative_to(sample_site.root / "content").with_suffix(".txt").parts

        assert path.read_bytes() == Path(sample_site.site, briefing, "records", *rest).read_bytes()


def test_no_link_leads_nowhere(sample_site: Built) -> None:
    assert [] == broken_links(sample_site.site)


def test_links_are_checked(project: Built) -> None:
    """The check above would be worth nothing if it found nothing."""
    page = project.site / "method" / "index.html"
    page.write_text(page.read_text("utf-8").replace("</main>", '<a href="../nowhere/">x</a><a href="#no">y</a></main>'))

    assert ["method/index.html: ../nowhere/", "method/index.html: #no"] == broken_links(project.site)


class Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[str | None] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's names
        self.found.update(value for name, value in attrs if name == "id")


def test_ids_are_unique_on_every_page(sample_site: Built, real_site: Built) -> None:
    """A heading's id must not be that of a record or of the search: links and scripts would find the wrong one."""
    for address, html in (*sample_site.pages().items(), *real_site.pages().items()):
        ids = Ids()
        ids.feed(html)

        assert [] == [id for id, count in ids.found.items() if count > 1], address


def test_second_build_writes_nothing_new_and_gives_the_same_bytes(project: Built) -> None:
    times = {path: path.stat().st_mtime_ns for path in project.docs.rglob("*")}
    before = hashes(project.site)

    assert 0 == run_module("generator", "build", root=project.root).returncode
    assert times == {path: path.stat().st_mtime_ns for path in project.docs.rglob("*")}
    assert before == hashes(project.site)


def test_plain_mkdocs_builds_the_same_site(project: Built) -> None:
    done = run_module("mkdocs", "build", "--strict", "--site-dir", "plain", root=project.root)

    assert 0 == done.returncode, done.stdout
    assert [] == [line for line in done.stdout.splitlines() if line.startswith("WARNING")]
    assert hashes(project.site) == hashes(project.root / "plain")


def test_site_works_from_any_folder(project: Built, tmp_path: Path) -> None:
    """Another root, another time, another order of files on disk: the same bytes."""
    elsewhere = make_project(tmp_path / "else where", project.root / "content")

    assert 0 == run_module("generator", "build", root=elsewhere).returncode
    assert hashes(project.site) == hashes(elsewhere / "site")


def test_a_site_published_below_a_folder_builds_and_cites_its_address(project: Built) -> None:
    settings = project.root / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}\nsite_url: https://example.org/war/\n", "utf-8")
    done = run_module("generator", "build", root=project.root)
    times = {path: path.stat().st_mtime_ns for path in project.docs.rglob("*")}
    again = run_module("generator", "build", root=project.root)
    window = "arvenia-belmark-2031/figures/2031-03-05-river-clash/"

    assert 0 == done.returncode, done.stdout
    assert 0 == again.returncode
    assert f">https://example.org/war/{window}#belmark-soldiers-killed<" in unescape(project.pages()[window])
    assert times == {path: path.stat().st_mtime_ns for path in project.docs.rglob("*")}


@pytest.mark.parametrize("command", [("generator", "build"), ("mkdocs", "build")], ids=" ".join)
def test_broken_content_leaves_the_old_site_whole(project: Built, command: tuple[str, ...]) -> None:
    before = hashes(project.site)
    spoil(project)
    done = run_module(*command, root=project.root)

    assert 1 == done.returncode
    assert SPOILT in done.stdout.splitlines()
    assert "1 error in 1 file" in done.stdout
    assert "Traceback" not in done.stdout
    assert before == hashes(project.site)


def test_broken_template_leaves_the_old_site_whole(project: Built) -> None:
    before = hashes(project.site)
    template = project.root / "site_templates" / "theme" / "partials" / "footer.html"
    template.write_text(template.read_text("utf-8") + '<a href="nowhere/">x</a>', "utf-8")
    done = run_module("generator", "build", root=project.root)

    assert 1 == done.returncode
    assert "lead nowhere" in done.stdout
    assert before == hashes(project.site)
    assert [] == [path.name for path in project.root.iterdir() if path.name.startswith(".site")]


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("generator", "pages/contribute.j2"),
        ("mkdocs", "pages/contribute.j2"),
        ("generator", "theme/partials/footer.html"),
    ],
)
def test_a_template_that_cannot_be_filled_in_is_one_located_line(project: Built, command: str, name: str) -> None:
    before = hashes(project.site)
    template = project.root / "site_templates" / name
    template.write_text("{{ nowhere.at.all }}\n" + template.read_text("utf-8"), "utf-8")
    done = run_module(command, "build", root=project.root)

    assert 1 == done.returncode
    assert f"site_templates/{name}:1: error: 'nowhere' is undefined" in done.stdout.splitlines()
    assert "Traceback" not in done.stdout
    assert before == hashes(project.site)


@pytest.mark.skipif(find_spec("zensical") is None, reason="Zensical is not installed")
def test_zensical_builds_the_same_pages(project: Built) -> None:
    done = run_module("generator", "zensical", root=project.root)
    site = project.root / "build" / "zensical"

    assert 0 == done.returncode, done.stdout
    assert f"{len(project.pages())} pages" in done.stdout
    assert set(addresses(project.site)) == set(addresses(site))
    assert [] == [broken for broken in broken_links(site) if not broken.startswith("404.html")]


@pytest.mark.skipif(find_spec("zensical") is None, reason="Zensical is not installed")
def test_zensical_reports_a_broken_link(project: Built) -> None:
    template = project.root / "site_templates" / "pages" / "contribute.j2"
    template.write_text(template.read_text("utf-8") + "\n[x](nowhere.md)\n", "utf-8")
    done = run_module("generator", "zensical", root=project.root)

    assert 2 == done.returncode
    assert "page does not exist" in done.stdout


def addresses(site: Path) -> Iterator[str]:
    return (path.relative_to(site).as_posix() for path in site.rglob("index.html"))
