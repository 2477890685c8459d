"""Exchanging two folders: in one step where the system can, so that no moment is without one of them."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

_LIBC = ctypes.CDLL(None, use_errno=True)
_HERE = -100
"""AT_FDCWD: paths are meant as they are."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS."""
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What systems and file systems answer that have no exchange."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange two existing folders of one file system in one step; False where that is not possible."""
    if hasattr(_LIBC, "renameat2"):
        failed = _LIBC.renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    elif hasattr(_LIBC, "renamex_np"):
        failed = _LIBC.renamex_np(os.fsencode(one), os.fsencode(other), _EXCHANGE)
    else:
        return False
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
