"""The schemas agree with the records: both take and both refuse the same files, as far as a schema can see."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter

from generator.editing.kinds import KINDS, SCHEMA_FOLDER, Kind, find_kind
from generator.editing.schema import DRAFT, arrange_schema, groups_in, print_schemas
from generator.model import vocabulary
from generator.model.meanings import MEANINGS
from generator.pipeline import check_content, record_copies
from generator.problems import Place
from generator.reading.records import read_record
from generator.reading.strict_yaml import read_document
from tests.conftest import WriteContent
from tests.editing.editors import as_typed, kind_of, refusals
from tests.projects import REPOSITORY, SAMPLE
from tests.test_invalid import CASES, laid_over_base

FILES = sorted(path for root in (REPOSITORY / "content", SAMPLE) for path in root.glob("*/**/*.yml"))
SAMPLES = sorted(path for path in FILES if path.is_relative_to(SAMPLE))

LINKS = "needs other records"
FILE = "about the file, or its name and place"
SYNTAX = "YAML that editors read and we do not"
EDITORIAL = "an editorial rule: needs the sense of a text, or several fields together"
NOT_SEEN: dict[str, str] = {
    **dict.fromkeys(["after-as-of", "circular-part", "duplicate-figure", "duplicate-id", "duplicate-source"], LINKS),
    **dict.fromkeys(["fall-without-reason", "headline-without-figures", "published-before-said"], LINKS),
    **dict.fromkeys(["response-to-itself", "revises-circle", "revises-later", "revises-other-question"], LINKS),
    **dict.fromkeys(["revises-unknown", "said-before-event", "same-report-twice", "subset-larger"], LINKS),
    **dict.fromkeys(["subset-unknown", "superseded-in-prose", "unknown-actor", "unknown-claim"], LINKS),
    **dict.fromkeys(["unknown-event", "unknown-figure", "unknown-group", "unknown-place", "unknown-point"], LINKS),
    **dict.fromkeys(["unknown-reference", "unknown-scope", "unknown-side", "unknown-source"], LINKS),
    **dict.fromkeys(["unordered-answers", "unused-source", "withdrawn-in-prose"], LINKS),
    **dict.fromkeys(["bad-id", "id-date-mismatch", "missing-file", "not-a-file"], FILE),
    **dict.fromkeys(["duplicate-key", "hidden-character", "smart-quote", "yaml-anchor", "yaml-tag"], SYNTAX),
    **dict.fromkeys(["arithmetic-in-prose", "coordinates-imprecise", "coordinates-without-source"], EDITORIAL),
    **dict.fromkeys(["gloss-missing", "loaded-verb", "number-in-prose", "party-vocabulary"], EDITORIAL),
    **dict.fromkeys(["personal-data", "place-finer-than-coded", "qualifier-added", "qualifier-dropped"], EDITORIAL),
    **dict.fromkeys(["quote-hatch-unneeded", "quote-lacks-number", "quote-too-long", "summary-too-long"], EDITORIAL),
    **dict.fromkeys(["time-without-day", "unit-position", "value-not-printed", "victim-age"], EDITORIAL),
}
"""The mistakes that no schema can see, with the reason; `briefings check` finds them."""


def records_refuse(kind: Kind, text: str) -> bool:
    """Whether the reader or the record refuses a file's text."""
    document = read_document("x.yml", text.encode())
    if document.problems or document.tree is None:
        return True
    return bool(read_record(kind.model, document.tree, Place("x.yml"))[1])


