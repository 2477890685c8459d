"""YAML reaches the records as the text that was typed, or is refused where it stands."""

from __future__ import annotations

import time

import pytest

from generator.reading.strict_yaml import MAX_HIDDEN, Document, read_document


def read(text: str | bytes) -> Document:
    return read_document("content/x.yml", text.encode() if isinstance(text, str) else text, with_marks=True)


def told(text: str | bytes) -> list[tuple[str, int, int]]:
    return [(p.code, p.line, p.column) for p in read(text).problems]


def hint_of(text: str | bytes) -> str:
    [problem] = read(text).problems
    return problem.hint


TYPED = """no yes on Off 012 0x1F 12:30:00 2025-10-11 2025-02-30 1_000 +1 .5 1e3 .nan 1,203 58 = 0o17 true
3.10"""


@pytest.mark.parametrize("typed", [*TYPED.split(), "58 - 60"])
def test_scalars_mean_what_was_typed(typed: str) -> None:
    assert read(f"value: {typed}\n").tree == {"value": typed}
    assert read(f"value: {typed}\n").problems == []


@pytest.mark.parametrize("text", ["a:\n", "a: ''\n", "a: '  '\n", "a: ~\n", "a: null\n", "a: >-\n\n", "- \n"])
def test_no_value_is_reported(text: str) -> None:
    assert [code for code, _, _ in told(text)] == ["empty-value"]


def test_quoted_null_is_a_word() -> None:
    assert read("a: 'null'\n").tree == {"a": "null"}


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
        ("a: &x 1\n", "yaml-anchor", 1, 4),
        ("a: *x\n", "yaml-anchor", 1, 4),
        ("a: 1\n<<: {b: 2}\n", "yaml-merge-key", 2, 1),
        ("a: !!python/object:os.system x\n", "yaml-tag", 1, 4),
        ("a: !secret x\n", "yaml-tag", 1, 4),
        ("a: 1\n---\na: 2\n", "several-documents", 2, 1),
        ("", "empty-file", 1, 1),
        ("# only a comment\n", "empty-file", 1, 1),
        ("? [a, b]\n: 1\n", "yaml-syntax", 1, 3),
        ("a: 1\n\tb: 2\n", "yaml-syntax", 2, 1),
        (b"a: caf\xe9\n", "not-utf8", 1, 7),
        ("a: 1\n".encode("utf-16"), "not-utf8", 1, 1),
        ("a: x\x00y\n", "hidden-character", 1, 5),
        ("a: x\u202ey\n", "hidden-character", 1, 5),
        ("a: x\n\u00a0\u00a0b: y\n", "hidden-character", 2, 1),
    ],
)
def test_what_is_refused_is_located(text: str | bytes, code: str, line: int, column: int) -> None:
    assert (code, line, column) in told(text)


def test_positions_count_characters_not_bytes() -> None:
    found = read("title: «۵۸ سرباز» 🚚, x\nsame: {گروه: 🚚🚚, b: y}\n")

    assert found.marks[("same", "b")].key == (2, 18)
    assert found.marks[("same", "گروه")].value == (2, 14)


def test_byte_order_mark_and_windows_line_ends_are_harmless() -> None:
    found = read(b"\xef\xbb\xbfa: 1\r\nb:\r\n  - x\r\n")

    assert found.problems == []
    assert found.tree == {"a": "1", "b": ["x"]}
    assert found.marks[("b", 0)].value == (3, 5)


def test_lone_carriage_returns_end_lines() -> None:
    assert read(b"a: 1\rb: 2\r").tree == {"a": "1", "b": "2"}


def test_joiners_are_letters_in_persian_and_hidden_elsewhere() -> None:
    assert told("a: می\u200cگوید\n") == []
    assert told("a: cafe\u200cbar\n") == [("hidden-character", 1, 8)]


@pytest.mark.parametrize("escape", [r"\0", r"\x1b", r"\u202e", r"\u2066", r"\u200b", r"\N", r"\L"])
def test_an_escape_hides_no_character(escape: str) -> None:
    assert told(f'a: "x{escape}y"\n') == [("hidden-character", 1, 4)]
    assert told(f'"a{escape}": x\nb: "{escape}y"\n') == [("hidden-character", 1, 1), ("hidden-character", 2, 4)]


