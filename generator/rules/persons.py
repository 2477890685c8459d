"""Rule 9: nothing that helps to find a victim, a witness or a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from generator.model.corpus import Dossier
from generator.problems import Problem
from generator.rules.passages import Passage, own_passages, quotations

# Every repetition has an end, so that a hostile text costs no more time than a long one.
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w.,/#-])(?:\+|00)\d[\d ()./-]{6,30}\d(?![\w,])"
    r"|(?<![\w.,/#-])\(?0\d{2,4}\)?[ -]\d{3}[ -]?\d{3,5}(?![\w,])"
)
_AGED_NAME = re.compile(
    r"\b(?:\d{1,2}|[a-z]+(?:-[a-z]+)?)-year-old (?:(?:boy|girl|child|student|son|daughter|named|called)\s+)*"
    r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*"
    r"|\b[A-Z][\w'’-]{1,40}(?: [A-Z][\w'’-]{1,40}){1,6},? (?:aged )?\(?\d{1,2}\)?,"
    r" (?:was|were) (?:killed|wounded|injured)"
)
_MGRS = re.compile(
    r"\b\d{1,2}[C-HJ-NP-X] ?[A-HJ-NP-Z]{2} ?(?:\d{5} ?\d{5}|\d{4} ?\d{4}|\d{3} ?\d{3}|\d{2} ?\d{2})(?!\d)"
)
_DEGREES = re.compile(
    r"\b\d{1,2}\.\d{2,}°?\s*[NS]?\s*,\s*\d{1,3}\.\d{2,}°?\s*[EW]?(?!\w)"
    r"|\b\d{1,2}°\s*\d{1,2}['’′][^,\n]{0,12}?[NS]\b"
)


_MAY_TELL = re.compile(r"[\d@]|-year-old")
"""Something of this stands in every text that one of the patterns matches."""


@lru_cache(maxsize=1)
def _everywhere(dossier: Dossier) -> tuple[Passage, ...]:
    """Every text of ours or others' that may be worth a closer look."""
    passages = chain(own_passages(dossier), quotations(dossier))
    return tuple(passage for passage in passages if _MAY_TELL.search(passage.text))


def check_personal_data(dossier: Dossier) -> Iterator[Problem]:
    """No addresses and no telephone numbers, in anybody's words."""
    for passage in _everywhere(dossier):
        for pattern, what in ((_MAIL, "an e-mail address"), (_PHONE, "a telephone number")):
            found = pattern.search(passage.text)
            if found and (pattern is _MAIL or sum(c.isdigit() for c in found[0]) >= 8):
                yield Problem(
                    "personal-data",
                    passage.at,
                    f"'{found[0]}' is {what}",
                    "leave it out of the text and the quote",
                )


def check_named_victims(dossier: Dossier) -> Iterator[Problem]:
    """No name beside an age."""
    for passage in _everywhere(dossier):
        found = _AGED_NAME.search(passage.text)
        if found:
            message = f"'{found[0]}' names a person with an age"
            yield Problem("victim-age", passage.at, message, "leave the name out: victims and witnesses are not named")


def check_unit_positions(dossier: Dossier) -> Iterator[Problem]:
    """No coordinates in running text; places.yml holds those of places."""
    for passage in _everywhere(dossier):
        if passage.at.file.endswith("/places.yml") or "/sources/" in passage.at.file:
            continue  # notes on where a place lies, and on pages that say so
        found = _MGRS.search(passage.text) or _DEGREES.search(passage.text)
        if found:
            message = f"'{found[0]}' is a position"
            yield Problem("unit-position", passage.at, message, "name the place; coordinates stand in places.yml only")