# -- both take what is right, both refuse what is wrong ----------------------------------------


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_file_of_the_content_and_the_sample_passes_both(kind: Kind) -> None:
    texts = {path: path.read_text("utf-8") for path in FILES if kind_of(path) == kind}

    assert texts
    assert {} == {path: found for path, text in texts.items() if (found := refusals(kind, text))}
    assert [] == [path for path, text in texts.items() if records_refuse(kind, text)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_seen_by_the_schema_or_named_as_one_that_it_cannot_see(case: Path, tmp_path: Path) -> None:
    """That the records or the rules refuse each case is tested in test_invalid.py."""
    content = laid_over_base(case, tmp_path)
    files = [path for path in content.glob("*/**/*.yml") if find_kind(path) and not path.is_symlink()]

    assert (case.name not in NOT_SEEN) == any(is_refused(path) for path in files)


def is_refused(path: Path) -> bool:
    """Whether an editor marks anything in a file: by the schema, or because it cannot read the file."""
    try:
        return bool(refusals(kind_of(path), path.read_text("utf-8")))
    except (yaml.YAMLError, UnicodeDecodeError):
        return True


def test_only_mistakes_that_exist_are_named() -> None:
    assert set(NOT_SEEN) <= {case.name for case in CASES}


# -- the schema is never the stricter of the two -----------------------------------------------

ODD = (
    "58 5.0 058 0x1f 0o17 1e3 -5 +5 .5 .inf 1,203 ٥٨ 2025 2025-10 2025-02-30 2025-10-11 21:50 true false True yes no on"
    " null ~ killed kiled en EN AFG x a--b -x unknown a#b https://x.org http://x ftp://x.org dozens"
)
PHRASES = ("night of 2025-10-11", "about 58", "58 or more", "34.11, 71.08", "a: b", "two\nlines", "", "a claim#a-key")
WORDS = st.sampled_from([*ODD.split(), *PHRASES])


@st.composite
def mutated(draw: st.DrawFn) -> tuple[Kind, str]:
    """A record of the sample with something wrong in it, perhaps: its kind and its text."""
    path = draw(st.sampled_from(SAMPLES))
    tree: Any = read_document(path.name, path.read_bytes()).tree
    for _ in range(draw(st.integers(1, 2))):
        found = list(steps(tree))
        if found:
            change(draw, *draw(st.sampled_from(found)))
    return kind_of(path), as_typed(tree)


def steps(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every list or group of fields of a tree, with each of its keys or positions."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, value in list(inner):
        yield tree, step
        yield from steps(value)


def change(draw: st.DrawFn, parent: Any, step: Any) -> None:
    """One change: a wrong word, a missing field, an unknown field, another shape."""
    match draw(
        st.sampled_from(["word", "word", "text", "missing", "unknown", "renamed", "listed", "grouped", "emptied"])
    ):
        case "word":
            parent[step] = draw(WORDS)
        case "text":
            parent[step] = draw(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=210))
        case "missing":
            del parent[step]
        case "listed":
            parent[step] = [parent[step]]
        case "grouped":
            parent[step] = {"source": parent[step]}
        case "emptied":
            parent[step] = draw(st.sampled_from([[], {}]))
        case other if isinstance(parent, dict):
            value = parent.pop(step) if other == "renamed" else draw(WORDS)
            parent[draw(st.sampled_from(["note", "state", "sides", "event", "x", f"{step}s"]))] = value


@settings(max_examples=400, deadline=None)
@given(mutated())
def test_what_the_schema_refuses_the_records_refuse_as_well(record: tuple[Kind, str]) -> None:
    kind, text = record
    found = refusals(kind, text)
    if found:
        assert records_refuse(kind, text), f"the schema alone refuses:\n{text}\n{found}"


# -- what editors show -------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_and_group_is_described(kind: Kind) -> None:
    schema = arrange_schema(kind)
    parts = [part for part in (schema, *schema["definitions"].values()) if "properties" in part]
    described = [part["description"] for part in parts]
    described += [field["description"] for part in parts for field in part["properties"].values()]

    assert [] == [text for text in described if not text.endswith((".", "?'", ".'")) or "`" in text or "\n" in text]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_text_has_several_examples_which_the_schema_takes(kind: Kind) -> None:
    """An editor writes a single example into the file by itself, and somebody would leave it there."""
    schema = arrange_schema(kind)
    for node in texts(schema):
        held_to = Draft7Validator({**node, "definitions": schema["definitions"]})

        assert len(node["examples"]) > 1, node["description"]
        assert [] == [example for example in node["examples"] if not held_to.is_valid(example)]


def texts(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every field, and every entry of a list, that holds a text of no fixed list."""
    for part in (schema, *schema["definitions"].values()):
        for node in part.get("properties", {}).values():
            inner = node.get("items", node)
            if "title" in inner:
                yield inner


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_example_is_one_that_its_record_takes(kind: Kind) -> None:
    schema = arrange_schema(kind)
    groups = {kind.model.__name__: schema, **schema["definitions"]}
    tried = [
        (field, info, example)
        for model in (kind.model, *groups_in(kind.model))
        for name, info in model.model_fields.items()
        for field in [groups[model.__name__]["properties"][info.alias or name]]
        for example in field.get("items", field).get("examples", ())
    ]

    assert tried
    for field, info, example in tried:
        takes: TypeAdapter[Any] = TypeAdapter(Annotated[info.annotation, *info.metadata, None])  # type: ignore[arg-type]
        takes.validate_python([str(example)] * field.get("minItems", 1) if "items" in field else str(example))


def test_every_word_of_a_fixed_list_has_a_meaning() -> None:
    lists = {get_args(words) for words in vars(vocabulary).values() if get_origin(words) is Literal}

    assert lists == set(MEANINGS)
    assert [] == [words for words, meanings in MEANINGS.items() if words != tuple(meanings)]


def test_a_number_is_an_example_that_no_editor_puts_in_quotes() -> None:
    assert (
        58 in arrange_schema(kind_of(Path("claims/x.yml")))["definitions"]["Figure"]["properties"]["value"]["examples"]
    )


# -- the files ---------------------------------------------------------------------------------


def test_the_files_that_lie_in_the_repository_are_what_the_records_give() -> None:
    folder = REPOSITORY / "content" / SCHEMA_FOLDER

    assert print_schemas() == {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}


def test_printing_twice_gives_the_same_bytes() -> None:
    assert print_schemas() == print_schemas()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_is_a_schema(kind: Kind) -> None:
    schema = arrange_schema(kind)
    Draft7Validator.check_schema(schema)

    assert DRAFT == schema["$schema"]


def test_the_folder_of_schemas_is_no_briefing(write_content: WriteContent) -> None:
    content = write_content({})
    before = check_content(content)
    (content / SCHEMA_FOLDER).mkdir()
    (content / SCHEMA_FOLDER / "claim.json").write_text("{}")
    after = check_content(content)

    assert before.problems == after.problems == ()
    assert [dossier.id for dossier in before.corpus.dossiers] == [dossier.id for dossier in after.corpus.dossiers]
    assert record_copies(before.corpus, content) == record_copies(after.corpus, content)


def test_the_settings_of_the_editor_give_every_file_its_schema() -> None:
    given = json.loads((REPOSITORY / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    found = {path: schema for schema, patterns in given.items() for glob in patterns for path in REPOSITORY.glob(glob)}

    assert {path: f"content/{SCHEMA_FOLDER}/{kind_of(path).name}.json" for path in FILES} == found
    assert [] == [schema for schema in given if not (REPOSITORY / schema).is_file()]
