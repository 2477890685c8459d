"""One at a time, whoever dies; and a build's own second process does not wait for the first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from generator.publishing.turns import turn

HOLDS = """
import subprocess, sys, time
from pathlib import Path
from generator.publishing.turns import turn
with turn(Path(sys.argv[1]), print) as ours:
    print("holds", flush=True)
    for program in sys.argv[2:]:
        subprocess.run([sys.executable, "-c", program, sys.argv[1]], pass_fds=[ours])
    time.sleep(60)
"""
CHILD = """
import sys
from pathlib import Path
from generator.publishing.turns import turn
with turn(Path(sys.argv[1]), print) as ours:
    print("child", ours, flush=True)
"""
SLEEPS = "print('sleeps', flush=True); import time; time.sleep(2)"


def started(docs: Path, *programs: str) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLDS, str(docs), *programs], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert "holds\n" == process.stdout.readline()
    return process


def test_turns_follow_each_other_in_one_process(tmp_path: Path) -> None:
    said: list[str] = []
    for _ in range(2):
        with turn(tmp_path / "build" / "docs", said.append) as ours:
            assert ours

    assert [] == said


def test_who_waits_is_told_for_whom_and_goes_on_when_that_process_is_killed(tmp_path: Path) -> None:
    said: list[str] = []
    with started(tmp_path / "docs") as holder:

        def tell(text: str) -> None:
            said.append(text)
            holder.kill()

        with turn(tmp_path / "docs", tell) as ours:
            assert ours

    (text,) = said
    assert text.startswith(f"waiting for process {holder.pid}, which is building from {tmp_path / 'docs'}")
    assert text.endswith(f"kill {holder.pid}")


def test_the_process_that_a_build_starts_shares_its_turn(tmp_path: Path) -> None:
    with started(tmp_path / "docs", CHILD) as holder:
        assert holder.stdout
        assert "child None\n" == holder.stdout.readline()
        holder.kill()


def test_the_turn_lasts_until_the_last_process_of_a_killed_build_has_ended(tmp_path: Path) -> None:
    with started(tmp_path / "docs", SLEEPS) as holder:
        assert holder.stdout
        holder.stdout.readline()
        holder.kill()
        holder.wait()
        said: list[str] = []
        with turn(tmp_path / "docs", said.append):
            pass

    assert 1 == len(said)
