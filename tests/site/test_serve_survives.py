"""`mkdocs serve` answers with the last good site whatever is broken or deleted, and shows the new state in the end."""

from __future__ import annotations

import shutil
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.projects import make_project
from tests.site.test_mkdocs_serve import EVENT, PATIENCE, Server

pytestmark = pytest.mark.site

Break = Callable[[Path], None]


def spoilt(file: str, before: str = "", after: str = "") -> Break:
    """Put something into a file that is no YAML, no template, or no setting."""

    def spoil(root: Path) -> None:
        (root / file).write_text(before + (root / file).read_text("utf-8") + after, "utf-8")

    return spoil


def deleted(name: str) -> Break:
    def delete(root: Path) -> None:
        path = root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    return delete


BROKEN: dict[str, Break] = {
    "a link of every page": spoilt("site_templates/theme/partials/footer.html", '<a href="nowhere/">x</a>'),
    "deleted stylesheet": deleted("site_templates/theme/assets/site.css"),
    "the frame of every page": spoilt("site_templates/theme/base.html", "{% if %}"),
    "a value of a page's template": spoilt("site_templates/pages/home.j2", "{{ nothing.here }}"),
    "a page's template": spoilt("site_templates/pages/event.j2", "{% for %}"),
    "the words": spoilt("site_templates/words/en.yml", "[never closed\n"),
    "deleted words": deleted("site_templates/words/en.yml"),
    "deleted templates": deleted("site_templates/pages"),
    "the YAML of an event": spoilt(EVENT, "[never closed\n"),
    "deleted briefing.yml": deleted("content/arvenia-belmark-2031/briefing.yml"),
    "deleted briefing": deleted("content/arvenia-belmark-2031"),
    "deleted theme": deleted("site_templates"),
    "deleted content": deleted("content"),
    "a setting that does not exist": spoilt("mkdocs.yml", after="plugins: [nothing]\n"),
    "the settings": spoilt("mkdocs.yml", "[never closed\n"),
    "deleted settings": deleted("mkdocs.yml"),
}
"""Each on top of those before it, from what fails last in a build to what fails first."""
ALONE = (
    "a link of every page",
    "the frame of every page",
    "deleted briefing.yml",
    "deleted content",
    "deleted settings",
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it should be."""
    return make_project(tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="module")
def server(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(shutil.copytree(whole, tmp_path_factory.mktemp("broken") / "project"))
    try:
        server.wait(lambda: "Truce at the Sorn" in server.page())
        yield server
    finally:
        server.stop()


def restore(whole: Path, root: Path, title: str) -> None:
    """Put everything back as it was, but for a title, in a second or so, as a version control system does."""
    for name in ("content", "site_templates"):
        shutil.rmtree(root / name, ignore_errors=True)
        shutil.copytree(whole / name, root / name)
    shutil.copy(whole / "mkdocs.yml", root)
    event = root / EVENT
    event.write_text(event.read_text("utf-8").replace("title: Truce at the Sorn", f"title: {title}"), "utf-8")


def complaints(server: Server) -> int:
    return server.printed().count("the old site is shown")


def check_old_site(server: Server, title: str) -> None:
    assert title in server.page()
    with urllib.request.urlopen(f"http://{server.address}/assets/site.css", timeout=PATIENCE) as answer:
        assert answer.read()


def test_everything_may_break_and_come_back(server: Server, whole: Path) -> None:
    for break_it in BROKEN.values():
        before = complaints(server)
        break_it(server.root)
        server.wait(lambda before=before: complaints(server) > before)  # type: ignore[misc]
        check_old_site(server, "Truce at the Sorn")

    restore(whole, server.root, "Truce after all")
    server.wait(lambda: "Truce after all" in server.page())
    assert not (server.root / "site").exists()


@pytest.mark.parametrize("name", ALONE)
def test_each_may_break_and_come_back(server: Server, whole: Path, name: str) -> None:
    old, before = server.page(), complaints(server)
    BROKEN[name](server.root)
    server.wait(lambda: complaints(server) > before)
    assert old.partition("</main>")[0] == server.page().partition("</main>")[0]
    check_old_site(server, "Truce")

    restore(whole, server.root, f"Truce after {name}")
    server.wait(lambda: f"Truce after {name}" in server.page())
