"""The files that there is one of in a briefing: briefing, background, actors, places."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.dates import When, parse_when
from generator.model.fields import (
    ActorId,
    CoordinatesField,
    Country,
    EventId,
    GroupId,
    Id,
    Label,
    PlaceId,
    PointId,
    Prose,
    ScopeId,
    SideId,
    SourceId,
    Text,
    WhenField,
    told,
)
from generator.model.records import Part, Record
from generator.model.vocabulary import ActorKind, ConflictState, CrossingState, Outcome, PlaceKind, Precision
from generator.problems import Place as At

_INSIDE = ("Fighting on the river Sorn", "The truce and the talks about it")
_OUTSIDE = ("Fighting elsewhere", "Trade before the clashes")


class Status(Part):
    """How the conflict stands on a day, and why we say so."""

    state: ConflictState
    """How the conflict stands, in one word."""
    rationale: Prose = Field(examples=["Fire was exchanged on 5 March.", "A truce was announced on 12 March."])
    """Why we say so, in prose without numbers of victims."""
    as_of: WhenField
    """The day that the data of this briefing reach."""
    sources: tuple[SourceId, ...] = Field(min_length=1)
    """The pages that the status rests on."""


class Side(Part):
    """One of the two sides. Their order in the file is the order on every page."""

    id: SideId
    """The word that other fields call this side by; never changed later."""
    name: Label = Field(examples=["Arvenia", "Belmark"])
    """The side's name, as pages print it."""
    descriptor: Text = Field(
        examples=["the government in Arven and its forces", "the government in Bel and its forces"]
    )
    """One neutral phrase that says who belongs to this side."""


class Group(Part):
    """Who or what is counted (UCDP deaths_a, deaths_b, deaths_civilians)."""

    id: GroupId
    """The word that claims call this group by; never changed later."""
    label: Label = Field(examples=["Belmark soldiers", "civilians in Arvenia"])
    """As printed after a number: 'Belmark soldiers'."""
    unit: Label = Field(examples=["people", "posts", "vehicles", "US dollars"])
    """What one of them is."""
    side: SideId | None = None
    """Whose losses these are; left out for losses of neither side."""
    note: Text | None = Field(None, examples=["Arvenia counts border guards among them.", "Claimants also say troops."])
    """What a reader should know about who is counted here."""


class Scope(Part):
    """A part of a window or group that alone is counted: 'Helmand sector only'."""

    id: ScopeId
    """The word that claims call this part by; never changed later."""
    label: Label = Field(examples=["at the bridge only", "women and children only"])
    """As printed beside the number: 'at the bridge only'."""


class Point(Part):
    """A disputed point that is no number: 'Who asked for the truce?'"""

    id: PointId
    """The word that claims call this point by; never changed later."""
    question: Label = Field(examples=["Who fired first?", "Who asked for the truce?"])
    """The point as a question, with its question mark."""
    event: EventId | None = None
    """The event that the point is about, if it is about one."""


class Headline(Part):
    """A question that the overview's table shows."""

    window: Label = Field(title="id of an event, or a period", examples=["2031-03-05-river-clash", "2031-03"])
    """The event, or the period, that the numbers are about."""
    of: GroupId
    """The counted group."""
    outcome: Outcome
    """What became of those who are counted."""
    scope: ScopeId | None = None
    """The part that alone is counted, if the question is about a part."""


class Briefing(Record):
    """What a briefing is about, who is counted, and how things stand."""

    title: Label = Field(examples=["Arvenia–Belmark river clashes, 2031", "Corvo–Delmar dispute, 2030"])
    """The briefing's name, with the year."""
    short_title: Label = Field(examples=["Arvenia–Belmark", "Corvo–Delmar"])
    """The name where there is little room, as in the navigation."""
    summary: Prose = Field(
        examples=["Forces of both exchanged fire across the Sorn.", "A truce holds, and the bridge is closed."]
    )
    """What is happening, in at most 60 words of prose without numbers of victims."""
    status: Status
    """How the conflict stands, and why we say so."""
    time_zone: Label = Field(title="name of a time zone", examples=["Asia/Kabul", "Europe/Paris"])
    """The time zone of event times, where an event names none."""
    sides: tuple[Side, ...] = Field(min_length=2, max_length=2)
    """The two sides; their order is the order on every page."""
    groups: tuple[Group, ...] = Field(min_length=1)
    """Who and what is counted."""
    scopes: tuple[Scope, ...] = ()
    """The parts of a window or group that alone are counted."""
    points: tuple[Point, ...] = ()
    """The disputed points that are no numbers."""
    headline: tuple[Headline, ...] = ()
    """The questions that the overview's table shows, in order."""
    scope_in: tuple[Annotated[Text, told("sentences", "a phrase", *_INSIDE)], ...] = Field(min_length=1)
    """What the briefing covers."""
    scope_out: tuple[Annotated[Text, told("sentences", "a phrase", *_OUTSIDE)], ...] = Field(min_length=1)
    """What it leaves out, though one might look for it here."""

    @property
    def as_of(self) -> When:
        return self.status.as_of


