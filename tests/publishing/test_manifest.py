"""Every change to a site is named, nothing odd is read, and other programs read the list too."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import zipfile
from pathlib import Path

import pytest

from generator.publishing.listing import NAME, ListingError, list_folder, listed
from generator.publishing.manifest import (
    MANIFEST,
    ManifestError,
    check_files,
    hash_of,
    read_manifest,
    write_manifest,
)

CONTENT = "c" * 64
FILES = {"index.html": b"home", "a/index.html": b"a", "a/b/data.json": b"{}", "assets/x-1.0.css": b"", "_headers": b"h"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for name, data in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    write_manifest(site, CONTENT)
    return site


def wrong(path: Path) -> list[str]:
    with listed(path) as listing:
        return list(check_files(listing, read_manifest(listing)))


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_a_site_as_it_was_built_is_right(site: Path) -> None:
    manifest = read_manifest(list_folder(site))

    assert [] == wrong(site)
    assert sorted(FILES) == list(manifest.sums)
    assert CONTENT == manifest.content
    assert manifest.maker.startswith("conflict-briefings 20")


def test_every_file_that_differs_is_named(site: Path) -> None:
    (site / "index.html").write_bytes(b"hame")
    (site / "a" / "b" / "data.json").unlink()
    (site / "a" / "more.html").write_bytes(b"")

    assert ["missing: a/b/data.json", "surplus: a/more.html", "changed: index.html"] == wrong(site)


def test_links_pipes_and_sockets_are_refused_unread(site: Path, tmp_path: Path) -> None:
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "elsewhere")
    shutil.copytree(site / "a", tmp_path / "a")
    shutil.rmtree(site / "a")
    (site / "a").symlink_to(tmp_path / "a")
    os.mkfifo(site / "pipe")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(site / "socket"))

    assert [
        "refused: a (is a link)",
        "refused: index.html (is a link)",
        "refused: pipe (is no plain file)",
        "refused: socket (is no plain file)",
    ] == wrong(site)[:4]
    assert "missing: index.html" in wrong(site)


@pytest.mark.parametrize("name", ["a b", "ü.html", "a\\b", "x\ny", "x\x1b[31m", "a:b", "x?", "*", "–"])
def test_odd_names_are_refused_and_shown_harmlessly(site: Path, name: str) -> None:
    (site / name).write_bytes(b"")
    (line,) = wrong(site)

    assert line.startswith("refused: ")
    assert line.isprintable()
    with pytest.raises(ManifestError, match="cannot be published"):
        write_manifest(site, CONTENT)


def test_names_that_are_one_on_a_stick_are_refused(site: Path) -> None:
    (site / "Index.html").write_bytes(b"")

    assert ["refused: index.html (is the same as Index.html on systems that ignore case)"] == wrong(site)[:1]


@pytest.mark.parametrize("name", ["..", ".", "../x", "a/../b", "a/./b", "/x", "a//b", "", "a/", "./a"])
def test_no_name_leads_out(name: str) -> None:
    assert not NAME.fullmatch(name)


@pytest.mark.parametrize("name", ["a..b", ".nojekyll", "_headers", ".well-known/security.txt", "wasm.en.pagefind"])
def test_names_of_hosts_are_fine(name: str) -> None:
    assert NAME.fullmatch(name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not a list\n",
        "# made by x\n",
        "# made by x\n# from content sha256:123\n",
        f"# made by x\n# from content sha256:{CONTENT}\nshort  a\n",
        f"# made by x\n# from content sha256:{CONTENT}\n\n",
        f"{CONTENT}  index.html\n",
    ],
)
def test_a_list_that_is_none_is_an_error(site: Path, text: str) -> None:
    (site / MANIFEST).write_text(text)

    with pytest.raises(ManifestError, match="is not as it was written"):
        wrong(site)


def test_without_a_list_nothing_can_be_said(site: Path) -> None:
    (site / MANIFEST).unlink()

    with pytest.raises(ManifestError, match="there is no SHA256SUMS"):
        wrong(site)


def test_the_list_is_no_link(site: Path, tmp_path: Path) -> None:
    (site / MANIFEST).rename(tmp_path / "list")
    (site / MANIFEST).symlink_to(tmp_path / "list")

    with pytest.raises(ManifestError, match="there is no SHA256SUMS"):
        wrong(site)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum")
def test_sha256sum_reads_the_list(site: Path) -> None:
    command = ["sha256sum", "--check", "--strict", MANIFEST]
    assert 0 == subprocess.run(command, cwd=site, capture_output=True, check=False).returncode

    (site / "index.html").write_bytes(b"hame")
    assert 1 == subprocess.run(command, cwd=site, capture_output=True, check=False).returncode


@pytest.mark.parametrize("top", ["", "war/"])
def test_a_zip_is_checked_without_unpacking(site: Path, tmp_path: Path, top: str) -> None:
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    right = zipped(tmp_path / "right.zip", {f"{top}{name}": data for name, data in files.items()})
    assert [] == wrong(right)

    files["a/index.html"] = b"A"
    files["more"] = b""
    del files["_headers"]
    other = zipped(tmp_path / "other.zip", {f"{top}{name}": data for name, data in files.items()})
    assert ["missing: _headers", "changed: a/index.html", "surplus: more"] == wrong(other)


def test_odd_entries_of_a_zip_are_refused(site: Path, tmp_path: Path) -> None:
    path = tmp_path / "odd.zip"
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(MANIFEST, (site / MANIFEST).read_bytes())
        for name in ("../up", "/root", "a/../b", "x\\y"):
            archive.writestr(name, b"")
        archive.writestr(link, b"/etc/passwd")

    refused = [line for line in wrong(path) if line.startswith("refused")]
    assert 5 == len(refused)
    assert "refused: link (is a link)" in refused


def test_what_is_no_zip_is_an_error(tmp_path: Path, site: Path) -> None:
    (tmp_path / "none.zip").write_bytes(b"PK nothing")
    whole = zipped(tmp_path / "whole.zip", {MANIFEST: (site / MANIFEST).read_bytes(), **FILES}).read_bytes()
    (tmp_path / "spoilt.zip").write_bytes(whole.replace(b"home", b"hame"))
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])
    for name in ("none.zip", "spoilt.zip", "half.zip", "missing.zip"):
        with pytest.raises(ListingError):
            wrong(tmp_path / name)


def test_a_zip_bomb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}", b"x")
        for entry in archive.infolist():
            entry.file_size = 1_000_000_000

    with pytest.raises(ListingError, match="would unpack to more than"):
        wrong(path)


def test_the_hash_of_texts_knows_names_and_texts_and_no_order() -> None:
    same = hash_of({"a": "1", "b": "2"})

    assert same == hash_of({"b": "2", "a": "1"})
    assert 3 == len({same, hash_of({"a": "2", "b": "1"}), hash_of({"a": "1"})})
