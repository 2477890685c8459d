"""What has been said before about an event: by others, to be compared, and by the same speaker, to be revised."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.claims import Claim, Figure
from generator.model.comparability import comparability_key
from generator.model.corpus import Dossier
from generator.model.values import Value
from generator.model.vocabulary import MANY_VOICES


@dataclass(frozen=True)
class Earlier:
    """A figure that stands already."""

    ref: str
    """As in `revises`: CLAIM#KEY."""
    said: str
    value: Value


@dataclass(frozen=True)
class Rival:
    """What somebody else counted; empty where nobody did."""

    of: str = ""
    outcome: str = ""


def figures_about(dossier: Dossier, window: str) -> list[tuple[Claim, Figure]]:
    """The figures about an event or a period that still count, the latest said last."""
    found = [
        (claim, figure)
        for claim in dossier.claims.values()
        if window == (claim.event or (claim.period.written if claim.period else "")) and not claim.withdrawn
        for figure in claim.figures
        if not figure.status
    ]
    return sorted(found, key=lambda pair: pair[0].said.sort_key)


def find_earlier(dossier: Dossier, claim: Claim, figure: Figure) -> Earlier | None:
    """The speaker's own last answer to the question of a new figure, up to the day that the new one is said."""
    actor = dossier.actors.get(claim.claimant)
    if actor is None or actor.kind in MANY_VOICES:
        return None
    question = comparability_key(claim, figure)
    own = [
        (old, answer)
        for old, answer in figures_about(dossier, question[0])
        if (old.claimant, comparability_key(old, answer)) == (claim.claimant, question)
        and old.said.start_or_end <= claim.said.end
    ]
    if not own:
        return None
    old, answer = own[-1]
    return Earlier(f"{old.id}#{answer.key}", old.said.written, answer.value)


def find_rival(dossier: Dossier, window: str, claimant: str) -> Rival:
    """The last figure of somebody else about it: a new one most often answers the same question."""
    others = [figure for claim, figure in figures_about(dossier, window) if claim.claimant != claimant]
    return Rival(others[-1].of, others[-1].outcome) if others else Rival()
