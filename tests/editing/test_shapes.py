"""The order of fields and the folding of texts come from the models."""

from __future__ import annotations

import pytest

from generator.editing.kinds import KINDS
from generator.editing.shapes import shapes_of
from generator.model.briefing import CrossingChange, Place, Section
from generator.model.claims import Claim, Report
from generator.model.events import Event
from generator.model.records import Record


def test_what_is_withdrawn_or_corrected_is_said_last() -> None:
    assert ["claimant", "note", "withdrawn", "corrections"] == [[*shapes_of(Claim)][at] for at in (0, -3, -2, -1)]
    assert ["id", "states", "corrections"] == [[*shapes_of(Place)][at] for at in (0, -2, -1)]


def test_a_figure_as_printed_stands_beside_its_source() -> None:
    expected = ["source", "printed", "quote", "quote_lacks_number", "language", "gloss", "via", "note"]

    assert expected == [*shapes_of(Report)]


def test_fields_have_the_names_that_are_written() -> None:
    assert ["from", "state", "note", "source"] == [*shapes_of(CrossingChange)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_of_a_file_has_its_place(kind) -> None:  # type: ignore[no-untyped-def]
    names = {info.alias or name for name, info in kind.model.model_fields.items()}

    assert names == set(shapes_of(kind.model))
    assert issubclass(kind.model, Record) == ("corrections" in names)


def test_texts_are_one_line_and_prose_is_not() -> None:
    event, section = shapes_of(Event), shapes_of(Section)

    assert event["title"].one_line
    assert event["note"].one_line
    assert not event["summary"].one_line
    assert not event["when"].one_line
    assert not section["text"].one_line
    assert shapes_of(Place)["also"].one_line


def test_parts_are_found_in_lists_and_where_they_may_be_left_out() -> None:
    assert Report is shapes_of(shapes_of(Claim)["figures"].model or Claim)["reports"].model
    assert shapes_of(Claim)["withdrawn"].model is not None
