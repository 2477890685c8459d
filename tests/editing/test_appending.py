"""An entry is added at the end, and every other byte stays."""

from __future__ import annotations

import pytest

from generator.editing.appending import append_entry

ALONE = "# modeline\nactors:\n  - id: b\n    also:\n      - c\n    # side: see\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("actors:\n  - id: a\n", "  - id: b\n    also:\n      - c\n    # side: see\n"),
        ("actors:\n- id: a\n", "- id: b\n  also:\n    - c\n  # side: see\n"),
        ("actors:\n    - id: a\n", "    - id: b\n      also:\n        - c\n      # side: see\n"),
        ("actors:\n  - id: a", "\n  - id: b\n    also:\n      - c\n    # side: see\n"),
        ("actors:\r\n  - id: a\r\n", "  - id: b\r\n    also:\r\n      - c\r\n    # side: see\r\n"),
        ("# old\nactors:  # all\n  - id: 'a'  # x\n\n# end\n", "  - id: b\n    also:\n      - c\n    # side: see\n"),
    ],
)
def test_it_is_indented_and_ended_like_the_file(before: str, after: str) -> None:
    assert before + after == append_entry(before, ALONE)
