"""What is true of every record: frozen, no unknown fields, an origin, its corrections."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, PrivateAttr

from generator.model.fields import Label, Text, WhenField
from generator.model.vocabulary import FigureState
from generator.problems import Place


class Part(BaseModel):
    """A group of fields inside a record."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Correction(Part):
    """What we changed in a published record, and why. What a claimant changed is a revision, not this."""

    date: WhenField
    field: Label
    """Which field was wrong, in words a reader knows."""
    was: Label
    now: Label
    why: Text


class Withdrawal(Part):
    """Why a record no longer counts; it stays at its address."""

    state: FigureState = "withdrawn"
    """Whose doing it is: withdrawn or removed by its source, or entered in error by us."""
    date: WhenField
    why: Text


class Record(Part):
    """Something with an id and an address of its own."""

    corrections: tuple[Correction, ...] = ()
    _at: Place = PrivateAttr(default=Place(""))

    @property
    def at(self) -> Place:
        """Where the record stands in the content."""
        return self._at

    def placed(self, at: Place) -> None:
        """Tell the record where it was read; called once, by the reader."""
        self._at = at


class FileRecord(Record):
    """A record that is a file of its own: its id is the file's name."""

    withdrawn: Withdrawal | None = None

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
