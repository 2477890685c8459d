"""`briefings format`: what it writes, what it leaves alone, what it says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.conftest import BASE, BRIEFING, WriteContent
from tests.projects import REPOSITORY, SAMPLE

SOURCE = "sources/bel-radio-2031-03-06.yml"
UNORDERED = """\
# heard at noon
url: 'https://bel-radio.example/news/1'
publisher: Bel Radio   # state broadcaster
published: 2031-03-06
language: en
kind: broadcaster

read: full-text
"""
ORDERED = """\
publisher: Bel Radio  # state broadcaster
# heard at noon
url: https://bel-radio.example/news/1
published: 2031-03-06
language: en
kind: broadcaster
read: full-text
"""


@pytest.fixture
def root(tmp_path: Path, write_content: WriteContent) -> Path:
    """A project with one file that is not in the form."""
    write_content({SOURCE: UNORDERED})
    return tmp_path


def at(root: Path, name: str = SOURCE) -> Path:
    return root / "content" / BRIEFING / name


def run(root: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), "format", *map(str, arguments)])


def test_files_are_put_into_the_form(root: Path) -> None:
    done = run(root)

    assert (0, "1 file rewritten, 8 in the one form already\n", "") == (done.exit_code, done.stdout, done.stderr)
    assert ORDERED == at(root).read_text()


def test_a_second_run_changes_nothing(root: Path) -> None:
    run(root)
    os.utime(at(root), (0, 0))

    assert "0 files rewritten, 9 in the one form already\n" == run(root).stdout
    assert 0 == at(root).stat().st_mtime


def test_check_shows_the_difference_and_writes_nothing(root: Path) -> None:
    done = run(root, "--check")

    assert 1 == done.exit_code
    assert UNORDERED == at(root).read_text()
    assert "1 file to be rewritten, 8 in the one form already\n" == done.stderr
    assert (
        f"""\
--- a/content/{BRIEFING}/{SOURCE}
+++ b/content/{BRIEFING}/{SOURCE}
@@ -1,8 +1,7 @@
+publisher: Bel Radio  # state broadcaster
 # heard at noon
-url: 'https://bel-radio.example/news/1'
-publisher: Bel Radio   # state broadcaster
+url: https://bel-radio.example/news/1
 published: 2031-03-06
 language: en
 kind: broadcaster
-
 read: full-text
