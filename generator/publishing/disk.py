"""What the disk refuses, in words that say what to do; and making sure that it has what it was given."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_LIBC = ctypes.CDLL(None, use_errno=True)


class DiskError(Exception):
    """A folder or file that may not or cannot be written; the message says what to do."""


def explained(error: OSError) -> str:
    """What went wrong, with the file that it is about, and what to do."""
    file = error.filename2 or error.filename
    about = f"'{os.fsdecode(file)}'" if isinstance(file, str | bytes | os.PathLike) else "a file"
    if error.errno in _FULL:
        return f"the disk is full: cannot write {about} (make room, then do the same again)"
    if error.errno == errno.EFBIG:
        return f"cannot write {about}: it is larger than files may be here (raise that limit: ulimit -f)"
    if error.errno in _FORBIDDEN:
        return f"may not write {about}: {_reason(error)} (change who may write there, or choose another folder)"
    if error.errno in (errno.EBUSY, errno.EXDEV):
        return f"cannot replace {about}: {_reason(error)} (a disk is mounted there: choose a folder inside it)"
    return f"cannot read or write {about}: {_reason(error)}"


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def flush(folder: Path) -> None:
    """Wait until the disk holds everything below a folder, so that not even a power cut can leave a part of it.

    One call for the whole file system where there is one (Linux): a call for each file takes many times as long.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        if not hasattr(_LIBC, "syncfs"):
            os.sync()
        elif _LIBC.syncfs(handle):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))
    finally:
        os.close(handle)


def flush_names(folder: Path) -> None:
    """Wait until the disk holds the names in one folder; what they name is left to `flush`."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
