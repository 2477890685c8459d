"""A build that is killed at any moment leaves the old site or the new one, whole; the next build clears up after it.

`make kill` does this at 100 moments instead of a few.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.publishing.turns import turn
from tests.projects import Built, build_project, hashes, run_module

pytestmark = pytest.mark.site

EVENT = "content/arvenia-belmark-2031/events/2031-03-12-truce.yml"
TITLES = ("title: Truce at the Sorn", "title: Truce on the river")
AT_ONCE = 2
"""Projects whose builds are killed side by side."""
AROUND = 0.08
"""Seconds after the last file was written within which the sites change places, and a little more."""

Wait = Callable[[subprocess.Popen[bytes]], None]


@dataclass
class Victim:
    """A project whose builds are killed, with the two sites that may be there."""

    root: Path
    sites: tuple[dict[str, str], dict[str, str]]
    duration: float
    left: Counter[str] = field(default_factory=Counter)
    """How often which site was there afterwards."""

    def edit(self, number: int) -> None:
        """Give the content the other title, so that there is something to build."""
        event = self.root / EVENT
        text = event.read_text("utf-8")
        event.write_text(text.replace(TITLES[1 - number % 2], TITLES[number % 2]), "utf-8")

    def kill(self, number: int, wait: Wait) -> None:
        """Build, kill (every fourth time only the first process), and look."""
        self.edit(number)
        command = [sys.executable, "-m", "generator", "build"]
        building = subprocess.Popen(
            command, cwd=self.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        wait(building)
        finished = building.poll() is not None
        if not finished:
            (os.kill if number % 4 == 3 else os.killpg)(building.pid, signal.SIGKILL)
        building.wait()
        with turn(self.root / "build" / "docs", lambda _: None):
            there = hashes(self.root / "site")
        assert there in self.sites, f"kill {number} left {len(there)} files"
        self.left["finished" if finished else "new" if there == self.sites[number % 2] else "old"] += 1

    def moments(self, kills: int) -> Iterator[Wait]:
        """Half of them anywhere between start and end, half around the exchange; the golden ratio spreads them."""
        for number in range(kills):
            part = number * 0.6180339887 % 1
            yield self.anywhere(part) if number % 2 else self.around_the_exchange(part)

    def anywhere(self, part: float) -> Wait:
        return lambda _: time.sleep(part * self.duration)

    def around_the_exchange(self, part: float) -> Wait:
        def wait(building: subprocess.Popen[bytes]) -> None:
            while building.poll() is None and not [*self.root.glob(".site.draft-*/new/SHA256SUMS")]:
                time.sleep(0.001)
            time.sleep(part * AROUND)

        return wait


@pytest.fixture(scope="module")
def victims(sample_site: Built, tmp_path_factory: pytest.TempPathFactory) -> list[Victim]:
    folder = tmp_path_factory.mktemp("kill")
    roots = [shutil.copytree(sample_site.root, folder / str(number)) for number in range(AT_ONCE)]
    other = Victim(shutil.copytree(sample_site.root, folder / "other"), ({}, {}), 0)
    other.edit(1)
    started = time.monotonic()
    sites = (hashes(sample_site.site), hashes(build_project(other.root).site))
    return [Victim(root, sites, time.monotonic() - started) for root in roots]


def test_a_whole_site_is_there_whenever_a_build_is_killed(
    victims: list[Victim], request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> None:
    kills = int(request.config.getoption("--kills")) // AT_ONCE

    def kill_all(victim: Victim) -> None:
        for number, wait in enumerate(victim.moments(kills), 1):
            victim.kill(number, wait)

    with ThreadPoolExecutor(AT_ONCE) as threads:
        list(threads.map(kill_all, victims))
    left = sum((victim.left for victim in victims), Counter())
    record_property("left", dict(left))
    print(f"killed {left['old'] + left['new']} builds; then there was: {dict(left)}")

    assert kills * AT_ONCE == left.total()
    assert left["old"] > 0
    assert left["old"] + left["new"] > left["finished"]
    for victim in victims:
        check_cleared_up(victim, kills)


def check_cleared_up(victim: Victim, number: int) -> None:
    """The next build is whole, and nothing of the killed ones remains, in the docs tree neither."""
    victim.edit(number)
    done = run_module("generator", "build", root=victim.root)

    assert 0 == done.returncode, done.stdout
    assert victim.sites[number % 2] == hashes(victim.root / "site")
    assert [] == [path.name for path in victim.root.iterdir() if path.name.startswith(".site")]
    assert [] == [path for path in (victim.root / "build" / "docs").rglob(".*") if path.name != ".gitignore"]
