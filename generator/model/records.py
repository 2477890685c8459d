"""What is true of every record: frozen, no unknown fields, an origin, its corrections."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from generator.model.fields import Label, Text, WhenField
from generator.model.vocabulary import FigureState
from generator.problems import Place


class Part(BaseModel):
    """A group of fields inside a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Correction(Part):
    """What we changed in a published record, and why. What a claimant changed is a revision, not this."""

    date: WhenField
    """The day on which we corrected it."""
    field: Label = Field(examples=["value of belmark-soldiers-killed", "when"])
    """Which field was wrong, in words a reader knows."""
    was: Label = Field(examples=["32", "2031-03-06"])
    """What stood there before."""
    now: Label = Field(examples=["23", "2031-03-05"])
    """What stands there now."""
    why: Text = Field(examples=["we had swapped the digits", "the page names the day before"])
    """What our mistake was."""


class Withdrawal(Part):
    """Why a record no longer counts; it stays at its address."""

    state: FigureState = "withdrawn"
    """Whose doing it is, withdrawn by its source where left out."""
    date: WhenField
    """The day from which it no longer counts."""
    why: Text = Field(examples=["the page was about another event", "the same statement stands in another claim"])
    """Why it no longer counts."""


class Record(Part):
    """Something with an id and an address of its own."""

    corrections: tuple[Correction, ...] = ()
    """What was wrong in this record because of us after it was published, and what we changed."""
    _at: Place = PrivateAttr(default_factory=lambda: Place(""))

    @cached_property  # pydantic looks private attributes up slowly, and every rule asks for it
    def at(self) -> Place:
        """Where the record stands in the content."""
        return self._at

    def placed(self, at: Place) -> None:
        """Tell the record where it was read; called by the reader, and for a copy under another name."""
        self._at = at
        self.__dict__.pop("at", None)


class FileRecord(Record):
    """A record that is a file of its own: its id is the file's name."""

    withdrawn: Withdrawal | None = None
    """That this record no longer counts, and why; the file itself stays."""

    @property
    def id(self) -> str:
        return self.at.file.rpartition("/")[2].removesuffix(".yml")


class FigureRef(NamedTuple):
    """Points at a claim, or at one figure in it: 'CLAIM' or 'CLAIM#KEY'."""

    claim: str
    key: str = ""

    def __str__(self) -> str:
        return f"{self.claim}#{self.key}" if self.key else self.claim


def figure_ref(text: str) -> FigureRef:
    """Take 'CLAIM#KEY' apart."""
    claim, _, key = text.partition("#")
    return FigureRef(claim, key)
