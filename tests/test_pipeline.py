"""The whole run, from YAML files to the docs tree."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.pipeline import Project, Written, check_content, write_pages
from generator.problems import ContentError
from generator.publishing.docs import MARKER
from generator.reading.names import TAKEN
from tests.conftest import BASE, BRIEFING, WriteContent
from tests.projects import TEMPLATES, hashes

CLAIM = "claims/2031-03-06-arvenian-army.yml"
WRONG = """claimant: arvenian-army
said: 2031-03-06
event: 2031-03-05-river-clash
figures:
  - of: belmark-soldiers
    outcome: kiled
    value: 58
    basis: statement
    reports:
      - source: sorn-times-2031-03-06
        quote: The Arvenian army said 58 Belmark soldiers were killed.
"""


@pytest.fixture
def project(tmp_path: Path, write_content: WriteContent) -> Project:
    """A small valid project to change."""
    return Project(write_content({}), TEMPLATES, tmp_path / "docs")


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Written]:
    """The same project after a run, to look at."""
    root = tmp_path_factory.mktemp("done")
    shutil.copytree(BASE, root / "content" / BRIEFING)
    project = Project(root / "content", TEMPLATES, root / "docs")
    return project, write_pages(project)


def test_the_usual_layout_lies_below_one_folder(tmp_path: Path) -> None:
    project = Project.at(tmp_path)

    assert tmp_path / "content" == project.content
    assert tmp_path / "site_templates" == project.templates
    assert tmp_path / "build" / "docs" == project.docs


def test_a_run_writes_what_it_says(done: tuple[Project, Written]) -> None:
    project, written = done

    assert sorted([*written.uris, MARKER]) == sorted(hashes(project.docs))
    assert sorted(written.uris) == sorted(written.changed)
    assert written.pages == sum(uri.endswith("index.md") for uri in written.uris)
    assert () == written.warnings


def test_everything_that_is_listed_in_the_navigation_was_written(done: tuple[Project, Written]) -> None:
    _, written = done
    home, briefing, *ends = written.nav
    listed = [home, *next(iter(briefing.values())), *ends]

    assert {uri for item in listed for uri in item.values()} <= set(written.uris)


def test_the_site_keeps_a_copy_of_each_records_file(done: tuple[Project, Written]) -> None:
    project, _ = done

    for path in project.content.rglob("*.yml"):
        copy = project.docs / BRIEFING / "records" / path.relative_to(project.content / BRIEFING).with_suffix(".txt")
        assert path.read_text() == copy.read_text()


def test_a_second_run_writes_nothing(done: tuple[Project, Written]) -> None:
    project, _ = done

    assert () == write_pages(project).changed


def test_the_same_content_gives_the_same_bytes_in_any_folder(done: tuple[Project, Written], tmp_path: Path) -> None:
    project, _ = done
    write_pages(Project(project.content, project.templates, tmp_path / "far" / "away"))

    assert hashes(project.docs) == hashes(tmp_path / "far" / "away")


def test_a_change_in_a_record_changes_only_the_pages_that_show_it(project: Project) -> None:
    write_pages(project)
    record = project.content / BRIEFING / "background.yml"
    record.write_text(record.read_text().replace("since 1921", "since 1922"))

    changed = set(write_pages(project).changed)

    assert f"{BRIEFING}/background/index.md" in changed
    assert f"{BRIEFING}/records/background.txt" in changed
    assert not [uri for uri in changed if "claims/" in uri or "events/" in uri]


def test_readable_copies_lack_the_line_that_is_for_editors(project: Project) -> None:
    record = project.content / BRIEFING / "background.yml"
    text = record.read_text()
    record.write_text(f"# yaml-language-server: $schema=../.schema/background.json\n{text}")
    write_pages(project)

    assert text == (project.docs / BRIEFING / "records" / "background.txt").read_text()


def test_mistakes_stop_the_run_before_anything_is_written(project: Project, write_content: WriteContent) -> None:
    write_content({CLAIM: WRONG})

    with pytest.raises(ContentError, match="unknown outcome 'kiled'") as raised:
        write_pages(project)

    assert not project.docs.exists()
    assert str(raised.value).endswith("1 error in 1 file")


def test_warnings_stop_nothing_and_are_handed_on(project: Project, write_content: WriteContent) -> None:
    unused = (project.content / BRIEFING / "sources" / "bel-radio-2031-03-06.yml").read_text()
    write_content({"sources/bel-radio-2031-03-07.yml": unused.replace("news/1", "news/2")})

    assert ["unused-source"] == [problem.code for problem in write_pages(project).warnings]


def test_problems_come_located_and_in_order(project: Project, write_content: WriteContent) -> None:
    write_content({CLAIM: WRONG, "claims/2031-03-07-nobody.yml": "claimant: nobody\n", "actors.yml": "actors: none\n"})

    found = check_content(project.content).problems

    assert found == tuple(sorted(found, key=lambda problem: (problem.at.file, problem.line, problem.column)))
    assert all(problem.line and problem.column for problem in found)
    assert (6, 14) == next((p.line, p.column) for p in found if p.code == "unknown-outcome")


def test_a_briefing_cannot_take_the_place_of_a_page_of_the_site(
    done: tuple[Project, Written], project: Project
) -> None:
    folders = {uri.partition("/")[0] for uri in done[1].uris}
    (project.content / BRIEFING).rename(project.content / "method")

    problems = check_content(project.content).problems

    assert folders - {"index.md", BRIEFING} <= TAKEN
    assert "content/method:1:1: error: the folder name 'method' is taken by the site itself" in str(problems[0])


def test_a_project_without_a_briefing_is_a_site_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()

    written = write_pages(Project(tmp_path / "content", TEMPLATES, tmp_path / "docs"))

    assert 6 == written.pages
    assert "There is no briefing yet" in (tmp_path / "docs" / "index.md").read_text()


@pytest.mark.parametrize("words", ["pages: [a, b]\n", "pages:\n  - a\n", "just words\n", "a: 1\na: 2\n"])
def test_words_that_are_no_sentences_are_a_located_mistake(tmp_path: Path, words: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "templates" / "words").mkdir(parents=True)
    (tmp_path / "templates" / "words" / "en.yml").write_text(words)

    with pytest.raises(ContentError, match=r"templates/words/en\.yml:\d+:\d+: error: "):
        write_pages(Project(tmp_path / "content", tmp_path / "templates", tmp_path / "docs"))
