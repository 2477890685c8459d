"""The commands: what they say, and the exit codes that scripts and CI rely on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator import __version__
from generator.cli import main
from generator.publishing.engine import EngineError, build_site
from tests.conftest import BRIEFING, WriteContent
from tests.projects import REPOSITORY, TEMPLATES, hashes, run_module
from tests.test_pipeline import CLAIM, WRONG

UNUSED = "sources/bel-radio-2031-03-07.yml"


@pytest.fixture
def root(tmp_path: Path, write_content: WriteContent) -> Path:
    """A project as people have it, but for an engine that always fails."""
    write_content({})
    (tmp_path / "site_templates").symlink_to(TEMPLATES)
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\ndocs_dir: build/docs\nplugins:\n  - nowhere\n")
    return tmp_path


@pytest.fixture
def unused_source(root: Path) -> str:
    """A source that nothing cites, which is a warning."""
    text = (root / "content" / BRIEFING / "sources" / "bel-radio-2031-03-06.yml").read_text()
    return text.replace("news/1", "news/2")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


# -- check -----------------------------------------------------------------------------------


def test_clean_content_exits_0(root: Path) -> None:
    done = run("-C", root, "check")

    assert 0 == done.exit_code
    assert "no problems; 11 records read\n" == done.stdout
    assert "" == done.stderr


def test_a_mistake_is_one_clickable_line_and_exits_1(root: Path, write_content: WriteContent) -> None:
    write_content({CLAIM: WRONG})

    done = run("-C", root, "check")

    assert 1 == done.exit_code
    assert "" == done.stdout
    assert (
        f"content/{BRIEFING}/{CLAIM}:6:14: error: "
        "unknown outcome 'kiled' (did you mean 'killed'?) [unknown-outcome]\n"
        "1 error in 1 file; 10 records read\n"
    ) == done.stderr


def test_a_warning_exits_0_unless_strict(root: Path, write_content: WriteContent, unused_source: str) -> None:
    write_content({UNUSED: unused_source})

    assert [0, 1] == [run("-C", root, "check").exit_code, run("-C", root, "check", "--strict").exit_code]
    assert "1 warning in 1 file; 12 records read" in run("-C", root, "check").stderr


def test_a_folder_without_content_is_wrong_use_and_exits_2(tmp_path: Path) -> None:
    done = run("-C", tmp_path, "check")

    assert 2 == done.exit_code
    assert f"there is no folder 'content' in {tmp_path}; go to the project or use -C" in done.stderr


@pytest.mark.parametrize(
    "arguments", [["-C", "/nowhere", "check"], ["chek"], ["check", "--hard"], ["build", "one", "two"]]
)
def test_wrong_use_exits_2_and_says_so(root: Path, arguments: list[str]) -> None:
    done = run("-C", root, *arguments) if "-C" not in arguments else run(*arguments)

    assert 2 == done.exit_code
    assert "Error: " in done.stderr


@pytest.mark.parametrize(
    "named", ["content", f"content/{BRIEFING}", f"content/{BRIEFING}/claims", f"content/{BRIEFING}/{CLAIM}"]
)
def test_a_named_path_shows_what_is_wrong_in_it(root: Path, write_content: WriteContent, named: str) -> None:
    write_content({CLAIM: WRONG})

    done = run("-C", root, "check", root / named)

    assert 1 == done.exit_code
    assert "[unknown-outcome]" in done.stderr
    assert "elsewhere" not in done.stderr


def test_what_is_wrong_elsewhere_is_counted_and_decides_nothing(root: Path, write_content: WriteContent) -> None:
    write_content({CLAIM: WRONG})

    done = run("-C", root, "check", root / "content" / BRIEFING / "actors.yml", root / "content" / BRIEFING / "events")

    assert 0 == done.exit_code
    assert "no problems; 10 records read; elsewhere: 1 error in 1 file\n" == done.stdout


def test_links_are_checked_against_the_whole_briefing(root: Path, write_content: WriteContent) -> None:
    """Nothing that the named file points at is unknown only because it was not named."""
    assert 0 == run("-C", root, "check", write_content({}) / BRIEFING / CLAIM).exit_code


@pytest.mark.parametrize("folder", ["", f"content/{BRIEFING}", f"content/{BRIEFING}/claims"])
def test_paths_are_relative_to_the_working_directory(
    root: Path, write_content: WriteContent, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_content({CLAIM: WRONG})
    monkeypatch.chdir(root / folder)
    here = f"content/{BRIEFING}/{CLAIM}".removeprefix(folder).lstrip("/")

    for named in (here, f"./{here}", Path(here).parent):
        assert 1 == run("-C", root, "check", named).exit_code
    assert 1 == run("-C", root, "check", root / "content" / BRIEFING / "events" / ".." / CLAIM).exit_code


def test_a_named_link_is_the_problem_not_what_it_leads_to(root: Path) -> None:
    link = root / "content" / BRIEFING / "claims" / "2031-03-09-link.yml"
    link.symlink_to("/etc/hostname")

    done = run("-C", root, "check", link)

    assert 1 == done.exit_code
    assert "[not-a-file]" in done.stderr


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("mkdocs.yml", "does not lie in"),
        (".", "does not lie in"),
        ("content/../mkdocs.yml", "does not lie in"),
        ("content/nowhere.yml", "there is no"),
    ],
)
def test_a_path_that_is_not_there_or_no_content_is_wrong_use(root: Path, named: str, said: str) -> None:
    done = run("-C", root, "check", root / named)

    assert 2 == done.exit_code
    assert f"{said} '" in done.stderr or f"' {said} " in done.stderr


@pytest.mark.parametrize("form", ["github", "json", "sarif"])
def test_formats_for_programs_go_to_standard_output_alone(root: Path, write_content: WriteContent, form: str) -> None:
    write_content({CLAIM: WRONG})

    done = run("-C", root, "check", "--format", form)

    assert 1 == done.exit_code
    assert "1 error in 1 file; 10 records read\n" == done.stderr
    assert f"content/{BRIEFING}/{CLAIM}" in done.stdout
    assert done.stdout.startswith("::error file=" if form == "github" else "{")


def test_clean_content_is_an_empty_report(root: Path) -> None:
    shapes = {form: run("-C", root, "check", "--format", form) for form in ("github", "json", "sarif")}

    assert [0] * 3 == [done.exit_code for done in shapes.values()]
    assert "" == shapes["github"].stdout
    assert [] == json.loads(shapes["json"].stdout)["problems"]
    assert [] == json.loads(shapes["sarif"].stdout)["runs"][0]["results"]


def test_documents_name_files_from_the_top_of_the_repository(tmp_path: Path, write_content: WriteContent) -> None:
    write_content({CLAIM: WRONG})
    (tmp_path / ".git").mkdir()
    project = tmp_path / "sites" / "war"
    project.mkdir(parents=True)
    (tmp_path / "content").rename(project / "content")
    (project / "mkdocs.yml").write_text("site_url: https://briefings.example.org/x\n")

    [problem] = json.loads(run("-C", project, "check", "--format", "json").stdout)["problems"]

    assert f"sites/war/content/{BRIEFING}/{CLAIM}" == problem["file"]
    assert "https://briefings.example.org/x/errors/#unknown-outcome" == problem["help"]


def test_sarif_explains_every_rule_in_the_projects_words(root: Path) -> None:
    [run_of] = json.loads(run("-C", root, "check", "--format", "sarif").stdout)["runs"]

    assert all(rule["help"]["text"] and rule["fullDescription"]["text"] for rule in run_of["tool"]["driver"]["rules"])


def test_sarif_with_broken_words_is_wrong_use(root: Path) -> None:
    (root / "site_templates").unlink()
    (root / "site_templates" / "words").mkdir(parents=True)
    (root / "site_templates" / "words" / "en.yml").write_text("rules: [a]\n")

    done = run("-C", root, "check", "--format", "sarif")

    assert 2 == done.exit_code
    assert "site_templates/words/en.yml:1:1: error: " in done.stderr


def test_what_content_and_file_names_hold_cannot_steer_the_terminal(root: Path, write_content: WriteContent) -> None:
    write_content(
        {
            CLAIM: WRONG.replace("kiled", '"\\e[31mred\\u202e"'),
            "claims/\x1b[2J.yml": WRONG,
            "claims/two\nlines.yml": WRONG,
        }
    )

    printed = run("-C", root, "check").stderr

    assert [] == re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", printed)
    assert r"the file name '\x1b[2J' is not an id" in printed
    assert all(re.match(r"content/.*: error: |\d+ errors in ", line) for line in printed.splitlines())


# -- build -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["mkdocs.yml", "site_templates"])
@pytest.mark.parametrize("command", ["build", "serve", "zensical"])
def test_a_project_that_lacks_a_part_is_wrong_use(root: Path, name: str, command: str) -> None:
    (root / name).unlink()

    done = run("-C", root, command)

    assert 2 == done.exit_code
    assert f"there is no '{name}' in {root}; a site needs it" in done.stderr


def test_mistakes_stop_the_build_with_1_and_leave_the_site(root: Path, write_content: WriteContent) -> None:
    write_content({CLAIM: WRONG})
    old_site(root / "site")

    done = run("-C", root, "build")

    assert 1 == done.exit_code
    assert done.stderr.endswith("1 error in 1 file; the site was not built\n")
    assert "old" == (root / "site" / "index.html").read_text()


def test_a_failing_engine_leaves_the_site_and_says_what_it_printed(root: Path) -> None:
    old_site(root / "site")
    before = hashes(root / "site")

    done = run("-C", root, "build")

    assert 1 == done.exit_code
    assert 'The "nowhere" plugin is not installed' in done.stderr
    assert f"the site was not replaced: {root / 'site'}" in done.stderr
    assert before == hashes(root / "site")
    assert not list(root.glob(".site-*"))


@pytest.mark.parametrize("holds", ["notes.txt", "index.html"])
def test_a_folder_that_is_no_site_of_ours_is_never_replaced(root: Path, holds: str) -> None:
    """The old folder is removed after a build: -o with a wrong path must not cost anybody their files."""
    (root / "papers").mkdir()
    (root / "papers" / holds).write_text("mine")

    done = run("-C", root, "build", "-o", root / "papers")

    assert 2 == done.exit_code
    assert "holds something other than a site built here" in done.stderr
    assert "mine" == (root / "papers" / holds).read_text()


def test_a_build_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"mkdocs\.yml"):
        build_site(tmp_path, tmp_path / "site")

    assert [] == list(tmp_path.iterdir())


def old_site(folder: Path) -> None:
    (folder / "pagefind").mkdir(parents=True)
    (folder / "index.html").write_text("old")


# -- help ------------------------------------------------------------------------------------


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_teaches_the_three_commands(flag: str) -> None:
    shown = run(flag).stdout

    assert "no number lacks an owner" in shown
    for command in ("briefings check", "briefings serve", "briefings build"):
        assert command in shown


@pytest.mark.parametrize("name", main.commands)
def test_every_command_and_option_has_a_sentence_of_help(name: str) -> None:
    command = main.commands[name]

    assert (command.help or "").splitlines()[0].endswith(".")
    assert [] == [option.name for option in command.params if isinstance(option, click.Option) and not option.help]
    assert 0 == run(name, "-h").exit_code


def test_the_mistake_shown_in_the_help_is_what_is_printed(root: Path, write_content: WriteContent) -> None:
    write_content({CLAIM: WRONG})
    printed = run("-C", root, "check").stderr.splitlines()[0].partition("error: ")[2]

    assert printed in run("check", "-h").stdout


def test_the_version_is_that_of_the_package() -> None:
    assert f"briefings, version {__version__}\n" == run("--version").stdout


def test_the_package_runs_as_a_module() -> None:
    assert f"briefings, version {__version__}\n" == run_module("generator", "--version", root=REPOSITORY).stdout
