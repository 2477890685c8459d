"""Other circumstances for a build: another clock, another order of files, a full disk, a user who may not write."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

CLOCK = """
#define _GNU_SOURCE
#include <stddef.h>
#include <time.h>
#include <sys/time.h>
#include <sys/syscall.h>
#include <unistd.h>
time_t time(time_t *t) { if (t) *t = 86400; return 86400; }
int gettimeofday(struct timeval *tv, void *z) { (void)z; tv->tv_sec = 86400; tv->tv_usec = 0; return 0; }
int clock_gettime(clockid_t id, struct timespec *ts) {
  if (id != CLOCK_REALTIME && id != CLOCK_REALTIME_COARSE) return syscall(SYS_clock_gettime, id, ts);
  ts->tv_sec = 86400; ts->tv_nsec = 0; return 0;
}
"""
"""A clock that stands at 2 January 1970, for every program that asks the C library."""

SHUFFLE = """
import os, random

_dice = random.Random(int(os.environ["SHUFFLE"]))
_scandir, _listdir = os.scandir, os.listdir

class Shuffled:
    def __init__(self, *where):
        with _scandir(*where) as found:
            entries = list(found)
        _dice.shuffle(entries)
        self.entries = iter(entries)
    def __iter__(self):
        return self.entries
    def __next__(self):
        return next(self.entries)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass

def listdir(*where):
    names = _listdir(*where)
    _dice.shuffle(names)
    return names

os.scandir, os.listdir = Shuffled, listdir
"""
"""Lists every folder in another order, in each Python that starts."""


def shuffled(folder: Path, seed: int) -> dict[str, str]:
    """The environment in which Python meets files in an order of its own."""
    (folder / "sitecustomize.py").write_text(SHUFFLE)
    return {"PYTHONPATH": str(folder), "SHUFFLE": str(seed)}


def clock_of_1970(folder: Path) -> dict[str, str]:
    """The environment in which it is 1970; empty where there is no C compiler or no such loader."""
    compiler = shutil.which("cc")
    if not compiler or os.uname().sysname != "Linux":
        return {}
    (folder / "clock.c").write_text(CLOCK)
    subprocess.run([compiler, "-shared", "-fPIC", "-o", "clock.so", "clock.c"], cwd=folder, check=True)
    return {"LD_PRELOAD": str(folder / "clock.so")}


def can_mount() -> bool:
    """Whether this user may mount a small disk where nobody else sees it."""
    command = ["unshare", "-Urm", "mount", "-t", "tmpfs", "none", "/mnt"]
    return bool(shutil.which("unshare")) and not subprocess.run(command, capture_output=True, check=False).returncode


def without_rights() -> list[str] | None:
    """What to put before a command so that permissions count for it, for root too; None where that cannot be done."""
    if os.geteuid():
        return []
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if shutil.which("setpriv") else None
