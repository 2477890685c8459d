"""Which Chromium the browser tests drive, and what is said when there is none."""

import subprocess
from pathlib import Path

import pytest

from tests import chromium


@pytest.fixture(autouse=True)
def bare_machine(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with one empty folder on PATH and no browser anywhere, except for browser tests."""
    if request.node.get_closest_marker("browser"):
        return
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    monkeypatch.setattr(chromium, "MAC_PROGRAM", tmp_path / "Applications/Google Chrome")


def write_program(path: Path, *, prints: str = "Chromium 1.0", code: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{prints}'\nexit {code}\n")
    path.chmod(0o755)
    return path


def test_a_bare_machine_has_no_chromium() -> None:
    assert chromium.find_chromium() is None


@pytest.mark.parametrize("name", chromium.PROGRAMS)
def test_each_usual_name_is_found_on_path(tmp_path: Path, name: str) -> None:
    program = write_program(tmp_path / "bin" / name)

    assert program == chromium.find_chromium()


def test_chromium_comes_before_chrome(tmp_path: Path) -> None:
    write_program(tmp_path / "bin/google-chrome")
    program = write_program(tmp_path / "bin/chromium")

    assert program == chromium.find_chromium()


def test_the_named_program_comes_before_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_program(tmp_path / "bin/chromium")
    named = write_program(tmp_path / "elsewhere/my chromium")
    monkeypatch.setenv("CHROMIUM", str(named))

    assert named == chromium.find_chromium()


def test_a_wrong_name_finds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who names a browser wants that one: driving another would hide the mistake."""
    write_program(tmp_path / "bin/chromium")
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "missing"))

    assert chromium.find_chromium() is None


def test_an_empty_name_counts_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = write_program(tmp_path / "bin/chromium")
    monkeypatch.setenv("CHROMIUM", "")

    assert program == chromium.find_chromium()


def test_a_file_that_cannot_be_run_is_passed_over(tmp_path: Path) -> None:
    write_program(tmp_path / "bin/chromium").chmod(0o644)
    program = write_program(tmp_path / "bin/google-chrome")

    assert program == chromium.find_chromium()


def test_the_mac_application_is_found() -> None:
    program = write_program(chromium.MAC_PROGRAM)

    assert program == chromium.find_chromium()


@pytest.mark.parametrize(
    "inside",
    ["chrome-linux/chrome", "chrome-linux64/chrome", "chrome-mac/Chromium.app/Contents/MacOS/Chromium"],
)
def test_the_newest_download_of_playwright_is_found(tmp_path: Path, inside: str) -> None:
    """Revisions are numbers: 1200 is newer than 999."""
    write_program(tmp_path / "playwright/chromium-999" / inside)
    newest = write_program(tmp_path / "playwright/chromium-1200" / inside)

    assert newest == chromium.find_chromium()


def test_path_comes_before_the_download_of_playwright(tmp_path: Path) -> None:
    write_program(tmp_path / "playwright/chromium-1200/chrome-linux/chrome")
    program = write_program(tmp_path / "bin/chromium")

    assert program == chromium.find_chromium()


def test_the_command_prints_what_it_found(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    program = write_program(tmp_path / "bin/chromium", prints="Chromium 156.0")
    code = chromium.main()

    assert 0 == code
    assert f"chromium: {program} (Chromium 156.0)\n" == capfd.readouterr().out


def test_the_command_refuses_a_wrong_name(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("CHROMIUM", "netscape")
    code = chromium.main()

    assert 2 == code
    assert "chromium: CHROMIUM is 'netscape', which is not a program\n" == capfd.readouterr().err


def test_the_command_refuses_a_browser_that_does_not_start(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Ubuntu's chromium-browser is only a note that sends people to the snap."""
    program = write_program(tmp_path / "bin/chromium-browser", code=1)
    code = chromium.main()

    assert 2 == code
    assert capfd.readouterr().err.startswith(f"chromium: {program} does not start")


@pytest.mark.browser
def test_the_chromium_found_starts_without_a_screen(tmp_path: Path) -> None:
    path = chromium.find_chromium()
    assert path, "no Chromium: run make chromium"
    page = tmp_path / "page.html"
    page.write_text('<meta charset="utf-8"><p lang="ur">تورخم</p>', "utf-8")
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    command = [str(path), "--headless", *chromium.ARGUMENTS, profile, "--dump-dom", page.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout

    assert '<p lang="ur">تورخم</p>' in shown
