"""Which pages exist, in which order they stand in the navigation, and what each is given to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.arranging.arranged import Arranged
from generator.arranging.overview import arrange_matrix, why_figures_differ
from generator.arranging.recent import arrange_recent
from generator.arranging.steps import arrange_steps
from generator.arranging.timeline import SPLIT_AT, Entry, Month, month_of
from generator.model.claims import Claim
from generator.model.dates import When
from generator.model.events import Event
from generator.model.records import Record
from generator.pages.addresses import address, edition_uri, page_address
from generator.pages.feed_links import FeedLink, feed_links
from generator.pages.phrases import Phrases

NavItem = dict[str, Any]


@dataclass(frozen=True)
class Link:
    """A title and the address that it leads to."""

    title: str
    address: str


@dataclass(frozen=True)
class Page:
    """One page of the docs tree, before it is rendered."""

    uri: str
    """'/'-separated path below the docs folder, ending in .md."""
    kind: str
    """Also the name of its template."""
    title: str
    description: str
    shows: dict[str, Any] = field(default_factory=dict)
    """What the template is given."""
    briefing: Arranged | None = None
    record: Record | None = None
    """The YAML record that the page is made from."""
    as_of: When | None = None
    """The newest date of anything the page shows, no finer than it is known."""
    crumbs: tuple[Link, ...] = ()
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Search filters: actor, place, month."""
    previous: Link | None = None
    next: Link | None = None
    feeds: tuple[FeedLink, ...] = ()
    """What a feed reader finds when it is given the page's address."""
    indexed: bool = True
    """Whether full-text search covers the page."""

    @property
    def address(self) -> str:
        return page_address(self.uri)


def newest(dates: Iterable[When]) -> When | None:
    """The date that begins last, the most precise of them."""
    return max(dates, key=lambda when: (when.start_or_end, -when.end.toordinal()), default=None)


class Plan:
    """Lists the pages of a whole site."""

    def __init__(
        self,
        briefings: tuple[Arranged, ...],
        phrases: Phrases,
        method: dict[str, Any],
        editions: Mapping[str, int],
    ) -> None:
        self.briefings = briefings
        self.phrases = phrases
        self.method = method
        self.editions = editions
        """How many bytes each briefing's one-file edition takes, by its uri."""

    def title(self, kind: str) -> str:
        return self.phrases.raw(f"pages.{kind}.title")

    def pages(self) -> Iterator[Page]:
        """Every page of the site."""
        feeds = tuple(feed_links(briefing, self.phrases)[0] for briefing in self.briefings)
        yield self.site_page("home", "index.md", feeds, briefings=self.briefings)
        for briefing in self.briefings:
            yield from BriefingPlan(briefing, self.phrases, self.editions).pages()
        yield self.site_page("method", "method/index.md", **self.method)
        yield self.site_page("contribute", "contribute/index.md")
        yield self.site_page("errors", "errors/index.md", **self.method)
        yield self.site_page("privacy", "privacy/index.md", editions=self.edition_links())
        yield self.site_page("search", "search/index.md", briefings=self.briefings)

    def site_page(self, kind: str, uri: str, feeds: tuple[FeedLink, ...] = (), **shows: Any) -> Page:
        return Page(
            uri=uri,
            kind=kind,
            title=self.title(kind),
            description=self.phrases.raw(f"pages.{kind}.description"),
            shows=shows,
            as_of=newest(b.dossier.briefing.as_of for b in self.briefings),
            crumbs=() if kind == "home" else (Link(self.title("home"), ""),),
            feeds=feeds,
            indexed=kind in ("home", "method", "contribute", "privacy"),
        )

    def edition_links(self) -> list[tuple[str, str, int]]:
        """Each briefing's title, and the address and the size of its one-file edition."""
        uris = [(b.dossier.briefing.title, edition_uri(b.dossier.id)) for b in self.briefings]
        return [(title, uri, self.editions[uri]) for title, uri in uris]

    def nav(self) -> list[NavItem]:
        """MkDocs navigation: by briefing and section, never by event."""
        sections = [
            {b.dossier.briefing.short_title: [{self.title(k): uri} for k, uri in section_uris(b.dossier.id).items()]}
            for b in self.briefings
        ]
        ends = [{self.title(kind): f"{kind}/index.md"} for kind in ("method", "contribute", "errors", "search")]
        return [{self.title("home"): "index.md"}, *sections, *ends]


