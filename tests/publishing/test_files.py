"""A file is replaced at once, and only where its text changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.publishing.files import write_file


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "claims" / "a.yml"

    assert write_file(path, "said: Türkiye\n")
    assert "said: Türkiye\n".encode() == path.read_bytes()
    assert [path] == list(path.parent.iterdir())


def test_a_file_that_holds_the_text_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"a: 1\n")
    os.utime(path, (0, 0))

    assert not write_file(path, "a: 1\n")
    assert 0 == path.stat().st_mtime


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"a: 1\n")
    path.chmod(0o640)

    assert write_file(path, "a: 2\n")
    assert 0o640 == path.stat().st_mode & 0o777


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"a: 1\n")

    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="full"):
        write_file(path, "a: 2\n")

    assert [path] == list(tmp_path.iterdir())
    assert b"a: 1\n" == path.read_bytes()
