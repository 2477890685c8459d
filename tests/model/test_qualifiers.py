"""What is said before and after a number belongs to it."""

from __future__ import annotations

import pytest

from generator.model.numerals import numbers_in
from generator.model.qualifiers import qualifier_before


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("at least 58 soldiers", "at-least"),
        ("58 or more soldiers", "at-least"),
        ("58-plus soldiers", "at-least"),
        ("no fewer than 58 soldiers", "at-least"),
        ("over 200 fighters", "more-than"),
        ("more than 200 fighters", "more-than"),
        ("losses exceed $50 million", "more-than"),
        ("over US$4.5 billion", "more-than"),
        ("as many as 18 wounded", "up-to"),
        ("no more than 18 wounded", "up-to"),
        ("up to 18 wounded", "up-to"),
        ("around ten civilians", "about"),
        ("Some 5,000 Pakistanis", "about"),
        ("nearly 200 million", "about"),
        ("an estimated $2 million", "about"),
        ("fewer than 10 posts", "fewer-than"),
        ("58 soldiers", None),
        ("took over 20 posts", None),
        ("at least they captured 20 posts", None),
    ],
)
def test_the_qualifier_attached_to_a_number_is_named(text: str, kind: str | None) -> None:
    assert kind == qualifier_before(text, numbers_in(text, "en")[0])
