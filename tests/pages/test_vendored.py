"""What others wrote is kept as they published it, with its licence beside it."""

from __future__ import annotations

import hashlib

from tests.projects import REPOSITORY, TEMPLATES

VENDOR = TEMPLATES / "theme" / "assets" / "vendor"
FILES = {
    "ufuzzy/LICENSE.txt": "b43d07fcc08f2b2831cdf80bbff2102288222e8b5750b8f92b361dd6bf10dd17",
    "ufuzzy/ufuzzy-1.0.19.js": "974c01859c55217ec8aa408579f4e8d14db6fe7e51800dbea0640b207c102134",
}
"""SHA-256 of each file as it is in the package that npm serves."""


def test_nothing_is_changed_and_nothing_else_is_there() -> None:
    kept = {path.relative_to(VENDOR).as_posix(): path for path in VENDOR.rglob("*") if path.is_file()}

    assert {*FILES} == {*kept}
    assert FILES == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in kept.items()}


def test_the_readme_names_it_with_its_licence() -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")

    assert "uFuzzy" in readme
    assert "1.0.19" in readme
    assert 'vendor/ufuzzy/ufuzzy-1.0.19.js"' in (TEMPLATES / "theme" / "assets" / "finder.js").read_text("utf-8")
