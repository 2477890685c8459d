"""The index of the full text: the same for the same pages, and refused when it is not as we know it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from generator.publishing.cbor import decode, encode
from generator.publishing.pagefind import SearchError, index_pages
from generator.publishing.search import in_one_order, index_site
from tests.projects import hashes

PAGE = """<!doctype html><html lang="{lang}"><head><title>x</title>
<meta data-pagefind-filter="kind[content]" content="{kind}">
<meta data-pagefind-filter="place[content]" content="{place}">
</head><body data-pagefind-body><h1>{place}</h1><p>shells fell near {place}</p></body></html>"""
PAGES = {
    f"{lang}/{number}/index.html": PAGE.format(lang=lang, kind=f"Kind {number % 7}", place=f"Place {number}")
    for lang in ("en", "fr")
    for number in range(30)
}


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    return index_pages(PAGES.items())


def unpacked(data: bytes) -> Any:
    return decode(gzip.decompress(data).removeprefix(b"pagefind_dcd"))


def values(files: dict[str, bytes]) -> dict[str, list[str]]:
    """The values of each filter, as they stand in the index."""
    found = {}
    for name, data in files.items():
        if name.startswith("filter/en"):
            label, listed = unpacked(data)
            found[label] = [value[0] for value in listed]
    return found


def test_the_same_pages_give_the_same_bytes(written: dict[str, bytes]) -> None:
    """Pagefind alone does not: it would take luck for seven values to come in the same order three times."""
    again = [index_pages(PAGES.items()) for _ in range(2)]

    assert any(written != other for other in again)
    assert all(in_one_order(written) == in_one_order(other) for other in again)


def test_filters_keep_all_their_values_in_order(written: dict[str, bytes]) -> None:
    sorted_ = values(in_one_order(written))

    assert {name: sorted(found) for name, found in values(written).items()} == sorted_
    assert [f"Kind {number}" for number in range(7)] == sorted_["kind"]


def test_every_file_that_the_index_names_is_there(written: dict[str, bytes]) -> None:
    files = in_one_order(written)
    entry = json.loads(files["pagefind-entry.json"])

    assert {"en", "fr"} == entry["languages"].keys()
    for about in entry["languages"].values():
        _, pages, words, filters, *_ = unpacked(files[f"pagefind.{about['hash']}.pf_meta"])
        assert [] == [page for page in pages if f"fragment/{page[0]}.pf_fragment" not in files]
        assert [] == [word for word in words if f"index/{word[2]}.pf_index" not in files]
        assert [] == [one for one in filters if f"filter/{one[1]}.pf_filter" not in files]


def test_search_boxes_that_are_not_ours_stay_out(written: dict[str, bytes]) -> None:
    assert [] == [name for name in in_one_order(written) if "ui" in name or "highlight" in name]


def test_the_order_of_files_on_the_disk_plays_no_part(tmp_path: Path) -> None:
    for folder, names in (("one", [*PAGES]), ("other", [*reversed(PAGES)])):
        for name in names:
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(PAGES[name], "utf-8")
        index_site(tmp_path / folder, [tmp_path / folder / name for name in names])

    assert hashes(tmp_path / "one") == hashes(tmp_path / "other")


def test_pages_without_a_word_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match="no page has a word"):
        index_site(tmp_path, [])


def spoilt(written: dict[str, bytes], part: str, data: bytes | None) -> dict[str, bytes]:
    name = next(name for name in written if part in name)
    rest = {other: old for other, old in written.items() if other != name}
    return rest if data is None else rest | {name: data}


@pytest.mark.parametrize("part", ["pagefind-entry.json", "pagefind.en_", "filter/en_"])
@pytest.mark.parametrize(
    "data",
    [
        None,
        b"",
        b"{}",
        b"[]",
        gzip.compress(b"something else"),
        gzip.compress(b"pagefind_dcd" + encode(["kind", 5])),
        gzip.compress(b"pagefind_dcd" + encode(["a", [], [], 7, [], []])),
        gzip.compress(b"pagefind_dcd" + b"\x9f\xff"),
        gzip.compress(b"pagefind_dcd" + encode([1, 2]))[:-9],
    ],
)
def test_an_index_of_another_shape_is_an_error(written: dict[str, bytes], part: str, data: bytes | None) -> None:
    with pytest.raises(SearchError, match=r"not as Pagefind 1\.5 writes it"):
        in_one_order(spoilt(written, part, data))
