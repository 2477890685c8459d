"""A plain static server for built sites, as small as hosts come: no compression, no special rules."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Quiet(SimpleHTTPRequestHandler):
    missing: Path | None = None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """As static hosts do: a page of the site's own under the address that was asked for."""
        if code != HTTPStatus.NOT_FOUND or self.missing is None:
            return super().send_error(code, message, explain)
        page = self.missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)
        return None

    def log_message(self, *_: object) -> None:
        """Say nothing: what goes wrong shows in the browser."""


@contextmanager
def serve(folder: Path, missing: Path | None = None) -> Iterator[str]:
    """Serve a folder on a free port; gives the address of its root, which ends in '/'.

    `missing` is the page for addresses that are not there; without one, the server says so in its own words.
    """
    handler = type("Handler", (_Quiet,), {"missing": missing})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
