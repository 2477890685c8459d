"""A page's address says which source it is, who publishes there, and often the day."""

from __future__ import annotations

import pytest

from generator.editing.pages_read import date_in, find_house, find_source, is_address
from tests.builders import dossier, source

TIMES = "https://times.example.org"


@pytest.mark.parametrize("url", [f"{TIMES}/1", f"{TIMES}/1/", "http://times.example.org/1#top"])
def test_a_known_page_is_found_however_its_address_is_written(url: str) -> None:
    found = find_source(dossier(), url)

    assert found is not None
    assert "times" == found.id


def test_another_page_is_not_known() -> None:
    assert find_source(dossier(), f"{TIMES}/2") is None


def test_the_house_is_known_from_earlier_pages_that_agree() -> None:
    assert ("The Times", "en", "newspaper") == find_house(dossier(), "https://www.times.example.org/2")
    assert find_house(dossier(), "https://other.example.org/2") is None
    assert find_house(dossier(source("b", url=f"{TIMES}/b", language="fa")), f"{TIMES}/2") is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        (f"{TIMES}/2031/03/06/river", "2031-03-06"),
        (f"{TIMES}/news-2031-03-06.html", "2031-03-06"),
        (f"{TIMES}/20310306/x", "2031-03-06"),
        (f"{TIMES}/2031/02/31/x", ""),
        (f"{TIMES}/1203120306123", ""),
        (f"{TIMES}/2031/river", ""),
    ],
)
def test_the_day_is_read_from_an_address_that_names_one(url: str, day: str) -> None:
    assert day == date_in(url)


def test_an_address_is_told_from_the_name_of_a_source() -> None:
    assert [True, True, False] == [is_address(text) for text in ("HTTPS://a.b", "www.a.b", "times")]
