"""Full-text search by Pagefind: an index that costs nothing until a reader searches."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from generator.model.script import one_script

_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Pagefind's own search boxes; ours is in the theme."""


class SearchError(Exception):
    """Pagefind failed; the message is what it printed."""


def index_site(site: Path, pages: Iterable[Path]) -> None:
    """Write the index of these pages into `site`/pagefind. Raises SearchError when Pagefind fails.

    Pagefind's program reads a copy whose letters are normalised: through its Python interface, one call a page, the
    same work takes forty times as long.
    """
    with tempfile.TemporaryDirectory() as copies:
        for page in pages:
            copy = Path(copies) / page.relative_to(site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(one_script(page.read_text("utf-8")), "utf-8")
        _run(Path(copies), site / "pagefind")
    for unused in _UNUSED:
        for path in (site / "pagefind").glob(unused):
            path.unlink()


def _run(pages: Path, bundle: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(bundle)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        raise SearchError(f"the search index could not be made\n{done.stdout.strip()}")
