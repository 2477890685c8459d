"""Pages to Markdown text, through the templates of site_templates/.

Whatever a template prints goes through `inert`: a template cannot forget it, because Jinja calls it for every value.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from generator.arranging.arranged import Arranged
from generator.model.claims import Claim, Figure
from generator.model.events import Event, Source
from generator.model.prose import Reference
from generator.model.records import figure_ref
from generator.pages.addresses import LINK, address, record_copy, relative
from generator.pages.charts import Axis, axis_for
from generator.pages.inert import inert
from generator.pages.phrases import Phrases
from generator.pages.prose import render_prose
from generator.pages.site import Link, Page

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur", "dv", "ug", "yi", "ckb", "sd", "prs"})


class Printer:
    """Renders pages in one language."""

    def __init__(self, templates: Path, phrases: Phrases, site_url: str = "") -> None:
        self.phrases = phrases
        self.site_url = site_url
        self.environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(templates),
            autoescape=True,
            finalize=inert,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.globals |= {
            "say": phrases.say,
            "value": phrases.value,
            "when": phrases.when,
            "day": phrases.day,
            "clock": phrases.clock,
            "counted": phrases.counted,
            "counted_value": phrases.counted_value,
            "question_words": phrases.question,
            "topic": phrases.topic,
            "window_name": phrases.window,
            "month_title": phrases.month,
            "side_name": phrases.side,
            "href": href,
            "prose": self.prose,
            "axis": axis_of,
            "language": language_of,
            "direction": direction_of,
            "address": address,
            "ref": figure_ref,
            "full_address": lambda target: f"{site_url}{address(target)}",
            "json_text": lambda value: Markup(json.dumps(value, ensure_ascii=True)),
        }

    def render(self, page: Page) -> str:
        """The page's Markdown: front matter, then the body."""
        template = self.environment.get_template(f"pages/{page.kind}.j2")
        body = template.render(page=page, briefing=page.briefing, **page.shows)
        return relative(f"{self.front_matter(page)}\n{body.strip()}\n", page.uri)

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
        }
        lines = [f"{key}: {json.dumps(value)}" for key, value in meta.items() if value is not None]
        return "\n".join(["---", *lines, "---", ""])

    def to(self, target: str, page: Page) -> str:
        """The way from a page to an address."""
        return relative(f"{LINK}{target}", page.uri).removeprefix('="')

    def link(self, link: Link, page: Page) -> dict[str, str]:
        return {"title": link.title, "url": self.to(link.address, page)}

    def filters(self, page: Page) -> dict[str, list[str]]:
        found = {"kind": [self.phrases.raw(f"pages.{page.kind}.filter")]}
        if page.briefing:
            found["briefing"] = [page.briefing.dossier.briefing.short_title]
        return found | {name: list(values) for name, values in page.filters.items() if values}

    def prose(self, text: str, briefing: Arranged) -> Markup:
        """Prose with its references resolved in one briefing."""
        return render_prose(text, lambda reference: self.reference(reference, briefing))

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
        link = _anchor_to(f"{address(claim)}#{ref.key}", self.counted(figure, briefing))
        return self.phrases.say("figures.cited", figure=link, said=self.said(claim, briefing))

    def counted(self, figure: Figure, briefing: Arranged) -> str:
        group = briefing.dossier.find_group(figure.of)
        assert group is not None
        return self.phrases.counted(figure, group)

    def said(self, claim: Claim, briefing: Arranged) -> str:
        actor = briefing.dossier.actors[claim.claimant]
        return self.phrases.plain("figures.said", claimant=actor.name, when=self.phrases.when(claim.said))

    def source_name(self, source: Source) -> str:
        if source.date is None:
            return self.phrases.plain("sources.undated", publisher=source.publisher)
        return self.phrases.plain("sources.dated", publisher=source.publisher, when=self.phrases.when(source.date))


def href(target: object) -> Markup:
    """A link to a record, window, question or address, for use as a whole attribute value: href="{{ href(x) }}"."""
    return Markup("@/" + (target if isinstance(target, str) else address(target)))


def _anchor(target: Event | Source | Claim | Any, words: str) -> Markup:
    return _anchor_to(address(target), words)


def _anchor_to(where: str, words: str) -> Markup:
    return Markup(f'<a href{LINK}{where}">{inert(words)}</a>')


def axis_of(answers: Iterable[Any]) -> Axis | None:
    """The axis that the answers to one question share; none where there is nothing to compare."""
    values = [answer.figure.value for answer in answers]
    return axis_for(values) if len(values) > 1 else None


def language_of(report: Any, briefing: Arranged) -> str:
    """The language of a quote: its own, or its source's."""
    return str(report.language or briefing.dossier.sources[report.source].language)


def direction_of(language: str) -> str:
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"
