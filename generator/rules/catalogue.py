"""Every problem code that people can meet, and every rule that runs over a dossier.

The method page, the page of errors and the tests are generated from this list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from generator.model.corpus import Corpus, Dossier
from generator.problems import Problem, Severity
from generator.rules import (
    figures,
    history_of_figures,
    links,
    persons,
    prose,
    quotes,
    time_and_place,
    wording,
)

Check = Callable[[Dossier], Iterator[Problem]]
Article = int | Literal["form"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One problem code."""

    code: str
    article: Article
    """The editorial rule that it keeps (DESIGN section 4), or 'form': the file or record is not well made."""
    check: Check | None = None
    """The function that finds it; none where reading does, or holding the content against an earlier state."""
    severity: Severity = "error"
    two_states: bool = False
    """Found only by `check --against`, in the difference of two states."""


def _all(article: Article, check: Check | None, *codes: str) -> tuple[Rule, ...]:
    return tuple(Rule(code, article, check) for code in codes)


_FORM = (
    # the file
    *_all("form", None, "bad-id", "duplicate-id", "empty-file", "hidden-character", "misplaced-file"),
    *_all("form", None, "missing-file", "not-a-file", "not-utf8", "too-large"),
    # YAML
    *_all("form", None, "duplicate-key", "empty-value", "several-documents", "smart-quote", "too-deep"),
    *_all("form", None, "too-many-values", "yaml-anchor", "yaml-merge-key", "yaml-syntax", "yaml-tag"),
    # fields
    *_all("form", None, "bad-coordinates", "bad-date", "bad-language", "bad-reference", "bad-time", "bad-url"),
    *_all("form", None, "bad-country", "bad-value", "claim-window", "empty-claim", "missing-field"),
    *_all("form", None, "response-target", "too-long", "unknown-field", "wrong-count", "wrong-shape"),
    # words of a fixed list
    *_all("form", None, "unknown-basis", "unknown-kind", "unknown-outcome", "unknown-place-precision"),
    *_all("form", None, "unknown-precision", "unknown-read", "unknown-role", "unknown-state", "unknown-subtype"),
    *_all("form", None, "unknown-type"),
    # links
    *_all("form", links.check_links, "unknown-actor", "unknown-claim", "unknown-event", "unknown-figure"),
    *_all("form", links.check_links, "unknown-group", "unknown-place", "unknown-point", "unknown-scope"),
    *_all("form", links.check_links, "unknown-side", "unknown-source"),
    *_all("form", links.check_references, "unknown-reference"),
    *_all("form", links.check_circles, "circular-part"),
    *_all("form", links.check_headline, "headline-without-figures"),
    *_all("form", links.check_sources_once, "duplicate-source"),
    Rule("unused-source", "form", links.check_sources_used, "warning"),
    *_all("form", prose.check_summary_length, "summary-too-long"),
)

_EDITORIAL = (
    *_all(1, prose.check_arithmetic, "arithmetic-in-prose"),
    *_all(2, quotes.check_quotes_carry_numbers, "quote-lacks-number", "quote-hatch-unneeded"),
    *_all(2, quotes.check_quotes, "quote-too-long", "gloss-missing"),
    *_all(2, quotes.check_printings, "value-not-printed", "same-report-twice"),
    *_all(2, figures.check_figures_once, "duplicate-figure"),
    *_all(3, quotes.check_qualifiers, "qualifier-added", "qualifier-dropped"),
    *_all(4, prose.check_number_in_prose, "number-in-prose"),
    *_all(5, figures.check_subsets, "subset-larger", "subset-unknown"),
    *_all(6, wording.check_party_vocabulary, "party-vocabulary"),
    *_all(6, wording.check_reporting_verbs, "loaded-verb"),
    *_all(7, None, "coordinates-too-fine"),
    *_all(7, time_and_place.check_times, "time-without-day"),
    *_all(7, time_and_place.check_place_precision, "place-finer-than-coded"),
    *_all(7, time_and_place.check_coordinates, "coordinates-imprecise", "coordinates-without-source"),
    *_all(7, time_and_place.check_id_dates, "id-date-mismatch"),
    *_all(
        7,
        time_and_place.check_order_of_time,
        "published-before-said",
        "response-to-itself",
        "said-before-event",
    ),
    Rule("after-as-of", 7, time_and_place.check_as_of, "warning"),
    *_all(8, prose.check_cites_standing_figures, "superseded-in-prose", "withdrawn-in-prose"),
    *_all(8, history_of_figures.check_revisions, "revises-circle", "revises-later", "revises-other-question"),
    *_all(8, history_of_figures.check_revisions, "revises-unknown"),
    *(
        Rule(code, 8, two_states=True)
        for code in ("figure-gone", "history-removed", "record-gone", "record-renamed", "silent-change")
    ),
    *_all(9, persons.check_personal_data, "personal-data"),
    *_all(9, persons.check_named_victims, "victim-age"),
    *_all(9, persons.check_unit_positions, "unit-position"),
    *_all(10, history_of_figures.check_falls, "fall-without-reason"),
    *_all(10, history_of_figures.check_same_day_answers, "unordered-answers"),
)

RULES: tuple[Rule, ...] = (*_FORM, *_EDITORIAL)
"""Every code once: form first, then by editorial rule."""

CHECKS: tuple[Check, ...] = tuple(
    dict.fromkeys([links.check_declared_ids, *(rule.check for rule in RULES if rule.check)])
)
"""Every function that runs over a dossier. `check_declared_ids` shares a code with the reader."""


def check_dossier(dossier: Dossier) -> Iterator[Problem]:
    """Everything that is wrong with a briefing beyond the form of its files."""
    return chain.from_iterable(check(dossier) for check in CHECKS)


def check_corpus(corpus: Corpus) -> Iterator[Problem]:
    """The same for every briefing."""
    return chain.from_iterable(map(check_dossier, [*corpus.dossiers, *corpus.partial]))


def rules_by_article() -> list[tuple[str, list[Rule]]]:
    """The rules as pages show them: articles 1 to 10, then how records are written."""
    articles = (*map(str, range(1, 11)), "form")
    return [(article, [rule for rule in RULES if str(rule.article) == article]) for article in articles]
