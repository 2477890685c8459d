"""A broken template is one located line; a bug of ours stays a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.pages.faults import located_in
from generator.pipeline import Project, write_pages
from generator.problems import BrokenTemplateError
from tests.conftest import WriteContent
from tests.projects import TEMPLATES


@pytest.fixture
def project(tmp_path: Path, write_content: WriteContent) -> Project:
    """A small project with templates of its own."""
    shutil.copytree(TEMPLATES, tmp_path / "site_templates")
    return Project(write_content({}), tmp_path / "site_templates", tmp_path / "docs")


def told(project: Project) -> str:
    with pytest.raises(BrokenTemplateError) as raised:
        write_pages(project)
    assert not project.docs.exists()
    return str(raised.value)


def spoil(project: Project, name: str, line: int, text: str) -> None:
    """Put a line into a template."""
    path = project.templates / name
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([*lines[: line - 1], text, *lines[line - 1 :]]) + "\n", "utf-8")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{{ page.title )}}", "unexpected ')'"),
        ("{% endfor %}", "Encountered unknown tag 'endfor'."),
        ("{{ nowhere }}", "'nowhere' is undefined"),
        ("{{ page.tilte }}", "has no attribute 'tilte'"),
        ("{{ page.title | shout }}", "No filter named 'shout'."),
        ("{{ page.title + 1 }}", 'can only concatenate str (not "int") to str'),
        ("{% include 'parts/nowhere.j2' %}", "there is no template 'parts/nowhere.j2'"),
        ('{{ say("contribute.nothing") }}', "there are no words for 'contribute.nothing'"),
        ('{{ say("contribute") }}', "'contribute' is a group of words, not a sentence"),
        ('{{ say("sources.cited_for") }}', "the words of 'sources.cited_for' ask for {count}, and are given nothing"),
    ],
)
def test_the_line_of_a_template_is_told(project: Project, text: str, what: str) -> None:
    spoil(project, "pages/contribute.j2", 3, text)

    line, _, said = told(project).partition(": error: ")

    assert "site_templates/pages/contribute.j2:3" == line
    assert what in said


def test_the_line_is_that_of_the_part_in_which_it_happens(project: Project) -> None:
    part = project.templates / "parts" / "answers.j2"
    lines = part.read_text("utf-8").splitlines()
    place = next(number for number, text in enumerate(lines, start=1) if "{{" in text)
    spoil(project, "parts/answers.j2", place, "{{ nowhere }}")

    assert f"site_templates/parts/answers.j2:{place}: error: 'nowhere' is undefined" == told(project)


def test_a_page_without_its_template_is_told(project: Project) -> None:
    (project.templates / "pages" / "errors.j2").unlink()

    assert "site_templates/pages/errors.j2:1: error: there is no template 'pages/errors.j2'" == told(project)


def test_words_that_are_missing_outside_the_templates_are_told(project: Project) -> None:
    words = project.templates / "words" / "en.yml"
    words.write_text(words.read_text("utf-8").replace("    title: Errors\n", ""), "utf-8")

    assert "site_templates/words:1: error: there are no words for 'pages.errors.title'" == told(project)


def test_the_theme_is_parsed_before_anything_is_built(project: Project) -> None:
    spoil(project, "theme/partials/footer.html", 2, "{% endif %}")

    assert told(project).startswith("site_templates/theme/partials/footer.html:2: error: ")


def test_a_bug_of_ours_stays_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), located_in(tmp_path):
        assert 1 / 0
