"""The strip shows each event once, by its kind, and never finer than its date is coded."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.arranging.timeline import Month, arrange_timeline
from generator.model.events import Event
from generator.pages import strip
from generator.pages.strip import Mark, Panel, draw_strip, kinds_in
from tests.builders import CLASH, dossier, event


def months(*events: Event) -> tuple[Month, ...]:
    """A timeline of these events alone."""
    found = arrange_timeline(dossier(*events), ())
    if any(one.id == CLASH for one in events):
        return found
    kept = ((m.id, tuple(e for e in m.entries if e.event.id != CLASH)) for m in found)
    return tuple(Month(id, entries) for id, entries in kept if entries)


def dated(*whens: str) -> tuple[Panel, ...]:
    return draw_strip(months(*(event(f"2031-event-{place}", when) for place, when in enumerate(whens))))


def only_mark(when: str) -> Mark:
    (panel,) = dated(when)
    (mark,) = panel.marks
    return mark


def day(number: float) -> float:
    return round(100 * number / 31, 2)


@pytest.mark.parametrize(
    ("when", "low", "high", "begins", "ends"),
    [
        ("2031-03-05", day(4.5), day(4.5), True, True),
        ("night of 2031-03-05", day(5), day(5), True, True),
        ("2031-03-05 to 2031-03-07", day(4), day(7), True, True),
        ("week of 2031-03-10", day(9), day(16), True, True),
        ("2031-03", 0, 100, True, True),
        ("2031-02", 0, day(28), True, True),
        ("2031-03 to 2031-05", 0, 100, True, False),
        ("by 2031-03-02", 0, day(2), False, True),
        ("2030", 0, 100, True, True),
        ("night of 2031-03-31", 100, 100, True, True),
    ],
)
def test_a_mark_is_as_wide_as_the_date_is_vague(when: str, low: float, high: float, begins: bool, ends: bool) -> None:
    mark = only_mark(when)

    assert (low, high) == (mark.low, mark.high)
    assert (begins, ends) == (mark.begins or mark.point, mark.ends or mark.point)
    assert mark.shaped


def test_a_span_goes_on_in_later_panels_without_a_second_shape() -> None:
    october, december = dated("2031-10-19 to 2031-12-30", "2031-12-05")
    (first,) = october.marks
    going_on = next(mark for mark in december.marks if not mark.point)

    assert (True, True, False) == (first.shaped, first.begins, first.ends)
    assert (False, False, True) == (going_on.shaped, going_on.begins, going_on.ends)
    assert (0, day(30)) == (going_on.low, going_on.high)


def test_months_without_events_are_left_out_and_counted() -> None:
    assert [0, 0, 22, 1] == [panel.left_out for panel in dated("2030", "2031-01-05", "2032-12-01", "2033-02-01")]


def test_marks_of_one_day_do_not_cover_each_other() -> None:
    (panel,) = dated(*["2031-03-05"] * 5, "2031-03-04", "2031-03-04 to 2031-03-06", "night of 2031-03-04")
    by_row: dict[int, list[Mark]] = {}
    for mark in panel.marks:
        by_row.setdefault(mark.down, []).append(mark)

    for row in by_row.values():
        placed = sorted(row, key=lambda mark: mark.middle)
        for left, right in pairwise(placed):
            assert left.high <= right.low
            assert right.middle - left.middle >= day(1) - 0.02
    assert all(0 < mark.down < panel.height for mark in panel.marks)


def test_withdrawn_events_have_no_mark() -> None:
    (panel,) = draw_strip(months(event(withdrawn={"date": "2031-03-12", "why": "did not happen"})))

    assert () == panel.marks


def test_kinds_are_listed_once_in_their_fixed_order() -> None:
    panels = draw_strip(
        months(
            event("2031-a", "2031-03-01", type="protests", subtype="peaceful-protest"),
            event("2031-b", "2031-03-02"),
            event("2031-c", "2031-04-02"),
        )
    )

    assert ("battles", "protests") == kinds_in(panels)


def test_too_much_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strip, "MOST", 2)

    assert dated("2031-03-05", "2031-03-06")
    assert () == dated("2031-03-05", "2031-03-06", "2031-03-07")


def test_named_days_stand_below_their_marks() -> None:
    (panel,) = dated("2031-02-10")

    assert [1, 10, 20] == [tick.day for tick in panel.ticks]
    assert panel.marks[0].middle == panel.ticks[1].at
    assert () == dated("2030")[0].ticks
