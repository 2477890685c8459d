"""A host that sends headers, as Netlify and Cloudflare Pages do; and a stranger's, which keeps what it is asked."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import BinaryIO

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">\n?')

Rules = dict[str, list[tuple[str, str]]]


def read_headers_file(text: str) -> Rules:
    """A file `_headers`: a pattern on a line of its own, and below it, indented, the headers of what it fits."""
    rules: Rules = {}
    for line in text.splitlines():
        if line.startswith("/"):
            rules[line] = []
        elif line.strip():
            name, _, value = line.partition(":")
            rules[list(rules)[-1]].append((name.strip(), value.strip()))
    return rules


def fits(pattern: str, address: str) -> bool:
    """As these hosts read patterns: '*' is whatever comes, ':name' one step of the path."""
    pieces = (re.escape(piece) for piece in re.split(r"[*]|:\w+", pattern))
    wild = [".*" if mark == "*" else "[^/]+" for mark in re.findall(r"[*]|:\w+", pattern)]
    return re.fullmatch("".join(a + b for a, b in zip(pieces, [*wild, ""], strict=True)), address) is not None


def headers_for(address: str, rules: Rules) -> dict[str, str]:
    """The headers of every rule that fits; what several name is joined with commas."""
    found: dict[str, str] = {}
    for pattern, headers in rules.items():
        for name, value in headers if fits(pattern, address) else ():
            found[name] = f"{found[name]}, {value}" if name in found else value
    return found


@dataclass
class Host:
    """A host with a site on it."""

    rules: Rules
    root: str = ""
    injected: str = ""
    """What somebody has got into every page."""


class _Answer(SimpleHTTPRequestHandler):
    host: Host

    def send_head(self) -> BytesIO | BinaryIO | None:
        found = super().send_head()
        if found is None or not self.guess_type(found.name).startswith("text/html"):
            return found
        with found:
            return BytesIO(found.read().replace(b"</main>", f"{self.host.injected}</main>".encode()))

    def send_header(self, keyword: str, value: str) -> None:
        if keyword != "Content-Length":
            super().send_header(keyword, value)

    def end_headers(self) -> None:
        for name, value in headers_for(self.path.partition("?")[0], self.host.rules).items():
            if name != "Content-Type":
                self.send_header(name, value)
        super().end_headers()

    def guess_type(self, path: str | PathLike[str]) -> str:
        given = headers_for(self.path.partition("?")[0], self.host.rules).get("Content-Type")
        return given or super().guess_type(path)

    def log_message(self, *_: object) -> None:
        """Say nothing: what goes wrong shows in the browser."""


@contextmanager
def running(handler: object) -> Iterator[str]:
    """A server on a free port; gives the address of its root."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)  # type: ignore[arg-type]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def serve_with_headers(site: Path, *, headers: bool = True) -> Iterator[Host]:
    """Serve a folder, with or without the headers that its file `_headers` names."""
    host = Host(read_headers_file((site / "_headers").read_text("utf-8")) if headers else {})
    with running(partial(type("Answer", (_Answer,), {"host": host}), directory=str(site))) as host.root:
        yield host


def without_policies(site: Path, to: Path) -> Path:
    """A copy of a site whose pages carry no policy of their own."""
    shutil.copytree(site, to)
    for page in to.rglob("*.html"):
        page.write_text(POLICY.sub("", page.read_text("utf-8")), "utf-8")
    return to


@dataclass
class Stranger:
    """Another site, and what it was asked for."""

    root: str
    asked: list[str] = field(default_factory=list)
    referrers: list[str | None] = field(default_factory=list)


@contextmanager
def stranger() -> Iterator[Stranger]:
    """Somebody else's host: answers everything, to everybody, and remembers."""
    seen = Stranger("")

    class _Stranger(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.asked.append(self.path.strip("/").partition("?")[0])
            seen.referrers.append(self.headers.get("Referer"))
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Type", "text/javascript" if "script" in self.path else "text/html")
            self.end_headers()

        do_POST = do_GET  # noqa: N815 - the standard library's name

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with running(_Stranger) as root:
        seen.root = root
        yield seen
