"""What the corpus and the fixed lists offer as answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from generator.editing.finding import Choice
from generator.model.corpus import Dossier

MEANINGS: dict[str, str] = {
    # basis: how the claimant knows
    "statement": "said, without saying how it is known",
    "named-list": "a published list of names",
    "registry": "a register of a hospital, a court, an office",
    "compilation": "put together from reports of others",
    "incident-count": "counted incident by incident",
    "investigation": "looked into on the spot or by documents",
    "estimate": "an estimate",
    "model": "calculated from a sample",
    # precision of a place
    "exact": "the very spot",
    "near": "in or near the named place",
    "district": "somewhere in the district",
    "province": "somewhere in the province",
    "area": "along a line or in a wider area",
    "country": "only the country is known",
    # outcome
    "killed-or-wounded": 'one number for both, "casualties"',
    # role
    "participant": "took part",
    "accused": "is said to have done it",
    "affected": "it happened to them",
    "mediator": "stood between the sides",
    "announcer": "made it known",
    "host": "where talks were held",
    "caller": "called for it",
    # read
    "full-text": "the whole page was read",
    "excerpt": "only a part was shown or read",
    # response
    "accepts": "says that it is right",
    "accepts-in-part": "says that some of it is right",
    "denies": "says that it did not happen",
    "disputes-number": "says that the number is wrong",
    "disputes-attribution": "says that somebody else did it",
    "cannot-confirm": "says that it does not know",
    "no-comment": "was asked and did not answer",
    "retracts": "takes back what it said itself",
}
"""What the words of the fixed lists mean, where they do not speak for themselves."""


def words_of(literal: Any) -> list[Choice]:
    """The words of a fixed list of the vocabulary."""
    return [Choice(word, MEANINGS.get(word, "")) for word in get_args(literal)]


def actors_of(dossier: Dossier) -> list[Choice]:
    return [Choice(a.id, a.name, a.also) for a in dossier.actors.values()]


def places_of(dossier: Dossier) -> list[Choice]:
    return [Choice(p.id, f"{p.name} ({p.kind})", (p.name, *p.also)) for p in dossier.places.values()]


def events_of(dossier: Dossier) -> list[Choice]:
    """The latest first."""
    latest = sorted(dossier.events.values(), key=lambda event: event.when.sort_key, reverse=True)
    return [Choice(event.id, event.title) for event in latest if not event.withdrawn]


def sources_of(dossier: Dossier) -> list[Choice]:
    return [Choice(s.id, f"{s.publisher}: {s.title}" if s.title else s.publisher) for s in dossier.sources.values()]


def groups_of(dossier: Dossier, event: str | None = None) -> list[Choice]:
    """Those that figures about the event count already come first."""
    counted = {f.of for claim in dossier.claims.values() if claim.event == event for f in claim.figures}
    groups = sorted(dossier.briefing.groups, key=lambda group: group.id not in counted)
    return [Choice(group.id, group.label) for group in groups]


def sides_of(dossier: Dossier) -> list[Choice]:
    return [Choice(side.id, side.name) for side in dossier.briefing.sides]


def points_of(dossier: Dossier, event: str | None = None) -> list[Choice]:
    """Those about the event come first."""
    points = sorted(dossier.briefing.points, key=lambda point: point.event != event)
    return [Choice(point.id, point.question) for point in points]


def targets_of(dossier: Dossier, event: str | None, claimant: str) -> list[Choice]:
    """Claims and figures that can be answered: those of others about the same event, then all the rest."""
    claims = [claim for claim in dossier.claims.values() if claim.claimant != claimant]
    claims.sort(key=lambda claim: claim.event != event)
    found: list[Choice] = []
    for claim in claims:
        actor = dossier.actors.get(claim.claimant)
        name = actor.name if actor else claim.claimant
        said = [statement.says for statement in claim.statements] or [r.kind for r in claim.responses]
        for figure in claim.figures:
            label = f"{name}: {figure.value.printed} {figure.of} {figure.outcome}"
            found.append(Choice(f"{claim.id}#{figure.key}", label))
        if not claim.figures:
            found.append(Choice(claim.id, f"{name}: {'; '.join(said)[:80]}"))
    return found


def countries_of(dossier: Dossier) -> list[str]:
    """Names of countries that places use, the most used first."""
    return _most_used(country for place in dossier.places.values() for country in place.countries)


def _most_used(names: Iterable[str]) -> list[str]:
    listed = list(names)
    return sorted(dict.fromkeys(listed), key=lambda name: -listed.count(name))
