"""Questions about a page that was read; where its site is known, most of them answer themselves."""

from __future__ import annotations

import click

from generator.commands.asking.interview import Question
from generator.commands.asking.picking import Picker
from generator.commands.asking.session import Drafts, Session
from generator.editing.answers import UnfitAnswerError, read_answer
from generator.editing.choices import sources_of, words_of
from generator.editing.drafts import Draft
from generator.editing.naming import source_names
from generator.editing.pages_read import date_in, find_house, find_source, is_address
from generator.model.dates import parse_when
from generator.model.events import Source
from generator.model.vocabulary import ReadAs, SourceKind
from generator.reading.strict_yaml import Tree

_PAGE = "https://sorn-times.example/2031/river"

WHERE = Question(
    "Where was it read?",
    "--source",
    _PAGE,
    "Paste the page's address, or type a part of the name of a source that is here already.",
)
ADDRESS = Question("What is the page's address?", "URL", _PAGE)
PUBLISHER = Question("Who publishes the page?", "--publisher", "Sorn Times")
TITLE = Question("What is the page's title, as printed?", "--source-title", "Fire across the river", may_lack=True)
PUBLISHED = Question(
    "When was the page published?", "--published", "2031-03-06", "As the page says; 'unknown' where it does not."
)
LANGUAGE = Question("In which language is it?", "--language", "en, fa, ps, ur")
KIND = Question("What kind of publisher is that?", "--source-kind", "newspaper")
READ = Question("How much of the page did you read?", "--read", "full-text")


def ask_where(session: Session, key: str, question: Question = WHERE) -> str:
    """The id of a source that is known, or the address of a page that is not."""

    def page(typed: str) -> str:
        url = read_answer(Source, "url", typed)
        known = find_source(session.records, url)
        if known:
            click.secho(f"  → {known.id}, which is here already", dim=True)
        return known.id if known else url

    picker = Picker(session.interview, question, sources_of(session.records), free=page, is_free=is_address)
    return picker.one(key, session.known.source)


def ask_source(session: Session, url: str, key: str = "source") -> Draft:
    """A new source for a page whose address is known."""
    tree: dict[str, Tree] = {"url": url, **_ask_house(session, url, key)}
    title = session.text_or_none(f"{key}.title", Source, "title", TITLE)
    published = session.text(f"{key}.published", Source, "published", PUBLISHED, date_in(url))
    tree |= {"title": title} if title else {}
    tree |= {"published": published}
    tree["read"] = Picker(session.interview, READ, words_of(ReadAs)).one(f"{key}.read", "full-text")
    tree |= session.extras(key, Source, "republishes", "note", "archive")
    day = None if published == "unknown" else parse_when(published)
    taken = session.dossier.sources if session.dossier else {}
    return Draft("source", session.id_for(key, taken, source_names(str(tree["publisher"]), day, title or "")), tree)


def _ask_house(session: Session, url: str, key: str) -> dict[str, Tree]:
    """Who publishes there: as earlier pages of the same site, where all of them agree."""
    interview = session.interview
    house = find_house(session.dossier, url) if session.dossier else None
    given = [name for name in ("publisher", "language", "kind") if f"{key}.{name}" in interview.given]
    if house and not given and f"{key}.publisher" not in interview.answers:
        if f"{key}.house" not in interview.answers and interview.asks:
            interview.answers[f"{key}.house"] = True
            click.secho(f"  like earlier pages there: {house.publisher}, {house.kind}, in '{house.language}'", dim=True)
        return dict(house._asdict())
    return {
        "publisher": session.text(f"{key}.publisher", Source, "publisher", PUBLISHER),
        "language": session.text(f"{key}.language", Source, "language", LANGUAGE, "en"),
        "kind": Picker(interview, KIND, words_of(SourceKind)).one(f"{key}.kind"),
    }


def ask_source_alone(session: Session) -> Drafts:
    """A source, as what was asked for."""

    def page(typed: str) -> str:
        url = read_answer(Source, "url", typed)
        if known := find_source(session.records, url):
            raise UnfitAnswerError(f"the page is already the source '{known.id}'", f"cite '{known.id}' instead")
        return url

    return {"source": ask_source(session, session.interview.need("source.url", ADDRESS, page))}
