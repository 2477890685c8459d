"""Running MkDocs on the written pages, and reading its settings."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

QUIET = {"NO_MKDOCS_2_WARNING": "1"}
"""The theme announces MkDocs 2 at each run; we stay on 1.x on purpose."""


_TEMPLATE_FRAME = re.compile(r'File "([^"\n]*site_templates[^"\n]*)", line (\d+)')


class EngineError(Exception):
    """The site engine failed; the message is what it printed. Raised by the functions here."""


def build_site(root: Path, site: Path, turn: int | None = None) -> str:
    """Have MkDocs, with our plugin in it, build the site and put it in place; `site` is untouched when anything fails.

    `turn` is the descriptor of our turn, which MkDocs' process shares. Returns what it printed.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(site.absolute())]
    return run(command, root, () if turn is None else (turn,))


def published_at(root: Path) -> str:
    """The address that mkdocs.yml names for the published site, with a final '/'; empty where it names none."""
    address = find_setting(root, "site_url")
    return address.rstrip("/") + "/" if address else ""


def find_setting(root: Path, name: str) -> str | None:
    """A setting of mkdocs.yml that is one line of plain text, as written there; None where it is not set."""
    text = (root / "mkdocs.yml").read_text("utf-8")
    found = re.search(
        rf"^{name}:[ \t]*(?:\"([^\"\n]*)\"|'([^'\n]*)'|([^\s\"'#].*?))?(?:[ \t]+#.*|[ \t]*)$", text, re.MULTILINE
    )
    return next((value for value in found.groups() if value is not None), None) if found else None


def language_at(root: Path) -> str:
    """The language that mkdocs.yml sets for its theme; empty where it sets none."""
    pattern = r"^theme:[ \t]*(?:#.*)?\n(?:[ \t]+.*\n|[ \t]*\n)*?[ \t]+language:\s*[\"']?([\w-]+)"
    found = re.search(pattern, (root / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    return found[1] if found else ""


def serve_site(root: Path, address: str) -> int:
    """Run MkDocs' server until it is stopped; returns its exit code."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    return subprocess.run(command, cwd=root, env=os.environ | QUIET, check=False).returncode


def run(command: list[str], root: Path, handles: Collection[int] = ()) -> str:
    """Run a command in the project's folder, with open descriptors to share; returns what it printed.

    Raises EngineError with that when it fails.
    """
    done = subprocess.run(
        command,
        cwd=root,
        env=os.environ | QUIET,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        pass_fds=handles,
    )
    if done.returncode:
        raise EngineError(_told(done.stdout.strip(), root) or f"MkDocs was stopped by signal {-done.returncode}")
    return done.stdout.strip()


def _told(output: str, root: Path) -> str:
    """What the engine printed; of a traceback through a template of ours, the line in it and what is wrong there."""
    frames = _TEMPLATE_FRAME.findall(output) if "Traceback (most recent call last)" in output else []
    if not frames:
        return output
    path, line = frames[-1]
    what = output.splitlines()[-1].partition(": ")[2]
    return f"{Path(os.path.relpath(path, root)).as_posix()}:{line}: error: {what}"
