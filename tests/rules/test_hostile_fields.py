"""A field as long as fields may be, made to cost time, costs little more than any other of its length."""

from __future__ import annotations

import time

import pytest

from generator.rules.catalogue import CHECKS
from tests.builders import dossier, event

LONGEST = 20_000
SLOW = [
    "a",
    "A",
    "A-",
    "Aa ",
    "0",
    "+0",
    "00 ",
    "1.",
    ".",
    "“",
    "«",
    " ‘",
    "'a",
    "\n",
    "\n ",
    "January ",
    "a-",
    "a.a@a.",
]


@pytest.mark.parametrize("piece", SLOW)
def test_no_rule_takes_longer_than_the_text_does(piece: str) -> None:
    """Each of these took a rule one to four seconds, because a pattern began anew at every letter."""
    story = dossier(event(summary=(piece * LONGEST)[:LONGEST]))
    took = {}
    for check in CHECKS:
        started = time.process_time()
        assert list(check(story)) is not None
        took[check.__name__] = time.process_time() - started

    assert {} == {name: seconds for name, seconds in took.items() if seconds > 0.8}
