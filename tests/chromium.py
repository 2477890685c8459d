"""Find the Chromium that the browser tests drive, or install one: `python -m tests.chromium`."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ARGUMENTS = (
    "--no-sandbox",  # containers run as root, where the sandbox cannot start
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""How the tests start it: alone, and silent on the network."""

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_PROGRAM = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# 8 MB: DejaVu for Latin; it lacks letters of Pashto and Urdu, which Noto's small interface fonts have.
FONTS = ("fonts-dejavu-core", "fonts-noto-ui-core")

BY_HAND = """\
chromium: none could be installed; by hand, do one of these and run make again:
  Debian:         apt-get install chromium
  macOS:          install Google Chrome
  anywhere:       .venv/bin/playwright install --with-deps chromium
  already there:  CHROMIUM=/path/to/chromium make test"""


def find_chromium() -> Path | None:
    """The program that CHROMIUM names and no other; without CHROMIUM, the first one there is."""
    named = os.environ.get("CHROMIUM")
    if named:
        return _find_program(named)
    on_path = (_find_program(name) for name in PROGRAMS)
    return next(filter(None, on_path), None) or _find_program(str(MAC_PROGRAM)) or _find_downloaded()


def main() -> int:
    """Say which Chromium the tests will drive; install one first if there is none."""
    named = os.environ.get("CHROMIUM")
    if named and not find_chromium():
        print(f"chromium: CHROMIUM is '{named}', which is not a program", file=sys.stderr)
        return 2
    path = find_chromium() or _install_with_apt() or _install_with_playwright()
    if not path:
        print(BY_HAND, file=sys.stderr)
        return 2
    return _report(path)


def _find_program(name: str) -> Path | None:
    found = shutil.which(name)
    return Path(found) if found else None


def _find_downloaded() -> Path | None:
    """The newest Chromium that Playwright has downloaded."""
    for folder in sorted(_playwright_folder().glob("chromium-*"), key=_revision, reverse=True):
        for pattern in ("chrome-linux*/chrome", "chrome-mac*/*.app/Contents/MacOS/*"):
            for path in folder.glob(pattern):
                if os.access(path, os.X_OK):
                    return path
    return None


def _playwright_folder() -> Path:
    caches = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / caches / "ms-playwright")


def _revision(folder: Path) -> int:
    digits = re.search(r"\d+$", folder.name)
    return int(digits.group()) if digits else 0


def _install_with_apt() -> Path | None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return None
    print("chromium: none found; this is Debian or Ubuntu and we are root, so apt-get installs it")
    wait = ("-o", "DPkg::Lock::Timeout=600")
    _run("apt-get", *wait, "update", "--quiet=2")
    _run("apt-get", *wait, "install", "--yes", "--quiet=2", "--no-install-recommends", "chromium", *FONTS)
    return find_chromium()


def _install_with_playwright() -> Path | None:
    print("chromium: none found; Playwright downloads its own (about 170 MB)")
    _run(sys.executable, "-m", "playwright", "install", "chromium")
    return find_chromium()


def _run(*command: str) -> None:
    """Run a step in sight; whether it worked is seen by looking for Chromium again."""
    print("chromium: $", " ".join(command), flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    code = subprocess.run(command, env=quiet, check=False).returncode
    if code:
        print(f"chromium: that step failed with exit code {code}", file=sys.stderr)


def _report(path: Path) -> int:
    asked = subprocess.run((path, "--version"), capture_output=True, text=True, check=False)
    if asked.returncode:
        print(f"chromium: {path} does not start: {asked.stderr.strip()}", file=sys.stderr)
        return 2
    print(f"chromium: {path} ({asked.stdout.strip()})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
