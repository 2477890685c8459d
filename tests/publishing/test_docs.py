"""The docs tree holds exactly what was rendered, and no file's time changes without its text."""

from __future__ import annotations

from pathlib import Path

from generator.publishing.docs import write_docs

PAGES = {"index.md": "# Home\n", "story/index.md": "# Story\n", "story/claims/a/index.md": "# A\n"}


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


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
    assert ["index.md"] == [path.name for path in tmp_path.iterdir()]


def test_what_an_interrupted_run_left_goes_too(tmp_path: Path) -> None:
    write_docs(tmp_path, PAGES)
    (tmp_path / "story" / ".index.md.123").write_text("half")

    assert ["story/.index.md.123"] == write_docs(tmp_path, PAGES)


def test_the_file_that_keeps_the_folder_in_git_stays(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*\n")

    assert [*PAGES] == write_docs(tmp_path, PAGES)
    assert "*\n" == (tmp_path / ".gitignore").read_text()


def test_a_page_may_become_a_folder_and_a_folder_a_page(tmp_path: Path) -> None:
    write_docs(tmp_path, {"story": "a file", "other/index.md": "a folder"})

    write_docs(tmp_path, {"story/index.md": "a folder", "other": "a file"})

    assert {"story/index.md": "a folder", "other": "a file"} == tree(tmp_path)


def test_text_is_written_byte_for_byte(tmp_path: Path) -> None:
    write_docs(tmp_path, {"a.md": "پاکستان – “58”\n"})

    assert "پاکستان – “58”\n".encode() == (tmp_path / "a.md").read_bytes()
