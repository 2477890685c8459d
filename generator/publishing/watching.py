"""Watching what people edit, so that nothing they do to it ends the watching."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from watchdog.observers.polling import PollingObserverVFS

_EVERY = 0.5
"""Seconds between two looks."""


def observer_of(root: Path, names: Collection[str]) -> PollingObserverVFS:
    """An observer for which a project's folder holds only these names.

    Watching the folder itself goes on when one of them is deleted, renamed or replaced and comes back; an observer of
    the file or folder would stop there for good.
    """

    def listed(folder: str | None) -> Iterator[os.DirEntry[str]]:
        found = os.scandir(folder)
        return (entry for entry in found if entry.name in names) if folder == str(root) else found

    return PollingObserverVFS(stat=os.stat, listdir=listed, polling_interval=_EVERY)
