"""Questions: figures stand side by side only where they answer the same one.

The comparability key is window · group · outcome · scope · class of basis.
Nothing here adds, averages or ranks figures of different claimants (rule 1).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Literal, get_args

from generator.model.briefing import Actor, Group, Scope
from generator.model.claims import Claim, Figure, Response
from generator.model.comparability import BasisClass, Key, basis_class, comparability_key
from generator.model.corpus import Dossier
from generator.model.dates import When
from generator.model.events import Event
from generator.model.records import FigureRef
from generator.model.vocabulary import MANY_VOICES, Outcome

State = Literal["one-voice", "agreed", "contested", "denied", "none-stands"]
Perspective = Literal["own-loss", "enemy-loss", "third-party"]
Standing = Literal["current", "superseded", "withdrawn", "removed", "error"]

_DENIALS = ("denies", "disputes-number", "disputes-attribution")


@dataclass(frozen=True)
class Window:
    """What a figure covers: an event, or a period."""

    briefing: str
    id: str
    """The event's id, or the period as an address."""
    event: Event | None
    period: When | None

    @cached_property
    def when(self) -> When:
        when = self.event.when if self.event else self.period
        assert when is not None
        return when

    @property
    def sort_key(self) -> tuple[object, ...]:
        return (self.when.sort_key, self.event is None, self.id)


@dataclass(frozen=True)
class Reply:
    """A response, with who gives it."""

    claim: Claim
    response: Response
    claimant: Actor


@dataclass(frozen=True)
class Answer:
    """One claimant's figure as an answer to a question."""

    claim: Claim
    figure: Figure
    claimant: Actor
    perspective: Perspective
    standing: Standing
    replies: tuple[Reply, ...]
    earlier: tuple[Answer, ...] = ()
    """What the claimant, or the one it speaks for, said before; newest first."""
    replaced_by: FigureRef | None = None
    """The later figure that revises this one; where that answers another question, this one still stands here."""

    @property
    def ref(self) -> FigureRef:
        return FigureRef(self.claim.id, self.figure.key)


@dataclass(frozen=True)
class Question:
    """What several claimants may answer: how many of a group came to an outcome in a window."""

    id: str
    """Unique within its window."""
    window: Window
    group: Group
    outcome: Outcome
    scope: Scope | None
    basis: BasisClass
    answers: tuple[Answer, ...]
    """Current answers: side by side in the order of the briefing's sides, then others; each by date."""
    retired: tuple[Answer, ...]
    """Answers that no longer stand and that no current answer here replaces."""
    state: State

    @property
    def reaches(self) -> When:
        """The newest date on which an answer was given."""
        return max((a.claim.reaches for a in self.everything), key=lambda when: when.sort_key)

    @property
    def everything(self) -> tuple[Answer, ...]:
        """Current answers, each followed by its earlier ones, then the retired."""
        current = [a for answer in self.answers for a in (answer, *answer.earlier)]
        return (*current, *self.retired)

    def said_by(self, side: str | None) -> tuple[Answer, ...]:
        """Current answers of one side's claimants; those of neither side for None."""
        return tuple(a for a in self.answers if a.claimant.side == side)


def question_id(figure: Figure) -> str:
    """The question's id within its window: the figure's key, and 'modelled' where it is."""
    return figure.key if basis_class(figure) == "counted" else f"{figure.key}-modelled"


def arrange_window(claim: Claim, dossier: Dossier) -> Window:
    """The event or period that a claim is about."""
    if claim.event:
        return Window(dossier.id, claim.event, dossier.events[claim.event], None)
    assert claim.period is not None
    return Window(dossier.id, claim.period.slug, None, claim.period)


def arrange_questions(dossier: Dossier) -> tuple[Question, ...]:
    """All questions that the claims answer, by window, then group and outcome in their declared order."""
    answers = _answers(dossier)
    grouped: dict[Key, list[Answer]] = defaultdict(list)
    for answer in answers:
        grouped[comparability_key(answer.claim, answer.figure)].append(answer)
    questions = [_question(found, dossier) for found in grouped.values()]
    groups = [group.id for group in dossier.briefing.groups]
    outcomes = get_args(Outcome)

    def in_order(q: Question) -> tuple[object, ...]:
        """Whole groups before parts of them."""
        place = (groups.index(q.group.id), outcomes.index(q.outcome), q.scope is not None)
        return (*q.window.sort_key, *place, q.id)

    return tuple(sorted(questions, key=in_order))


def _answers(dossier: Dossier) -> list[Answer]:
    replies = arrange_replies(dossier)
    replaced = _replacements(dossier)
    keys = {FigureRef(c.id, f.key): comparability_key(c, f) for c in dossier.claims.values() for f in c.figures}
    found = []
    for claim in dossier.claims.values():
        for figure in claim.figures:
            ref = FigureRef(claim.id, figure.key)
            actor = dossier.actors[claim.claimant]
            heard = tuple(sorted((*replies.get(ref, ()), *replies.get(FigureRef(claim.id), ())), key=_by_date))
            seen = perspective(actor, figure, dossier)
            newer = replaced.get(ref)
            standing = _standing(claim, figure, newer is not None and keys[newer] == keys[ref])
            found.append(Answer(claim, figure, actor, seen, standing, heard, (), newer))
    return found


