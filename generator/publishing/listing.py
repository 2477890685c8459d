"""The files of a site, in a folder or in a ZIP: what may be read, and what is refused unread."""

from __future__ import annotations

import os
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

NAME = re.compile(r"(?!(.*/)?[.]{1,2}(/|$))[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*")
"""What every host, stick and system keeps as it is. No part is '.' or '..', so that none leads out of the folder."""
_MOST = 2_000_000_000
"""Bytes that a ZIP may unpack to."""


@dataclass(frozen=True)
class Listing:
    """What lies in a folder or a ZIP."""

    files: dict[str, Callable[[], IO[bytes]]]
    """How each file is opened, by its path with '/'."""
    refused: tuple[str, ...]
    """What is no plain file, or has no plain name: 'refused: a/b (is a link)', in order."""


class ListingError(Exception):
    """Neither a folder nor a ZIP that can be read; the message says why."""


@contextmanager
def listed(path: Path) -> Iterator[Listing]:
    """The files of a folder, or of a ZIP while it is open. Raises ListingError when it is neither."""
    if path.is_dir():
        yield list_folder(path)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            yield list_zip(archive)
    except FileNotFoundError:
        raise ListingError(f"there is no '{path}'") from None
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise ListingError(f"'{path}' is neither a folder nor a whole ZIP: {error}") from None


def list_folder(folder: Path) -> Listing:
    """Every file below a folder; no link is followed."""
    found = [(path.relative_to(folder).as_posix(), path) for path in _below(folder)]
    odd = {name: why for name, path in found if (why := _odd_file(path))}
    return _sorted_out({name: _opener(path) for name, path in found}, [name for name, _ in found], odd)


def _opener(path: Path) -> Callable[[], IO[bytes]]:
    return lambda: path.open("rb")


def _below(folder: Path) -> Iterator[Path]:
    """Whatever is no folder; links to folders too."""
    with os.scandir(folder) as inside:
        for entry in inside:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(Path(entry.path))
            else:
                yield Path(entry.path)


def _odd_file(path: Path) -> str:
    mode = path.lstat().st_mode
    return "" if stat.S_ISREG(mode) else "is a link" if stat.S_ISLNK(mode) else "is no plain file"


def list_zip(archive: zipfile.ZipFile) -> Listing:
    """Every file of a ZIP, by its path below the one folder that holds them all, if there is one."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if sum(entry.file_size for entry in entries) > _MOST:
        raise ListingError(f"the ZIP would unpack to more than {_MOST:,} bytes")
    tops = {entry.filename.partition("/")[0] for entry in entries if "/" in entry.filename}
    top = f"{tops.pop()}/" if len(tops) == 1 and all("/" in entry.filename for entry in entries) else ""
    names = [(entry.filename.removeprefix(top), entry) for entry in entries]
    odd = {name: why for name, entry in names if (why := _odd_entry(entry))}
    return _sorted_out({name: partial(archive.open, entry) for name, entry in names}, [name for name, _ in names], odd)


def _odd_entry(entry: zipfile.ZipInfo) -> str:
    mode = entry.external_attr >> 16
    if stat.S_ISLNK(mode):
        return "is a link"
    return (
        "is encrypted" if entry.flag_bits & 1 else "" if stat.S_IFMT(mode) in (0, stat.S_IFREG) else "is no plain file"
    )


def _sorted_out(files: dict[str, Callable[[], IO[bytes]]], names: Iterable[str], odd: dict[str, str]) -> Listing:
    """Set aside what is odd, what has an odd name, and names that are one on systems that ignore case."""
    seen: dict[str, str] = {}
    for name in sorted(names):
        if not NAME.fullmatch(name):
            odd.setdefault(name, "has a name that not every system keeps")
        elif name.lower() in seen:
            odd.setdefault(name, f"is the same as {seen[name.lower()]} on systems that ignore case")
        seen[name.lower()] = name
    refused = tuple(f"refused: {_shown(name)} ({odd[name]})" for name in sorted(odd))
    return Listing({name: files[name] for name in sorted(files) if name not in odd}, refused)


def _shown(name: str) -> str:
    """A name that a terminal cannot be led astray by."""
    return name if name.isprintable() and "\\" not in name else ascii(name)
