"""The JSON Feed keeps to version 1.1 of its specification, whose text is written here as types.

No package was found that checks 1.1: jsonfeedvalidator knows 1.0 alone, jsonfeed-util checks two fields.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Literal, Self

import pytest
from pydantic import AnyUrl, BaseModel, ConfigDict, Field, model_validator

from generator.model.corpus import Dossier
from generator.pages.json_feed import print_json_feed
from tests.builders import STORY, dossier, event
from tests.pages.test_feeds import CORRECTION, REVISED, feed
from tests.pages.test_render import HOSTILE
from tests.pages.test_render import story as hostile_story

SITE = "https://example.org/war/"


class Part(BaseModel):
    """Nothing that the specification does not name, but objects whose names begin with '_' and a letter."""

    model_config = ConfigDict(extra="allow", strict=True)

    @model_validator(mode="after")
    def _extensions(self) -> Self:
        for name, value in (self.model_extra or {}).items():
            assert name[0] == "_", name
            assert name[1].isalpha(), name
            assert isinstance(value, dict), name
        return self


class Author(Part):
    name: str | None = None
    url: str | None = None
    avatar: str | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        assert self.name or self.url or self.avatar
        return self


class Item(Part):
    id: str = Field(min_length=1)
    url: AnyUrl = Field(strict=False)
    title: str
    content_html: str = Field(min_length=1)
    date_published: datetime = Field(strict=False)
    tags: list[str]


class JsonFeed(Part):
    version: Literal["https://jsonfeed.org/version/1.1"]
    title: str = Field(min_length=1)
    home_page_url: AnyUrl = Field(strict=False)
    feed_url: AnyUrl = Field(strict=False)
    description: str
    language: str = Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")
    authors: list[Author] = Field(min_length=1)
    items: list[Item]


def read(story: Dossier) -> JsonFeed:
    return JsonFeed.model_validate_json(print_json_feed(feed(story, SITE)))


def test_a_feed_keeps_to_the_specification() -> None:
    whole = read(dossier(*REVISED, event(corrections=[CORRECTION])))

    assert f"{SITE}{STORY}/changes/" == str(whole.home_page_url)
    assert f"{SITE}{STORY}/changes.json" == str(whole.feed_url)
    assert 2 == len({item.id for item in whole.items})
    assert all(item.date_published.tzinfo for item in whole.items)


def test_an_item_tells_the_class_of_the_change_and_its_date_as_it_is_known() -> None:
    month = {**CORRECTION, "date": "2031-03"}
    (item,) = json.loads(print_json_feed(feed(dossier(event(corrections=[month])))))["items"]

    assert {"kind": "corrected", "whose": "ours", "dated": "2031-03"} == item["_change"]
    assert ["corrected", "ours"] == item["tags"]
    assert "2031-03-01T12:00:00Z" == item["date_published"]


def test_both_formats_tell_the_same() -> None:
    planned = feed(dossier(*REVISED, event(corrections=[CORRECTION])), SITE)
    items: list[dict[str, Any]] = json.loads(print_json_feed(planned))["items"]

    assert [(e.id, e.url, e.title, e.html) for e in planned.entries] == [
        (item["id"], item["url"], item["title"], item["content_html"]) for item in items
    ]


def test_a_feed_without_entries_is_whole() -> None:
    assert [] == read(dossier()).items


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_breaks_nothing(text: str) -> None:
    assert len(read(hostile_story(text)).items) > 3


@pytest.mark.parametrize("spoilt", ['"items": {}', '"version": "https://jsonfeed.org/version/1"', '"extra": 1'])
def test_the_check_finds_mistakes(spoilt: str) -> None:
    text = print_json_feed(feed(dossier(*REVISED), SITE)).rstrip().removesuffix("}")

    with pytest.raises(ValueError, match="JsonFeed"):
        JsonFeed.model_validate_json(f"{text}, {spoilt}}}")
