"""Whole projects for the tests: a content folder with the repository's own templates and settings around it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parent.parent
SAMPLE = REPOSITORY / "tests" / "sample" / "content"
TEMPLATES = REPOSITORY / "site_templates"


@dataclass(frozen=True)
class Built:
    """A project after a build, and what the build printed."""

    root: Path
    printed: str

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def docs(self) -> Path:
        return self.root / "build" / "docs"

    def pages(self) -> dict[str, str]:
        """The HTML of every page, by its address."""
        return {
            path.parent.relative_to(self.site).as_posix().removeprefix(".") + "/": path.read_text("utf-8")
            for path in sorted(self.site.rglob("index.html"))
        }


def make_project(root: Path, content: Path = SAMPLE) -> Path:
    """Lay out a project of its own below `root`, as a fresh clone has it."""
    shutil.copytree(content, root / "content")
    shutil.copytree(TEMPLATES, root / "site_templates")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    (root / "build" / "docs").mkdir(parents=True)
    return root


def run_module(*arguments: str, root: Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run `python -m …` in a project's folder; what it prints on both streams is in `stdout`."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=root,
        **options,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def build_project(root: Path) -> Built:
    """Run `briefings build`, which must succeed."""
    done = run_module("generator", "build", root=root)

    assert 0 == done.returncode, done.stdout
    return Built(root, done.stdout)


def hashes(folder: Path) -> dict[str, str]:
    """The hash of every file below a folder, by its path in it."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
