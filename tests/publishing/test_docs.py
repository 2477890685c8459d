"""The docs tree holds exactly what was rendered, and no file's time changes without its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publishing.disk import DiskError
from generator.publishing.docs import MARK, MARKER, write_docs
from tests.projects import REPOSITORY

PAGES = {"index.md": "# Home\n", "story/index.md": "# Story\n", "story/claims/a/index.md": "# A\n"}


def tree(folder: Path) -> dict[str, str]:
    """The files below a folder, but for the marker."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != MARKER)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    changed = write_docs(tmp_path / "build" / "docs", PAGES)

    assert PAGES == tree(tmp_path / "build" / "docs")
    assert [*PAGES] == changed


def test_only_changed_pages_are_written(tmp_path: Path) -> None:
    """MkDocs' preview trusts the times of files."""
    write_docs(tmp_path, PAGES)
    times = {uri: (tmp_path / uri).stat().st_mtime_ns for uri in PAGES}

    changed = write_docs(tmp_path, {**PAGES, "story/index.md": "# Story, corrected\n"})

    assert ["story/index.md"] == changed
    assert ["story/index.md"] == [uri for uri in PAGES if (tmp_path / uri).stat().st_mtime_ns != times[uri]]
    assert [] == write_docs(tmp_path, {**PAGES, "story/index.md": "# Story, corrected\n"})


def test_stale_pages_and_empty_folders_go(tmp_path: Path) -> None:
    write_docs(tmp_path, PAGES)

    changed = write_docs(tmp_path, {"index.md": "# Home\n"})

    assert ["story/claims/a/index.md", "story/index.md"] == changed
    assert [MARKER, "index.md"] == sorted(path.name for path in tmp_path.iterdir())


def test_what_an_interrupted_run_left_goes_too(tmp_path: Path) -> None:
    write_docs(tmp_path, PAGES)
    (tmp_path / "story" / ".index.md.123").write_text("half")

    assert ["story/.index.md.123"] == write_docs(tmp_path, PAGES)


def test_the_marker_holds_the_folder_in_git_and_stays(tmp_path: Path) -> None:
    assert [*PAGES] == write_docs(tmp_path, PAGES)
    assert [] == write_docs(tmp_path, PAGES)
    assert MARK == (tmp_path / MARKER).read_text()
    assert MARK == (REPOSITORY / "build" / "docs" / MARKER).read_text()


@pytest.mark.parametrize("mine", ["notes.md", "guide/start.md", ".gitignore", ".git/config"])
def test_a_folder_that_is_not_ours_is_left_as_it_is(tmp_path: Path, mine: str) -> None:
    """`docs_dir: docs` names a folder that many projects have."""
    path = tmp_path / "docs" / mine
    path.parent.mkdir(parents=True)
    path.write_text("*\n")
    with pytest.raises(DiskError, match="was not made by this program"):
        write_docs(tmp_path / "docs", PAGES)

    assert "*\n" == path.read_text()
    assert [path] == [found for found in (tmp_path / "docs").rglob("*") if found.is_file()]


def test_neither_a_file_nor_a_link_is_taken_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("file", "link"):
        with pytest.raises(DiskError, match="is no folder"):
            write_docs(tmp_path / name, PAGES)


def test_a_run_that_was_killed_at_its_first_file_is_gone_on_with(tmp_path: Path) -> None:
    (tmp_path / f".{MARKER}.123").write_text("# Wri")

    assert [*PAGES, f".{MARKER}.123"] == write_docs(tmp_path, PAGES)
    assert PAGES == tree(tmp_path)


def test_a_link_in_it_is_removed_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.md").write_text("mine")
    write_docs(tmp_path / "docs", PAGES)
    (tmp_path / "docs" / "other").symlink_to(tmp_path / "mine", target_is_directory=True)

    assert ["other"] == write_docs(tmp_path / "docs", PAGES)
    assert "mine" == (tmp_path / "mine" / "a.md").read_text()


def test_a_page_may_become_a_folder_and_a_folder_a_page(tmp_path: Path) -> None:
    write_docs(tmp_path, {"story": "a file", "other/index.md": "a folder"})

    write_docs(tmp_path, {"story/index.md": "a folder", "other": "a file"})

    assert {"story/index.md": "a folder", "other": "a file"} == tree(tmp_path)


def test_text_is_written_byte_for_byte(tmp_path: Path) -> None:
    write_docs(tmp_path, {"a.md": "پاکستان – “58”\n"})

    assert "پاکستان – “58”\n".encode() == (tmp_path / "a.md").read_bytes()
