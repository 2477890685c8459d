"""Claims: who said what, when, as read where. Figures, statements and responses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, JsonValue, model_validator

from generator.model.dates import When
from generator.model.fields import (
    ActorId,
    EventId,
    FigureKey,
    GroupId,
    Label,
    Language,
    PointId,
    Quote,
    ScopeId,
    SourceId,
    Text,
    ValueField,
    WhenField,
    is_id,
    refuse,
    told,
)
from generator.model.records import FigureRef, FileRecord, Part, figure_ref
from generator.model.values import Value
from generator.model.vocabulary import Basis, FigureState, Outcome, ResponseKind


def _figure_ref(value: object) -> FigureRef:
    ref = figure_ref(value) if isinstance(value, str) else FigureRef("")
    if not is_id(ref.claim) or (ref.key and not is_id(ref.key)):
        hint = "CLAIM-ID#FIGURE-KEY, like 2025-10-12-press-conference#soldiers-killed"
        raise refuse("bad-reference", f"'{value}' does not point at a claim", hint)
    return ref


_REFERENCES = ("2031-03-06-arvenian-army#belmark-soldiers-killed", "2031-03-06-arvenian-army")
FigureRefField = Annotated[
    FigureRef, BeforeValidator(_figure_ref), told("reference", "id of a claim, with # and a figure's key", *_REFERENCES)
]


def _either(*names: str) -> list[JsonValue]:
    """The alternatives of which a record needs one, for the editor's schema; a validator holds records to them."""
    return [{"required": [name]} for name in names]


class Quotation(Part):
    """A source and the words in it."""

    source: SourceId
    """The page where it was read: a file in sources/."""
    quote: Quote = Field(examples=["Belmark says 23 soldiers were killed.", "The other side opened fire, it said."])
    """The words of the page, verbatim, at most 25 of them."""
    language: Language | None = None
    """The language of the quote, where it is not the source's."""
    gloss: Quote | None = Field(None, examples=["58 soldiers were killed", "the enemy fired first"])
    """Our English translation of a quote in another language."""
    via: Label | None = Field(None, examples=["State Wire", "TOLO News"])
    """Who relayed the words to this page, where it says so."""
    note: Text | None = Field(None, examples=["The page does not name a place.", "The headline says 60."])
    """What a reader should know about this printing."""


class Report(Quotation):
    """One printing of a figure."""

    printed: ValueField | None = None
    """The number as this page prints it, only where that differs from the figure's value."""
    quote_lacks_number: Text | None = Field(
        None, examples=["nine children and a woman make ten", "the number stands in the headline only"]
    )
    """Why a quote without the number is right to cite; the method page counts and shows these."""


class FigureStatus(Part):
    """That a figure no longer counts, since when, and why."""

    state: FigureState
    """What became of the figure."""
    date: WhenField
    """Since when it no longer counts."""
    why: Text = Field(examples=["the ministry withdrew its list", "the page was taken down"])
    """Why it no longer counts."""


class Figure(Part):
    """One number in a claim."""

    of: GroupId
    """Who or what is counted: a group of briefing.yml."""
    outcome: Outcome
    """What became of those who are counted."""
    value: ValueField
    """The number as it was said, qualifier and all; a word like 'dozens' stays a word."""
    scope: ScopeId | None = None
    """Where only a part is counted: a scope of briefing.yml."""
    basis: Basis
    """How the claimant knows."""
    includes: Text | None = Field(None, examples=['called "our heroes"', "soldiers and border guards"])
    """Who is in the count, in the claimant's terms."""
    subset_of: FigureKey | None = None
    """The figure of this claim of which this one is a part ('of whom')."""
    reports: tuple[Report, ...] = Field(min_length=1)
    """Where the number was read, one entry for each printing."""
    revises: FigureRefField | None = None
    """The claimant's earlier answer that this number replaces."""
    reason: Text | None = Field(None, examples=["no reason is stated in the report", "bodies were identified"])
    """Why the number changed, as stated; needed when it falls."""
    status: FigureStatus | None = None
    """That the number no longer counts; left out while it stands."""
    note: Text | None = Field(None, examples=["Outlets differ on whom the ministry counts.", "A later page says 60."])
    """What a reader should know about this number."""

    @property
    def key(self) -> str:
        """Names the figure within its claim."""
        return "-".join(part for part in (self.of, self.outcome, self.scope) if part)

    def printings(self) -> tuple[Value, ...]:
        """The value, then every other way in which a report prints it."""
        return tuple(dict.fromkeys([self.value, *(r.printed for r in self.reports if r.printed)]))


