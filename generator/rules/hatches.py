"""Every use of an escape hatch, so that the method page can count and show them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model.corpus import Dossier
from generator.model.prose import references
from generator.problems import Place
from generator.rules.passages import cited_prose


@dataclass(frozen=True, slots=True)
class Hatch:
    """A rule set aside in one place, and why."""

    kind: Literal["quote_lacks_number", "not-a-figure"]
    at: Place
    record: str
    """Id of the claim, event … in which it is used."""
    reason: str
    """The reason given; the number itself for [not-a-figure:…]."""


def find_hatches(dossier: Dossier) -> Iterator[Hatch]:
    """All of them, claims first, each kind in the order of the records."""
    for claim in dossier.claims.values():
        for index, figure in enumerate(claim.figures):
            for number, report in enumerate(figure.reports):
                if report.quote_lacks_number:
                    at = claim.at / "figures" / index / "reports" / number / "quote_lacks_number"
                    yield Hatch("quote_lacks_number", at, claim.id, report.quote_lacks_number)
    for passage in cited_prose(dossier):
        for reference in references(passage.text):
            if reference.kind == "not-a-figure":
                record = passage.at.file.rpartition("/")[2].removesuffix(".yml")
                yield Hatch("not-a-figure", passage.at, record, reference.target)
