"""The short forms in which one option of a command holds a whole figure, statement or answer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from generator.editing.answers import UnfitAnswerError


@dataclass(frozen=True)
class FigureSpec:
    of: str
    outcome: str
    value: str
    scope: str = ""


@dataclass(frozen=True)
class WordsSpec:
    """A statement, or an answer to a claim or on a point."""

    says: str = ""
    point: str = ""
    kind: str = ""
    to: str = ""


@dataclass(frozen=True)
class GroupSpec:
    label: str
    unit: str = "people"
    side: str = ""


def read_figure_spec(text: str, scopes: Collection[str] = ()) -> FigureSpec:
    """Take "GROUP OUTCOME [SCOPE] VALUE" apart; the value may stand in quotes."""
    words = text.replace('"', " ").replace("'", " ").split()
    if len(words) < 3:
        hint = "write GROUP OUTCOME VALUE, like belmark-soldiers killed at least 58"
        raise UnfitAnswerError(f"'{text}' is not a whole figure", hint)
    of, outcome, *rest = words
    scope = rest.pop(0) if len(rest) > 1 and rest[0] in scopes else ""
    return FigureSpec(of, outcome, " ".join(rest), scope)


def read_statement_spec(text: str, points: Collection[str] = ()) -> WordsSpec:
    """Take "[POINT: ]WORDS" apart."""
    point, colon, says = text.partition(":")
    if colon and point.strip() in points:
        return WordsSpec(says=says.strip(), point=point.strip())
    return WordsSpec(says=text.strip())


def read_response_spec(text: str, points: Collection[str] = ()) -> WordsSpec:
    """Take "KIND TARGET[: WORDS]" apart; the target is a claim, a figure of one, or a point."""
    head, _, says = text.partition(":")
    words = head.split()
    if len(words) != 2:
        hint = "write KIND CLAIM#FIGURE, like denies 2031-03-06-arvenian-army#belmark-soldiers-killed"
        raise UnfitAnswerError(f"'{text}' is not a whole answer", hint)
    kind, target = words
    if target in points:
        return WordsSpec(says.strip(), point=target, kind=kind)
    return WordsSpec(says.strip(), kind=kind, to=target)


def read_group_spec(text: str) -> GroupSpec:
    """Take "LABEL[ / UNIT[ / SIDE]]" apart: 'Belmark posts / posts / belmark'."""
    label, *rest = (part.strip() for part in text.split("/"))
    if not label or len(rest) > 2:
        raise UnfitAnswerError(f"'{text}' is not a group", "write LABEL / UNIT / SIDE, like Belmark posts / posts")
    unit, side = (*rest, "", "")[:2]
    return GroupSpec(label, unit or "people", side)