class Statement(Part):
    """Something a claimant says that is no number."""

    point: PointId | None = None
    """The disputed point that it answers, if it answers one: a point of briefing.yml."""
    says: Text = Field(examples=["Arvenian forces fired first", "the bridge stays closed"])
    """Completes '… says that …', in our neutral words, without figures."""
    reports: tuple[Quotation, ...] = Field(min_length=1)
    """Where it was read, one entry for each page."""
    note: Text | None = Field(None, examples=["Only one outlet carries the sentence.", "Said before the truce."])
    """What a reader should know about this statement."""


class Response(Part):
    """What a claimant answers to another's claim."""

    model_config = ConfigDict(json_schema_extra={"oneOf": _either("to", "point")})

    to: FigureRefField | None = None
    """The claim that it answers, or one figure in it."""
    point: PointId | None = None
    """The disputed point that it answers, where it answers no single claim."""
    kind: ResponseKind
    """What the answer does."""
    says: Text | None = Field(None, examples=["no soldier was lost at the bridge", "the list is being checked"])
    """Completes '… says that …', in our neutral words, without figures."""
    reports: tuple[Quotation, ...] = Field(min_length=1)
    """Where it was read, one entry for each page."""
    note: Text | None = Field(None, examples=["The answer names no number.", "Given when asked by a reporter."])
    """What a reader should know about this answer."""

    @model_validator(mode="after")
    def _one_target(self) -> Response:
        if (self.to is None) == (self.point is None):
            hint = "name the claim it answers"
            raise refuse("response-target", "a response needs either 'to' or 'point'", hint)
        return self


class Claim(FileRecord):
    """A statement by one claimant on one occasion, as read in one or more reports."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": _either("event", "period"),
            "anyOf": _either("figures", "statements", "responses"),
        }
    )

    claimant: ActorId
    """Who says it: an actor of actors.yml."""
    said: WhenField
    """When it was said, or first reported."""
    event: EventId | None = None
    """The event that it is about: a file in events/."""
    period: WhenField | None = None
    """The time that the numbers are about, where they are about no single event."""
    as_of: WhenField | None = None
    """For a count that grows: the day that it reaches; the day it was said where left out."""
    figures: tuple[Figure, ...] = ()
    """The numbers that are given."""
    statements: tuple[Statement, ...] = ()
    """What is said that is no number."""
    responses: tuple[Response, ...] = ()
    """Answers to what others claim."""
    note: Text | None = Field(None, examples=["Said at a press conference in Bel.", "The outlet dates the speech."])
    """What a reader should know about this claim."""

    @model_validator(mode="after")
    def _complete(self) -> Claim:
        if (self.event is None) == (self.period is None):
            hint = "the event, or the period, that the claim is about"
            raise refuse("claim-window", "a claim needs either 'event' or 'period'", hint)
        if not (self.figures or self.statements or self.responses):
            hint = "add figures, statements or responses"
            raise refuse("empty-claim", "the claim says nothing", hint)
        return self

    @property
    def reaches(self) -> When:
        """The date up to which the claim's figures count."""
        return self.as_of or self.said

    def quotations(self) -> Iterator[Quotation]:
        """Everything that is quoted in the claim, in the order of the file."""
        parts: tuple[Figure | Statement | Response, ...] = (*self.figures, *self.statements, *self.responses)
        for part in parts:
            yield from part.reports

    def figure(self, key: str) -> Figure | None:
        return next((f for f in self.figures if f.key == key), None)