def arrange_replies(dossier: Dossier) -> dict[FigureRef, tuple[Reply, ...]]:
    """Responses by what they answer: a figure, or a claim as a whole."""
    found: dict[FigureRef, list[Reply]] = defaultdict(list)
    for claim in dossier.claims.values():
        for response in claim.responses:
            if response.to and not claim.withdrawn:
                found[response.to].append(Reply(claim, response, dossier.actors[claim.claimant]))
    return {ref: tuple(sorted(heard, key=_by_date)) for ref, heard in found.items()}


def _by_date(item: Reply | Answer) -> tuple[object, ...]:
    return (item.claim.said.sort_key, item.claim.id)


def _replacements(dossier: Dossier) -> dict[FigureRef, FigureRef]:
    """Which figure each replaced figure gave way to: by `revises`, or by the claimant's next answer.

    What no longer counts replaces nothing, and unnamed officials or witnesses are no single voice.
    """
    replaced: dict[FigureRef, FigureRef] = {}
    by_voice: dict[tuple[str, Key], list[FigureRef]] = defaultdict(list)
    for claim, figure in _counting(dossier):
        ref = FigureRef(claim.id, figure.key)
        if figure.revises:
            replaced[figure.revises] = ref
        if dossier.actors[claim.claimant].kind not in MANY_VOICES:
            by_voice[claim.claimant, comparability_key(claim, figure)].append(ref)
    for said in by_voice.values():
        for old, new in pairwise(said):
            replaced.setdefault(old, new)
    return replaced


def _counting(dossier: Dossier) -> Iterator[tuple[Claim, Figure]]:
    """The figures that nobody took back, in the order in which they were said."""
    for claim in sorted(dossier.claims.values(), key=lambda claim: (claim.said.sort_key, claim.id)):
        if not claim.withdrawn:
            yield from ((claim, figure) for figure in claim.figures if not figure.status)


def _standing(claim: Claim, figure: Figure, replaced: bool) -> Standing:
    if figure.status:
        return figure.status.state
    if claim.withdrawn:
        return claim.withdrawn.state
    return "superseded" if replaced else "current"


def perspective(actor: Actor, figure: Figure, dossier: Dossier) -> Perspective:
    """Whether the claimant speaks of its own side's losses, of the other's, or stands outside."""
    group = dossier.find_group(figure.of)
    if actor.side is None or group is None or group.side is None:
        return "third-party"
    return "own-loss" if actor.side == group.side else "enemy-loss"


def _question(found: list[Answer], dossier: Dossier) -> Question:
    first = found[0]
    group = dossier.find_group(first.figure.of)
    assert group is not None
    current = [a for a in found if a.standing == "current"]
    chains = {a.ref: _earlier(a, found) for a in current}
    told = {ref for chain in chains.values() for ref in (a.ref for a in chain)}
    retired = [a for a in found if a.standing != "current" and a.ref not in told]
    answers = tuple(replace(a, earlier=chains[a.ref]) for a in _side_by_side(current, dossier))
    return Question(
        id=question_id(first.figure),
        window=arrange_window(first.claim, dossier),
        group=group,
        outcome=first.figure.outcome,
        scope=dossier.find_scope(first.figure.scope) if first.figure.scope else None,
        basis=basis_class(first.figure),
        answers=answers,
        retired=tuple(sorted(retired, key=_by_date)),
        state=state_of(answers),
    )


def _earlier(answer: Answer, found: list[Answer]) -> tuple[Answer, ...]:
    """Follow the chain of replacements back from an answer, newest first; what was taken back is no part of it."""
    chain: list[Answer] = []
    waiting = [answer.ref]
    while waiting:
        ref = waiting.pop()
        before = [a for a in found if (a.replaced_by, a.standing) == (ref, "superseded") and a not in chain]
        chain += before
        waiting += [a.ref for a in before]
    return tuple(sorted(chain, key=_by_date, reverse=True))


def _side_by_side(answers: Iterable[Answer], dossier: Dossier) -> list[Answer]:
    """By side in the briefing's order, others last, each by date: never by size."""
    order = {side.id: place for place, side in enumerate(dossier.briefing.sides)}
    last = len(order)
    return sorted(answers, key=lambda a: (order.get(a.claimant.side or "", last), *_by_date(a)))


def state_of(answers: tuple[Answer, ...]) -> State:
    """How the current answers stand to each other.

    Contested: claimants give different numbers. Denied: one number stands, and another party denies it.
    Agreed: claimants of different camps give the same number. One voice: one claimant, or one camp, alone.
    None stands: whatever was said has been taken back.
    """
    if not answers:
        return "none-stands"
    if any(not a.figure.value.same_number_as(b.figure.value) for a in answers for b in answers):
        return "contested"
    if any(r.response.kind in _DENIALS for a in answers for r in a.replies):
        return "denied"
    camps = {(a.claimant.side or a.claimant.id) for a in answers}
    return "agreed" if len(camps) > 1 else "one-voice"
