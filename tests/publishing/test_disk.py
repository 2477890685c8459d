"""What the disk refuses is said with the file and what to do, and nothing of it is a traceback."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.publishing.disk import explained, flush, flush_names
from generator.publishing.exchange import exchange


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full: cannot write '/x/y' (make room, then do the same again)"),
        (errno.EDQUOT, "the disk is full: cannot write '/x/y' (make room, then do the same again)"),
        (errno.EFBIG, "cannot write '/x/y': it is larger than files may be here (raise that limit: ulimit -f)"),
        (
            errno.EROFS,
            "may not write '/x/y': read-only file system (change who may write there, or choose another folder)",
        ),
        (
            errno.EBUSY,
            "cannot replace '/x/y': device or resource busy (a disk is mounted there: choose a folder inside it)",
        ),
        (errno.EIO, "cannot read or write '/x/y': input/output error"),
    ],
)
def test_each_reason_has_its_words(number: int, said: str) -> None:
    assert said == explained(OSError(number, os.strerror(number), "/x/y"))


def test_of_two_files_the_one_that_should_have_come_to_be_is_named() -> None:
    assert "'/new'" in explained(OSError(errno.EACCES, "denied", "/old", None, "/new"))


def test_without_a_file_there_is_still_a_sentence() -> None:
    assert "the disk is full: cannot write a file" in explained(OSError(errno.ENOSPC, "full"))
    assert "cannot read or write a file: odd" == explained(OSError("Odd"))


def test_flushing_asks_for_a_folder_that_is_there(tmp_path: Path) -> None:
    flush(tmp_path)
    flush_names(tmp_path)
    for call in (flush, flush_names):
        with pytest.raises(FileNotFoundError):
            call(tmp_path / "missing")


def test_two_folders_are_exchanged(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    done = exchange(tmp_path / "one", tmp_path / "other")

    assert "other" == (tmp_path / ("one" if done else "other") / "file").read_text()


def test_an_exchange_with_what_is_not_there_names_it(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    with pytest.raises(FileNotFoundError, match="missing"):
        assert exchange(tmp_path / "one", tmp_path / "missing") or (tmp_path / "missing").stat()


def test_what_the_system_cannot_exchange_is_left_to_others(tmp_path: Path) -> None:
    (tmp_path / "one" / "in it").mkdir(parents=True)

    assert not exchange(tmp_path / "one", tmp_path / "one" / "in it")
