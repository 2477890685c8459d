"""What a feed tells: every change once, dated by the content, in words and markup that can do nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest

from generator.arranging.arranged import arrange
from generator.model.corpus import Dossier
from generator.model.dates import parse_when
from generator.pages.feeds import Feed, instant, plain, plan_feed
from generator.pages.render import Printer
from tests.builders import STORY, claim, dossier, event, figure
from tests.pages.test_phrases import ENGLISH
from tests.pages.test_render import HOSTILE
from tests.pages.test_render import story as hostile_story
from tests.projects import TEMPLATES

CORRECTION = {"date": "2031-03-13", "field": "date", "was": "5 March", "now": "6 March", "why": "misread"}
REVISED = (
    claim("blue-army", figure("58"), said="2031-03-06"),
    claim("blue-army", figure("at least 58", reason="more were found"), said="2031-03-09"),
)
TURNING = "\u202e\u2066\u200e\u061c"


def feed(story: Dossier, site_url: str = "") -> Feed:
    return plan_feed(arrange(story), Printer(TEMPLATES, ENGLISH, site_url), "en")


class Tags(HTMLParser):
    """What a feed reader would make of an entry."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_an_entry_says_what_changed_whose_doing_it_was_and_why() -> None:
    (entry,) = feed(dossier(*REVISED)).entries
    text = Tags(entry.html).text

    assert "Blue Army: 58 → at least 58 Red soldiers killed, 5 March 2031" == entry.title
    assert ("revised", "theirs", "2031-03-09") == (entry.kind, entry.whose, entry.dated)
    assert "Revised by the claimant, 9 March 2031." in text
    assert "Before: 58, Blue Army, 6 March 2031. After: at least 58, Blue Army, 9 March 2031;" in text
    assert "Reason given: more were found" in text
    assert "later gave another answer to the same question" in text


def test_ours_are_told_from_theirs() -> None:
    whose = {entry.kind: entry.whose for entry in feed(dossier(*REVISED, event(corrections=[CORRECTION]))).entries}

    assert {"revised": "theirs", "corrected": "ours"} == whose


@pytest.mark.parametrize(
    ("coded", "first"),
    [
        ("2031-03-09", "2031-03-09"),
        ("night of 2031-03-09", "2031-03-09"),
        ("week of 2031-03-09", "2031-03-09"),
        ("2031-03-09 to 2031-03-12", "2031-03-09"),
        ("2031-03", "2031-03-01"),
        ("2031", "2031-01-01"),
        ("by 2031-03-09", "2031-03-09"),
    ],
)
def test_a_date_is_noon_of_the_first_day_that_it_may_mean(coded: str, first: str) -> None:
    assert f"{first}T12:00:00+00:00" == instant(parse_when(coded)).isoformat()


def test_a_feed_is_as_new_as_its_newest_entry() -> None:
    planned = feed(dossier(*REVISED, event(corrections=[CORRECTION])))

    assert "2031-03-13" == str(planned.updated.date())
    assert ["2031-03-13", "2031-03-09"] == [str(entry.instant.date()) for entry in planned.entries]


def test_a_feed_without_entries_is_as_new_as_the_data() -> None:
    planned = feed(dossier())

    assert () == planned.entries
    assert "2031-04-01" == str(planned.updated.date())


def test_what_is_merely_new_is_no_change() -> None:
    assert () == feed(dossier(claim("blue-army", figure("58")), event("2031-03-20-fire", "2031-03-20"))).entries


def test_addresses_are_whole_where_the_site_is_known_and_relative_to_the_feed_elsewhere() -> None:
    story = dossier(*REVISED)
    where = f"{STORY}/claims/2031-03-09-blue-army/#red-soldiers-killed"
    for site_url in ("", "https://example.org/war/"):
        planned, root = feed(story, site_url), site_url or "../"
        (entry,) = planned.entries
        links = [value for _, attributes in Tags(entry.html).found for name, value in attributes if name == "href"]

        assert f"{root}{where}" == entry.url
        assert f"{root}{STORY}/changes/" == planned.page_url
        assert [f"{root}{STORY}/changes.atom", f"{root}{STORY}/changes.json"] == [
            planned.url("atom"),
            planned.url("json"),
        ]
        assert links
        assert all((link or "").startswith(f"{root}{STORY}/") for link in links)


def test_naming_the_site_announces_nothing_anew() -> None:
    story = dossier(*REVISED, event(corrections=[CORRECTION]))
    here, there = feed(story), feed(story, "https://example.org/")

    assert here.id == there.id
    assert [entry.id for entry in here.entries] == [entry.id for entry in there.entries]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_the_shape_of_no_entry(text: str) -> None:
    def shape(planned: Feed) -> list[list[tuple[str, list[str]]]]:
        return [
            [(tag, [name for name, _ in attributes]) for tag, attributes in Tags(entry.html).found]
            for entry in planned.entries
        ]

    hostile = feed(hostile_story(text))

    assert shape(feed(hostile_story("x"))) == shape(hostile)
    assert len(hostile.entries) > 3
    for entry in hostile.entries:
        links = [value or "" for _, attributes in Tags(entry.html).found for _, value in attributes]
        assert all(link.startswith(f"../{STORY}/") for link in links)


def test_no_control_and_no_turning_of_direction_reaches_a_feed() -> None:
    text = f"a{TURNING}\u0000\u001bb\u0085\ufffe\uffff \n c"
    planned = feed(hostile_story(text))
    told: list[Any] = [planned.title, planned.description, planned.author]
    told += [line for entry in planned.entries for line in (entry.title, entry.html, Tags(entry.html).text)]

    assert "ab c" == plain(text)
    assert [] == [line for line in told if re.search(f"[{TURNING}\x00-\x1f\x7f-\x9f\ufffe\uffff]", line)]
