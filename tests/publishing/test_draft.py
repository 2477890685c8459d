"""The old site or the new one stands there whole, and what killed builds leave is cleared up or put back."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from generator.publishing.disk import DiskError
from generator.publishing.draft import Draft, begin_draft, may_be_replaced, replace_by_renames

SWAPS = """
import sys
from pathlib import Path
from generator.publishing.draft import begin_draft, replace_by_renames
site = Path(sys.argv[1])
while True:
    draft = begin_draft(site)
    for name in ("SHA256SUMS", "a", "b"):
        (draft.new / name).write_text(str(draft.folder))
    if sys.argv[2] == "renames":
        replace_by_renames(draft)
        draft.discard()
    else:
        draft.put_in_place(lasting=False)
    print(flush=True)
"""
"""Replaces a site again and again until it is killed."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "SHA256SUMS").write_text("old")
    return site


def built(site: Path, text: str = "new") -> Draft:
    draft = begin_draft(site)
    (draft.new / "SHA256SUMS").write_text(text)
    return draft


def inside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_site_takes_the_place_of_the_old_one_and_nothing_else_is_left(site: Path) -> None:
    built(site).put_in_place()

    assert "new" == (site / "SHA256SUMS").read_text()
    assert ["site"] == inside(site.parent)


def test_the_first_site_is_put_in_place_too_with_its_folders(tmp_path: Path) -> None:
    built(tmp_path / "www" / "site").put_in_place()

    assert "new" == (tmp_path / "www" / "site" / "SHA256SUMS").read_text()


@pytest.mark.skipif(sys.platform != "linux", reason="where no exchange is known to be there, two renames may do it")
def test_no_moment_is_without_a_site(site: Path) -> None:
    """Readers ask all the while."""
    over = threading.Event()
    missed, seen = 0, set()

    def read() -> None:
        nonlocal missed
        while not over.is_set():
            try:
                seen.add((site / "SHA256SUMS").read_text())
            except FileNotFoundError:
                missed += 1

    reader = threading.Thread(target=read)
    reader.start()
    drafts = [built(site, str(number)) for number in range(200)]
    for draft in drafts:
        draft.put_in_place(lasting=False)
    over.set()
    reader.join()

    assert all(draft.in_one_step for draft in drafts)
    assert 0 == missed
    assert len(seen) > 1


def test_until_then_the_old_site_is_whole(site: Path) -> None:
    draft = built(site)

    assert "old" == (site / "SHA256SUMS").read_text()
    draft.discard()
    assert "old" == (site / "SHA256SUMS").read_text()
    assert ["site"] == inside(site.parent)


def test_a_link_is_followed_and_stays(site: Path) -> None:
    link = site.parent / "current"
    link.symlink_to(site)
    built(link).put_in_place()

    assert link.is_symlink()
    assert "new" == (site / "SHA256SUMS").read_text()
    assert ["current", "site"] == inside(site.parent)


def test_without_an_exchange_two_renames_do_it(site: Path) -> None:
    draft = built(site)
    replace_by_renames(draft)
    draft.discard()

    assert "new" == (site / "SHA256SUMS").read_text()
    assert ["site"] == inside(site.parent)


def test_when_the_second_rename_fails_the_first_is_taken_back(site: Path) -> None:
    draft = begin_draft(site)
    draft.new.rmdir()

    with pytest.raises(FileNotFoundError):
        replace_by_renames(draft)
    assert "old" == (site / "SHA256SUMS").read_text()


def test_a_site_that_a_killed_build_had_moved_aside_is_put_back(site: Path) -> None:
    draft = built(site)
    site.rename(draft.folder / "old")
    os.close(draft.lock)  # what the end of its process does

    begin_draft(site).discard()

    assert "old" == (site / "SHA256SUMS").read_text()
    assert ["site"] == inside(site.parent)


def test_drafts_of_killed_builds_go_and_those_of_living_ones_stay(site: Path) -> None:
    killed, living = built(site), built(site)
    os.close(killed.lock)
    begin_draft(site).discard()

    assert sorted([living.folder.name, "site"]) == inside(site.parent)
    living.put_in_place()
    assert ["site"] == inside(site.parent)


def test_other_folders_stay(site: Path) -> None:
    for name in (".site.old", "site.draft-x", ".other.draft-x"):
        (site.parent / name).mkdir()
    (site.parent / ".site.draft-link").symlink_to(site)
    (site.parent / ".site.draft-file").write_text("mine")
    before = inside(site.parent)
    begin_draft(site).discard()

    assert before == inside(site.parent)


def test_two_at_once_are_both_whole_and_the_last_one_stays(site: Path) -> None:
    first, second = built(site, "first"), built(site, "second")
    second.put_in_place()
    assert "second" == (site / "SHA256SUMS").read_text()
    first.put_in_place()
    assert "first" == (site / "SHA256SUMS").read_text()


@pytest.mark.parametrize("holds", ["notes.txt", "index.html", ".git"])
def test_what_is_no_site_of_ours_is_refused(tmp_path: Path, holds: str) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / holds).write_text("mine")

    with pytest.raises(DiskError, match="something other than a site built here"):
        begin_draft(tmp_path / "papers")
    assert ["papers"] == inside(tmp_path)
    assert [holds] == inside(tmp_path / "papers")


def test_an_empty_or_missing_folder_and_an_old_site_may_be_replaced(tmp_path: Path, site: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("mine")
    (tmp_path / "older" / "pagefind").mkdir(parents=True)

    assert may_be_replaced(tmp_path / "empty")
    assert may_be_replaced(tmp_path / "missing")
    assert may_be_replaced(tmp_path / "older")
    assert may_be_replaced(site)
    assert not may_be_replaced(tmp_path)
    assert not may_be_replaced(tmp_path / "file")


@pytest.mark.parametrize("how", ["exchange", "renames"])
def test_killed_at_any_moment_it_leaves_one_whole_site(site: Path, how: str) -> None:
    """With two renames there may be no site for a moment; the next build puts it back before it does anything else."""
    missing = 0
    for after in range(20):
        command = [sys.executable, "-c", SWAPS, str(site), how]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as swapping:
            assert swapping.stdout
            swapping.stdout.readline()
            time.sleep(after / 1999)
            swapping.kill()
        missing += not site.exists()
        begin_draft(site).discard()
        texts = {path.read_text() for path in site.iterdir()}

        assert 1 == len(texts)
        assert ["site"] == inside(site.parent)
    assert how == "renames" or not missing


def test_the_lock_ends_with_its_process(site: Path) -> None:
    context = multiprocessing.get_context("spawn")
    started = context.Event()
    process = context.Process(target=_hold, args=(site, started))
    process.start()
    assert started.wait(60)
    begin_draft(site).discard()
    assert 2 == len(inside(site.parent))

    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    begin_draft(site).discard()
    assert ["site"] == inside(site.parent)


def _hold(site: Path, started: object) -> None:
    draft = begin_draft(site)
    started.set()  # type: ignore[attr-defined]
    signal.pause()
    draft.discard()
