"""Puts new files on the disk: whole or not at all, and never over something that is there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from generator.publishing.files import write_file


class OverwriteError(Exception):
    """A file is there already, or was changed in the meantime; nothing was written."""


def write_new(folder: Path, files: Mapping[str, str], before: Mapping[str, bytes]) -> list[Path]:
    """Write files by their path in a folder; those in `before` are replaced if they still hold those bytes.

    When one cannot be written, those written before it are taken back and OverwriteError or OSError is raised.
    """
    written: list[Path] = []
    try:
        for file, text in files.items():
            path = folder / file
            if file in before:
                _replace(path, text, before[file])
            else:
                _create(path, text)
            written.append(path)
    except BaseException:
        for path in written:
            old = before.get(path.relative_to(folder).as_posix())
            if old is None:
                path.unlink()
            else:
                path.write_bytes(old)
        raise
    return written


def _create(path: Path, text: str) -> None:
    """A link to a finished file appears at once, and only where nothing has that name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        whole.write_bytes(text.encode("utf-8"))
        os.link(whole, path)
    except FileExistsError:
        raise OverwriteError(f"'{path}' is there already and is not overwritten") from None
    finally:
        whole.unlink(missing_ok=True)


def _replace(path: Path, text: str, before: bytes) -> None:
    if path.read_bytes() != before:
        raise OverwriteError(f"'{path}' was changed in the meantime; start again")
    write_file(path, text)
