"""A file on disk, replaced at once: nobody ever reads half of it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_file(path: Path, text: str, *, lasting: bool = False) -> bool:
    """Make a file hold this text, with its folder; False when it does already. It keeps its permissions.

    `lasting` waits until the disk has it: for what people wrote, which nothing can make again after a power cut.
    """
    data = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        if path.is_file():
            shutil.copymode(path, draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return True
