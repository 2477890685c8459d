"""The one-file edition: a whole briefing as one HTML file, to send, keep, print and read offline."""

from __future__ import annotations

from generator.arranging.arranged import Arranged
from generator.arranging.overview import why_figures_differ
from generator.arranging.points import arrange_statements
from generator.pages.addresses import edition_uri
from generator.pages.phrases import Phrases
from generator.pages.site import Page


def plan_edition(briefing: Arranged, phrases: Phrases, language: str) -> Page:
    """What the edition is given to show. Its address has the briefing's name, which the file keeps when it is sent."""
    about = briefing.dossier.briefing
    return Page(
        uri=edition_uri(briefing.dossier.id),
        kind="edition",
        title=about.title,
        description=phrases.plain("edition.description", title=about.title, when=phrases.when(about.as_of)),
        shows={
            "written_in": language,
            "why": why_figures_differ(briefing.headline),
            "statements": arrange_statements(briefing.dossier),
        },
        briefing=briefing,
        as_of=about.as_of,
    )


def running_words(page: Page, phrases: Phrases) -> tuple[str, str]:
    """What stands at the top of every printed page: the briefing, and the date of its data."""
    assert page.as_of
    return page.title, phrases.plain("status.as_of", when=phrases.when(page.as_of))
