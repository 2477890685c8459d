"""Full-text search by Pagefind: an index that costs nothing until a reader searches.

Letters and digits of the Arabic script are written in more than one way. They are made one here and, with the same
table, in the search page's script, so that ۵۸, ٥٨ and 58, or ي and ی, find each other.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

_SAME = {
    "ي": "ی",
    "ى": "ی",
    "ې": "ی",
    "ۍ": "ی",
    "ئ": "ی",
    "ك": "ک",
    "ګ": "گ",
    "ة": "ه",
    "ۀ": "ه",
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ؤ": "و",
}
_DIGITS = {chr(zero + n): str(n) for zero in (0x0660, 0x06F0) for n in range(10)}
_HIDDEN = (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_MARKS = (0x0640, *range(0x064B, 0x0660), 0x0670, *_HIDDEN)
_DROPPED = {chr(code): "" for code in _MARKS}
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Pagefind's own search boxes; ours is in the theme."""
TABLE = str.maketrans(_SAME | _DIGITS | _DROPPED)


class SearchError(Exception):
    """Pagefind failed; the message is what it printed."""


def normalise(text: str) -> str:
    """Write Arabic-script letters and digits in one way."""
    return text.translate(TABLE)


def index_site(site: Path, pages: Iterable[Path]) -> None:
    """Write the index of these pages into `site`/pagefind. Raises SearchError when Pagefind fails.

    Pagefind's program reads a copy whose letters are normalised: through its Python interface, one call a page, the
    same work takes forty times as long.
    """
    with tempfile.TemporaryDirectory() as copies:
        for page in pages:
            copy = Path(copies) / page.relative_to(site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(normalise(page.read_text("utf-8")), "utf-8")
        _run(Path(copies), site / "pagefind")
    for unused in _UNUSED:
        for path in (site / "pagefind").glob(unused):
            path.unlink()


def _run(pages: Path, bundle: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(bundle)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        raise SearchError(f"the search index could not be made\n{done.stdout.strip()}")
