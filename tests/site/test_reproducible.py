"""The same content gives the same site, byte for byte, whatever the circumstances."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.conditions import clock_of_1970, shuffled
from tests.projects import Built, build_project, hashes, make_project, run_module

pytestmark = pytest.mark.site

ADDRESS = "site_url: https://example.org/war/\n"
EVENT = "content/arvenia-belmark-2031/events/2031-03-12-truce.yml"


def published(root: Path) -> Path:
    """A project that knows where it is published, so that the site has everything that a site can have."""
    make_project(root)
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + ADDRESS, "utf-8")
    return root


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_project(published(tmp_path_factory.mktemp("ordinary")))


def differing(one: Path, other: Path) -> list[str]:
    here, there = hashes(one), hashes(other)
    return sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))


def test_nothing_around_the_content_changes_a_byte(ordinary: Built, tmp_path: Path) -> None:
    """Another folder, day, time zone, locale, order of files, hash seed, age of the files, mask of permissions."""
    root = published(tmp_path / "another folder" / "with a longer name" / "and ü")
    for path in root.rglob("*"):
        os.utime(path, (0, 0))
    (tmp_path / "shuffle").mkdir()
    around = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "ar_EG.UTF-8",
        "PYTHONHASHSEED": "4711",
        "HOME": str(tmp_path),
        "TMPDIR": str(tmp_path),
        "SOURCE_DATE_EPOCH": "1",
        "RAYON_NUM_THREADS": "1",
        **shuffled(tmp_path / "shuffle", 1),
        **clock_of_1970(tmp_path),
    }
    done = run_module("generator", "build", root=root, env=os.environ | around, umask=0o027)

    assert 0 == done.returncode, done.stdout
    assert [] == differing(ordinary.site, root / "site")
    assert len(hashes(root / "site")) > 100


def test_what_an_earlier_build_left_changes_nothing(ordinary: Built, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(ordinary.root, root)
    event = root / EVENT
    text = event.read_text("utf-8")
    event.write_text(text.replace("title: Truce at the Sorn", "title: Truce on the river"), "utf-8")
    changed = build_project(root)
    assert [] != differing(ordinary.site, changed.site)

    event.write_text(text, "utf-8")
    (root / "build" / "docs" / "index.md").write_text("half a pa", "utf-8")
    (root / "build" / "docs" / "left.md").write_text("# Left\n", "utf-8")
    build_project(root)

    assert [] == differing(ordinary.site, root / "site")


def test_mkdocs_alone_builds_the_same(ordinary: Built, tmp_path: Path) -> None:
    done = run_module("mkdocs", "build", "--quiet", root=published(tmp_path / "alone"))

    assert 0 == done.returncode, done.stdout
    assert [] == differing(ordinary.site, tmp_path / "alone" / "site")


def test_the_sitemap_lists_every_page_with_days_of_the_content_only(ordinary: Built) -> None:
    sitemap = (ordinary.site / "sitemap.xml").read_text("utf-8")
    listed = sitemap.split("<loc>https://example.org/war/")[1:]

    assert {address.strip("/") for address in ordinary.pages()} == {
        line.partition("<")[0].strip("/") for line in listed
    }
    assert {"2030-11-30", "2031-04-15"} == {
        line.split("<lastmod>")[1].partition("<")[0] for line in listed if "<lastmod>" in line
    }
    assert not (ordinary.site / "sitemap.xml.gz").exists()


def test_without_an_address_there_is_no_sitemap(sample_site: Built) -> None:
    assert [] == [*sample_site.site.glob("sitemap*")]
