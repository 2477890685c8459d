"""One writer at a time for the docs tree: a build, or one rebuild of a preview; the others wait for their turn."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_WITHOUT = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
"""What file systems answer that know no locks."""


@contextmanager
def turn(docs: Path, say: Callable[[str], None]) -> Iterator[int | None]:
    """Wait until nobody else writes `docs` or builds from it, telling `say` for whom; it is ours until the block ends.

    Gives the descriptor to hand to programs that go on with the same work: the turn lasts until the last of them ends,
    however they end. It is None where the parent process has the turn, whose work this then is.
    """
    docs.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(docs.parent / f".{docs.name}.lock", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        ours = _take(handle, docs, say)
        yield handle if ours else None
    finally:
        os.close(handle)


def _take(handle: int, docs: Path, say: Callable[[str], None]) -> bool:
    """Lock the file and write our number into it; False when our parent has locked it."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip()
        if holder == str(os.getppid()):
            return False
        say(f"waiting for process {holder or '?'}, which is building from {docs}; if it hangs, stop it: kill {holder}")
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError as error:
        if error.errno not in _WITHOUT:
            raise
    os.ftruncate(handle, 0)
    os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
    return True
