"""What two figures must share to answer the same question. Only such figures ever stand in one row.

The key is window · group · outcome · scope · class of basis.
"""

from __future__ import annotations

from typing import Literal

from generator.model.claims import Claim, Figure
from generator.model.vocabulary import Outcome

BasisClass = Literal["counted", "modelled"]
Key = tuple[str, str, Outcome, str | None, BasisClass]


def basis_class(figure: Figure) -> BasisClass:
    """Modelled numbers answer another question than counts (Every Casualty)."""
    return "modelled" if figure.basis == "model" else "counted"


def comparability_key(claim: Claim, figure: Figure) -> Key:
    """Equal for two figures exactly when they answer the same question."""
    window = claim.event or (claim.period.written if claim.period else "")
    return (window, figure.of, figure.outcome, figure.scope, basis_class(figure))
