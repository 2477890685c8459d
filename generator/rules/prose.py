"""Our own sentences: they hold no number of their own and do no sums with the numbers of others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.corpus import Dossier
from generator.model.counting import counted_numbers
from generator.model.prose import references, without_references
from generator.model.records import figure_ref
from generator.problems import Place, Problem
from generator.rules.history_of_figures import answers
from generator.rules.passages import Passage, cited_prose

MAX_SUMMARY = 60
"""Words of a briefing's summary, as shown."""

_SENTENCE = re.compile(r"(?:[^.!?\n;]|[.!?;](?!\s|$)|\n(?![^\S\n]*(?:\n|[-*] )))+")
_ARITHMETIC = re.compile(
    r"\b(totals?|totall?ing|totall?ed|altogether|combined|in all|on average|averages?|averaging|sum|sums"
    r"|summing|adding up|adds? up|added to|brings? (?:the|its|their|this) \w+|bringing (?:the|its|their) \w+"
    r"|(?:more than )?(?:double[sd]?|twice|triple[sd]?|half|three times) (?:the|that|those|what|as)"
    r"|difference between|(?:higher|lower|more|fewer|less|larger|smaller) than|outnumber(?:s|ed)?|net)\b",
    re.IGNORECASE,
)


def check_number_in_prose(dossier: Dossier) -> Iterator[Problem]:
    """Rule 4: prose cites a claim, and the page prints the figure with its owner."""
    for passage in cited_prose(dossier):
        for found in counted_numbers(without_references(passage.text)):
            hint = "cite the claim: [figure:CLAIM-ID#FIGURE-KEY]"
            if passage.kind == "says":
                hint = "put the number under 'figures' of a claim, with its own quote"
            elif passage.kind == "title":
                hint = "leave the number out; the page prints the figures below the title"
            message = f"'{found.text.strip()}' stands in our own words without an owner"
            yield Problem("number-in-prose", passage.at, message, hint)


def check_arithmetic(dossier: Dossier) -> Iterator[Problem]:
    """Rule 1: figures are neither added nor compared in a sentence of ours."""
    for passage in cited_prose(dossier):
        for sentence in _sentences_with_figures(passage):
            word = _ARITHMETIC.search(without_references(sentence))
            cited = [r.target for r in references(sentence) if r.kind == "figure"]
            if word:
                message = f"'{word[0]}' does sums with a claimant's figure"
                yield Problem(
                    "arithmetic-in-prose",
                    passage.at,
                    message,
                    "give the figure as it was said, in a sentence of its own",
                )
            elif len(cited) > 1:
                message = f"{len(cited)} figures are cited in one sentence"
                yield Problem("arithmetic-in-prose", passage.at, message, "give each figure a sentence of its own")


def _sentences_with_figures(passage: Passage) -> Iterator[str]:
    for found in _SENTENCE.finditer(passage.text):
        if "[figure:" in found[0]:
            yield found[0]


def check_summary_length(dossier: Dossier) -> Iterator[Problem]:
    """What is happening, in one breath."""
    briefing = dossier.briefing
    words = len(_as_shown(briefing.summary, dossier).split())
    if words > MAX_SUMMARY:
        message = f"the summary has {words} words"
        yield Problem(
            "summary-too-long",
            briefing.at / "summary",
            message,
            f"at most {MAX_SUMMARY}; say what is happening now",
        )


def _as_shown(prose: str, dossier: Dossier) -> str:
    """The text with references as readers see them, near enough to count words."""
    kept, end = [], 0
    for reference in references(prose):
        kept += [
            prose[end : reference.start],
            reference.words or _shown(reference.kind, reference.target, dossier),
        ]
        end = reference.end
    return "".join([*kept, prose[end:]])


def _shown(kind: str, target: str, dossier: Dossier) -> str:
    if kind == "figure":
        ref = figure_ref(target)
        claim, figure = dossier.claims.get(ref.claim), dossier.find_figure(ref)
        if not claim or not figure:
            return target
        group, actor = dossier.find_group(figure.of), dossier.actors.get(claim.claimant)
        counted, owner = group.label if group else figure.of, actor.name if actor else claim.claimant
        return f"{figure.value.printed} {counted} {figure.outcome} ({owner}, {claim.said.written})"
    if kind == "actor" and target in dossier.actors:
        return dossier.actors[target].name
    if kind == "place" and target in dossier.places:
        return dossier.places[target].name
    if kind == "event" and target in dossier.events:
        return dossier.events[target].title
    return target


def check_cites_standing_figures(dossier: Dossier) -> Iterator[Problem]:
    """Rule 8: prose does not carry on a figure that no longer counts; one that was counted anew, more widely, does."""
    every = {answer.ref: answer for answer in answers(dossier)}
    replaced = {
        new.figure.revises: new.ref
        for new in every.values()
        if new.figure.revises in every and new.stands and every[new.figure.revises].question == new.question
    }
    for passage in cited_prose(dossier):
        for reference in references(passage.text):
            if reference.kind != "figure":
                continue
            ref = figure_ref(reference.target)
            if ref in replaced:
                message = f"the figure '{ref}' has been superseded"
                yield Problem("superseded-in-prose", passage.at, message, f"cite [figure:{replaced[ref]}]")
            else:
                yield from _withdrawn(reference.target, passage.at, dossier)


def _withdrawn(target: str, at: Place, dossier: Dossier) -> Iterator[Problem]:
    ref = figure_ref(target)
    claim, figure = dossier.claims.get(ref.claim), dossier.find_figure(ref)
    if claim and figure and (figure.status or claim.withdrawn):
        state = figure.status.state if figure.status else "withdrawn"
        message = f"the figure '{ref}' no longer counts: {state}"
        yield Problem("withdrawn-in-prose", at, message, "cite a figure that stands, or say in words what became of it")