SECTIONS = ("overview", "figures", "timeline", "background", "actors", "places", "sources", "changes")
"""A briefing's sections, in the order of its navigation."""


def section_uris(briefing: str) -> dict[str, str]:
    """The sections of a briefing and where they stand."""
    return {k: f"{briefing}/index.md" if k == "overview" else f"{briefing}/{k}/index.md" for k in SECTIONS}


class BriefingPlan:
    """Lists the pages of one briefing."""

    def __init__(self, arranged: Arranged, phrases: Phrases, editions: Mapping[str, int]) -> None:
        self.arranged = arranged
        self.dossier = arranged.dossier
        self.phrases = phrases
        self.home = Link(self.dossier.briefing.short_title, f"{self.dossier.id}/")
        self.newest = self.dossier.briefing.as_of
        self.edition = edition_uri(self.dossier.id)
        self.edition_size = editions[self.edition]
        self.feeds = feed_links(arranged, phrases)

    def pages(self) -> Iterator[Page]:
        yield self.overview()
        yield from self.figures()
        yield from self.timeline()
        yield self.section("background", self.dossier.background or self.dossier.briefing)
        for kind in ("actors", "places", "sources"):
            yield self.section(kind)
        yield self.changes()
        yield from self.events()
        yield from (self.claim(claim) for claim in self.dossier.claims.values())

    def page(self, uri: str, kind: str, title: str, description: str, **rest: Any) -> Page:
        home = Link(self.phrases.raw("pages.home.title"), "")
        crumbs = (home, *rest.pop("crumbs", (self.home,)))
        return Page(
            uri=f"{self.dossier.id}/{uri}",
            kind=kind,
            title=title,
            description=description,
            briefing=self.arranged,
            crumbs=crumbs,
            feeds=self.feeds if kind in ("overview", "changes") else self.feeds[:1],
            **rest,
        )

    def section_link(self, kind: str) -> Link:
        title = self.phrases.raw(f"pages.{kind}.title")
        return Link(title, f"{self.dossier.id}/{kind}/")

    def overview(self) -> Page:
        briefing = self.dossier.briefing
        shows = {
            "rows": self.arranged.headline,
            "why": why_figures_differ(self.arranged.headline),
            "recent": arrange_recent(self.dossier, self.arranged.changes),
            "changes": self.arranged.changes.newest[:3],
            "edition": self.edition,
            "edition_size": self.edition_size,
            "entries": tuple(e for e in reversed(self.arranged.entries) if not e.event.withdrawn)[:3],
        }
        return self.page(
            "index.md",
            "overview",
            briefing.title,
            self.phrases.plain("pages.overview.description", title=briefing.title),
            shows=shows,
            record=briefing,
            as_of=self.newest,
            crumbs=(),
        )

    def section(self, kind: str, record: Record | None = None, **shows: Any) -> Page:
        short = self.dossier.briefing.short_title
        return self.page(
            f"{kind}/index.md",
            kind,
            self.phrases.plain("pages.section_title", section=self.phrases.raw(f"pages.{kind}.title"), briefing=short),
            self.phrases.plain(f"pages.{kind}.description", title=self.dossier.briefing.title),
            shows=shows,
            record=record or self.listed_in(kind),
            as_of=self.newest,
        )

    def listed_in(self, kind: str) -> Record | None:
        """A record of the file that a list page is made from, if it is one file."""
        if kind in ("actors", "places"):
            return next(iter(getattr(self.dossier, kind).values()), None)
        return None

    def figures(self) -> Iterator[Page]:
        tables = [(window, arrange_matrix(asked, self.dossier)) for window, asked in self.arranged.windows]
        opened = {row.question.window.id for row in self.arranged.headline}
        yield self.section("figures", self.dossier.briefing, tables=tables, opened=opened)
        for window, asked in self.arranged.windows:
            name = self.phrases.window(window)
            yield self.page(
                f"figures/{window.id}/index.md",
                "window",
                self.phrases.plain("pages.window.title", window=name),
                self.phrases.plain("pages.window.description", window=name),
                shows={"window": window, "questions": asked},
                record=window.event,
                as_of=newest(q.reaches for q in asked),
                crumbs=(self.home, self.section_link("figures")),
                filters=self.filters(
                    actors=[a.claim.claimant for q in asked for a in q.everything],
                    places=list(window.event.places) if window.event else [],
                    when=window.when,
                ),
            )

    def changes(self) -> Page:
        recent = arrange_recent(self.dossier, self.arranged.changes)
        courses = [steps for question in self.arranged.questions for steps in arrange_steps(question) if steps.revised]
        return self.section("changes", recent=recent, courses=courses)

    def timeline(self) -> Iterator[Page]:
        months = self.arranged.timeline
        long = len(self.arranged.entries) > SPLIT_AT
        yield self.section("timeline", None, months=months, split=long)
        if long:
            yield from (self.month(month) for month in months)

    def month(self, month: Month) -> Page:
        name = self.phrases.month_title(month.id)
        return self.page(
            f"timeline/{month.id}/index.md",
            "month",
            self.phrases.plain("pages.month.title", month=name),
            self.phrases.plain("pages.month.description", month=name, title=self.dossier.briefing.title),
            shows={"month": month},
            as_of=newest(e.event.when for e in month.entries),
            crumbs=(self.home, self.section_link("timeline")),
        )

    def events(self) -> Iterator[Page]:
        entries = self.arranged.entries
        for place, entry in enumerate(entries):
            before = entries[place - 1] if place else None
            after = entries[place + 1] if place + 1 < len(entries) else None
            yield self.event(entry, before, after)

    def event(self, entry: Entry, before: Entry | None, after: Entry | None) -> Page:
        event = entry.event
        claims = [c for c in self.dossier.claims.values() if c.event == event.id]
        said = sorted(claims, key=lambda c: (c.said.sort_key, c.id))
        return self.page(
            f"events/{event.id}/index.md",
            "event",
            event.title,
            self.phrases.plain("pages.event.description", title=event.title, when=self.phrases.when(event.when)),
            shows={
                "entry": entry,
                "event": event,
                "rows": arrange_matrix(entry.questions, self.dossier),
                "claims": said,
                "points": [p for p in self.arranged.points if p.point.event == event.id],
            },
            record=event,
            as_of=newest([event.when, *(c.reaches for c in claims)]),
            crumbs=(self.home, self.section_link("timeline")),
            filters=self.filters(
                actors=[a.actor for a in event.actors] + [c.claimant for c in claims],
                places=list(event.places),
                when=event.when,
            ),
            previous=self.event_link(before),
            next=self.event_link(after),
        )

    def event_link(self, entry: Entry | None) -> Link | None:
        return Link(entry.event.title, address(entry.event)) if entry else None

    def claim(self, claim: Claim) -> Page:
        event: Event | None = self.dossier.events[claim.event] if claim.event else None
        about = event.title if event else self.phrases.when(claim.period)  # type: ignore[arg-type]
        actor = self.dossier.actors[claim.claimant]
        said = self.phrases.when(claim.said)
        return self.page(
            f"claims/{claim.id}/index.md",
            "claim",
            self.phrases.plain("pages.claim.title", claimant=actor.name, said=said, about=about),
            self.phrases.plain("pages.claim.description", claimant=actor.name, said=said, about=about),
            shows={"claim": claim, "event": event, "claimant": actor},
            record=claim,
            as_of=claim.reaches,
            crumbs=(self.home, self.section_link("figures")),
            filters=self.filters(
                actors=[claim.claimant],
                places=list(event.places) if event else [],
                when=claim.said,
            ),
        )

    def filters(self, actors: list[str], places: list[str], when: When) -> dict[str, tuple[str, ...]]:
        """Names for the search filters, each once, in order."""
        return {
            "actor": tuple(dict.fromkeys(self.dossier.actors[id].name for id in actors)),
            "place": tuple(dict.fromkeys(self.dossier.places[id].name for id in places)),
            "month": (month_of(when),),
        }
