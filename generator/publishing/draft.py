"""The next site beside the old one, and how it takes its place: whole, or not at all.

Beside `site` stands `.site.draft-…/` while a build runs. It holds `new`, and is locked by the build's process: the lock
ends with the process, however it ends, and the next build clears up. A site is put in place by one exchange of two
folders; where the system has none, by two renames, between which the old one stands in the draft as `old`. A build that
is killed just there leaves no site, until the next build puts the old one back.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.disk import DiskError, flush, flush_names
from generator.publishing.exchange import exchange
from generator.publishing.manifest import MANIFEST

_OURS = (MANIFEST, "pagefind")
"""A folder with one of these in it was built here; sites had no manifest before there were any."""


@dataclass
class Draft:
    """A folder in which the next site is built. The old one is untouched until `put_in_place`."""

    site: Path
    folder: Path
    lock: int
    in_one_step: bool = True
    """Whether the old site was exchanged for the new one without a moment between; known afterwards."""

    @property
    def new(self) -> Path:
        """Where to build."""
        return self.folder / "new"

    def put_in_place(self, *, lasting: bool = True) -> None:
        """Put what was built in the place of the old site; `lasting` makes sure that a power cut cannot undo half.

        Raises OSError when the system refuses; the old site is then as it was.
        """
        if lasting:
            flush(self.new)
        replace(self)
        if lasting:
            flush_names(self.site.parent)
        self.discard()

    def discard(self) -> None:
        """Remove the draft, with the old site if that has been replaced; never raises."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.lock >= 0:
            os.close(self.lock)
            self.lock = -1


def begin_draft(site: Path) -> Draft:
    """Start the next build of a site, after clearing up what builds that were killed have left.

    A link is followed: what it leads to is replaced. Raises DiskError when the folder holds something else than a site
    that was built here, and OSError when nothing can be written beside it.
    """
    site = site.resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    clear_up(site)
    if not may_be_replaced(site):
        raise DiskError(f"'{site}' holds something other than a site built here (choose a new folder)")
    draft = _lock_one(site)
    draft.new.mkdir()
    return draft


def _lock_one(site: Path) -> Draft:
    """A new draft; between its making and its lock, another build may have taken it for one that was left."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_prefix(site), dir=site.parent))
        lock = os.open(folder, os.O_RDONLY)
        fcntl.flock(lock, fcntl.LOCK_EX)
        if folder.exists():
            return Draft(site, folder, lock)
        os.close(lock)


def may_be_replaced(site: Path) -> bool:
    """Whether a folder is free, or holds a site that was built here; anything else would be lost."""
    if not site.exists():
        return True
    return site.is_dir() and (not any(site.iterdir()) or any((site / name).exists() for name in _OURS))


def replace(draft: Draft) -> None:
    """Let the old and the new site change places, or give the first one its place."""
    if not draft.site.exists():
        draft.new.rename(draft.site)
        return
    draft.in_one_step = exchange(draft.new, draft.site)
    if not draft.in_one_step:
        replace_by_renames(draft)


def replace_by_renames(draft: Draft) -> None:
    """The same in two steps; when the second fails, the first is taken back."""
    old = draft.folder / "old"
    draft.site.rename(old)
    try:
        draft.new.rename(draft.site)
    except OSError:
        old.rename(draft.site)
        raise


def clear_up(site: Path) -> None:
    """Remove the drafts whose build has ended; put the old site back where a build was killed between two renames."""
    for folder in _abandoned(site):
        if (folder / "old").is_dir() and not site.exists():
            (folder / "old").rename(site)
        shutil.rmtree(folder, ignore_errors=True)


def _abandoned(site: Path) -> Iterator[Path]:
    """Drafts of a site that no living process has locked."""
    drafts = [path for path in site.parent.iterdir() if path.name.startswith(_prefix(site))]
    for folder in sorted(path for path in drafts if path.is_dir() and not path.is_symlink()):
        lock = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield folder
        except BlockingIOError:
            continue
        finally:
            os.close(lock)


def _prefix(site: Path) -> str:
    return f".{site.name}.draft-"
