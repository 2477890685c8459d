"""Claims: who said what, when, as read where. Figures, statements and responses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from generator.model.dates import When
from generator.model.fields import Id, Label, Language, Quote, Text, ValueField, WhenField, is_id, refuse
from generator.model.records import FigureRef, FileRecord, Part, figure_ref
from generator.model.values import Value
from generator.model.vocabulary import Basis, FigureState, Outcome, ResponseKind


def _figure_ref(value: object) -> FigureRef:
    ref = figure_ref(value) if isinstance(value, str) else FigureRef("")
    if not is_id(ref.claim) or (ref.key and not is_id(ref.key)):
        hint = "CLAIM-ID#FIGURE-KEY, like 2025-10-12-press-conference#soldiers-killed"
        raise refuse("bad-reference", f"'{value}' does not point at a claim", hint)
    return ref


FigureRefField = Annotated[FigureRef, BeforeValidator(_figure_ref)]


class Quotation(Part):
    """A source and the words in it."""

    source: Id
    quote: Quote
    """Verbatim, at most 25 words."""
    language: Language | None = None
    """Of the quote; the source's own where absent."""
    gloss: Quote | None = None
    """Our English translation of a quote in another language."""
    via: Label | None = None
    """Who relayed it: 'TOLO News'."""
    note: Text | None = None


class Report(Quotation):
    """One printing of a figure."""

    printed: ValueField | None = None
    """Only where this report prints the figure differently from the figure's value."""
    quote_lacks_number: Text | None = None
    """Why the quote does not carry the number (counted and shown on the method page)."""


class FigureStatus(Part):
    state: FigureState
    date: WhenField
    why: Text


class Figure(Part):
    """One number in a claim."""

    of: Id
    """The counted group."""
    outcome: Outcome
    value: ValueField
    scope: Id | None = None
    basis: Basis
    includes: Text | None = None
    """Who is in the count, in the claimant's terms."""
    subset_of: Id | None = None
    """Key of a figure in the same claim of which this is a part ('of whom')."""
    reports: tuple[Report, ...] = Field(min_length=1)
    revises: FigureRefField | None = None
    reason: Text | None = None
    """Why the number changed, as stated; obligatory when it falls."""
    status: FigureStatus | None = None
    note: Text | None = None

    @property
    def key(self) -> str:
        """Names the figure within its claim."""
        return "-".join(part for part in (self.of, self.outcome, self.scope) if part)

    def printings(self) -> tuple[Value, ...]:
        """The value, then every other way in which a report prints it."""
        return tuple(dict.fromkeys([self.value, *(r.printed for r in self.reports if r.printed)]))


class Statement(Part):
    """Something a claimant says that is no number."""

    point: Id | None = None
    says: Text
    """Completes '<claimant> says that …', in our neutral words, without figures."""
    reports: tuple[Quotation, ...] = Field(min_length=1)
    note: Text | None = None


class Response(Part):
    """What a claimant answers to another's claim."""

    to: FigureRefField | None = None
    point: Id | None = None
    kind: ResponseKind
    says: Text | None = None
    reports: tuple[Quotation, ...] = Field(min_length=1)
    note: Text | None = None

    @model_validator(mode="after")
    def _one_target(self) -> Response:
        if (self.to is None) == (self.point is None):
            hint = "name the claim it answers"
            raise refuse("response-target", "a response needs either 'to' or 'point'", hint)
        return self


class Claim(FileRecord):
    """A statement by one claimant on one occasion, as read in one or more reports."""

    claimant: Id
    said: WhenField
    event: Id | None = None
    period: WhenField | None = None
    as_of: WhenField | None = None
    """The day that a cumulative count reaches; the day it was said where absent."""
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    responses: tuple[Response, ...] = ()
    note: Text | None = None

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
