"""The rules leave honest journalism alone, and still catch what they are for."""

from __future__ import annotations

import pytest

from generator.problems import Problem
from tests.conftest import BASE, ReadAndCheck, WriteContent

EVENT = "events/2031-03-05-river-clash.yml"
CLAIM = "claims/2031-03-06-arvenian-army.yml"
SUMMARY = "Forces of both countries exchanged fire at the bridge. Each side says that the other fired first."
QUOTE = "The Arvenian army said 58 Belmark soldiers were killed."
FIGURE = "[figure:2031-03-06-arvenian-army#belmark-soldiers-killed]"
Codes = list[str]


def codes(problems: list[Problem]) -> Codes:
    return [problem.code for problem in problems]


@pytest.fixture
def codes_of_summary(write_content: WriteContent, read_and_check: ReadAndCheck):  # type: ignore[no-untyped-def]
    def told(summary: str) -> Codes:
        folded = (BASE / EVENT).read_text().replace(SUMMARY, f">-\n  {summary}")
        return codes(read_and_check(write_content({EVENT: folded})))

    return told


@pytest.fixture
def codes_of_figure(write_content: WriteContent, read_and_check: ReadAndCheck):  # type: ignore[no-untyped-def]
    def told(value: str, quote: str, more: str = "") -> Codes:
        text = (
            (BASE / CLAIM).read_text().replace("value: 58", f"value: {value}").replace(QUOTE, f">-\n          {quote}")
        )
        return codes(read_and_check(write_content({CLAIM: text + more})))

    return told


@pytest.mark.parametrize(
    "sentence",
    [
        "A 48-hour truce began at 18:00 on 15 October 2031.",
        "Both armies fired; the ministry called it “unprovoked aggression” by 'terrorists'.",
        'The army spoke of "martyrs" and of "neutralised" fighters.',
        "The group claimed responsibility for the attack.",
        "Local police say that the group claimed it.",
        "The blast claimed the lives of several people's relatives.",
        "The ministry rejects claims that it fired first, and the claim that it lied.",
        "Belmark's Counter-Terrorism Department says that fire was exchanged.",
        "Crowds met in Martyrs Square.",
        "The talks lasted from 9 to 12 March, in 3 rounds.",
        "The border is 2,640 kilometres long.",
        "Each side's army says it has [event:2031-03-05-river-clash|answered the fire].",
        f"The army gives a figure: {FIGURE}. The ministry disputes it.",
        "Flight PK-3031 of 2031 and UN resolution 2593 are not at issue.",
        "The 41-year-old bridge stands.",
        "Trade worth [not-a-figure:48] lorries is not counted here.",
    ],
)
def test_honest_sentence(sentence: str, codes_of_summary) -> None:  # type: ignore[no-untyped-def]
    assert codes_of_summary(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Fire killed fifty-eight soldiers.", "number-in-prose"),
        ("At least 12 posts were captured.", "number-in-prose"),
        (f"Altogether {FIGURE}.", "arithmetic-in-prose"),
        (f"On average {FIGURE} a day.", "arithmetic-in-prose"),
        (f"The new count brings the toll to {FIGURE}.", "arithmetic-in-prose"),
        (f"That is {FIGURE}, more than double the ministry's.", "arithmetic-in-prose"),
        ("Martyrdom awaited them.", "party-vocabulary"),
        ("The Khawarij attacked.", "party-vocabulary"),
        ("The regime in Bel says so.", "party-vocabulary"),
        ("The army insists that it answered fire.", "loaded-verb"),
        ("Write to a.b@example.org for names.", "personal-data"),
        ("Call 0333-123-4567 for names.", "personal-data"),
        ("Amira Sand (12), was killed at school.", "victim-age"),
        ("The battery stood at 34°08'N.", "unit-position"),
    ],
)
def test_caught_sentence(sentence: str, code: str, codes_of_summary) -> None:  # type: ignore[no-untyped-def]
    assert code in codes_of_summary(sentence)


@pytest.mark.parametrize(
    ("value", "quote"),
    [
        ("58", "fifty-eight soldiers were killed"),
        ("at least 58", "At least 58 people died"),
        ("at least 58", "58 or more died"),
        ("more than 58", "over 58 posts were overrun"),
        ("about 58", "nearly 58 were hurt"),
        ("about 58", "around twenty wounded and some 58 dead"),
        ("up to 58", "as many as 58 may have died"),
        ("at least 58", "58 killed, at least, the army said"),
        ("58", "more than 200 wounded and 58 killed"),
        ("50 to 58", "between 50 and 58 were killed"),
        ("about 50 to 58", "an estimated 50–58 fighters"),
        ("dozens", "Dozens of soldiers were killed"),
        ("0", "No soldiers were killed"),
        ("4.5 billion", "losses of $4.5 billion"),
    ],
)
def test_quote_that_carries_its_value(value: str, quote: str, codes_of_figure) -> None:  # type: ignore[no-untyped-def]
    assert codes_of_figure(value, quote) == []


@pytest.mark.parametrize(
    ("value", "quote", "code"),
    [
        ("58", "At least 58 soldiers were killed", "qualifier-dropped"),
        ("58", "the army said over 58 soldiers were killed", "qualifier-dropped"),
        ("about 58", "More than 58 soldiers were killed", "qualifier-dropped"),
        ("more than 58", "58 soldiers were killed", "qualifier-added"),
        ("58", "dozens were killed", "quote-lacks-number"),
        ("50 to 58", "58 were killed", "quote-lacks-number"),
        ("dozens", "58 were killed", "quote-lacks-number"),
    ],
)
def test_quote_that_does_not(value: str, quote: str, code: str, codes_of_figure) -> None:  # type: ignore[no-untyped-def]
    assert codes_of_figure(value, quote) == [code]


@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("fa", "۵۸ سرباز کشته شدند"),
        ("ur", "اٹھاون فوجی مارے گئے"),
        ("es", "cincuenta y ocho soldados"),
        ("ru", "58 солдат"),
    ],
)
def test_number_in_other_languages(language: str, quote: str, codes_of_figure) -> None:  # type: ignore[no-untyped-def]
    more = f"        language: {language}\n        gloss: 58 soldiers were killed\n"

    assert codes_of_figure("58", quote, more) == []


def test_gloss_decides_on_the_qualifier_of_a_foreign_quote(codes_of_figure) -> None:  # type: ignore[no-untyped-def]
    more = "        language: es\n        gloss: more than 58 soldiers were killed\n"

    assert codes_of_figure("58", "más de 58 soldados", more) == ["qualifier-dropped"]


def test_reasoned_hatch_lifts_the_rule(codes_of_figure) -> None:  # type: ignore[no-untyped-def]
    more = "        quote_lacks_number: The number stands in the headline, which the copy cut.\n"

    assert codes_of_figure("58", "many were killed", more) == []