def test_a_hidden_character_in_quotation_marks_is_reported_once() -> None:
    assert told('a: "x\u202ey"\n') == [("hidden-character", 1, 6)]


@pytest.mark.parametrize("escape", [r"\n", r"\t", r"\"", r"\\", r"\u00e9", r"\u0634\u200c\u0634"])
def test_other_escapes_mean_what_yaml_says(escape: str) -> None:
    assert told(f'a: "x{escape}y"\n') == []


def test_accents_are_composed() -> None:
    assert read("a: Rakhiné\n".replace("é", "e\u0301")).tree == {"a": "Rakhiné"}


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "- " * 100_000, "{a: " * 100_000, "a: " + "[" * 100_000 + "]" * 100_000]
)
def test_deep_nesting_is_refused_quickly(text: str) -> None:
    start = time.perf_counter()
    codes = {code for code, _, _ in told(text)}

    assert codes
    assert codes <= {"too-deep", "yaml-syntax"}
    assert time.perf_counter() - start < 2


def test_many_values_are_refused_quickly() -> None:
    assert [code for code, _, _ in told("- a\n" * 100_000)] == ["too-many-values"]


def test_many_hidden_characters_are_reported_a_few_times() -> None:
    start = time.perf_counter()
    problems = read("a: " + "\u200b" * 160_000 + "\n").problems

    assert len(problems) == MAX_HIDDEN
    assert time.perf_counter() - start < 2


def test_all_duplicates_of_a_file_are_reported_at_once() -> None:
    assert told("a: 1\na: 2\nb: 1\nb: 2\nc:\n") == [
        ("duplicate-key", 2, 1),
        ("duplicate-key", 4, 1),
        ("empty-value", 5, 3),
    ]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: 1\n\tb: 2\n", "spaces, never with tabs"),
        ("title: Clash: many dead\n", "contains ': '"),
        ("title: “Clash: many dead”\n", "not in curly ones"),
        ("title: “Clash at the bridge”\n", "straight quotation marks"),
        ("title:Clash\nwhen: 2031\n", "space after the colon"),
        ("a: 1\ntitle:Clash\nwhen: 2031\n", "space after the colon"),
        ("text: [figure:a#b] at the bridge\n", "begins with ["),
        ("name: @army\n", "begins with @"),
        ("text: *two* sides\n", "begins with *"),
        ("note: %5\n", "begins with %"),
        ('title: "Clash\nwhen: 2031\n', "not closed"),
        ("note: 'the army's post'\n", "ends with '"),
        ('note: "Peace" talks\n', 'ends with "'),
        ("a: 1\n  b: 2\n", "at the margin, like 'a' above"),
        ("a:\n  - x\n - y\n", "by 2 spaces, like the hyphen above"),
        ("a: 1\njust words\n", "write 'name: value'"),
        (b"a: caf\xe9\n", "encoding UTF-8"),
        ("a:\u00a01\n", "ordinary space"),
    ],
)
def test_hint_says_what_to_do(text: str | bytes, hint: str) -> None:
    assert any(hint in problem.hint for problem in read(text).problems), [str(p) for p in read(text).problems]


def test_open_quotation_mark_is_reported_where_it_opens() -> None:
    assert told('a: 1\ntitle: "Clash\nwhen: 2031\n') == [("yaml-syntax", 2, 8)]


def test_curly_quotes_inside_a_text_are_fine() -> None:
    assert told("says: The army “won” and “lost”.\nalso: “One” and “two”\n") == []


@pytest.mark.parametrize("escape", ["\\u202e", "\\0", "\\e[31m", "\\x7f", "\\u200b", "\\ufeff"])
def test_invisible_characters_cannot_be_written_as_escapes(escape: str) -> None:
    """Whoever reviews the file sees only the backslash."""
    document = read_document("x.yml", f'title: "a{escape}b"\n'.encode())

    assert [("hidden-character", 1, 8)] == [(p.code, p.line, p.column) for p in document.problems]
