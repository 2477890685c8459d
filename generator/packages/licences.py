"""The licence of each locked package, as the package states it: `make licences`."""

from __future__ import annotations

import re
import sys
from importlib.metadata import metadata
from pathlib import Path

from generator.packages.lock import needed_to_run, read_direct, read_lock

ALLOWED = frozenset("Apache-2.0 BSD-2-Clause BSD-3-Clause LGPL-2.1-or-later MIT MPL-2.0 PSF-2.0".split())
"""The licences under which the program may be passed on and its sites published."""

_CLASSIFIERS = {
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "License :: OSI Approved :: Python Software Foundation License": "PSF-2.0",
}
_READ = {
    "axe-playwright-python": "MIT AND MPL-2.0",  # the second is of axe-core, which it carries
    "colorama": "BSD-3-Clause",
    "feedgenerator": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "num2words": "LGPL-2.1-or-later",
    "tinycss2": "BSD-3-Clause",
    "webencodings": "BSD-3-Clause",
}
"""Where a package says 'BSD' or nothing: read from the licence file that comes with it."""


def find_licence(name: str) -> str | None:
    """An installed package's licence as an SPDX expression; None where it cannot be told."""
    if name in _READ:
        return _READ[name]
    about = metadata(name)
    for field in ("License-Expression", "License"):
        if field in about and is_known(about[field]):
            return about[field]
    classified = {_CLASSIFIERS[one] for one in about.get_all("Classifier") or () if one in _CLASSIFIERS}
    return classified.pop() if len(classified) == 1 else None


def is_known(expression: str) -> bool:
    """Whether an SPDX expression names allowed licences and no others."""
    return set(re.split(r" (?:AND|OR) ", expression)) <= ALLOWED


def print_licences(root: Path) -> str:
    """A table of the locked packages: those that the program needs to run, then those of its developers."""
    locked = read_lock(root / "requirements.lock")
    running = needed_to_run(locked, read_direct(root / "pyproject.toml")["run"])
    lines = ["| package | version | licence | for |", "|---|---|---|---|"]
    for kind, wanted in (("running", True), ("developing", False)):
        lines += [
            f"| {one.name} | {one.version} | {find_licence(one.name) or 'unknown'} | {kind} |"
            for one in locked
            if (one.name in running) == wanted
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(print_licences(Path()))
