"""The sample's pages as Markdown, and its feeds, compared with tests/golden/pages/, which is reviewed like code.

`pytest --update-golden` rewrites the folder; review the difference.
"""

from __future__ import annotations

import difflib
import shutil
from itertools import islice
from pathlib import Path

import pytest

from generator.pipeline import Project, check_content, write_pages
from tests.projects import REPOSITORY, SAMPLE, TEMPLATES

GOLDEN = REPOSITORY / "tests" / "golden" / "pages"
KINDS = ("*.md", "changes.atom", "changes.json")
SHOWN = 40
"""Lines of difference that are printed for one page."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every page and feed of the sample, by its place in the docs tree."""
    docs = tmp_path_factory.mktemp("docs")
    write_pages(Project(SAMPLE, TEMPLATES, docs))
    return _texts(docs)


def _texts(folder: Path) -> dict[str, str]:
    paths = [path for kind in KINDS for path in folder.rglob(kind)]
    found = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}
    return dict(sorted(found.items()))


def _difference(uri: str, expected: str, actual: str) -> str:
    lines = difflib.unified_diff(
        expected.splitlines(), actual.splitlines(), f"golden/{uri}", f"now/{uri}", lineterm="", n=1
    )
    return "\n".join(islice(lines, SHOWN))


def test_pages_read_as_before(pages: dict[str, str], update_golden: bool) -> None:
    if update_golden:
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for uri, text in pages.items():
            (GOLDEN / uri).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / uri).write_text(text, "utf-8", newline="\n")
    golden = _texts(GOLDEN)
    uris = sorted({*golden, *pages})
    differences = [_difference(uri, golden.get(uri, ""), pages.get(uri, "")) for uri in uris]

    assert not any(differences), "\n".join(["run make golden and review:", *filter(None, differences)])


def test_sample_has_no_problems() -> None:
    assert () == check_content(SAMPLE).problems
