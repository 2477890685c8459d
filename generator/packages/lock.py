"""requirements.lock and pyproject.toml as records: what is installed, by which hashes, and who asked for it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

PROJECT = "conflict-briefings"
_ENTRY = re.compile(
    r"^([a-z0-9][a-z0-9._-]*)==(\S+)((?: \\\n {4}--hash=sha256:[0-9a-f]{64})+)\n((?: {4}#.*\n?)+)", re.MULTILINE
)
_ASKER = re.compile(r"# (?:via )? *([a-z0-9][a-z0-9._-]*)")


@dataclass(frozen=True, slots=True)
class Locked:
    """One package of the lock."""

    name: str
    version: str
    hashes: tuple[str, ...]
    """SHA-256 of each file that may be installed."""
    askers: frozenset[str]
    """The packages that need it; `PROJECT` where we ask for it ourselves."""


def read_lock(path: Path) -> tuple[Locked, ...]:
    """The packages of a lock that pip-compile wrote, in its order."""
    entries = _ENTRY.findall(path.read_text("utf-8"))
    return tuple(
        Locked(name, version, tuple(re.findall(r"sha256:(\w+)", hashes)), frozenset(_ASKER.findall(askers)) - {"via"})
        for name, version, hashes, askers in entries
    )


def read_direct(path: Path) -> Mapping[str, frozenset[str]]:
    """The packages that pyproject.toml names itself: to 'run' the program, and to 'dev'elop it."""
    project = tomllib.loads(path.read_text("utf-8"))["project"]
    return {"run": _names(project["dependencies"]), "dev": _names(project["optional-dependencies"]["dev"])}


def _names(requirements: Iterable[str]) -> frozenset[str]:
    return frozenset(re.split(r"[^A-Za-z0-9._-]", one, maxsplit=1)[0].lower().replace("_", "-") for one in requirements)


def needed_to_run(locked: Iterable[Locked], direct: Iterable[str]) -> frozenset[str]:
    """The packages without which the program does not run: those named, and what they ask for in turn."""
    packages = tuple(locked)
    found = frozenset(direct)
    while more := {one.name for one in packages if one.askers & found} - found:
        found |= more
    return found & {one.name for one in packages}
