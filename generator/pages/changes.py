"""A change in one line, with its owner, its qualifier and the dates it covers; and its name that never changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID, uuid5

from generator.arranging.changes import Change, OurCorrection, Retraction, Revision
from generator.arranging.questions import Question, Window, arrange_window
from generator.model.claims import Claim, Figure
from generator.model.corpus import Dossier
from generator.model.values import Value
from generator.pages.addresses import address
from generator.pages.phrases import Phrases

NAMESPACE = UUID("4d0f6c0e-8f0b-4b62-9a53-6b6c8c1f7d21")
"""Of all names made here. With another one, every reader of a feed would be told everything again."""


def change_title(change: Change, dossier: Dossier, phrases: Phrases) -> str:
    """The line as it stands alone: what is no revision, which is plain from its numbers, says its class."""
    line = change_line(change, dossier, phrases)
    if isinstance(change, Revision):
        return line
    return phrases.plain("changes.titles.with_kind", kind=phrases.raw(f"changes.kinds.{change.kind}"), change=line)


def change_line(change: Change, dossier: Dossier, phrases: Phrases) -> str:
    """'Arvenian army: 58 → 51 Belmark soldiers killed, 5 March 2031', to stand beside the class of the change."""
    match change:
        case Revision():
            return _revision_line(change, phrases)
        case Retraction():
            return _said(change.record, change.figure, dossier, phrases)
        case OurCorrection():
            return _correction_line(change, dossier, phrases)


def _revision_line(change: Revision, phrases: Phrases) -> str:
    """Two answers to two questions are never joined by an arrow: they cannot be compared (rule 1)."""
    same_voice = change.old.claimant == change.new.claimant
    key = "recounted" if change.recounts else "revised"
    return phrases.plain(
        f"changes.titles.{key}" + ("" if same_voice else "_by_another"),
        old_claimant=change.old.claimant.name,
        new_claimant=change.new.claimant.name,
        old=phrases.value(change.old.figure.value),
        old_counted=_counted(change.old.figure.value, change.old_question, phrases),
        old_window=_window(change.old_question.window, phrases),
        new_counted=_counted(change.new.figure.value, change.question, phrases),
        window=_window(change.question.window, phrases),
        when=phrases.when(change.question.window.when),
    )


def _window(window: Window, phrases: Phrases) -> str:
    """With the event's name: an event and the day on which it happened are two windows."""
    when = phrases.when(window.when)
    return phrases.plain("changes.titles.event", event=window.event.title, when=when) if window.event else when


def _correction_line(change: OurCorrection, dossier: Dossier, phrases: Phrases) -> str:
    """In the words of the correction; a figure's key is printed as what it counts."""
    put_right, field = change.correction, change.correction.field
    figure = change.figure
    if figure:
        field = field.replace(figure.key, phrases.subject(figure, dossier))
    what = phrases.record(change.record, dossier)
    return phrases.plain("changes.titles.corrected", what=what, field=field, was=put_right.was, now=put_right.now)


def _counted(value: Value, question: Question, phrases: Phrases) -> str:
    """The value with all that sets its question apart: '5 Belmark posts captured (east bank only)'."""
    counted = phrases.counted_value(value, question.group, question.outcome)
    limits = phrases.limits(question)
    return f"{counted} ({limits})" if limits else counted


def _said(record: object, figure: Figure | None, dossier: Dossier, phrases: Phrases) -> str:
    """A figure with its owner and window, or the name of a whole record."""
    if figure is None or not isinstance(record, Claim):
        return phrases.record(record, dossier)
    return phrases.plain(
        "changes.titles.figure",
        claimant=dossier.actors[record.claimant].name,
        counted=phrases.counted(figure, dossier),
        when=phrases.when(arrange_window(record, dossier).when),
    )


def change_address(change: Change) -> str:
    """Where the changed record, or the figure in it, stands on the site."""
    match change:
        case Revision():
            return f"{address(change.new.claim)}#{change.new.figure.key}"
        case Retraction() | OurCorrection() if change.figure:
            return f"{address(change.record)}#{change.figure.key}"
        case _:
            return address(change.record)


def change_ids(changes: Iterable[Change]) -> Iterator[str]:
    """A URN for each change, made of the record's address and of what changed: the same wherever the site stands.

    Words of reasons are no part of it, so that mending them announces nothing anew.
    """
    times: dict[tuple[str, ...], int] = {}
    for change in changes:
        name = _name(change)
        times[name] = times.get(name, 0) + 1
        yield urn(*name, *([str(times[name])] if times[name] > 1 else []))


def _name(change: Change) -> tuple[str, ...]:
    match change:
        case Revision():
            return (change_address(change), "revises", str(change.old.ref))
        case Retraction():
            return (change_address(change), change.state)
        case OurCorrection():
            put_right = change.correction
            what = ("corrected", put_right.date.written, put_right.field, put_right.was, put_right.now)
            return (address(change.record), *what)


def urn(*name: str) -> str:
    """A name-based UUID (RFC 9562, version 5), which is a hash: no clock, no machine, no chance."""
    return uuid5(NAMESPACE, "\n".join(name)).urn
