"""Events and the sources that report them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.dates import When
from generator.model.fields import (
    ActorId,
    ClockField,
    EventId,
    Label,
    Language,
    PlaceId,
    Prose,
    SourceId,
    Text,
    Url,
    WhenField,
)
from generator.model.records import FileRecord, Part
from generator.model.vocabulary import EventSubtype, EventType, Precision, ReadAs, Role, SourceKind


class Involved(Part):
    """An actor in an event, in a role that takes no side."""

    actor: ActorId
    """Who: an actor of actors.yml."""
    role: Role
    """The part that the actor had in it."""


class Event(FileRecord):
    """Something that is reported to have happened."""

    title: Label = Field(examples=["Clash at the river Sorn", "Truce announced"])
    """A neutral title without a number of victims."""
    when: WhenField
    """When it happened, never finer than the sources say."""
    time: ClockField | None = None
    """The local time, if a single day is known."""
    time_zone: Label | None = Field(None, title="name of a time zone", examples=["Asia/Kabul", "Europe/Paris"])
    """The zone of that time, where it is not the briefing's."""
    places: tuple[PlaceId, ...] = ()
    """Where it happened: places of places.yml."""
    place_precision: Precision
    """How exactly the place is known."""
    type: EventType
    """What sort of event it is (ACLED's event types)."""
    subtype: EventSubtype
    """What sort exactly (ACLED's sub-event types)."""
    actors: tuple[Involved, ...] = Field(min_length=1)
    """Who took part, was accused, was affected or announced it."""
    summary: Prose = Field(
        examples=["Forces of both countries exchanged fire at the bridge.", "Both governments announced a truce."]
    )
    """What happened, in prose without numbers of victims; what is contested is attributed."""
    responds_to: tuple[EventId, ...] = ()
    """Earlier events that a source says this one answered."""
    sources: tuple[SourceId, ...] = Field(min_length=1)
    """The pages that report it: files in sources/."""
    note: Text | None = Field(None, examples=["Outlets differ on the hour.", "Only one page names the place."])
    """What a reader should know about this event."""


class Source(FileRecord):
    """A page that was really read."""

    publisher: Label = Field(examples=["Sorn Times", "Bel Radio"])
    """Who publishes the page."""
    title: Label | None = Field(None, examples=["Fire across the river", "Ministry publishes names"])
    """The page's headline, left out where none was shown."""
    url: Url
    """The page's full address."""
    published: WhenField | Literal["unknown"]
    """The day on which it was published, or 'unknown'."""
    language: Language
    """The language of the page."""
    kind: SourceKind
    """What sort of publisher it is."""
    republishes: Label | None = Field(None, examples=["State Wire", "AFP"])
    """Whose text it is, where that is an agency's or another outlet's."""
    read: ReadAs
    """How much of the page was read."""
    note: Text | None = Field(None, examples=["The date is taken from the address.", "Read in a stored copy."])
    """What a reader should know about this page."""
    archive: Url | None = None
    """The address of an archived copy."""

    @property
    def date(self) -> When | None:
        return self.published if isinstance(self.published, When) else None
