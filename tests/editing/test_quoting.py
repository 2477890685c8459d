"""What a quote seems to say is proposed, and never more than it says."""

from __future__ import annotations

import pytest

from generator.editing.finding import Choice
from generator.editing.quoting import Suggestion, suggest_figure

GROUPS = (
    Choice("belmark-soldiers", "Belmark soldiers"),
    Choice("arvenian-soldiers", "Arvenian soldiers"),
    Choice("arvenian-civilians", "civilians in Arvenia"),
)


@pytest.mark.parametrize(
    ("quote", "language", "seen"),
    [
        ("at least 58 Belmark soldiers were killed", "en", ("belmark-soldiers", "killed", "at least 58")),
        ("It killed more than 1,200 Arvenian soldiers.", "en", ("arvenian-soldiers", "killed", "more than 1,200")),
        ("twenty-three civilians were hurt in 2031", "en", ("arvenian-civilians", "wounded", "23")),
        ("In 2031 some 20 soldiers were either killed or wounded", "en", ("", "killed-or-wounded", "about 20")),
        ("dozens of Belmark soldiers died", "en", ("belmark-soldiers", "killed", "dozens")),
        ("nobody was hurt", "en", ("", "wounded", "")),
        ("58 soldados murieron", "es", ("", "", "58")),
    ],
)
def test_the_number_with_its_qualifier_and_what_stands_beside_it(
    quote: str, language: str, seen: tuple[str, str, str]
) -> None:
    assert Suggestion(*seen) == suggest_figure(quote, language, GROUPS)


def test_the_next_number_is_proposed_when_the_first_is_used() -> None:
    quote = "58 Belmark soldiers were killed and 9 Arvenian soldiers wounded"

    assert Suggestion("arvenian-soldiers", "wounded", "9") == suggest_figure(quote, "en", GROUPS, ["58"])
    assert "" == suggest_figure(quote, "en", GROUPS, ["58", "9"]).value
