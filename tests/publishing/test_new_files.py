"""New files appear whole or not at all, and nothing that is there is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publishing.new_files import OverwriteError, write_new
from tests.projects import hashes


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    (tmp_path / "actors.yml").write_text("old\n")
    written = write_new(tmp_path, {"claims/a.yml": "a\n", "actors.yml": "old\nnew\n"}, {"actors.yml": b"old\n"})

    assert [tmp_path / "claims" / "a.yml", tmp_path / "actors.yml"] == written
    assert {"actors.yml": "old\nnew\n", "claims/a.yml": "a\n"} == {
        path.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.rglob("*") if path.is_file()
    }


def test_a_file_that_is_there_is_kept_and_the_others_are_taken_back(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text("mine\n")
    (tmp_path / "actors.yml").write_text("old\n")
    before = hashes(tmp_path)

    with pytest.raises(OverwriteError, match=r"b\.yml' is there already and is not overwritten"):
        write_new(tmp_path, {"actors.yml": "new\n", "a.yml": "a\n", "b.yml": "b\n"}, {"actors.yml": b"old\n"})

    assert before == hashes(tmp_path)


def test_a_file_that_somebody_changed_in_the_meantime_is_kept(tmp_path: Path) -> None:
    (tmp_path / "actors.yml").write_text("theirs\n")

    with pytest.raises(OverwriteError, match="was changed in the meantime"):
        write_new(tmp_path, {"a.yml": "a\n", "actors.yml": "new\n"}, {"actors.yml": b"old\n"})

    assert ["actors.yml"] == [path.name for path in tmp_path.iterdir()]
    assert "theirs\n" == (tmp_path / "actors.yml").read_text()
