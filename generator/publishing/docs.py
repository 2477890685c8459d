"""The docs tree on disk: written only where text changed, stale files removed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.publishing.files import write_file

KEPT = ".gitignore"
"""Holds the empty docs folder in git, so that MkDocs finds it on a fresh clone."""


def write_docs(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Make `folder` hold exactly `files` (uri -> text); returns the uris that were written or removed."""
    wanted = {folder / uri for uri in files}
    stale = [path for path in sorted(_files(folder)) if path not in wanted and path.name != KEPT]
    for path in stale:
        path.unlink()
    _remove_empty(folder)
    written = [uri for uri, text in files.items() if write_file(folder / uri, text)]
    return [*written, *(path.relative_to(folder).as_posix() for path in stale)]


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []


def _remove_empty(folder: Path) -> None:
    for path in sorted((p for p in folder.rglob("*") if p.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()
