"""Rule 5 and the figures of one claim: each question once, and parts within their wholes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.claims import Claim, Figure
from generator.model.corpus import Dossier
from generator.problems import Place, Problem, nearest


def check_figures_once(dossier: Dossier) -> Iterator[Problem]:
    """A claim gives one answer to a question."""
    for claim in dossier.claims.values():
        keys = [figure.key for figure in claim.figures]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                hint = "one figure, its other printings as reports; or tell the two apart with a 'scope'"
                message = f"the claim has two figures '{key}'"
                yield Problem("duplicate-figure", claim.at / "figures" / index, message, hint)


def check_subsets(dossier: Dossier) -> Iterator[Problem]:
    """'Of whom' names a figure of the same claim, and is no larger."""
    for claim in dossier.claims.values():
        for index, figure in enumerate(claim.figures):
            if figure.subset_of:
                yield from _subset(claim, figure, claim.at / "figures" / index / "subset_of")


def _subset(claim: Claim, figure: Figure, at: Place) -> Iterator[Problem]:
    whole = claim.figure(figure.subset_of or "")
    if whole is None:
        hint = nearest(figure.subset_of or "", [other.key for other in claim.figures if other is not figure])
        yield Problem("subset-unknown", at, f"the claim has no figure '{figure.subset_of}'", hint)
    elif whole is figure or whole.subset_of == figure.key:
        hint = "name the figure that holds the whole"
        yield Problem("circular-part", at, f"'{figure.key}' is a part of itself", hint)
    elif figure.value.kind == whole.value.kind == "exact" and figure.value.numbers > whole.value.numbers:
        message = f"the part is '{figure.value.printed}', the whole '{whole.value.printed}'"
        yield Problem("subset-larger", at, message, "check both numbers, and which of them is the whole")
