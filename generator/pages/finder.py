"""The finder's data: small files for the search page, of which a search loads the smallest that can hold its answer.

While the names of all briefings fit into one file, that is all. Beyond it, each file holds what has a word that begins
with the same letters, or a number that begins with the same digits. Its script is
site_templates/theme/assets/finder.js, which folds names as the index is folded.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from generator.arranging.arranged import Arranged
from generator.arranging.finder import Said, arrange_finder
from generator.model.script import one_script
from generator.pages.phrases import Phrases

KEYS = "search/finder/keys.json"
"""The beginnings of words, in order, each with the size of its file: 0.json, 1.json, …"""
LARGEST = 44_000
"""Characters in one file, about 10 KB compressed; beyond it the file is split by one letter more, where it can be."""
MOST = 220_000
"""Characters of a file that cannot be split, because many rows share one word; full text finds what it leaves out."""

Kind = Literal["places", "actors", "events", "said"]
KINDS: tuple[Kind, ...] = ("places", "actors", "events", "said")


class Entry(NamedTuple):
    """Names one row."""

    briefing: int
    kind: Kind
    id: str


@dataclass(frozen=True)
class Shelf:
    """The rows of one briefing by kind and id; what stands in another row is its id here and its number in a file.

    places [id, name, also …], actors [id, name, descriptor, also …], events [id, title, when, [place …]],
    said [claim, actor, said, event or period, [key, figure, standing?] …]
    """

    id: str
    name: str
    rows: dict[Kind, dict[str, list[Any]]]


def print_finder(briefings: Iterable[Arranged], phrases: Phrases) -> dict[str, str]:
    """The files by their place on the site."""
    shelves = [_shelf(briefing, phrases) for briefing in briefings]
    words = {
        Entry(number, kind, id): _words(kind, row)
        for number, shelf in enumerate(shelves)
        for kind, rows in shelf.rows.items()
        for id, row in rows.items()
    }
    printed = dict(sorted(_split("", words, shelves)))
    files = {f"search/finder/{number}.json": text for number, text in enumerate(printed.values())}
    return files | {KEYS: _json([[key, len(text)] for key, text in printed.items()])}


def _split(key: str, words: dict[Entry, set[str]], shelves: list[Shelf]) -> Iterator[tuple[str, str]]:
    """The file of a key, or those of its longer keys; what has the key itself for a word stays under it."""
    text = _print(words, shelves)
    longer: dict[str, dict[Entry, set[str]]] = defaultdict(dict)
    if len(text) > LARGEST:
        for entry, found in words.items():
            for start in {word[: len(key) + 1] for word in found if word.startswith(key)}:
                longer[start][entry] = found
    if not longer.keys() - {key}:
        yield key, _newest(words, text, shelves)
    for start, inside in longer.items():
        if start != key:
            yield from _split(start, inside, shelves)
        else:
            yield key, _newest(inside, _print(inside, shelves), shelves)


def _newest(entries: Iterable[Entry], text: str, shelves: list[Shelf]) -> str:
    """The text, or so many of its rows, from the end of each briefing's order, as there is room for."""
    kept = [*entries]
    while len(text) > MOST:
        kept = kept[len(kept) // 10 + 1 :]
        text = _print(kept, shelves)
    return text


def _words(kind: Kind, row: list[Any]) -> set[str]:
    """What leads to a row in several files: words of names, numbers of figures, month and day of an event."""
    if kind == "said":
        return _numbers(" ".join(figure[1] for figure in row[4:]))
    if kind == "events":
        id, title, *_ = row
        day = re.match(r"\d{4}(-\d\d(-\d\d)?)?", id)
        return _letters(title) | _numbers(f"{title} {day[0][4:].replace('-', ' ') if day else ''}")
    return _letters(" ".join(row[1:])) | _numbers(" ".join(row[1:]))


def _letters(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", one_script(text.lower()))
    return set(re.findall(r"[^\W\d_]+", "".join(c for c in plain if not unicodedata.combining(c))))


def _numbers(text: str) -> set[str]:
    found = re.findall(r"\d+", re.sub(r"(?<=\d),(?=\d{3})", "", one_script(text)))
    return {number.lstrip("0") or "0" for number in found}


def _print(entries: Iterable[Entry], shelves: list[Shelf]) -> str:
    """Chosen rows, and those that they name, briefing by briefing."""
    chosen: dict[int, set[Entry]] = defaultdict(set)
    for entry in entries:
        chosen[entry.briefing].add(entry)
    return _json([_rows(shelves[number], found) for number, found in sorted(chosen.items())])


def _rows(shelf: Shelf, chosen: set[Entry]) -> dict[str, Any]:
    wanted: dict[Kind, set[str]] = {kind: {entry.id for entry in chosen if entry.kind == kind} for kind in KINDS}
    for id in wanted["said"]:
        wanted["actors"].add(shelf.rows["said"][id][1])
        wanted["events"].add(shelf.rows["said"][id][3])
    for id in wanted["events"] & shelf.rows["events"].keys():
        wanted["places"] |= {*shelf.rows["events"][id][3]}
    kept = {kind: {id: row for id, row in shelf.rows[kind].items() if id in wanted[kind]} for kind in KINDS}
    at = {kind: {id: number for number, id in enumerate(rows)} for kind, rows in kept.items()}
    return {
        "id": shelf.id,
        "name": shelf.name,
        "places": [*kept["places"].values()],
        "actors": [*kept["actors"].values()],
        "events": [[*row, [at["places"][id] for id in places]] for *row, places in kept["events"].values()],
        "said": [
            [id, at["actors"][owner], said, at["events"].get(about, about), *figures]
            for id, owner, said, about, *figures in kept["said"].values()
        ],
    }


def _shelf(briefing: Arranged, phrases: Phrases) -> Shelf:
    finder = arrange_finder(briefing)
    rows: dict[Kind, list[list[Any]]] = {
        "places": [[place.id, place.name, *place.also] for place in finder.places],
        "actors": [[actor.id, actor.name, actor.descriptor, *actor.also] for actor in finder.actors],
        "events": [[event.id, event.title, phrases.when(event.when), [*event.places]] for event in finder.events],
        "said": [_said(said, briefing, phrases) for said in finder.said],
    }
    by_id = {kind: {str(row[0]): row for row in found} for kind, found in rows.items()}
    return Shelf(briefing.dossier.id, briefing.dossier.briefing.short_title, by_id)


def _said(said: Said, briefing: Arranged, phrases: Phrases) -> list[Any]:
    """Each figure's key and words; of one that was replaced, also that it was."""
    event = said.window.event
    about = event.id if event and not event.withdrawn else phrases.window(said.window)
    figures = [
        [answer.figure.key, phrases.counted(answer.figure, briefing.dossier)]
        + ([phrases.raw(f"standing.{answer.standing}")] if answer.standing != "current" else [])
        for answer in said.answers
    ]
    return [said.claim.id, said.claimant.id, phrases.when(said.claim.said), about, *figures]


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
