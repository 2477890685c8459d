"""Every id points at a record that is there, no chain of records runs in a circle, nothing is said twice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.claims import Claim
from generator.model.corpus import Dossier
from generator.model.dates import parse_when
from generator.model.prose import KINDS, Reference, references
from generator.model.records import FigureRef, figure_ref
from generator.problems import Place, Problem, nearest
from generator.rules.passages import cited_prose, reported


@dataclass(frozen=True)
class _Known:
    """The ids that may be pointed at, by kind; a file that could not be read makes its kind open."""

    dossier: Dossier
    ids: Mapping[str, Collection[str]]

    def check(self, kind: str, id: str | None, at: Place, *steps: str | int) -> Iterator[Problem]:
        """The steps lead from `at` to the field; most ids are known, and need no place."""
        if id is None or id in self.ids[kind] or id in self.dossier.unread or self.is_open(kind):
            return
        yield Problem(f"unknown-{kind}", at.inside(*steps), f"unknown {kind} '{id}'", nearest(id, self.ids[kind]))

    def each(self, kind: str, ids: Iterable[str], at: Place, *steps: str | int) -> Iterator[Problem]:
        for index, id in enumerate(ids):
            yield from self.check(kind, id, at, *steps, index)

    def is_misspelt(self, claim: Claim) -> bool:
        """Whether a wrong group or scope, reported on its own, spoils the keys of the claim's figures."""
        groups, scopes = self.ids["group"], self.ids["scope"]
        return not self.is_open("group") and any(
            f.of not in groups or f.scope not in (None, *scopes) for f in claim.figures
        )

    def is_open(self, kind: str) -> bool:
        file = "briefing.yml" if kind in ("group", "side", "scope", "point") else f"{kind}s.yml"
        return file in self.dossier.unread

    def figure(self, ref: FigureRef, at: Place) -> Iterator[Problem]:
        """A claim, or a figure in it."""
        yield from self.check("claim", ref.claim, at)
        claim = self.dossier.claims.get(ref.claim)
        if claim and ref.key and claim.figure(ref.key) is None and not self.is_misspelt(claim):
            hint = nearest(ref.key, [figure.key for figure in claim.figures])
            yield Problem("unknown-figure", at, f"the claim '{ref.claim}' has no figure '{ref.key}'", hint)


def _known(dossier: Dossier) -> _Known:
    briefing = dossier.briefing
    return _Known(
        dossier,
        {
            "actor": dossier.actors,
            "place": dossier.places,
            "source": dossier.sources,
            "event": dossier.events,
            "claim": dossier.claims,
            "group": {g.id for g in briefing.groups},
            "side": {s.id for s in briefing.sides},
            "scope": {s.id for s in briefing.scopes},
            "point": {p.id for p in briefing.points},
        },
    )


def check_links(dossier: Dossier) -> Iterator[Problem]:
    """Every field that holds an id."""
    known = _known(dossier)
    yield from _briefing_links(dossier, known)
    for actor in dossier.actors.values():
        yield from known.check("side", actor.side, actor.at, "side")
        yield from known.check("actor", actor.part_of, actor.at, "part_of")
        yield from known.each("source", actor.sources, actor.at, "sources")
    for place in dossier.places.values():
        yield from known.check("place", place.within, place.at, "within")
        yield from known.check("source", place.coordinates_source, place.at, "coordinates_source")
        for index, change in enumerate(place.states):
            yield from known.check("source", change.source, place.at, "states", index, "source")
    for event in dossier.events.values():
        yield from known.each("place", event.places, event.at, "places")
        yield from known.each("event", event.responds_to, event.at, "responds_to")
        yield from known.each("source", event.sources, event.at, "sources")
        for index, involved in enumerate(event.actors):
            yield from known.check("actor", involved.actor, event.at, "actors", index, "actor")
    for claim in dossier.claims.values():
        yield from _claim_links(claim, known)
    for found in reported(dossier):
        yield from known.check("source", found.report.source, found.at, "source")


def _briefing_links(dossier: Dossier, known: _Known) -> Iterator[Problem]:
    briefing = dossier.briefing
    at = briefing.at
    yield from known.each("source", briefing.status.sources, at, "status", "sources")
    for index, group in enumerate(briefing.groups):
        yield from known.check("side", group.side, at, "groups", index, "side")
    for index, point in enumerate(briefing.points):
        yield from known.check("event", point.event, at, "points", index, "event")
    for index, row in enumerate(briefing.headline):
        yield from known.check("group", row.of, at, "headline", index, "of")
        yield from known.check("scope", row.scope, at, "headline", index, "scope")
    if dossier.background:
        for index, section in enumerate(dossier.background.sections):
            where = dossier.background.at / "sections" / index / "sources"
            yield from known.each("source", section.sources, where)


def _claim_links(claim: Claim, known: _Known) -> Iterator[Problem]:
    yield from known.check("actor", claim.claimant, claim.at, "claimant")
    yield from known.check("event", claim.event, claim.at, "event")
    for index, figure in enumerate(claim.figures):
        yield from known.check("group", figure.of, claim.at, "figures", index, "of")
        yield from known.check("scope", figure.scope, claim.at, "figures", index, "scope")
    for index, statement in enumerate(claim.statements):
        yield from known.check("point", statement.point, claim.at, "statements", index, "point")
    for index, response in enumerate(claim.responses):
        yield from known.check("point", response.point, claim.at, "responses", index, "point")
        if response.to:
            yield from known.figure(response.to, claim.at.inside("responses", index, "to"))


