"""Talking to Pagefind's program: pages go in, in our order, and the files of the index come back.

Pagefind's Python package waits a tenth of a second for each answer, and its command line numbers the pages as the disk
lists them and waits for ever where it may not write. So its program is spoken to as that package does it: messages and
answers are JSON in base64, each ending in a comma.
"""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterable
from typing import IO, Any

from pagefind.service import get_executable


class SearchError(Exception):
    """Pagefind failed; the message says how."""


def index_pages(pages: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """The files of the index of pages (path on the site, HTML), by their path below pagefind/.

    Raises SearchError when Pagefind is missing or cannot do it.
    """
    program = get_executable()
    if program is None:
        raise SearchError("the search index could not be made\nthe program of Pagefind is not installed")
    with subprocess.Popen([program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        index = _ask(running, {"type": "NewIndex", "config": {}})["index_id"]
        for path, html in pages:
            _ask(running, {"type": "AddFile", "index_id": index, "file_path": path, "file_contents": html})
        answer = _ask(running, {"type": "GetFiles", "index_id": index})
    return {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}


def _ask(running: subprocess.Popen[bytes], payload: dict[str, Any]) -> dict[str, Any]:
    """Send one message and wait for its answer."""
    assert running.stdin
    assert running.stdout
    try:
        running.stdin.write(_packed({"message_id": 0, "payload": payload}))
        running.stdin.flush()
        answer: dict[str, Any] = json.loads(base64.b64decode(_answer(running.stdout)))["payload"]
    except (OSError, ValueError, KeyError) as error:
        raise SearchError(f"the search index could not be made\nPagefind stopped: {error}") from None
    if answer["type"] == "Error":
        raise SearchError(f"the search index could not be made\n{answer['message']}")
    return answer


def _packed(message: dict[str, Any]) -> bytes:
    return base64.b64encode(json.dumps(message).encode()) + b","


def _answer(stream: IO[bytes]) -> bytes:
    """What comes before the next comma; nothing follows it before the next question."""
    parts: list[bytes] = []
    while not (parts and parts[-1].endswith(b",")):
        part = stream.read1(1 << 20)  # type: ignore[attr-defined]  # a pipe is buffered
        if not part:
            raise ValueError("no answer")
        parts.append(part)
    return b"".join(parts)[:-1]