def blank_briefing(at: At) -> Briefing:
    """What stands for a briefing.yml that cannot be read, so that the other files are checked all the same.

    It says nothing, so that no rule finds fault with it.
    """
    last_day = parse_when("2200-12-31")
    texts = dict.fromkeys(("title", "short_title", "summary", "time_zone"), "")
    lists: dict[str, tuple[()]] = dict.fromkeys(("sides", "groups", "scope_in", "scope_out"), ())
    status = Status.model_construct(state="active", rationale="", as_of=last_day, sources=())
    blank = Briefing.model_construct(status=status, **texts, **lists)  # type: ignore[arg-type]
    blank.placed(at)
    return blank


class Section(Part):
    """A part of the background, in our own words, with its sources."""

    id: Annotated[Id, told("id", "an id", "the-river", "earlier-truces")]
    """The section's address on its page; never changed later."""
    title: Label = Field(examples=["The river", "Earlier truces"])
    """The section's heading."""
    text: Prose = Field(examples=["The Sorn has been the border since 1911.", "The bridge has two names."])
    """Prose in our own words, without numbers of victims."""
    sources: tuple[SourceId, ...] = Field(min_length=1)
    """The pages that the section rests on."""
    as_of: WhenField | None = None
    """The day up to which the section is true, if it may change."""


class Background(Record):
    """How it came about: sections of prose, each with its sources."""

    sections: tuple[Section, ...] = Field(min_length=1)
    """The sections, in the order of the page."""


class Actor(Record):
    """Who speaks or acts."""

    id: ActorId
    """The word that other records call this actor by; never changed later."""
    name: Label = Field(examples=["Belmark Ministry of Defence", "Lower Sorn hospital"])
    """The name, as pages print it."""
    kind: ActorKind
    """What sort of actor this is."""
    side: SideId | None = None
    """The side that it belongs to; left out for neither."""
    part_of: ActorId | None = None
    """The actor that it is a part of."""
    descriptor: Text = Field(examples=["defence ministry of Belmark", "hospital in the town of Arven"])
    """One neutral phrase, used wherever the actor is introduced."""
    also: tuple[Annotated[Label, told("line", "a name", "Bel MoD", "Ministry of Defense")], ...] = ()
    """Other names and spellings in use; search finds them."""
    sources: tuple[SourceId, ...] = ()
    """The pages that say who this is."""


class CrossingChange(Part):
    """From when a crossing was open, closed or partly open."""

    from_: WhenField = Field(alias="from")
    """The day from which this was so."""
    state: CrossingState
    """How the crossing stood from that day on."""
    note: Text | None = Field(None, examples=["Lorries were let through on 7 March.", "Outlets differ on the day."])
    """What a reader should know about it."""
    source: SourceId
    """The page that says so."""


class Place(Record):
    """A named place with every spelling that sources use."""

    id: PlaceId
    """The word that other records call this place by; never changed later."""
    name: Label = Field(examples=["Sorn Bridge", "Torkham"])
    """The name, as pages print it."""
    also: tuple[Annotated[Label, told("line", "a name", "Zorn Bridge", "Turkham", "طورخم")], ...] = ()
    """Every other spelling in use, in any script; search finds them."""
    kind: PlaceKind
    """What sort of place this is."""
    admin: Label | None = Field(None, examples=["Lower Sorn", "Khyber district, Khyber Pakhtunkhwa"])
    """The district or province that it lies in, in words."""
    countries: tuple[Annotated[Label, told("line", "a country's name", "Arvenia", "Belmark")], ...] = ()
    """The country that it lies in, or both for a place on a border."""
    within: PlaceId | None = None
    """Another place of this file that it lies in."""
    coordinates: CoordinatesField | None = None
    """Latitude first, in degrees, with two decimals at most."""
    precision: Precision | None = None
    """How exactly the coordinates show the place; left out where there are none."""
    coordinates_source: SourceId | None = None
    """The page that the coordinates come from."""
    outline: tuple[Country, ...] = Field((), max_length=2)
    """What the map draws of it: a country by its code, a border by the codes of both who share it."""
    not_recognised_by: tuple[Country, ...] = ()
    """Who does not recognise a border: the map draws it as disputed, and says who."""
    note: Text | None = Field(None, examples=["The bridge has two names.", "Two villages bear this name."])
    """What a reader should know about this place."""
    states: tuple[CrossingChange, ...] = ()
    """For a crossing: when it was open and when closed, the earliest first."""

    def state_at(self, day: When) -> CrossingChange | None:
        """How a crossing stood as far as was known on a day: the last change that had begun."""
        begun = [change for change in self.states if change.from_.start_or_end <= day.end]
        return max(begun, key=lambda change: change.from_.sort_key, default=None)


class Actors(Part):
    """The file actors.yml: everybody who speaks or acts."""

    actors: tuple[Actor, ...] = Field(min_length=1)
    """Everybody who makes a claim or takes part in an event."""


class Places(Part):
    """The file places.yml: every place that is named."""

    places: tuple[Place, ...] = Field(min_length=1)
    """Every place that events name, and the borders and countries of the map."""
