"""Rules 8 and 10: how one claimant's answer changes, said openly and with a reason when it falls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.model.claims import Claim, Figure
from generator.model.comparability import Key, comparability_key
from generator.model.corpus import Dossier
from generator.model.records import FigureRef
from generator.model.vocabulary import MANY_VOICES
from generator.problems import Place, Problem, nearest


class Answer(NamedTuple):
    """A figure in its claim."""

    claim: Claim
    figure: Figure
    at: Place

    @property
    def ref(self) -> FigureRef:
        return FigureRef(self.claim.id, self.figure.key)

    @property
    def question(self) -> Key:
        return comparability_key(self.claim, self.figure)

    @property
    def stands(self) -> bool:
        return self.figure.status is None and self.claim.withdrawn is None


@lru_cache(maxsize=1)
def answers(dossier: Dossier) -> tuple[Answer, ...]:
    """Every figure of every claim. Kept for the dossier that is being checked."""
    return tuple(
        Answer(claim, figure, claim.at.inside("figures", index))
        for claim in dossier.claims.values()
        for index, figure in enumerate(claim.figures)
    )


def check_revisions(dossier: Dossier) -> Iterator[Problem]:
    """`revises` points back at an earlier answer to the same question."""
    every = {answer.ref: answer for answer in answers(dossier)}
    for answer in every.values():
        ref = answer.figure.revises
        if ref is None or (ref.claim not in dossier.claims and ref.claim in dossier.unread):
            continue
        at = answer.at / "revises"
        old = every.get(ref)
        if old is None:
            yield _unknown(ref, at, dossier)
        elif _comes_back(answer, every):
            yield Problem("revises-circle", at, f"'{answer.ref}' revises itself", "name the earlier answer")
        else:
            yield from _revision(answer, old, at)


def _unknown(ref: FigureRef, at: Place, dossier: Dossier) -> Problem:
    claim = dossier.claims.get(ref.claim)
    if claim is None:
        return Problem("revises-unknown", at, f"unknown claim '{ref.claim}'", nearest(ref.claim, dossier.claims))
    hint = nearest(ref.key, [figure.key for figure in claim.figures])
    return Problem("revises-unknown", at, f"the claim '{ref.claim}' has no figure '{ref.key}'", hint)


def _comes_back(answer: Answer, every: dict[FigureRef, Answer]) -> bool:
    seen: set[FigureRef] = set()
    here = answer.figure.revises
    while here and here != answer.ref and here in every and here not in seen:
        seen.add(here)
        here = every[here].figure.revises
    return here == answer.ref


def _revision(new: Answer, old: Answer, at: Place) -> Iterator[Problem]:
    if (new.figure.of, new.figure.outcome) != (old.figure.of, old.figure.outcome):
        message = f"'{old.ref}' answers another question: {old.figure.of}, {old.figure.outcome}"
        hint = f"name the earlier figure of {new.figure.of}, {new.figure.outcome}"
        yield Problem("revises-other-question", at, message, hint)
    elif old.claim.said.start and new.claim.said.end < old.claim.said.start:
        message = f"'{old.ref}' was said later, {old.claim.said.written}"
        yield Problem("revises-later", at, message, "the later figure revises the earlier one; check the dates")
    elif new.figure.value.falls_below(old.figure.value) and not new.figure.reason:
        yield _fall(new, old)


def check_falls(dossier: Dossier) -> Iterator[Problem]:
    """Rule 10: a lower answer of the same claimant says why."""
    for history in _histories(dossier):
        for answer in history:
            earlier = [old for old in history if _is_earlier(old, answer)]
            latest = max((old.claim.said.sort_key for old in earlier), default=None)
            for old in earlier:
                fell = answer.figure.value.falls_below(old.figure.value)
                if old.claim.said.sort_key == latest and fell and not (answer.figure.reason or answer.figure.revises):
                    yield _fall(answer, old)
                    break


def _is_earlier(old: Answer, new: Answer) -> bool:
    return (
        old.claim.said.end < (new.claim.said.start or new.claim.said.end)
        and old.claim.reaches.end <= new.claim.reaches.end
    )


def _fall(new: Answer, old: Answer) -> Problem:
    was, now = old.figure.value.printed, new.figure.value.printed
    message = f"'{now}' is below this claimant's earlier '{was}' in '{old.claim.id}'"
    hint = "add 'reason', as stated; 'no reason stated in the report' will do"
    return Problem("fall-without-reason", new.at / "value", message, hint)


def check_same_day_answers(dossier: Dossier) -> Iterator[Problem]:
    """Two answers of one day need an order."""
    for history in _histories(dossier):
        for index, answer in enumerate(history):
            rival = next((old for old in history[:index] if _is_rival(old, answer)), None)
            if rival:
                message = f"the same claimant said '{rival.figure.value.printed}' that day in '{rival.claim.id}'"
                hint = "add 'revises' to the later of the two, or join them as two printings of one claim"
                yield Problem("unordered-answers", answer.at / "value", message, hint)


def _is_rival(old: Answer, new: Answer) -> bool:
    same_day = (
        old.claim is not new.claim and old.claim.said == new.claim.said and old.claim.reaches == new.claim.reaches
    )
    linked = new.figure.revises or old.figure.revises
    return same_day and not linked and not old.figure.value.same_number_as(new.figure.value)


def _histories(dossier: Dossier) -> Iterator[list[Answer]]:
    """The answers of one claimant to one question, oldest first."""
    found: defaultdict[tuple[str, Key], list[Answer]] = defaultdict(list)
    for answer in answers(dossier):
        actor = dossier.actors.get(answer.claim.claimant)
        if answer.stands and actor and actor.kind not in MANY_VOICES:
            found[answer.claim.claimant, answer.question].append(answer)
    for history in found.values():
        if len(history) > 1:
            yield sorted(history, key=lambda a: (a.claim.said.sort_key, a.claim.id))
