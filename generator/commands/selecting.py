"""Which files of content/ a command was asked about, as editors and pre-commit name them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click


def named_files(root: Path, paths: Iterable[Path]) -> tuple[str, ...]:
    """The paths as problems show them, 'content/…'; all of content/ where none is given.

    Paths are absolute or relative to the working directory. Raises UsageError for one that does not exist
    or lies elsewhere.
    """
    return tuple(_named(root, path) for path in paths) or ("content",)


def lies_in(file: str, named: Iterable[str]) -> bool:
    """Whether a file is one of those that were named, or lies in a folder that was."""
    return any(file == name or file.startswith(f"{name}/") for name in named)


def _named(root: Path, path: Path) -> str:
    if not (path.exists() or path.is_symlink()):
        raise click.UsageError(f"there is no '{path}'")
    content = (root / "content").resolve()
    # The folders are resolved, a link itself is not: that it is one is a problem to be shown.
    whole = path.resolve() if path.name in ("", "..") else path.parent.resolve() / path.name
    if whole != content and content not in whole.parents:
        raise click.UsageError(f"'{path}' does not lie in {root / 'content'}; only the content is checked")
    return Path("content", whole.relative_to(content)).as_posix()
