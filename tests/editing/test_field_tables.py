"""The tables of fields in CONTRIBUTING.md are what the records give."""

from __future__ import annotations

import re

from generator.editing.field_tables import BEGIN, END, print_tables, put_between_marks
from generator.editing.kinds import KINDS
from generator.editing.schema import arrange_schema
from tests.projects import REPOSITORY


def row_of(field: str, file: str) -> list[str]:
    """The cells of a field's row in a file's table."""
    table = print_tables().partition(f"### `{file}`\n")[2].partition("###")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith(f"| {field} | ")]

    assert 1 == len(rows)
    return [cell.strip() for cell in rows[0]]


def test_contributing_holds_the_tables_as_they_are() -> None:
    text = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")

    assert put_between_marks(text) == text
    assert print_tables() in text


def test_only_what_stands_between_the_marks_is_changed() -> None:
    assert f"a\n{BEGIN}\n\n{print_tables()}\n{END}\nb\n" == put_between_marks(f"a\n{BEGIN}\nold\n{END}\nb\n")
    assert "no marks" == put_between_marks("no marks")
    assert f"no end {BEGIN}" == put_between_marks(f"no end {BEGIN}")


def test_every_field_has_a_row_or_its_group_one_that_is_pointed_at() -> None:
    tables = print_tables()
    for kind in KINDS:
        schema = arrange_schema(kind)
        for part in (schema, *schema["definitions"].values()):
            for name, node in part.get("properties", {}).items():
                assert re.search(rf"`{name}` \|.*\| {re.escape(node['description'])} \|", tables), (
                    f"{kind.name}: {name}"
                )


def test_a_row_says_what_is_needed_what_is_written_and_shows_it() -> None:
    said = ["`said`", "yes", "When it was said, or first reported.", "a date"]

    assert [*said, "`2025-10-11` · `night of 2025-10-11` · `2025-10-10 to 2025-10-17`"] == row_of(
        "`said`", "claims/ID.yml"
    )
    assert "" == row_of("`note`", "claims/ID.yml")[1]


def test_alternatives_name_each_other() -> None:
    assert "either this or `period`" == row_of("`event`", "claims/ID.yml")[1]
    assert "this or `statements` or `responses`" == row_of("`figures`", "claims/ID.yml")[1]


def test_lists_say_how_many_and_of_what() -> None:
    assert "list of 2, each: the fields below" == row_of("`sides`", "briefing.yml")[3]
    assert "list, each: id of a source" == row_of("`sources`", "events/ID.yml")[3]
    assert "one of `full-text`, `excerpt`" == row_of("`read`", "sources/ID.yml")[3]
    assert "a date, or `unknown`" == row_of("`published`", "sources/ID.yml")[3]


def test_a_group_that_was_explained_is_pointed_at() -> None:
    assert "list, each: the fields below" == row_of("`corrections`", "claims/ID.yml")[3]
    where = "`corrections` in `claims/ID.yml`"
    assert f"list, each: the fields of {where}" == row_of("`corrections`", "events/ID.yml")[3]
