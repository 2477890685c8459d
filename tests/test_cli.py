"""The commands: what they say, and the exit codes that scripts and CI rely on."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator import __version__
from generator.cli import main
from generator.publishing.engine import EngineError, build_site, may_be_replaced
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


def test_an_empty_or_missing_folder_and_an_old_site_may_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("mine")
    old_site(tmp_path / "site")

    assert may_be_replaced(tmp_path / "empty")
    assert may_be_replaced(tmp_path / "missing")
    assert may_be_replaced(tmp_path / "site")
    assert not may_be_replaced(tmp_path)
    assert not may_be_replaced(tmp_path / "file")


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
