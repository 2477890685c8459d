"""`mkdocs serve`: a good save shows, a bad one leaves the page as it was and says what is wrong."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.projects import make_project

pytestmark = pytest.mark.site

EVENT = "content/arvenia-belmark-2031/events/2031-03-12-truce.yml"
PAGE = "arvenia-belmark-2031/events/2031-03-12-truce/"
PATIENCE = 60.0
"""Seconds that anything here may take; it takes five."""


class Server:
    """`mkdocs serve` on a port of its own, and what it prints."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.log = root / "serve.log"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", self.address]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, cwd=root, stdout=log, stderr=log, env=os.environ)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()

    def printed(self) -> str:
        return self.log.read_text("utf-8")

    def page(self) -> str:
        try:
            with urllib.request.urlopen(f"http://{self.address}/{PAGE}", timeout=PATIENCE) as answer:
                return str(answer.read(), "utf-8")
        except (urllib.error.URLError, ConnectionError):
            return ""

    def wait(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            assert self.process.poll() is None, self.printed()
            assert time.monotonic() < end, self.printed()
            time.sleep(0.1)

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(make_project(tmp_path_factory.mktemp("serve")))
    try:
        server.wait(lambda: "Truce at the Sorn" in server.page())
        yield server
    finally:
        server.stop()


def test_saves_good_and_bad(server: Server) -> None:
    """One story, because each step starts from the one before."""
    server.edit(EVENT, "title: Truce at the Sorn", "title: Truce on the river")
    server.wait(lambda: "Truce on the river" in server.page())

    server.edit(EVENT, "type: strategic-developments", "type: strategic")
    server.wait(lambda: f"{EVENT}:6:7: error: unknown type 'strategic'" in server.printed())
    assert "Truce on the river" in server.page()
    assert "Traceback" not in server.printed()

    server.edit(EVENT, "type: strategic\n", "type: strategic-developments\n")
    server.edit(EVENT, "title: Truce on the river", "title: Truce that holds")
    server.wait(lambda: "Truce that holds" in server.page())

    server.edit("site_templates/pages/event.j2", '{{ say("events.what") }}', "Sort of event")
    server.wait(lambda: "Sort of event" in server.page())

    server.edit("site_templates/pages/event.j2", "Sort of event", "{{ nothing_of_this_name }}")
    server.wait(lambda: "nothing_of_this_name" in server.printed())

    server.edit("site_templates/pages/event.j2", "{{ nothing_of_this_name }}", "What sort")
    server.wait(lambda: "What sort" in server.page())
