"""How values, dates and questions are said in English: never without the qualifier, never finer than coded."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given, settings
from markupsafe import Markup

from generator.arranging.questions import Question, arrange_questions
from generator.model.corpus import Dossier
from generator.model.dates import When, parse_clock, parse_when
from generator.model.values import WORDS, Value, parse_value
from generator.model.vocabulary import Outcome
from generator.pages.phrases import Phrases, WordsError
from generator.reading.words import read_words
from tests.builders import claim, dossier, event, figure
from tests.model.test_dates import whens
from tests.model.test_values import values
from tests.projects import TEMPLATES

ENGLISH = Phrases(read_words(TEMPLATES / "words" / "en.yml"))


def question(story: Dossier) -> Question:
    return arrange_questions(story)[-1]


def counted(value: str, **fields: str) -> str:
    (one,) = claim("monitor", figure(value, **fields)).figures
    return ENGLISH.counted(one, dossier())


# -- dates -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("coded", "said"),
    [
        ("2031-03-05", "5 March 2031"),
        ("night of 2031-03-05", "night of 5–6 March 2031"),
        ("night of 2031-03-31", "night of 31 March – 1 April 2031"),
        ("night of 2031-12-31", "night of 31 December 2031 – 1 January 2032"),
        ("2031-03-05 to 2031-03-09", "5–9 March 2031"),
        ("2031-03-30 to 2031-04-02", "30 March – 2 April 2031"),
        ("2031-12-30 to 2032-01-02", "30 December 2031 – 2 January 2032"),
        ("week of 2031-03-03", "week of 3 March 2031"),
        ("2031-03", "March 2031"),
        ("2031-03 to 2031-06", "March 2031 – June 2031"),
        ("2031", "2031"),
        ("by 2031-03-05", "by 5 March 2031"),
    ],
)
def test_a_date_is_said_as_it_was_coded(coded: str, said: str) -> None:
    assert said == ENGLISH.when(parse_when(coded))


@settings(max_examples=100, deadline=None)
@given(whens())
def test_no_date_is_said_finer_than_it_is_known(when: When) -> None:
    days = [int(n) for n in re.findall(r"\b\d{1,2}\b", ENGLISH.when(when))]

    if when.precision in ("month", "months", "year"):
        assert [] == days
    if when.precision == "year":
        assert str(when.end.year) == ENGLISH.when(when)


@settings(max_examples=100, deadline=None)
@given(whens(), whens())
def test_two_dates_that_differ_are_said_differently(one: When, other: When) -> None:
    assert (one == other) is (ENGLISH.when(one) == ENGLISH.when(other))


@pytest.mark.parametrize("time", ["21:50", "about 21:50", "before 22:00", "dawn"])
def test_a_clock_time_is_said_with_its_mark(time: str) -> None:
    assert time == ENGLISH.clock(parse_clock(time))


def test_a_month_without_a_month_is_a_year() -> None:
    assert "March 2031" == ENGLISH.month_title("2031-03")
    assert "2031" == ENGLISH.month_title("2031")


# -- values ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("58", "58 Red soldiers killed"),
        ("at least 58", "at least 58 Red soldiers killed"),
        ("over 200", "more than 200 Red soldiers killed"),
        ("nearly 20", "about 20 Red soldiers killed"),
        ("up to 18", "up to 18 Red soldiers killed"),
        ("less than 18", "fewer than 18 Red soldiers killed"),
        ("60-70", "60 to 70 Red soldiers killed"),
        ("around 60 to 70", "about 60 to 70 Red soldiers killed"),
        ("4.5 million", "4.5 million Red soldiers killed"),
        ("dozens", "dozens of Red soldiers killed"),
        ("tens", "tens of Red soldiers killed"),
        ("a handful", "a handful of Red soldiers killed"),
        ("a number", "a number of Red soldiers killed"),
        ("several", "several Red soldiers killed"),
        ("a few", "a few Red soldiers killed"),
        ("no figure given", "no figure given for Red soldiers killed"),
    ],
)
def test_a_figure_is_said_with_its_qualifier_group_and_outcome(value: str, said: str) -> None:
    assert said == counted(value)


def test_a_part_is_never_said_without_its_scope() -> None:
    assert "58 Red soldiers killed (east bank only)" == counted("58", scope="east-bank")


def test_casualties_are_never_said_to_be_killed() -> None:
    assert "58 Red soldiers killed or wounded" == counted("58", outcome="killed-or-wounded")


@settings(max_examples=100, deadline=None)
@given(values())
def test_the_printed_value_stands_whole_in_what_is_said(value: Value) -> None:
    group = dossier().briefing.groups[0]

    for outcome in get_args(Outcome):
        assert value.printed in ENGLISH.counted_value(value, group, outcome)


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_every_outcome_has_its_words(outcome: str) -> None:
    story = dossier(claim("monitor", figure("at least 58", outcome=outcome)))

    assert "at least 58 Red soldiers" in counted("at least 58", outcome=outcome)
    assert "Red soldiers" in ENGLISH.topic(question(story))
    assert ENGLISH.question(question(story)).endswith("5 March 2031?")


def test_words_that_stand_before_of_are_known() -> None:
    """A word that is missing here would read 'dozens Red soldiers'."""
    plain = {
        "several",
        "several dozen",
        "several hundred",
        "several thousand",
        "many",
        "numerous",
        "countless",
        "a few",
    }
    group = dossier().briefing.groups[0]
    said = {word: ENGLISH.counted_value(parse_value(word), group, "killed") for word in WORDS}

    assert plain == {word for word, text in said.items() if text == f"{word} Red soldiers killed"}
    assert all(text.startswith((f"{word} of ", f"{word} for ")) for word, text in said.items() if word not in plain)


# -- questions -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("story", "asked", "topic"),
    [
        (
            dossier(claim("monitor", figure("58"))),
            "How many Red soldiers were killed, 5 March 2031?",
            "Red soldiers killed",
        ),
        (
            dossier(claim("monitor", figure("58", scope="east-bank"))),
            "How many Red soldiers were killed, 5 March 2031 (east bank only)?",
            "Red soldiers killed (east bank only)",
        ),
        (
            dossier(claim("monitor", figure("58", basis="model"))),
            "How many Red soldiers were killed, 5 March 2031 (estimates by model)?",
            "Red soldiers killed (estimates by model)",
        ),
        (
            dossier(claim("monitor", figure("58", of="civilians", outcome="wounded"), period="2031-03")),
            "How many civilians were wounded, March 2031?",
            "Civilians wounded",
        ),
        (
            dossier(event(when="night of 2031-03-05"), claim("monitor", figure("58"))),
            "How many Red soldiers were killed, night of 5–6 March 2031?",
            "Red soldiers killed",
        ),
    ],
)
def test_a_question_says_all_that_sets_it_apart(story: Dossier, asked: str, topic: str) -> None:
    assert asked == ENGLISH.question(question(story))
    assert topic == ENGLISH.topic(question(story))


# -- sentences -------------------------------------------------------------------------------


def test_parts_of_a_sentence_are_inert_and_markup_stays() -> None:
    phrases = Phrases({"x": {"said": "{who} says: {what}."}})

    assert "&lt;b&gt; says: <i>58</i>." == str(phrases.say("x.said", who="<b>", what=Markup("<i>58</i>"))).replace(
        "&#60;", "&lt;"
    ).replace("&#62;", "&gt;").replace("&#46;", ".")


def test_a_part_that_looks_like_a_slot_is_not_filled_in() -> None:
    """A claimant called '{when}' is no reason to print a date in its place."""
    phrases = Phrases({"said": "{who}, {when}"})

    assert "&#123;when&#125;, today" == str(phrases.say("said", who="{when}", when="today"))


@pytest.mark.parametrize("key", ["said", "group", "group.none", "said.deeper"])
def test_words_that_are_missing_are_a_mistake_of_ours(key: str) -> None:
    phrases = Phrases({"said": "{who}", "group": {"one": "x"}})

    with pytest.raises(WordsError):
        phrases.say(key)
