"""Real git repositories for the tests, made from folders of content."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import BASE, BRIEFING
from tests.projects import TEMPLATES

ARMY = "claims/2031-03-06-arvenian-army.yml"


@dataclass(frozen=True)
class Cloned:
    """A project in a repository."""

    top: Path
    root: Path
    """The project's folder, at the top or below it."""

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def briefing(self) -> Path:
        return self.content / BRIEFING

    def git(self, *arguments: str) -> str:
        """Run git as somebody without a configuration of their own; it must succeed."""
        return run_git(self.top, *arguments)

    def replace(self, old: str, new: str, name: str = ARMY) -> None:
        path = self.briefing / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def commit(self, subject: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", subject)
        return self.git("rev-parse", "HEAD")

    def clone(self, target: Path, *arguments: str) -> Cloned:
        """A clone over the wire protocol, so that --depth is heeded."""
        run_git(self.top, "clone", "--quiet", *arguments, f"file://{self.top}", str(target))
        return Cloned(target, target / self.root.relative_to(self.top))


def run_git(folder: Path, *arguments: str) -> str:
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    who |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env={**os.environ, **who, **alone}, text=True, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def make_repository(top: Path, below: str = "") -> Cloned:
    """A repository whose only commit, on main, publishes the base briefing."""
    root = top / below
    root.mkdir(parents=True)
    shutil.copytree(BASE, root / "content" / BRIEFING)
    (root / "site_templates").symlink_to(TEMPLATES)
    made = Cloned(top, root)
    run_git(top, "init", "--quiet", "--initial-branch=main")
    made.commit("publish")
    return made
