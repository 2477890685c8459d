"""A change in one line keeps its owner and qualifier, and its name stays the same for ever."""

from __future__ import annotations

from typing import Any

from generator.arranging.changes import Change, arrange_changes
from generator.arranging.questions import arrange_questions
from generator.model.briefing import Place
from generator.model.records import FileRecord
from generator.pages.changes import change_address, change_ids, change_title
from tests.builders import STORY, claim, dossier, event, figure, place, source
from tests.pages.test_phrases import ENGLISH

STATUS = {"state": "removed", "date": "2031-03-11", "why": "the page is gone"}
WITHDRAWN = {"date": "2031-03-12", "why": "the page says so"}
CORRECTION = {"date": "2031-03-13", "field": "date", "was": "5 March", "now": "6 March", "why": "misread"}
FIRST = claim("blue-army", figure("58"), said="2031-03-06")


def changes(*records: FileRecord | Place, **briefing: Any) -> tuple[Change, ...]:
    story = dossier(*records, **briefing)
    return arrange_changes(story, arrange_questions(story)).newest


def titles(*records: FileRecord | Place, **briefing: Any) -> list[str]:
    story = dossier(*records, **briefing)
    return [change_title(change, story, ENGLISH) for change in changes(*records, **briefing)]


def test_a_revision_says_whose_numbers_with_their_qualifiers_and_of_when() -> None:
    later = claim("blue-army", figure("at least 58"), said="2031-03-09")

    assert ["Blue Army: 58 → at least 58 Red soldiers killed, 5 March 2031"] == titles(FIRST, later)


def test_a_night_and_a_part_stay_a_night_and_a_part() -> None:
    night = event(when="night of 2031-03-05")
    counted = (figure("60 to 70", scope="east-bank"), figure("dozens", scope="east-bank"))

    told = titles(night, claim("blue-army", counted[0]), claim("blue-army", counted[1], said="2031-03-09"))

    assert ["Blue Army: 60 to 70 → dozens of Red soldiers killed (east bank only), night of 5–6 March 2031"] == told


def test_a_number_that_another_voice_of_the_side_gave_keeps_its_owner() -> None:
    later = claim(
        "blue-government", figure("70", revises="2031-03-06-blue-army#red-soldiers-killed"), said="2031-03-09"
    )

    assert ["Blue Government: 58 (Blue Army) → 70 Red soldiers killed, 5 March 2031"] == titles(FIRST, later)


def test_answers_to_two_questions_are_not_joined_by_an_arrow() -> None:
    again = figure("40", scope="east-bank", revises="2031-03-06-blue-army#red-soldiers-killed")

    (same,) = titles(FIRST, claim("blue-army", again, said="2031-03-09"))
    (other,) = titles(FIRST, claim("blue-government", again, said="2031-03-09"))

    assert "Blue Army: 58 Red soldiers killed, Clash at the river (5 March 2031); counted anew: 40 " in same
    assert (
        "; counted anew by Blue Government: 40 Red soldiers killed (east bank only), Clash at the river (5 March 2031)"
        in other
    )
    assert "→" not in same + other


def test_a_figure_that_is_gone_says_whose_it_was_and_whose_doing_it_is() -> None:
    wrong = figure("9", of="civilians", status={**STATUS, "state": "error"})

    gone, ours = titles(
        claim("blue-army", figure("about 20", status={**STATUS, "date": "2031-03-15"})), claim("monitor", wrong)
    )

    assert "Removed at its source: Blue Army: about 20 Red soldiers killed, 5 March 2031" == gone
    assert "Entered wrongly by us: Monitor: 9 civilians killed, 5 March 2031" == ours


def test_a_whole_record_is_named() -> None:
    assert "Withdrawn by its source: Monitor, 6 March 2031: Clash at the river" in titles(
        claim("monitor", figure("9"), withdrawn=WITHDRAWN)
    )
    assert ["Withdrawn by its source: The Times, 6 March 2031"] == titles(source(withdrawn=WITHDRAWN))
    assert ["Withdrawn by its source: Clash at the river"] == titles(event(withdrawn=WITHDRAWN))


def test_a_correction_names_the_record_and_both_forms() -> None:
    assert ["Corrected by us: Ford: kind: “5 March” → “6 March”"] == titles(
        place("ford", corrections=[{**CORRECTION, "field": "kind"}])
    )
    assert ["Corrected by us: Monitor, 6 March 2031: March 2031: note: “5 March” → “6 March”"] == titles(
        claim("monitor", figure("9"), period="2031-03", corrections=[{**CORRECTION, "field": "note"}])
    )


def test_a_correction_of_a_figure_says_what_it_counts_and_leads_to_it() -> None:
    fixed = {**CORRECTION, "field": "value of red-soldiers-killed", "was": "85", "now": "58"}
    said = claim("monitor", figure("58"), corrections=[fixed])
    (change,) = changes(said)

    assert [
        "Corrected by us: Monitor, 6 March 2031: Clash at the river: value of Red soldiers killed: “85” → “58”"
    ] == titles(said)
    assert f"{STORY}/claims/2031-03-06-monitor/#red-soldiers-killed" == change_address(change)


def every_change() -> tuple[FileRecord, ...]:
    return (
        FIRST,
        claim("blue-army", figure("70"), said="2031-03-09", corrections=[CORRECTION]),
        claim("red-army", figure("23", status=STATUS), withdrawn=WITHDRAWN),
        event(corrections=[CORRECTION, {**CORRECTION, "was": "4 March"}]),
        source(corrections=[CORRECTION, CORRECTION]),
    )


def test_each_change_has_an_id_of_its_own() -> None:
    """Even the same correction twice on one day."""
    ids = list(change_ids(changes(*every_change())))

    assert 8 == len(set(ids)) == len(ids)
    assert all(id.startswith("urn:uuid:") and id[23] == "5" for id in ids)


def test_ids_are_as_published() -> None:
    """A different id here would announce everything anew to everyone who follows a feed."""
    later = claim("blue-army", figure("70"), said="2031-03-09")

    assert ["urn:uuid:f500729f-91ad-587d-a259-8e4ffb7ee234"] == list(change_ids(changes(FIRST, later)))


def test_mending_the_words_of_a_reason_or_a_value_keeps_the_id() -> None:
    def ids(value: str, **fields: str) -> list[str]:
        return list(change_ids(changes(FIRST, claim("blue-army", figure(value, **fields), said="2031-03-09"))))

    assert ids("70") == ids("71", reason="found more")


def test_other_changes_of_the_same_record_keep_their_ids() -> None:
    first = {**CORRECTION, "field": "note"}
    before = list(change_ids(changes(event(corrections=[first]))))
    after = list(change_ids(changes(event(corrections=[CORRECTION, first]))))

    assert set(before) < set(after)
