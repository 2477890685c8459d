"""A file on disk, replaced at once: nobody ever reads half of it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_file(path: Path, text: str) -> bool:
    """Make a file hold this text, with its folder; False when it does already. It keeps its permissions."""
    data = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(data)
        if path.is_file():
            shutil.copymode(path, draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return True
