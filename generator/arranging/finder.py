"""What a reader can be led to at once: places, actors, events and figures by their names, with their other names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.arranging.arranged import Arranged
from generator.arranging.questions import Answer, Window
from generator.model.briefing import Actor, Place
from generator.model.claims import Claim
from generator.model.events import Event


@dataclass(frozen=True)
class Said:
    """The figures of one claim about one event or period."""

    claim: Claim
    claimant: Actor
    window: Window
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Finder:
    """Everything of one briefing that has a name or a number; what is withdrawn is not offered."""

    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    """In order of time."""
    said: tuple[Said, ...]
    """In order of time."""


def arrange_finder(briefing: Arranged) -> Finder:
    """Collect what the finder offers. Figures that were replaced since stay, to be shown as such."""
    answers: dict[str, list[Answer]] = defaultdict(list)
    windows: dict[str, Window] = {}
    for question, answer in briefing.answers.values():
        if answer.standing in ("current", "superseded"):
            answers[answer.claim.id].append(answer)
            windows[answer.claim.id] = question.window
    said = [Said(a[0].claim, a[0].claimant, windows[id], tuple(a)) for id, a in answers.items()]
    return Finder(
        places=tuple(briefing.dossier.places.values()),
        actors=tuple(briefing.dossier.actors.values()),
        events=tuple(entry.event for entry in briefing.entries if not entry.event.withdrawn),
        said=tuple(sorted(said, key=lambda one: (one.claim.said.sort_key, one.claim.id))),
    )
