"""Whatever the disk, the clock or another build does: the old site stays whole, and the message says what to do."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conditions import can_mount, clock_of_1970, without_rights
from tests.projects import Built, hashes, make_project, run_module

pytestmark = pytest.mark.site

EVENT = "content/arvenia-belmark-2031/events/2031-03-12-truce.yml"


@pytest.fixture
def root(sample_site: Built, tmp_path: Path) -> Path:
    """The built sample with a change in it, so that there is something to build."""
    root = shutil.copytree(sample_site.root, tmp_path / "project")
    change(root)
    return root


def change(root: Path) -> None:
    event = root / EVENT
    event.write_text(event.read_text("utf-8").replace("title: Truce at the Sorn", "title: Truce on the river"), "utf-8")


def left_whole(root: Path, before: dict[str, str], done: subprocess.CompletedProcess[str], *said: str) -> None:
    """The build failed as it should: nothing changed, nothing left over, no traceback, and the reason."""
    assert done.returncode in (1, 2), done.stdout
    assert "Traceback" not in done.stdout, done.stdout
    assert before == hashes(root / "site")
    assert [] == [path.name for path in root.iterdir() if path.name.startswith(".site")]
    assert [] == [words for words in said if words not in done.stdout], done.stdout


def kilobytes(folder: Path) -> int:
    return int(subprocess.run(["du", "-sk", folder], capture_output=True, text=True, check=True).stdout.split()[0])


FULL = """
set -e
mount -t tmpfs -o size=$1 none "$2"
cp -a "$3/." "$2/"
cd "$2"
df -k --output=avail . | tail -1 >&2
status=0
"$4" -m generator build 2>&1 || status=$?
cd /
rm -rf "$5"
mkdir "$5"
cp -a "$2/." "$5/"
exit $status
"""
"""Copies a project onto a small disk that only this script sees, builds there, and brings back what is there then."""


@pytest.mark.skipif(not can_mount(), reason="this user may mount no disk")
@pytest.mark.parametrize("part", [0, 0.01, 0.1, 0.4, 0.7])
def test_a_full_disk(root: Path, tmp_path: Path, part: float) -> None:
    """There is room for a part of the new site."""
    before = hashes(root / "site")
    taken = kilobytes(root)
    (tmp_path / "disk").mkdir()
    after = tmp_path / "after"
    command = ["unshare", "-Urm", "sh", "-c", FULL, "sh", f"{taken + kilobytes(root / 'site') * part:.0f}k"]
    paths = [str(tmp_path / "disk"), str(root), sys.executable, str(after)]
    done = subprocess.run([*command, *paths], capture_output=True, text=True, check=False)

    assert after.is_dir(), done.stderr
    left_whole(after, before, done, "the disk is full: cannot write ", "make room, then do the same again")


@pytest.mark.parametrize("size", [0, 100, 20_000, 60_000])
def test_files_that_may_not_be_as_large_as_they_are(root: Path, size: int) -> None:
    """What a quota does to a file, in every process of the build."""
    before = hashes(root / "site")
    done = run_module(
        "generator", "build", root=root, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    )

    left_whole(root, before, done, "it is larger than files may be here")


def build_without_rights(root: Path) -> subprocess.CompletedProcess[str]:
    before = without_rights()
    if before is None:
        pytest.skip("root may write anywhere, and there is no setpriv to change that")
    command = [*before, sys.executable, "-m", "generator", "build"]
    return subprocess.run(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


@pytest.mark.parametrize("folder", [".", "site", "build", "build/docs/arvenia-belmark-2031"])
def test_a_folder_that_may_not_be_written(root: Path, folder: str) -> None:
    before = hashes(root / "site")
    shutil.rmtree(root / "build" / "docs" / "arvenia-belmark-2031" / "claims")
    (root / "build" / ".docs.lock").unlink()
    (root / folder).chmod(0o555)
    try:
        done = build_without_rights(root)
    finally:
        (root / folder).chmod(0o755)

    left_whole(root, before, done, "may not write '", "change who may write there, or choose another folder")


def test_two_builds_at_once_are_both_whole_and_the_second_says_that_it_waits(root: Path) -> None:
    command = [sys.executable, "-m", "generator", "build"]
    both = [
        subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(2)
    ]
    printed = [building.communicate()[0] for building in both]

    assert [0, 0] == [building.returncode for building in both], printed
    assert 1 == sum(f"waiting for process {other.pid}" in text for other in both for text in printed)
    assert 0 == run_module("generator", "verify", "site", root=root).returncode
    assert [] == [path.name for path in root.iterdir() if path.name.startswith(".site")]


def test_two_projects_that_build_one_site_are_both_whole(root: Path, tmp_path: Path) -> None:
    other = make_project(tmp_path / "other")
    command = [sys.executable, "-m", "generator", "build", "--output", str(tmp_path / "www")]
    both = [subprocess.Popen(command, cwd=place, stdout=subprocess.DEVNULL) for place in (root, other)]

    assert [0, 0] == [building.wait() for building in both]
    assert 0 == run_module("generator", "verify", "www", root=tmp_path).returncode
    assert ["other", "project", "www"] == sorted(path.name for path in tmp_path.iterdir())


def test_a_clock_in_1970(root: Path, tmp_path: Path) -> None:
    around = clock_of_1970(tmp_path)
    if not around:
        pytest.skip("no C compiler, or no Linux")
    for path in root.rglob("*"):
        os.utime(path, (0, 0))
    ask = [sys.executable, "-c", "import time; print(time.gmtime().tm_year)"]
    year = subprocess.run(ask, env=os.environ | around, capture_output=True, text=True, check=True).stdout
    done = run_module("generator", "build", root=root, env=os.environ | around)

    assert "1970" == year.strip()
    assert 0 == done.returncode, done.stdout
    assert 0 == run_module("generator", "verify", "site", root=root).returncode


def test_docs_of_somebody_else_are_left_alone(root: Path) -> None:
    """`docs_dir: docs` is what most projects have in mkdocs.yml."""
    (root / "docs").mkdir()
    (root / "docs" / "guide.md").write_text("# Mine\n")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("docs_dir: build/docs", "docs_dir: docs"), "utf-8")
    before = hashes(root / "site")
    done = run_module("generator", "build", root=root)

    left_whole(root, before, done, "was not made by this program", "docs_dir: build/docs")
    assert ["guide.md"] == [path.name for path in (root / "docs").iterdir()]


def test_mkdocs_alone_replaces_no_folder_of_somebody_else(root: Path) -> None:
    """MkDocs would empty it."""
    (root / "papers").mkdir()
    (root / "papers" / "notes.txt").write_text("mine")
    done = run_module("mkdocs", "build", "--site-dir", "papers", root=root)

    assert 1 == done.returncode
    assert "holds something other than a site built here" in done.stdout
    assert ["notes.txt"] == [path.name for path in (root / "papers").iterdir()]
