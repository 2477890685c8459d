"""A ZIP of a site: always the same bytes, and links that work where no server is."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from generator.publishing.listing import list_folder, listed
from generator.publishing.manifest import MANIFEST, ManifestError, check_files, read_manifest, write_manifest
from generator.publishing.release import allow_files, name_files, pack

CONTENT = "c" * 64
PAGE = '<link rel="stylesheet" href="../assets/x.css"><a href="../">x</a><form action="./"></form>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for name, text in {"index.html": PAGE, "a/index.html": PAGE, "404.html": "", "a/x.json": '{"href": "../"}'}.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    write_manifest(site, CONTENT)
    return site


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("./", "./index.html"),
        ("../", "../index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("a/", "a/index.html"),
        ("../a/b/", "../a/b/index.html"),
        ("a/..", "a/../index.html"),
        ("a/#x", "a/index.html#x"),
        ("../?q=1#x", "../index.html?q=1#x"),
        ("a/#b/", "a/index.html#b/"),
        ("a/?b=c/", "a/index.html?b=c/"),
        ("a&#47;&#35;b", "a/index.html#b"),
        ("a/?b&amp;c=%22", "a/index.html?b&amp;c=%22"),
        ("a/#&quot;", "a/index.html#&quot;"),
    ],
)
def test_a_link_to_a_folder_names_the_file(link: str, named: str) -> None:
    assert f'<a class="x" href="{named}">' == name_files(f'<a class="x" href="{link}">')


@pytest.mark.parametrize(
    "link",
    [
        "",
        "#x",
        "?q=/",
        "a",
        "a/b.html",
        "a..",
        "/",
        "/a/",
        "https://example.org/",
        "HTTPS://example.org/a/",
        "mailto:a/",
        "//x/",
    ],
)
def test_other_links_stay(link: str) -> None:
    assert f'<a href="{link}">' == name_files(f'<a href="{link}">')


def test_only_links_are_changed() -> None:
    page = '<p title="a/">href="a/"</p><img src="a/"><meta content="../">'

    assert page == name_files(page)
    assert '<link href="a/index.html"><form action="./index.html">' == name_files('<link href="a/"><form action="./">')


def test_the_policy_speaks_of_files() -> None:
    policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">'self'"""

    assert policy.replace("src 'self'", "src 'self' file:") == allow_files(policy)


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    one = pack(site, tmp_path / "one.zip", "war", CONTENT)
    for path in site.rglob("*"):
        os.utime(path, (0, 0))
        path.chmod(0o700)
    other = pack(site, tmp_path / "out" / "other.zip", "war", CONTENT)

    assert one == other
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "out" / "other.zip").read_bytes()


def test_it_holds_one_folder_with_its_own_list(site: Path, tmp_path: Path) -> None:
    packed = pack(site, tmp_path / "war.zip", "war", CONTENT)
    with zipfile.ZipFile(tmp_path / "war.zip") as archive:
        names = archive.namelist()
        page = archive.read("war/a/index.html").decode()

    assert ["war/a/index.html", "war/a/x.json", "war/index.html", f"war/{MANIFEST}"] == names
    assert packed.files == len(names)
    assert PAGE.replace('"../"', '"../index.html"').replace('"./"', '"./index.html"') == page
    with listed(tmp_path / "war.zip") as listing:
        assert [] == list(check_files(listing, read_manifest(listing)))


def test_unpacked_it_is_the_same(site: Path, tmp_path: Path) -> None:
    pack(site, tmp_path / "war.zip", "war", CONTENT)
    with zipfile.ZipFile(tmp_path / "war.zip") as archive:
        archive.extractall(tmp_path)
    listing = list_folder(tmp_path / "war")

    assert [] == list(check_files(listing, read_manifest(listing)))


def test_a_site_that_was_changed_is_not_packed(site: Path, tmp_path: Path) -> None:
    (site / "index.html").write_text("x")
    with pytest.raises(ManifestError, match=r"changed: index\.html"):
        pack(site, tmp_path / "war.zip", "war", CONTENT)

    assert ["site"] == [path.name for path in tmp_path.iterdir()]


def test_a_site_of_other_content_is_not_packed(site: Path, tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="built from other content"):
        pack(site, tmp_path / "war.zip", "war", "d" * 64)
