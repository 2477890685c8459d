"""`briefings verify` and `release` on a real site: what was changed on the way to a reader is named."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.projects import Built, hashes, run_module

pytestmark = pytest.mark.site


@pytest.fixture
def mirror(sample_site: Built, tmp_path: Path) -> Path:
    """A copy of the site in a folder that is no project."""
    return shutil.copytree(sample_site.site, tmp_path / "mirror")


def test_a_mirror_is_checked_without_the_project(mirror: Path) -> None:
    done = run_module("generator", "verify", "mirror", root=mirror.parent)

    assert 0 == done.returncode, done.stdout
    assert done.stdout.startswith(f"{len(hashes(mirror)) - 1} files are as listed; made by conflict-briefings 20")
    assert hashes(mirror)["SHA256SUMS"] in done.stdout


def test_what_a_mirror_changed_is_named(mirror: Path) -> None:
    home = mirror / "index.html"
    home.write_text(home.read_text("utf-8").replace("</body>", "<p>58</p></body>"), "utf-8")
    (mirror / "404.html").unlink()
    (mirror / "track.js").write_text("")
    (mirror / "assets" / "site.js").unlink()
    (mirror / "assets" / "site.js").symlink_to("/etc/hostname")
    done = run_module("generator", "verify", "mirror", root=mirror.parent)

    assert 1 == done.returncode
    assert [
        "refused: assets/site.js (is a link)",
        "missing: 404.html",
        "missing: assets/site.js",
        "changed: index.html",
        "surplus: track.js",
    ] == done.stdout.splitlines()[:-1]
    assert done.stdout.endswith(" files are not as listed\n")


def test_what_is_no_site_is_said_to_be_none(mirror: Path) -> None:
    (mirror / "SHA256SUMS").unlink()
    done = run_module("generator", "verify", "mirror", root=mirror.parent)
    assert (1, True) == (done.returncode, done.stdout.startswith("there is no SHA256SUMS"))

    done = run_module("generator", "verify", "nowhere", root=mirror.parent)
    assert (2, "there is no 'nowhere'\n") == (done.returncode, done.stdout)


def test_a_release_is_packed_and_verified_and_always_the_same(sample_site: Built, tmp_path: Path) -> None:
    root = shutil.copytree(sample_site.root, tmp_path / "project")
    for output in ("one.zip", "two.zip"):
        done = run_module("generator", "release", "--output", output, root=root)
        assert 0 == done.returncode, done.stdout
    run_module("generator", "release", root=root)

    packed = (root / "build" / "release" / "conflict-briefings.zip").read_bytes()
    assert packed == (root / "one.zip").read_bytes() == (root / "two.zip").read_bytes()
    done = run_module("generator", "verify", "one.zip", root=root)
    assert (0, True) == (done.returncode, "files are as listed" in done.stdout)
    with zipfile.ZipFile(root / "one.zip") as archive:
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in archive.infolist()}
        assert {"conflict-briefings"} == {name.partition("/")[0] for name in archive.namelist()}


def test_a_site_that_is_behind_its_content_is_not_packed(sample_site: Built, tmp_path: Path) -> None:
    root = shutil.copytree(sample_site.root, tmp_path / "project")
    event = root / "content/arvenia-belmark-2031/events/2031-03-12-truce.yml"
    event.write_text(event.read_text("utf-8") + "\n", "utf-8")
    done = run_module("generator", "release", root=root)

    assert 1 == done.returncode
    assert "the site was built from other content than there is now\nnothing was packed; first build" in done.stdout
    assert not (root / "build" / "release").exists()
