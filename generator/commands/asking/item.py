"""Questions about one item of a claim: a number, a statement in words, or an answer to somebody's claim."""

from __future__ import annotations

from dataclasses import dataclass, field

import click

from generator.commands.asking.interview import Question
from generator.commands.asking.picking import Picker
from generator.commands.asking.session import Session
from generator.editing.choices import groups_of, points_of, targets_of, words_of
from generator.editing.earlier import Earlier, find_earlier, find_rival
from generator.editing.quoting import suggest_figure
from generator.model.claims import Claim, Figure, Quotation, Report, Response, Statement
from generator.model.values import parse_value
from generator.model.vocabulary import Basis, Outcome, ResponseKind
from generator.problems import Place
from generator.reading.records import read_record
from generator.reading.strict_yaml import Tree

QUOTE = Question(
    "Which words say so?",
    "--quote",
    "The army said at least 58 Belmark soldiers were killed.",
    "Word for word from the page, at most 25 words.",
)
QUOTE_OF_FIGURE = Question(
    QUOTE.text, QUOTE.option, QUOTE.example, "Word for word from the page, at most 25 words, with the number in them."
)
GLOSS = Question("What do they mean in English?", "--gloss", "Our translation of the quote.", "It is marked as ours.")
OF = Question("Who or what is counted?", "--figure", "belmark-soldiers")
OUTCOME = Question("What became of them?", "--figure", "killed")
VALUE = Question("The number, as it was said?", "--figure", "at least 58", "'At least', 'about', 'up to' belong to it.")
BASIS = Question("How does the speaker know?", "--basis", "statement", assumed=True)
SAYS = Question(
    "What is said? It completes '… says that'.", "--statement", "Arvenian forces fired first", "Neutral, no numbers."
)
POINT = Question("Does it speak to one of these disputed points?", "--statement", may_lack=True)
TO = Question("Which claim does it answer?", "--response", "2031-03-06-arvenian-army#belmark-soldiers-killed")
KIND = Question("What does it answer?", "--response", "disputes-number")
ANSWER = Question("In words, to complete '… says that'?", "--response", "the number is wrong", may_lack=True)
REASON = Question("Why did the number change, as stated?", "--reason", may_lack=True)


@dataclass
class Item:
    """Where an item stands in its claim, and what is known around it."""

    session: Session
    claimant: str
    event: str
    """The event or the period that the claim is about."""
    source: str
    language: str
    said: str
    used: list[str] = field(default_factory=list)
    """Values of the claim's figures so far."""
    quoted: str = ""
    """The quote before."""

    def figure(self, key: str) -> dict[str, Tree]:
        report = self.quotation(f"{key}.reports.0", QUOTE_OF_FIGURE, Report)
        interview, dossier = self.session.interview, self.session.records
        groups = groups_of(dossier, self.event)
        seen = suggest_figure(str(report["quote"]), self.language, groups, self.used)
        rival = find_rival(dossier, self.event, self.claimant)
        of = Picker(interview, OF, groups).one(f"{key}.of", seen.of or rival.of)
        usual = seen.outcome or (rival.outcome if rival.of == of else "")
        outcome = Picker(interview, OUTCOME, words_of(Outcome)).one(f"{key}.outcome", usual)
        value = self.session.text(f"{key}.value", Figure, "value", VALUE, seen.value)
        tree: dict[str, Tree] = {"of": of, "outcome": outcome, "value": value}
        tree |= self.session.extras(key, Figure, "scope")
        tree["basis"] = Picker(interview, BASIS, words_of(Basis)).one(f"{key}.basis", "statement")
        tree["reports"] = [report]
        self.used.append(parse_value(value).printed)
        return tree | self.revision(key, tree)

    def statement(self, key: str) -> dict[str, Tree]:
        points = points_of(self.session.records, self.event)
        tree: dict[str, Tree] = {"says": self.session.text(f"{key}.says", Statement, "says", SAYS)}
        point = Picker(self.session.interview, POINT, points).one_or_none(f"{key}.point") if points else None
        tree |= {"point": point} if point else {}
        return {**tree, "reports": [self.quotation(f"{key}.reports.0", QUOTE, Quotation)]}

    def response(self, key: str) -> dict[str, Tree]:
        dossier = self.session.records
        points = points_of(dossier, self.event)
        targets = [*targets_of(dossier, self.event, self.claimant), *points]
        target = Picker(self.session.interview, TO, targets).one(f"{key}.to")
        kind = Picker(self.session.interview, KIND, words_of(ResponseKind)).one(f"{key}.kind")
        says = self.session.text_or_none(f"{key}.says", Response, "says", ANSWER)
        where = "point" if target in {point.id for point in points} else "to"
        tree: dict[str, Tree] = {where: target, "kind": kind, **({"says": says} if says else {})}
        return {**tree, "reports": [self.quotation(f"{key}.reports.0", QUOTE, Quotation)]}

    def quotation(self, key: str, question: Question, model: type[Quotation]) -> dict[str, Tree]:
        """The words on the page, with our translation where they are not English."""
        quote = self.session.text(f"{key}.quote", model, "quote", question, self.quoted if model is Report else "")
        self.quoted = quote
        tree: dict[str, Tree] = {"source": self.source, "quote": quote}
        if self.language != "en":
            tree["gloss"] = self.session.text(f"{key}.gloss", model, "gloss", GLOSS)
        return tree

    def revision(self, key: str, figure: dict[str, Tree]) -> dict[str, Tree]:
        """Which earlier answer of the same speaker the number replaces, and why."""
        given = self.session.extras(key, Figure, "revises", "reason")
        earlier = self.earlier(figure)
        value = parse_value(str(figure["value"]))
        if given or not earlier or not self.session.interview.asks:
            return given
        if earlier.value == value:
            self.tell_same(key, earlier)
            return {}
        question = Question(
            f"On {earlier.said} the same speaker said '{earlier.value}'. Does '{value}' replace that?",
            "--revises",
            earlier.ref,
        )
        if not self.session.interview.agree(f"{key}.replaces", question):
            return {}
        unknown = "no reason stated in the report" if value.falls_below(earlier.value) else ""
        reason = self.session.text_or_none(f"{key}.reason", Figure, "reason", REASON, unknown)
        return {"revises": earlier.ref, **({"reason": reason} if reason else {})}

    def tell_same(self, key: str, earlier: Earlier) -> None:
        """One statement is one claim, however many pages report it."""
        if key not in self.session.interview.told:
            self.session.interview.told.add(key)
            claim = earlier.ref.partition("#")[0]
            told = f"the same speaker said the same on {earlier.said}: claims/{claim}.yml"
            click.secho(
                f"  {told}\n  If that was one occasion, add this page to the 'reports' there instead.", fg="yellow"
            )

    def earlier(self, figure: dict[str, Tree]) -> Earlier | None:
        """The speaker's last answer to the same question; an actor who was just made has none."""
        name = "event" if self.event in self.session.records.events else "period"
        tree = {"claimant": self.claimant, "said": self.said, name: self.event, "figures": [figure]}
        claim, _ = read_record(Claim, tree, Place(""))
        return find_earlier(self.session.records, claim, claim.figures[0]) if claim else None
