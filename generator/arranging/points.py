"""Disputed points that are no numbers, and what else a claimant says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.briefing import Actor, Point
from generator.model.claims import Claim, Response, Statement
from generator.model.corpus import Dossier


@dataclass(frozen=True)
class Position:
    """What one claimant says on a point: a statement or a response."""

    claim: Claim
    claimant: Actor
    said: Statement | Response


@dataclass(frozen=True)
class PointView:
    """A point with every position on it, in the order of the sides, then by date."""

    point: Point
    positions: tuple[Position, ...]


def arrange_points(dossier: Dossier) -> tuple[PointView, ...]:
    """The briefing's points in its order, those without a position too."""
    positions = list(_positions(dossier))
    order = {side.id: place for place, side in enumerate(dossier.briefing.sides)}

    def by_side(position: Position) -> tuple[object, ...]:
        side = order.get(position.claimant.side or "", len(order))
        return (side, position.claim.said.sort_key, position.claim.id)

    return tuple(
        PointView(point, tuple(sorted((p for p in positions if p.said.point == point.id), key=by_side)))
        for point in dossier.briefing.points
    )


def arrange_statements(dossier: Dossier) -> tuple[Position, ...]:
    """What claimants say on none of the points, by date."""
    found = (p for p in _positions(dossier) if isinstance(p.said, Statement) and not p.said.point)
    return tuple(sorted(found, key=lambda position: (position.claim.said.sort_key, position.claim.id)))


def _positions(dossier: Dossier) -> Iterator[Position]:
    for claim in dossier.claims.values():
        if not claim.withdrawn:
            claimant = dossier.actors[claim.claimant]
            yield from (Position(claim, claimant, said) for said in claim.statements)
            yield from (Position(claim, claimant, said) for said in claim.responses)
