"""The finder's data: one small file for the search page, loaded only when a reader searches.

Its script is site_templates/theme/assets/finder.js, which folds names as the index is folded.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.arranging.arranged import Arranged
from generator.arranging.finder import Finder, Said, arrange_finder
from generator.pages.phrases import Phrases

FINDER = "search/finder.json"


def print_finder(briefings: Iterable[Arranged], phrases: Phrases) -> str:
    """All briefings as JSON: rows without names for their fields, and numbers for what stands in another row."""
    printed = [print_briefing(briefing, phrases) for briefing in briefings]
    return json.dumps(printed, ensure_ascii=False, separators=(",", ":")) + "\n"


def print_briefing(briefing: Arranged, phrases: Phrases) -> dict[str, Any]:
    """One briefing: [id, name, also …], [id, title, when, places], [claim, owner, said, about, [key, figure] …]."""
    finder = arrange_finder(briefing)
    places = {place.id: number for number, place in enumerate(finder.places)}
    actors = {actor.id: number for number, actor in enumerate(finder.actors)}
    return {
        "id": briefing.dossier.id,
        "name": briefing.dossier.briefing.short_title,
        "places": [[place.id, place.name, *place.also] for place in finder.places],
        "actors": [[actor.id, actor.name, actor.descriptor, *actor.also] for actor in finder.actors],
        "events": [[e.id, e.title, phrases.when(e.when), [places[id] for id in e.places]] for e in finder.events],
        "said": [
            [
                said.claim.id,
                actors[said.claimant.id],
                phrases.when(said.claim.said),
                _about(said, finder, phrases),
                *_figures(said, briefing, phrases),
            ]
            for said in finder.said
        ],
    }


def _about(said: Said, finder: Finder, phrases: Phrases) -> int | str:
    """The number of the event, or the period."""
    event = said.window.event
    return finder.events.index(event) if event in finder.events else phrases.window(said.window)


def _figures(said: Said, briefing: Arranged, phrases: Phrases) -> list[list[str]]:
    """Each figure's key and words; of one that was replaced, also that it was."""
    return [
        [answer.figure.key, phrases.counted(answer.figure, briefing.dossier)]
        + ([phrases.raw(f"standing.{answer.standing}")] if answer.standing != "current" else [])
        for answer in said.answers
    ]
