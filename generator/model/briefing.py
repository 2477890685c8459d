"""The files that there is one of in a briefing: briefing, background, actors, places."""

from __future__ import annotations

from pydantic import Field

from generator.model.dates import When
from generator.model.fields import CoordinatesField, Country, Id, Label, Prose, Text, WhenField
from generator.model.records import Part, Record
from generator.model.vocabulary import ActorKind, ConflictState, CrossingState, Outcome, PlaceKind, Precision


class Status(Part):
    """How the conflict stands on a day, and why we say so."""

    state: ConflictState
    rationale: Prose
    as_of: WhenField
    sources: tuple[Id, ...] = Field(min_length=1)


class Side(Part):
    """One of the two sides. Their order in the file is the order on every page."""

    id: Id
    name: Label
    descriptor: Text


class Group(Part):
    """Who or what is counted (UCDP deaths_a, deaths_b, deaths_civilians)."""

    id: Id
    label: Label
    """As printed after a number: 'Pakistani soldiers'."""
    unit: Label
    side: Id | None = None
    """Whose losses these are; none for losses of neither side."""
    note: Text | None = None


class Scope(Part):
    """A part of a window or group that alone is counted: 'Helmand sector only'."""

    id: Id
    label: Label


class Point(Part):
    """A disputed point that is no number: 'Who asked for the truce?'"""

    id: Id
    question: Label
    event: Id | None = None


class Headline(Part):
    """A question that the overview's matrix shows."""

    window: Label
    """An event's id, or a period as in a claim."""
    of: Id
    outcome: Outcome
    scope: Id | None = None


class Briefing(Record):
    """What a briefing is about, who is counted, and how things stand."""

    title: Label
    short_title: Label
    summary: Prose
    status: Status
    time_zone: Label
    sides: tuple[Side, ...] = Field(min_length=2, max_length=2)
    groups: tuple[Group, ...] = Field(min_length=1)
    scopes: tuple[Scope, ...] = ()
    points: tuple[Point, ...] = ()
    headline: tuple[Headline, ...] = ()
    scope_in: tuple[Text, ...] = Field(min_length=1)
    scope_out: tuple[Text, ...] = Field(min_length=1)

    @property
    def as_of(self) -> When:
        return self.status.as_of


class Section(Part):
    """A part of the background, in our own words, with its sources."""

    id: Id
    title: Label
    text: Prose
    sources: tuple[Id, ...] = Field(min_length=1)
    as_of: WhenField | None = None


class Background(Record):
    sections: tuple[Section, ...] = Field(min_length=1)


class Actor(Record):
    """Who speaks or acts."""

    id: Id
    name: Label
    kind: ActorKind
    side: Id | None = None
    part_of: Id | None = None
    descriptor: Text
    """One neutral phrase, used wherever the actor is introduced."""
    also: tuple[Label, ...] = ()
    sources: tuple[Id, ...] = ()


class CrossingChange(Part):
    """From when a crossing was open, closed or partly open."""

    from_: WhenField = Field(alias="from")
    state: CrossingState
    note: Text | None = None
    source: Id


class Place(Record):
    """A named place with every spelling that sources use."""

    id: Id
    name: Label
    also: tuple[Label, ...] = ()
    kind: PlaceKind
    admin: Label | None = None
    countries: tuple[Label, ...] = ()
    within: Id | None = None
    coordinates: CoordinatesField | None = None
    precision: Precision | None = None
    """How exactly the coordinates show the place; absent where there are none."""
    coordinates_source: Id | None = None
    outline: tuple[Country, ...] = Field((), max_length=2)
    """What the map draws of it: a country by its code, a border by the codes of both who share it."""
    not_recognised_by: tuple[Country, ...] = ()
    """Who does not recognise a border: the map draws it as disputed, and says who."""
    note: Text | None = None
    states: tuple[CrossingChange, ...] = ()

    def state_at(self, day: When) -> CrossingChange | None:
        """How a crossing stood as far as was known on a day: the last change that had begun."""
        begun = [change for change in self.states if change.from_.start_or_end <= day.end]
        return max(begun, key=lambda change: change.from_.sort_key, default=None)


class Actors(Part):
    """The file actors.yml."""

    actors: tuple[Actor, ...] = Field(min_length=1)


class Places(Part):
    """The file places.yml."""

    places: tuple[Place, ...] = Field(min_length=1)
