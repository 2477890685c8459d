"""Links turned around: where each source, actor and place is mentioned."""

from __future__ import annotations

from generator.arranging.mentions import arrange_mentions
from generator.model.records import FileRecord, Record
from tests.builders import background, claim, dossier, event, figure, place, reports, source


def ids(records: tuple[Record, ...]) -> list[str]:
    return [record.id if isinstance(record, FileRecord) else type(record).__name__ for record in records]


def test_a_record_that_cites_a_source_often_is_listed_once() -> None:
    story = dossier(
        claim("red-army", figure("23"), figure("30", outcome="wounded")),
        background(),
    )

    found = arrange_mentions(story).by_source["times"]

    assert ["Briefing", "Background", "2031-03-05-clash", "2031-03-06-red-army"] == ids(found)


def test_a_source_that_only_prose_cites_is_cited() -> None:
    story = dossier(
        source("daily"),
        source("weekly"),
        source("unread"),
        event(summary="Fire was exchanged, as [source:daily] wrote."),
        background("The border is old [source:weekly|as the weekly says]."),
    )

    found = arrange_mentions(story).by_source

    assert ["2031-03-05-clash"] == ids(found["daily"])
    assert ["Background"] == ids(found["weekly"])
    assert () == found["unread"]


def test_places_cite_the_sources_of_their_position_and_state() -> None:
    opened = {"from": "2031-03-01", "state": "open", "source": "daily"}
    story = dossier(
        source("daily"),
        source("atlas"),
        place("ford", coordinates="34.11, 71.08", precision="near", coordinates_source="atlas", states=[opened]),
    )

    found = arrange_mentions(story).by_source

    assert story.places["ford"] in found["daily"]
    assert story.places["ford"] in found["atlas"]


def test_actors_are_mentioned_by_what_they_did_and_said() -> None:
    found = arrange_mentions(dossier(claim("red-army", figure("23")), claim("monitor", figure("30")))).by_actor

    assert ["2031-03-05-clash", "2031-03-06-red-army"] == ids(found["red-army"])
    assert ["2031-03-06-monitor"] == ids(found["monitor"])
    assert () == found["hospital"]


def test_places_are_mentioned_by_events() -> None:
    story = dossier(place("ford"), place("mill"), event(places=["ford"]))

    found = arrange_mentions(story).by_place

    assert ["2031-03-05-clash"] == ids(found["ford"])
    assert () == found["mill"]


def test_statements_and_responses_count_as_citing() -> None:
    story = dossier(
        source("daily"),
        claim("red-army", statements=[{"says": "it is calm.", "reports": [{"source": "daily", "quote": "Calm."}]}]),
        claim("blue-army", figure("58", reports=reports())),
    )

    assert ["2031-03-06-red-army"] == ids(arrange_mentions(story).by_source["daily"])
