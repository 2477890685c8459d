"""Events and the sources that report them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.dates import When
from generator.model.fields import ClockField, Id, Label, Language, Prose, Text, Url, WhenField
from generator.model.records import FileRecord, Part
from generator.model.vocabulary import EventSubtype, EventType, Precision, ReadAs, Role, SourceKind


class Involved(Part):
    """An actor in an event, in a role that takes no side."""

    actor: Id
    role: Role


class Event(FileRecord):
    """Something that is reported to have happened."""

    title: Label
    when: WhenField
    time: ClockField | None = None
    time_zone: Label | None = None
    places: tuple[Id, ...] = ()
    place_precision: Precision
    type: EventType
    subtype: EventSubtype
    actors: tuple[Involved, ...] = Field(min_length=1)
    summary: Prose
    responds_to: tuple[Id, ...] = ()
    """Earlier events that a source says this one answered."""
    sources: tuple[Id, ...] = Field(min_length=1)
    note: Text | None = None


class Source(FileRecord):
    """A page that was really read."""

    publisher: Label
    title: Label | None = None
    url: Url
    published: WhenField | Literal["unknown"]
    language: Language
    kind: SourceKind
    republishes: Label | None = None
    read: ReadAs
    note: Text | None = None
    archive: Url | None = None

    @property
    def date(self) -> When | None:
        return self.published if isinstance(self.published, When) else None
