"""Pages to Markdown text, through the templates of site_templates/.

Whatever a template prints goes through `inert`: a template cannot forget it, because Jinja calls it for every value.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from generator.arranging.arranged import Arranged
from generator.arranging.changes import kinds_of
from generator.arranging.overview import states_in
from generator.arranging.steps import arrange_steps
from generator.model.claims import Claim
from generator.model.dates import When
from generator.model.events import Event, Source
from generator.model.prose import Reference
from generator.model.records import Record, figure_ref
from generator.pages.addresses import LINK, address, in_one_file, record_copy, relative
from generator.pages.changes import change_address, change_line
from generator.pages.charts import Axis, axis_for, draw_steps
from generator.pages.feed_links import FeedLink
from generator.pages.inert import inert
from generator.pages.languages import direction_of, inert_and_isolated, language_of, prose_in
from generator.pages.maps import Region, draw_map, pinned, regions_of
from generator.pages.phrases import Phrases
from generator.pages.prose import render_prose
from generator.pages.repository import RecordLinks, Repository, listed_folder, record_name
from generator.pages.site import Link, Page
from generator.pages.strip import draw_strip, kinds_in


class Compiled(jinja2.BytecodeCache):
    """Compiled templates, kept while the process runs: a preview renders again at each save.

    Jinja compares a checksum of the source, so that a changed template is compiled anew.
    """

    def __init__(self) -> None:
        self.code: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja names them
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.code:
            bucket.bytecode_from_string(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.code[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


class Printer:
    """Renders pages in one language."""

    def __init__(
        self, templates: Path, phrases: Phrases, site_url: str = "", repository: Repository | None = None
    ) -> None:
        self.phrases = phrases
        self.site_url = site_url
        self.repository = repository
        regions = read_regions(templates / "map" / "outlines.json")
        self.environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(templates),
            autoescape=True,
            finalize=inert_and_isolated if phrases.mixes else inert,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=COMPILED,
        )
        self.environment.globals |= spoken(phrases)
        self.environment.globals |= {
            "machine_date": machine_date,
            "change_address": change_address,
            "change_kinds": kinds_of,
            "href": href,
            "prose": self.prose,
            "axis": axis_of,
            "steps_of": arrange_steps,
            "draw_steps": draw_steps,
            "draw_strip": draw_strip,
            "kinds_in": kinds_in,
            "states_in": states_in,
            "map_of": lambda briefing: draw_map(briefing.dossier, regions),
            "pinned": lambda briefing: pinned(briefing.dossier),
            "language": language_of,
            "direction": direction_of,
            "address": address,
            "ref": figure_ref,
            "repository": repository,
            "links_of": self.links_of,
            "full_address": lambda target: f"{site_url}{href(target)[2:]}",
            "json_text": lambda value: Markup(json.dumps(value, ensure_ascii=True)),
        }

    def render(self, page: Page) -> str:
        """The page's Markdown: front matter, then the body."""
        return relative(f"{self.front_matter(page)}\n{self.body(page)}\n", page.uri)

    def render_part(self, part: str, macro: str, *given: object, root: str) -> str:
        """What one macro of parts/ prints, with its links below `root`: an address, or the way to the site's root."""
        macros: Any = self.environment.get_template(f"parts/{part}.j2").module
        return str(getattr(macros, macro)(*given)).strip().replace(LINK, f'="{escape(root)}')

    def render_file(self, page: Page) -> str:
        """A page that is finished HTML and holds what others hold: the one-file edition."""
        return in_one_file(f"{self.body(page)}\n", self.site_url)

    def body(self, page: Page) -> str:
        template = self.environment.get_template(f"pages/{page.kind}.j2")
        return template.render(page=page, briefing=page.briefing, **page.shows).strip()

    def front_matter(self, page: Page) -> str:
        """What the theme and the search need, as JSON values, which YAML reads as text and nothing else."""
        briefing = page.briefing.dossier.briefing if page.briefing else None
        meta: dict[str, Any] = {
            "title": page.title,
            "description": page.description,
            "kind": page.kind,
            "briefing": page.briefing.dossier.id if page.briefing else None,
            "briefing_title": briefing.short_title if briefing else None,
            "as_of": self.phrases.when(page.as_of) if page.as_of else None,
            "crumbs": [self.link(link, page) for link in page.crumbs],
            "previous": self.link(page.previous, page) if page.previous else None,
            "next": self.link(page.next, page) if page.next else None,
            "record": page.record.at.file if page.record else None,
            "record_url": self.to(record_copy(page.record.at.file), page) if page.record else None,
            "filters": self.filters(page),
            "index": page.indexed,
            **self.repository_links(page),
            "alternates": [self.alternate(feed, page) for feed in page.feeds] or None,
        }
        lines = [f"{key}: {json.dumps(value)}" for key, value in meta.items() if value is not None]
        return "\n".join(["---", *lines, "---", ""])

    def to(self, target: str, page: Page) -> str:
        """The way from a page to an address."""
        return relative(f"{LINK}{target}", page.uri).removeprefix('="')

    def link(self, link: Link, page: Page) -> dict[str, str]:
        return {"title": link.title, "url": self.to(link.address, page)}

    def alternate(self, feed: FeedLink, page: Page) -> dict[str, str]:
        return {"title": feed.title, "type": feed.media_type, "url": self.to(feed.address, page)}

    def filters(self, page: Page) -> dict[str, list[str]]:
        found = {"kind": [self.phrases.raw(f"pages.{page.kind}.filter")]}
        if page.briefing:
            found["briefing"] = [page.briefing.dossier.briefing.short_title]
        return found | {name: list(values) for name, values in page.filters.items() if values}

    def links_of(self, record: Record, shown: str = "", key: str = "") -> RecordLinks | None:
        """Where a reader can act on a record, or on a part of it by its key; None where no repository is known."""
        return self.repository.links(record.at.file, record_name(record, key), shown) if self.repository else None

    def repository_links(self, page: Page) -> dict[str, str | None]:
        """The same for a whole page: for its record, or for the folder of the records that it lists."""
        if not self.repository:
            return {}
        if page.record:
            links = self.links_of(page.record, self.shown_on(page))
        else:
            links = self.repository.links(listed_folder(page.kind, page.briefing), page.address or "/", page.title)
        assert links
        found = {"edit_url": links.edit, "report_url": links.report, "history_url": links.history}
        return found if any(found.values()) else {"repository_url": self.repository.url}

    def shown_on(self, page: Page) -> str:
        """What a report about the page takes along: a claim's figures, otherwise the title."""
        figures = page.record.figures if page.kind == "claim" and isinstance(page.record, Claim) else ()
        if not (figures and page.briefing):
            return page.title
        return "; ".join(self.phrases.counted(figure, page.briefing.dossier) for figure in figures)

    def prose(self, text: str, briefing: Arranged) -> Markup:
        """Prose with its references resolved in one briefing."""
        rendered = render_prose(text, lambda reference: self.reference(reference, briefing))
        return prose_in(self.phrases.language, rendered)

    def reference(self, reference: Reference, briefing: Arranged) -> Markup:
        dossier = briefing.dossier
        match reference.kind:
            case "not-a-figure":
                return inert(reference.target)
            case "figure":
                return self.figure_reference(reference, briefing)
            case "claim":
                claim = dossier.claims[reference.target]
                return _anchor(claim, reference.words or self.said(claim, briefing))
            case "source":
                source = dossier.sources[reference.target]
                return _anchor(source, reference.words or self.source_name(source))
            case "event":
                event = dossier.events[reference.target]
                return _anchor(event, reference.words or event.title)
            case kind:
                named = (dossier.actors if kind == "actor" else dossier.places)[reference.target]
                return _anchor(named, reference.words or named.name)

    def figure_reference(self, reference: Reference, briefing: Arranged) -> Markup:
        """A figure inside prose: always with who says it and when."""
        ref = figure_ref(reference.target)
        claim = briefing.dossier.claims[ref.claim]
        figure = claim.figure(ref.key)
        assert figure is not None
        link = _anchor_to(f"{address(claim)}#{ref.key}", self.phrases.counted(figure, briefing.dossier))
        return self.phrases.say("figures.cited", figure=link, said=self.said(claim, briefing))

    def said(self, claim: Claim, briefing: Arranged) -> str:
        actor = briefing.dossier.actors[claim.claimant]
        return self.phrases.plain("figures.said", claimant=actor.name, when=self.phrases.when(claim.said))

    def source_name(self, source: Source) -> str:
        if source.date is None:
            return self.phrases.plain("sources.undated", publisher=source.publisher)
        return self.phrases.plain("sources.dated", publisher=source.publisher, when=self.phrases.when(source.date))


