"""Which way a language is written, and how words of another one stand within its sentences."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from generator.arranging.arranged import Arranged
from generator.pages.inert import inert

WRITTEN_IN = "en"
"""The language of the records: their values, labels and glosses are read as English by the rules."""

_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he khw ks pnb prs ps sd syr ug ur yi".split())
_SCRIPTS = {"arab": "rtl", "hebr": "rtl", "nkoo": "rtl", "syrc": "rtl", "thaa": "rtl", "cyrl": "ltr", "latn": "ltr"}
_SEVERAL_WORDS = re.compile(r"[^\W\d_]{2}.*\s.*[^\W\d_]{2}|[^\W\d_]{2}.*[.)!?]$", re.DOTALL)
_AS_IT_STARTS, _FROM_THE_RIGHT, _END = "\u2068", "\u2067", "\u2069"
"""They do what <bdi> does, and stand where an element cannot: in titles, in labels, in what scripts read."""


def direction_of(language: str) -> str:
    """'rtl' or 'ltr', by the script that a tag names ('az-Arab'), else by the language's usual one."""
    base, *rest = language.lower().split("-")
    named = (_SCRIPTS[part] for part in rest if part in _SCRIPTS)
    return next(named, "rtl" if base in _RIGHT_TO_LEFT else "ltr")


def language_of(report: Any, briefing: Arranged) -> str:
    """The language of a quote: its own, or its source's."""
    return str(report.language or briefing.dossier.sources[report.source].language)


def isolated(part: str) -> str:
    """A part of a sentence that keeps its own direction and disturbs no other's."""
    return f"{_AS_IT_STARTS}{part}{_END}"


def from_the_right(sentence: str) -> str:
    """A sentence of a page that runs from the right, wherever it stands."""
    return f"{_FROM_THE_RIGHT}{sentence}{_END}"


def inert_and_isolated(value: object) -> Markup:
    """What a template prints on such a page: words of the records are isolated; ids, numbers and markup are not."""
    if not isinstance(value, str) or hasattr(value, "__html__") or value.startswith(_FROM_THE_RIGHT):
        return inert(value)
    return Markup(isolated(inert(value))) if _SEVERAL_WORDS.search(value) else inert(value)


def prose_in(language: str, prose: Markup) -> Markup:
    """Prose of the records on a page in this language, marked where that is another one."""
    if language.partition("-")[0] == WRITTEN_IN:
        return prose
    return Markup(f'<div lang="{WRITTEN_IN}" dir="{direction_of(WRITTEN_IN)}">{prose}</div>')
