"""A draft knows its file, and several drafts share one."""

from __future__ import annotations

from generator.editing.drafts import Draft, files_of

HOSPITAL = Draft("actor", "hospital", {"id": "hospital", "name": "Hospital", "kind": "hospital", "descriptor": "h"})
MONITOR = Draft("actor", "monitor", {"id": "monitor", "name": "Monitor", "kind": "monitor", "descriptor": "m"})
CLAIM = Draft("claim", "2031-03-06-x", {"claimant": "monitor"})


def test_a_record_of_its_own_has_a_file_and_an_entry_shares_one() -> None:
    assert ["actors.yml", "claims/2031-03-06-x.yml"] == [HOSPITAL.file, CLAIM.file]


def test_the_fields_are_printed_in_the_order_of_the_model_below_the_line_for_editors() -> None:
    text = Draft("source", "x", {"read": "excerpt", "publisher": "Times"}).print(modeline=True)

    assert "# yaml-language-server: $schema=../../.schema/source.json" == text.splitlines()[0]
    assert text.index("publisher:") < text.index("read:")


def test_entries_are_added_to_the_file_as_it_is() -> None:
    before = "actors:\n  - id: 'x'   # kept\n"
    files = files_of([HOSPITAL, MONITOR, CLAIM], {"actors.yml": before}, modeline=False)

    assert ["actors.yml", "claims/2031-03-06-x.yml"] == list(files)
    assert files["actors.yml"].startswith(f"{before}  - id: hospital\n")
    assert "\n  - id: monitor\n" in files["actors.yml"]


def test_the_first_entries_make_the_file() -> None:
    text = files_of([HOSPITAL, MONITOR], {}, modeline=False)["actors.yml"]

    assert text.startswith("actors:\n  - id: hospital\n")
    assert 2 == text.count("  - id: ")