def check_references(dossier: Dossier) -> Iterator[Problem]:
    """Every [kind:id] in our texts."""
    known = _known(dossier)
    for passage in cited_prose(dossier):
        for reference in references(passage.text):
            yield from _reference(reference, passage.at, known)


def _reference(reference: Reference, at: Place, known: _Known) -> Iterator[Problem]:
    kind, target = reference.kind, reference.target
    if kind not in KINDS:
        yield Problem("unknown-reference", at, f"unknown kind of reference '[{kind}:…]'", nearest(kind, KINDS))
    elif kind == "figure":
        ref = figure_ref(target)
        if ref.key:
            yield from known.figure(ref, at)
        else:
            claim = known.dossier.claims.get(ref.claim)
            keys = [f"[figure:{target}#{figure.key}]" for figure in claim.figures] if claim else []
            hint = f"write {keys[0]}" if keys else "write [figure:CLAIM-ID#FIGURE-KEY]"
            yield Problem("unknown-figure", at, f"the reference '[figure:{target}]' names no figure", hint)
    elif kind != "not-a-figure":
        yield from known.check(kind, target, at)


def check_circles(dossier: Dossier) -> Iterator[Problem]:
    """`part_of` and `within` end somewhere."""
    for actor in dossier.actors.values():
        if _returns(actor.id, lambda id: getattr(dossier.actors.get(id), "part_of", None)):
            yield _circle(actor.at / "part_of", actor.id, "part of")
    for place in dossier.places.values():
        if _returns(place.id, lambda id: getattr(dossier.places.get(id), "within", None)):
            yield _circle(place.at / "within", place.id, "within")


def _returns(id: str, above: Callable[[str], str | None]) -> bool:
    seen: set[str] = set()
    here = above(id)
    while here and here != id and here not in seen:
        seen.add(here)
        here = above(here)
    return here == id


def _circle(at: Place, id: str, words: str) -> Problem:
    return Problem("circular-part", at, f"'{id}' is {words} itself, by way of others", "remove one of the links")


def check_headline(dossier: Dossier) -> Iterator[Problem]:
    """Every row of the overview's matrix has at least one figure."""
    if dossier.unread:
        return
    asked = {
        (
            claim.event or (claim.period.written if claim.period else ""),
            figure.of,
            figure.outcome,
            figure.scope,
        )
        for claim in dossier.claims.values()
        for figure in claim.figures
    }
    for index, row in enumerate(dossier.briefing.headline):
        if (_window(row.window), row.of, row.outcome, row.scope) not in asked:
            at = dossier.briefing.at / "headline" / index
            question = " · ".join(filter(None, (row.window, row.of, row.outcome, row.scope)))
            message = f"no figure answers '{question}'"
            hint = "use the window, group, outcome and scope of a figure in claims/"
            yield Problem("headline-without-figures", at, message, hint)


def _window(text: str) -> str:
    """A period in the one way in which periods are printed; an event's id as it is."""
    try:
        return parse_when(text).written
    except ValueError:
        return text


def check_declared_ids(dossier: Dossier) -> Iterator[Problem]:
    """Groups, scopes, points, sides and sections are declared once."""
    briefing, background = dossier.briefing, dossier.background
    for name in ("sides", "groups", "scopes", "points"):
        yield from _twice([part.id for part in getattr(briefing, name)], briefing.at / name)
    if background:
        yield from _twice([section.id for section in background.sections], background.at / "sections")


def _twice(ids: list[str], at: Place) -> Iterator[Problem]:
    for index, id in enumerate(ids):
        if id in ids[:index]:
            yield Problem("duplicate-id", at / index / "id", f"the id '{id}' is used twice", "ids are never reused")


def check_sources_once(dossier: Dossier) -> Iterator[Problem]:
    """A page is one source."""
    first: dict[str, str] = {}
    for source in dossier.sources.values():
        page = page_of(source.url)
        if page in first:
            hint = f"cite '{first[page]}' instead"
            message = f"the page is already the source '{first[page]}'"
            yield Problem("duplicate-source", source.at / "url", message, hint)
        first.setdefault(page, source.id)


def page_of(url: str) -> str:
    """What is the same for every address of one page."""
    return url.partition("#")[0].rstrip("/").replace("http://", "https://", 1)


def check_sources_used(dossier: Dossier) -> Iterator[Problem]:
    """Every source is cited by something."""
    if dossier.unread:
        return
    used = set(_cited_sources(dossier))
    for source in dossier.sources.values():
        if source.id not in used and not source.withdrawn:
            message = f"nothing cites the source '{source.id}'"
            hint = "cite it, or remove it before it is published"
            yield Problem("unused-source", source.at, message, hint, severity="warning")


def _cited_sources(dossier: Dossier) -> Iterator[str]:
    yield from dossier.briefing.status.sources
    for section in dossier.background.sections if dossier.background else ():
        yield from section.sources
    for actor in dossier.actors.values():
        yield from actor.sources
    for place in dossier.places.values():
        yield from (change.source for change in place.states)
        yield from filter(None, [place.coordinates_source])
    for event in dossier.events.values():
        yield from event.sources
    yield from (found.report.source for found in reported(dossier))
    for passage in cited_prose(dossier):
        yield from (r.target for r in references(passage.text) if r.kind == "source")
