"""The docs tree on disk: written only where text changed, stale files removed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.publishing.disk import DiskError
from generator.publishing.files import write_file

MARKER = ".gitignore"
"""Says that the folder is ours, and holds it in git while it is empty, so that MkDocs finds it on a fresh clone."""
MARK = "# Written by briefings, emptied at each run, never edited.\n*\n!.gitignore\n"


def write_docs(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Make `folder` hold exactly `files` (uri -> text) and the marker; returns the uris that were written or removed.

    Raises DiskError when the folder holds something and has no marker: whatever it is, it would be lost.
    """
    _check_ours(folder)
    write_file(folder / MARKER, MARK)
    wanted = {folder / uri for uri in (*files, MARKER)}
    stale = [path for path in sorted(_files(folder)) if path not in wanted]
    for path in stale:
        path.unlink()
    _remove_empty(folder)
    written = [uri for uri, text in files.items() if write_file(folder / uri, text)]
    return [*written, *(path.relative_to(folder).as_posix() for path in stale)]


def _check_ours(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise DiskError(f"'{folder}' is no folder (the generated pages need one of their own: docs_dir: build/docs)")
    marker = folder / MARKER
    inside = [path.name for path in folder.iterdir()] if folder.exists() else []
    started = all(name.startswith(f".{MARKER}") for name in inside)  # by a run that was killed at its first file
    if not started and not (marker.is_file() and marker.read_bytes() == MARK.encode()):
        raise DiskError(
            f"'{folder}' was not made by this program, and all that is in it would be lost "
            "(name a folder in mkdocs.yml that may be emptied: docs_dir: build/docs)"
        )


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()] if folder.is_dir() else []


def _remove_empty(folder: Path) -> None:
    for path in sorted((p for p in folder.rglob("*") if p.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()
