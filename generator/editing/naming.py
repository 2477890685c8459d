"""Ids for new records: proposed from a date and a name, made unique."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from generator.model.dates import When
from generator.model.fields import MAX_ID

_SMALL_WORDS = frozenset("a an and at by for from in into of on or says say that the their to with".split())
_LONGEST = MAX_ID - 30
"""Leaves room for a date and a number."""
_MOST_WORDS = 4
"""Of a title."""


def slug(text: str) -> str:
    """The text as an id, without a date; empty where it holds no Latin letter or digit."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain)).strip("-")[:_LONGEST].strip("-")


def short_slug(title: str) -> str:
    """The first words of a title that carry its meaning."""
    words = [word for word in slug(title).split("-") if word not in _SMALL_WORDS]
    return "-".join(words[:_MOST_WORDS])


def date_prefix(when: When) -> str:
    """How an id begins: as fine as the date was coded, no finer (rule 7)."""
    return str(when.start_or_end)[: {"month": 7, "months": 7, "year": 4}.get(when.precision, 10)]


def unique_id(taken: Collection[str], proposals: Sequence[str]) -> str:
    """The first proposal that is free, or else the last with a number behind it."""
    named = [proposal.strip("-") for proposal in proposals if proposal.strip("-")] or ["record"]
    free = next((proposal for proposal in named if proposal not in taken), None)
    number = 2
    while free is None:
        numbered = f"{named[-1]}-{number}"
        free = None if numbered in taken else numbered
        number += 1
    return free


def event_names(when: When, title: str) -> list[str]:
    """The day and the first words of the title."""
    return [f"{date_prefix(when)}-{short_slug(title) or 'event'}"]


def claim_names(said: When, claimant: str, about: str) -> list[str]:
    """The day and the speaker; what it is about only where one day brings several claims of one speaker."""
    words = re.sub(r"^\d{4}(-\d\d)*-", "", about)
    first = f"{date_prefix(said)}-{claimant}"
    return [first, f"{first}-{short_slug(words)}"]


def source_names(publisher: str, published: When | None, title: str) -> list[str]:
    """The publisher and the day; words of the title where one day brings several pages."""
    first = "-".join([slug(publisher) or "source", *([date_prefix(published)] if published else [])])
    return [first, f"{first}-{short_slug(title)}"]