"""
        == done.stdout
    )


def test_check_is_content_with_what_is_in_the_form(root: Path) -> None:
    at(root).write_text(ORDERED)

    done = run(root, "--check")

    assert (0, "0 files to be rewritten, 9 in the one form already\n", "") == (done.exit_code, done.stdout, done.stderr)


def test_the_difference_can_be_applied_as_a_patch(root: Path) -> None:
    """A missing line end is said as every tool says it."""
    at(root).write_text(ORDERED.rstrip())

    assert run(root, "--check").stdout.endswith("-read: full-text\n\\ No newline at end of file\n+read: full-text\n")


@pytest.mark.parametrize("flags", [[], ["--check"]])
def test_a_file_with_mistakes_is_left_as_it_is(root: Path, write_content: WriteContent, flags: list[str]) -> None:
    write_content({SOURCE: "title: 'open\n", "events/b.yml": "- no\n- fields\n"})

    done = run(root, *flags)

    assert 1 == done.exit_code
    assert "title: 'open\n" == at(root).read_text()
    lines = done.stderr.splitlines()
    assert lines[0].startswith(f"content/{BRIEFING}/events/b.yml:1:1: error: expected fields here")
    assert lines[1].startswith(f"content/{BRIEFING}/{SOURCE}:1:8: error: the YAML cannot be read here")
    assert lines[2].endswith("8 in the one form already, 2 left as they are")


def test_mistakes_that_are_no_mistakes_of_yaml_do_not_matter(root: Path) -> None:
    """So that a half-written record can be put into the form too."""
    at(root).write_text("kind: nonsense\npublisher: Bel Radio\nsize: 3\n")

    assert 0 == run(root).exit_code
    assert "publisher: Bel Radio\nkind: nonsense\nsize: 3\n" == at(root).read_text()


def test_a_file_that_would_grow_too_large_is_left_as_it_is(root: Path) -> None:
    """On lines of their own its 19,000 entries take more than 500 KB."""
    text = "{a: {b: {c: {d: {e: {f: {g: {h: [" + ", ".join(["x" * 10] * 19_000) + "]}}}}}}}}\n"
    at(root).write_text(text)

    done = run(root)

    assert f"content/{BRIEFING}/{SOURCE}:1:1: error: file of more than 500 KB" in done.stderr
    assert text == at(root).read_text()


def test_only_what_is_named_is_written(root: Path, write_content: WriteContent) -> None:
    write_content(
        {"events/b.yml": "when: 2031\ntitle: B\n", "notes.yml": "b: 1\na: 2\n", "claims/.draft.yml": "x: 'y'\n"}
    )

    assert "1 file rewritten, 0 in the one form already\n" == run(root, at(root)).stdout
    assert "1 file rewritten, 1 in the one form already\n" == run(root, at(root, "events")).stdout
    assert "b: 1\na: 2\n" == at(root, "notes.yml").read_text()
    assert "x: 'y'\n" == at(root, "claims/.draft.yml").read_text()


@pytest.mark.parametrize("name", ["notes.yml", "nowhere.yml"])
def test_naming_what_is_no_content_file_is_wrong_use(root: Path, write_content: WriteContent, name: str) -> None:
    write_content({"notes.yml": "a: 1\n"})

    done = run(root, at(root, name))

    assert 2 == done.exit_code
    assert name in done.stderr


def test_links_are_not_followed(root: Path) -> None:
    (root / "elsewhere.yml").write_text(UNORDERED)
    at(root, "sources/link.yml").symlink_to(root / "elsewhere.yml")

    run(root)

    assert UNORDERED == (root / "elsewhere.yml").read_text()
    assert at(root, "sources/link.yml").is_symlink()


def test_the_modeline_is_put_in_where_there_are_schemas(root: Path) -> None:
    (root / "content" / ".schema").mkdir()

    assert "9 files rewritten, 0 in the one form already\n" == run(root).stdout
    assert f"# yaml-language-server: $schema=../../.schema/source.json\n{ORDERED}" == at(root).read_text()
    briefing = at(root, "briefing.yml").read_text()
    assert briefing.startswith("# yaml-language-server: $schema=../.schema/briefing.json\n")
    assert 0 == run(root, "--check").exit_code


def test_a_wrong_modeline_is_put_right_and_kept_first(root: Path) -> None:
    (root / "content" / ".schema").mkdir()
    at(root).write_text(f"# yaml-language-server: $schema=/old.json\n{ORDERED}")

    run(root)

    assert f"# yaml-language-server: $schema=../../.schema/source.json\n{ORDERED}" == at(root).read_text()


def test_line_ends_and_marks_of_other_systems_go(root: Path) -> None:
    at(root).write_bytes(b"\xef\xbb\xbf" + ORDERED.replace("\n", "\r\n").encode())

    run(root)

    assert ORDERED.encode() == at(root).read_bytes()


def test_a_file_that_cannot_be_written_is_said_and_kept(root: Path) -> None:
    """Here because a folder stands where the new text is drafted."""
    at(root).with_name(f".bel-radio-2031-03-06.yml.{os.getpid()}").mkdir()

    done = run(root)

    assert 2 == done.exit_code
    assert "cannot be read or written" in done.stderr
    assert UNORDERED == at(root).read_text()


@pytest.mark.parametrize("folder", [REPOSITORY / "content", SAMPLE, BASE], ids=["content", "sample", "base"])
def test_our_own_files_are_in_the_form(folder: Path) -> None:
    done = run(REPOSITORY, "--check", folder)

    assert 0 == done.exit_code, done.stdout
