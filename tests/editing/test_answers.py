"""Answers are held to the same types as files, and refused in the same words."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from generator.editing.answers import UnfitAnswerError, read_answer, tidied
from generator.model.briefing import Place
from generator.model.claims import Figure, Report
from generator.model.events import Event, Source


@pytest.mark.parametrize(
    ("model", "field", "typed", "kept"),
    [
        (Figure, "value", "  at  least 58 ", "at least 58"),
        (Event, "when", "night of 2031-03-05", "night of 2031-03-05"),
        (Source, "published", "unknown", "unknown"),
        (Place, "also", "Zorn Bridge", "Zorn Bridge"),
        (Report, "quote", "It's 'over': 58\ndead # he said", "It's 'over': 58 dead # he said"),
        (Place, "name", "یخ\u200cزده", "یخ\u200cزده"),
    ],
)
def test_what_a_field_takes_is_kept_on_one_line(model: type[BaseModel], field: str, typed: str, kept: str) -> None:
    assert kept == read_answer(model, field, typed)


@pytest.mark.parametrize(
    ("model", "field", "typed", "told"),
    [
        (
            Figure,
            "value",
            "58 soldiers",
            "cannot read '58 soldiers' as a figure (write 58 alone; what is counted stands in ",
        ),
        (Event, "when", "11/10/2025", "11/10/2025 can be read two ways: write 2025-10-11 for 11 October"),
        (Source, "url", "sorn-times.example", "does not begin with http:// or https:// (write the full address"),
        (Event, "type", "batles", "unknown type 'batles' (did you mean 'battles'?)"),
        (Event, "title", " \u200b ", "no value here (an answer is needed)"),
        (Event, "title", "x" * 201, "text of 201 characters (at most 200 here)"),
    ],
)
def test_what_a_field_refuses_is_told_in_the_words_of_the_check(
    model: type[BaseModel], field: str, typed: str, told: str
) -> None:
    with pytest.raises(UnfitAnswerError) as caught:
        read_answer(model, field, typed)

    assert told in str(caught.value)


def test_what_pages_bring_along_and_nobody_sees_is_dropped() -> None:
    assert "58 soldiers" == tidied("\ufeff58\u00a0sol\u00addiers\u200b\u200e ")
