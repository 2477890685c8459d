"""Each of ACLED's sub-event types belongs to one type."""

from __future__ import annotations

from typing import get_args

from generator.editing.acled import TYPE_OF
from generator.model.vocabulary import EventSubtype, EventType


def test_every_subtype_has_a_type_and_every_type_a_subtype() -> None:
    assert sorted(get_args(EventSubtype)) == sorted(TYPE_OF)
    assert set(get_args(EventType)) == set(TYPE_OF.values())
