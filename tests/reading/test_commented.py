"""Every comment is found, at the field or entry that it stands at."""

from __future__ import annotations

import pytest

from generator.problems import Field
from generator.reading.commented import Comment, Commented, read_commented


def read(text: str) -> Commented:
    return read_commented("x.yml", text.encode())


def comments(text: str) -> dict[Field, Comment]:
    found = read(text)

    assert [] == found.problems
    return found.comments


def before(*lines: str) -> Comment:
    return Comment(before=lines)


def beside(*lines: str) -> Comment:
    return Comment(beside=lines)


def after(*lines: str) -> Comment:
    return Comment(after=lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# c\na: 1\n", {("a",): before("# c")}),
        ("a: 1\n# c\n\n#d\nb: 2\n", {("b",): before("# c", "#d")}),
        ("a: 1\n    # c\nb: 2\n", {("b",): before("# c")}),
        ("a:\n  # c\n  1\n", {("a",): before("# c")}),
        ("a:\n  # c\n  b: 1\n", {("a", "b"): before("# c")}),
        ("a:\n# c\n  b: 1\n", {("a", "b"): before("# c")}),
    ],
)
def test_a_comment_on_its_own_line_belongs_to_what_follows(text: str, expected: dict[Field, Comment]) -> None:
    assert expected == comments(text)


def test_a_comment_set_in_deeper_than_what_follows_belongs_to_what_ends() -> None:
    text = "a:\n  - b: 1\n    # in the entry\n  # in the list\nc: 2\n"

    assert {("a", 0): after("# in the entry"), ("a",): after("# in the list")} == comments(text)


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  # c\n  - b: 1\n    d: 2\n",
        "a:\n  - # c\n    b: 1\n",
        "a:\n  -\n    # c\n    b: 1\n",
        "a:\n# c\n- b: 1\n",
    ],
)
def test_a_comment_above_an_entry_belongs_to_the_entry(text: str) -> None:
    assert {("a", 0): before("# c")} == comments(text)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: 1 # c\n", ("a",)),
        ("a: # c\n  1\n", ("a",)),
        ("a: # c\n  b: 1\n", ("a",)),
        ('a: "x # y" # c\n', ("a",)),
        ("a: x\n  y # c\n", ("a",)),
        ("a: >- # c\n  x\n", ("a",)),
        ("a: |2 # c\n  # x\n", ("a",)),
        ("a:\n  - 1 # c\n", ("a", 0)),
        ("a:\n  - b: 1 # c\n", ("a", 0, "b")),
        ("a: [1, 2] # c\n", ("a",)),
        ("a: [1, # c\n  2]\n", ("a", 0)),
        ("a: {b: 1 # c\n }\n", ("a", "b")),
    ],
)
def test_a_comment_behind_something_belongs_to_it(text: str, path: Field) -> None:
    assert {path: beside("# c")} == comments(text)


def test_lines_below_a_comment_in_its_column_go_on_with_it() -> None:
    text = "a: 1  # one,\n      # two\n      # three\n     # other\nb: 2\n"

    assert beside("# one,", "# two", "# three") == comments(text)["a",]
    assert ["# other"] == [line for c in comments(text).values() for line in (*c.before, *c.after)]


def test_comments_in_brackets_stay_in_them() -> None:
    assert {("a", 0): before("# c"), ("a",): after("# d")} == comments("a: [\n # c\n 1\n # d\n]\nb: 2\n")
    assert {(): Comment(("# head",), (), ("# c",))} == comments("# head\n{a: 1} # c\n")


def test_what_stands_above_an_empty_line_is_the_head_of_the_file() -> None:
    text = "# head\n\n# more\n\n# first\na: 1\n\n# end\n  # of file\n"

    assert {
        (): Comment(before=("# head", "# more"), after=("# end", "# of file")),
        ("a",): before("# first"),
    } == comments(text)


def test_the_modeline_is_no_comment() -> None:
    found = read("# by hand\n#yaml-language-server: $schema=x.json\na: 1\n")

    assert "#yaml-language-server: $schema=x.json" == found.modeline
    assert {("a",): before("# by hand")} == found.comments


@pytest.mark.parametrize("text", ["a: x#y\n", "a: '# x'\n", "a: |\n  # x\n", "a: >-\n  b\n  # x\n\n  # y\n", "a: b\n"])
def test_a_sign_inside_a_text_begins_no_comment(text: str) -> None:
    assert {} == comments(text)


def test_comments_after_texts_of_several_lines_are_no_text() -> None:
    assert {("b",): before("# c")} == comments("a: |\n  x\n\n# c\nb: 1\n")
    assert {(): after("# c")} == comments("a: |\n  x\n # c\n")
    assert {(): after("# c")} == comments("a: >-\n  x\n# c\n")


def test_line_ends_and_marks_of_other_systems_do_not_matter() -> None:
    assert {("a",): beside("# c")} == read_commented("x.yml", "\ufeffa: 1 # c\r\nb: 2\r\n".encode()).comments


def test_scripts_of_any_width_do_not_shift_comments() -> None:
    assert {("a",): beside("# 𝔠"), ("b",): beside("# c")} == comments("a: س𝔞س  # 𝔠\nb: 'é' # c\n")


@pytest.mark.parametrize(
    ("text", "code"), [("a: 'x\n", "yaml-syntax"), ("# c\n", "empty-file"), ("a: 1\na: 2 # c\n", "duplicate-key")]
)
def test_a_file_with_mistakes_has_problems_and_no_comments(text: str, code: str) -> None:
    found = read(text)

    assert [code] == [problem.code for problem in found.problems]
    assert {} == found.comments
