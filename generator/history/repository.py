"""Git, asked only for what no configuration of its user changes: names of commits, and the bytes of files."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FILE_MODES = ("100644", "100755")


class StateError(Exception):
    """An earlier state that cannot be had; the text says why, and what to type."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a commit's folder."""

    path: str
    """'/'-separated, from the folder on; as it stands in the commit, so not yet to be trusted."""
    blob: str
    size: int
    is_file: bool
    """False for links and for other repositories."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around a folder, wherever in it the folder lies."""

    folder: Path
    prefix: str
    """The folder's path in the repository, '/'-separated."""

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """Find the repository; raises StateError where there is none, or where git refuses it."""
        done = _git(folder, "rev-parse", "--show-prefix")
        if done.returncode:
            raise StateError(f"git knows no repository around {folder}: {_last_line(done.stderr)}")
        return cls(folder, os.fsdecode(done.stdout).removesuffix("\n").rstrip("/"))

    def find_commit(self, ref: str) -> str | None:
        """The full name of the commit that a ref means."""
        found = self._line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}") if ref else None
        return found if found and found.isalnum() else None  # '^main' is a range, not a commit

    def find_merge_base(self, commit: str) -> str | None:
        """Where HEAD left the line of a commit, as far as the history here shows it.

        A merge of that commit contains it even where a shallow clone lacks both parents (a fork's merge ref).
        """
        base = self._line("merge-base", "HEAD", commit)
        return base or (commit if commit in self._parents() else None)

    def _parents(self) -> list[str]:
        header = os.fsdecode(_git(self.folder, "cat-file", "commit", "HEAD").stdout).partition("\n\n")[0]
        return [line.removeprefix("parent ") for line in header.splitlines() if line.startswith("parent ")]

    @property
    def is_shallow(self) -> bool:
        """Whether the clone lacks the older history."""
        return self._line("rev-parse", "--is-shallow-repository") == "true"

    def refs(self) -> list[str]:
        """Short names of all branches and tags, remote ones too."""
        return os.fsdecode(_git(self.folder, "for-each-ref", "--format=%(refname:short)").stdout).split()

    def entries(self, commit: str) -> Iterator[Entry]:
        """Everything in the folder at a commit; nothing where the commit has no such folder."""
        tree = self._line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}:{self.prefix}")
        if tree is None:
            return
        done = _git(self.folder, "ls-tree", "-r", "-l", "-z", "--full-tree", tree)
        if done.returncode:
            raise StateError(f"git cannot list {commit[:12]}: {_last_line(done.stderr)}")
        for record in filter(None, done.stdout.split(b"\0")):
            about, _, path = record.partition(b"\t")
            mode, _, blob, size = os.fsdecode(about).split()
            yield Entry(os.fsdecode(path), blob, int(size) if size.isdigit() else 0, mode in FILE_MODES)

    def blobs(self, names: list[str]) -> Iterator[bytes]:
        """The bytes of each, in order; raises StateError when the clone does not hold one."""
        answer = _git(self.folder, "cat-file", "--batch", stdin="".join(f"{name}\n" for name in names).encode()).stdout
        start = 0
        for name in names:
            end = answer.find(b"\n", start)
            header = answer[start:end].split()
            if len(header) != 3:
                raise StateError(f"this clone lacks the file {name[:12]} of that commit; fetch it: git fetch origin")
            start = end + 1 + int(header[2]) + 1
            yield answer[end + 1 : start - 1]

    def _line(self, *arguments: str) -> str | None:
        done = _git(self.folder, *arguments)
        return None if done.returncode else os.fsdecode(done.stdout).strip() or None


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run a plumbing command: their output does not depend on colours, line endings, attributes or languages."""
    command = ["git", "--no-replace-objects", "--no-optional-locks", "-C", str(folder), *arguments]
    # Git tells its hooks where the repository is, seen from another folder; it is found from the content here.
    environment = {name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE")}
    try:
        return subprocess.run(command, input=stdin, env=environment, capture_output=True, check=False)
    except FileNotFoundError:
        raise StateError("git is not installed; install it, or name a folder that holds the earlier content") from None


def _last_line(stderr: bytes) -> str:
    lines = os.fsdecode(stderr).strip().splitlines()
    return (lines or ["no reason given"])[-1].removeprefix("fatal: ")
