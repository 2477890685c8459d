"""Pydantic's errors become located problems in plain words."""

from __future__ import annotations

import time

import pytest

from generator.model.claims import Claim
from generator.model.events import Source
from generator.problems import Place
from generator.reading.records import MAX_PROBLEMS, read_record

SOURCE = {
    "publisher": "Sorn Times",
    "url": "https://sorn-times.example/1",
    "published": "2031-03-06",
    "language": "en",
    "kind": "newspaper",
    "read": "full-text",
}
FIGURE = {
    "of": "soldiers",
    "outcome": "killed",
    "value": "58",
    "basis": "statement",
    "reports": [{"source": "sorn-times", "quote": "58 were killed"}],
}
CLAIM = {"claimant": "army", "said": "2031-03-06", "event": "clash", "figures": [FIGURE]}


def told(changes: dict[str, object]) -> list[tuple[str, tuple[str | int, ...], str]]:
    _, problems = read_record(Source, {**SOURCE, **changes}, Place("x.yml"))
    return [(p.code, p.at.field, p.hint) for p in problems]


def in_figure(**changes: object) -> list[tuple[str, tuple[str | int, ...]]]:
    _, problems = read_record(Claim, {**CLAIM, "figures": [{**FIGURE, **changes}]}, Place("x.yml"))
    return [(p.code, p.at.field) for p in problems]


def test_good_record_has_no_problems() -> None:
    record, problems = read_record(Source, SOURCE, Place("x.yml"))

    assert record is not None
    assert record.publisher == "Sorn Times"
    assert problems == []


def test_unknown_date_may_be_said_to_be_unknown() -> None:
    assert told({"published": "unknown"}) == []


def test_bad_date_beside_a_fixed_word_is_one_mistake() -> None:
    assert [code for code, _, _ in told({"published": "soon"})] == ["bad-date"]


def test_all_mistakes_are_told_at_once() -> None:
    codes = {code for code, _, _ in told({"url": "x", "kind": "paper", "published": "11.10.2031", "extra": "1"})}

    assert codes == {"bad-url", "unknown-kind", "bad-date", "unknown-field"}


def test_nested_field_is_named_by_its_path() -> None:
    assert in_figure(outcome="kiled") == [("unknown-outcome", ("figures", 0, "outcome"))]
    assert in_figure(reports=[{"source": "A b", "quote": "58"}]) == [("bad-id", ("figures", 0, "reports", 0, "source"))]


def test_misspelt_field_is_not_missing_too() -> None:
    figure = {key: value for key, value in FIGURE.items() if key != "value"} | {"valeu": "58"}
    _, problems = read_record(Claim, {**CLAIM, "figures": [figure]}, Place("x.yml"))

    assert [(p.code, p.at.on_key, p.hint) for p in problems] == [("unknown-field", True, "did you mean 'value'?")]


@pytest.mark.parametrize(
    ("value", "shape"),
    [(["58"], "not a list"), ({"at": "58"}, "not a group of fields")],
)
def test_text_is_expected_where_something_else_stands(value: object, shape: str) -> None:
    _, problems = read_record(Source, {**SOURCE, "publisher": value}, Place("x.yml"))

    assert [(p.code, shape in p.message) for p in problems] == [("wrong-shape", True)]


def test_list_is_expected_where_a_text_stands() -> None:
    assert in_figure(reports="sorn-times") == [("wrong-shape", ("figures", 0, "reports"))]


def test_forgotten_space_after_the_hyphen() -> None:
    _, problems = read_record(Claim, {**CLAIM, "figures": "-of: soldiers"}, Place("x.yml"))

    assert [(p.code, p.hint) for p in problems] == [("wrong-shape", "put a space after the hyphen")]


@pytest.mark.parametrize("tree", ["text", ["a", "b"]])
def test_file_that_is_no_group_of_fields(tree: object) -> None:
    _, problems = read_record(Source, tree, Place("x.yml"))

    assert [p.code for p in problems] == ["wrong-shape"]


@pytest.mark.parametrize(
    ("written", "like"),
    [
        ("Sorn Times", "sorn-times"),
        ("sorn_times", "sorn-times"),
        ("Sörn", "sorn"),
        ("-sorn-", "sorn"),
        ("راديو", "torkham"),
    ],
)
def test_id_hint_shows_the_right_form(written: str, like: str) -> None:
    _, problems = read_record(Claim, {**CLAIM, "claimant": written}, Place("x.yml"))

    assert [(p.code, p.hint.endswith(f"like {like}")) for p in problems] == [("bad-id", True)]


def test_thousands_of_mistakes_are_cut_short_quickly() -> None:
    start = time.perf_counter()
    _, problems = read_record(Source, SOURCE | {f"field{n}": "x" for n in range(20_000)}, Place("x.yml"))

    assert len(problems) == MAX_PROBLEMS
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/x",
        "https://10.0.0.1/",
        "https://user@x.example/",
        "ftp://x.example/",
        "https://x example/",
        "https:///x",
    ],
)
def test_address_must_be_public(url: str) -> None:
    assert [code for code, _, _ in told({"url": url})] == ["bad-url"]