def spoken(phrases: Phrases) -> dict[str, Any]:
    """What templates say words with."""
    return {
        "say": phrases.say,
        "value": phrases.value,
        "number": phrases.number,
        "when": phrases.when,
        "day": phrases.day,
        "clock": phrases.clock,
        "counted": phrases.counted,
        "counted_value": phrases.counted_value,
        "question_words": phrases.question,
        "topic": phrases.topic,
        "window_name": phrases.window,
        "month_title": phrases.month_title,
        "side_name": phrases.side,
        "size": phrases.size,
        "record_name": phrases.record,
        "change_line": lambda change, dossier: change_line(change, dossier, phrases),
    }


def read_regions(path: Path) -> tuple[Region, ...]:
    """The outlines that maps are drawn with; a project without them has none."""
    return regions_of(json.loads(path.read_text("utf-8"))) if path.exists() else ()


def href(target: object) -> Markup:
    """A link to a record, window, question or address, for use as a whole attribute value: href="{{ href(x) }}"."""
    return Markup("@/" + (target if isinstance(target, str) else address(target)))


def _anchor(target: Event | Source | Claim | Any, words: str) -> Markup:
    return _anchor_to(address(target), words)


def _anchor_to(where: str, words: str) -> Markup:
    return Markup(f'<a href{LINK}{where}">{inert(words)}</a>')


def machine_date(when: When) -> str | None:
    """A date as machines read it, never finer than it was coded; none where that cannot be said."""
    kept = {"day": 10, "month": 7, "year": 4}.get(when.precision)
    return str(when.start)[:kept] if kept and when.start and not when.night else None


def axis_of(answers: Iterable[Any], courses: Iterable[Any] = ()) -> Axis | None:
    """The axis that the answers to one question and their steps share; none where there is nothing to compare."""
    answered = [*answers, *(answer for steps in courses for answer in steps.answers)]
    values = [answer.figure.value for answer in answered]
    return axis_for(values) if len(values) > 1 else None
