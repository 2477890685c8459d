"""Which pages exist, and what each is given to show."""

from __future__ import annotations

import pytest

from generator.arranging.arranged import arrange
from generator.model.corpus import Dossier
from generator.model.dates import parse_when
from generator.model.events import Event
from generator.pages.addresses import address, edition_uri
from generator.pages.site import Page, Plan, newest
from tests.builders import CLASH, STORY, background, claim, dossier, event, figure, place, says, source
from tests.pages.test_phrases import ENGLISH

SECTIONS = ["figures", "timeline", "background", "actors", "places", "sources", "changes"]


def plan(*stories: Dossier) -> Plan:
    editions = {edition_uri(story.id): 12_000 for story in stories}
    return Plan(tuple(map(arrange, stories)), ENGLISH, {}, editions)


def pages(story: Dossier) -> dict[str, Page]:
    """By what follows the briefing in the address; the site's own pages by their address."""
    return {page.address.removeprefix(f"{STORY}/") or page.kind: page for page in plan(story).pages()}


def fires(count: int) -> list[Event]:
    """So many events, one a day, 28 in a month; the clash comes on top."""
    days = [f"2031-{n // 28 + 1:02}-{n % 28 + 1:02}" for n in range(count)]
    return [event(f"{day}-fire", day) for day in days]


def test_a_site_has_a_page_for_each_section_event_claim_and_window() -> None:
    story = dossier(
        claim("red-army", figure("23")),
        claim("monitor", figure("200"), period="2031-03"),
        claim("blue-army", statements=[says("it is calm.")]),
    )

    assert {
        *("home", "overview", "method/", "contribute/", "errors/", "privacy/", "search/"),
        *(f"{section}/" for section in SECTIONS),
        f"events/{CLASH}/",
        *(f"claims/2031-03-06-{who}/" for who in ("red-army", "monitor", "blue-army")),
        *(f"figures/{window}/" for window in (CLASH, "2031-03")),
    } == set(pages(story))


def test_no_two_pages_share_a_place() -> None:
    uris = [page.uri for page in plan(dossier(claim("red-army", figure("23")))).pages()]

    assert sorted(set(uris)) == sorted(uris)


def test_every_record_with_a_page_of_its_own_stands_at_its_address() -> None:
    story = dossier(claim("red-army", figure("23")), background(), place("ford"))
    at = {page.address for page in plan(story).pages()}

    assert {address(record).partition("#")[0] for record in story.records()} <= at


def test_a_withdrawn_record_keeps_its_page() -> None:
    gone = {"date": "2031-03-20", "why": "said about another place"}
    story = dossier(event(withdrawn=gone), claim("red-army", figure("23"), withdrawn=gone))

    assert {f"events/{CLASH}/", "claims/2031-03-06-red-army/", f"figures/{CLASH}/"} <= set(pages(story))


def test_a_site_without_a_briefing_still_has_its_own_pages() -> None:
    assert ["", "method/", "contribute/", "errors/", "privacy/", "search/"] == [page.address for page in plan().pages()]


# -- navigation ------------------------------------------------------------------------------


def test_the_navigation_lists_sections_and_never_events() -> None:
    nav = plan(dossier(claim("red-army", figure("23")))).nav()

    assert ["Briefings", "Red–Blue", "Method", "Contribute", "Errors", "Search"] == [
        title for item in nav for title in item
    ]
    assert [f"{STORY}/index.md", *(f"{STORY}/{section}/index.md" for section in SECTIONS)] == [
        uri for entry in nav[1]["Red–Blue"] for uri in entry.values()
    ]


def test_everything_in_the_navigation_exists() -> None:
    sited = plan(dossier())
    home, story, *ends = sited.nav()
    listed = [home, *story["Red–Blue"], *ends]

    assert {uri for item in listed for uri in item.values()} <= {page.uri for page in sited.pages()}


def test_crumbs_lead_up_to_the_start_page() -> None:
    story = dossier(claim("red-army", figure("23")))
    found = pages(story)

    assert [] == [crumb.address for crumb in found["home"].crumbs]
    assert [""] == [crumb.address for crumb in found["overview"].crumbs]
    assert ["", f"{STORY}/"] == [crumb.address for crumb in found["timeline/"].crumbs]
    assert ["", f"{STORY}/", f"{STORY}/timeline/"] == [crumb.address for crumb in found[f"events/{CLASH}/"].crumbs]
    assert ["", f"{STORY}/", f"{STORY}/figures/"] == [
        crumb.address for crumb in found["claims/2031-03-06-red-army/"].crumbs
    ]


def test_events_lead_to_their_neighbours_in_time() -> None:
    story = dossier(event("2031-03-04-parade", "2031-03-04"), event("2031-03-09-raid", "2031-03-09"))
    found = [pages(story)[f"events/{id}/"] for id in ("2031-03-04-parade", CLASH, "2031-03-09-raid")]

    assert [None, f"{STORY}/events/2031-03-04-parade/", f"{STORY}/events/{CLASH}/"] == [
        page.previous.address if page.previous else None for page in found
    ]
    assert [f"{STORY}/events/{CLASH}/", f"{STORY}/events/2031-03-09-raid/", None] == [
        page.next.address if page.next else None for page in found
    ]


# -- the timeline ----------------------------------------------------------------------------


def test_sixty_events_stand_on_one_page() -> None:
    found = pages(dossier(*fires(59)))

    assert found["timeline/"].shows["split"] is False
    assert not [where for where in found if where.startswith("timeline/2")]


def test_a_longer_timeline_is_split_by_month() -> None:
    found = pages(dossier(*fires(60)))

    assert found["timeline/"].shows["split"] is True
    months = [where for where in found if where.startswith("timeline/2")]
    assert ["timeline/2031-01/", "timeline/2031-02/", "timeline/2031-03/"] == months
    assert "Timeline: March 2031" == found["timeline/2031-03/"].title
    assert 61 == sum(len(found[where].shows["month"].entries) for where in months)


# -- what pages are given --------------------------------------------------------------------


def test_the_overview_shows_the_newest_three_changes_and_events() -> None:
    gone = {"date": "2031-03-20", "why": "it was another event"}
    said = [claim("blue-army", figure(str(n)), said=f"2031-03-{n:02}") for n in range(6, 12)]
    story = dossier(
        *said,
        event("2031-03-07-fire", "2031-03-07"),
        event("2031-03-08-fire", "2031-03-08"),
        event("2031-03-09-raid", "2031-03-09"),
        event("2031-03-10-nothing", "2031-03-10", withdrawn=gone),
    )

    shows = pages(story)["overview"].shows

    assert 3 == len(shows["changes"])
    assert ["2031-03-09-raid", "2031-03-08-fire", "2031-03-07-fire"] == [entry.event.id for entry in shows["entries"]]


def test_an_event_shows_its_own_claims_in_the_order_in_which_they_were_said() -> None:
    story = dossier(
        event("2031-03-09-raid", "2031-03-09"),
        claim("red-army", figure("23"), said="2031-03-08"),
        claim("monitor", figure("30"), said="2031-03-07"),
        claim("hospital", figure("1"), event="2031-03-09-raid", said="2031-03-10"),
    )

    shows = pages(story)[f"events/{CLASH}/"].shows

    assert ["monitor", "red-army"] == [one.claimant for one in shows["claims"]]
    assert ["who-fired-first"] == [view.point.id for view in shows["points"]]


def test_pages_are_as_new_as_what_they_show() -> None:
    story = dossier(claim("red-army", figure("23"), said="2031-03-08"), claim("monitor", figure("30"), said="2031-03"))
    found = pages(story)

    assert "2031-03-08" == str(found[f"events/{CLASH}/"].as_of)
    assert "2031-03" == str(found["claims/2031-03-monitor/"].as_of)
    assert "2031-04-01" == str(found["overview"].as_of)


@pytest.mark.parametrize(
    ("dates", "last"),
    [
        (["2031-03-05", "2031-03-09", "2031-03-07"], "2031-03-09"),
        (["2031-03", "2031-03-01"], "2031-03-01"),
        (["2031", "2031-03-01", "2031-03"], "2031-03-01"),
        (["night of 2031-03-05", "2031-03-05"], "2031-03-05"),
    ],
)
def test_the_newest_date_begins_last_and_is_the_most_precise(dates: list[str], last: str) -> None:
    assert last == str(newest(map(parse_when, dates)))


def test_search_filters_name_actors_places_and_months_once() -> None:
    story = dossier(
        place("ford"),
        event(places=["ford"]),
        claim("red-army", figure("23")),
        claim("monitor", figure("30"), said="2031-03-07"),
    )
    found = pages(story)

    assert {"actor": ("Red Army", "Monitor"), "place": ("Ford",), "month": ("2031-03",)} == found[
        f"events/{CLASH}/"
    ].filters
    assert ("Red Army", "Monitor") == found[f"figures/{CLASH}/"].filters["actor"]
    assert ("Monitor",) == found["claims/2031-03-07-monitor/"].filters["actor"]


def test_pages_name_the_record_that_they_are_made_from() -> None:
    story = dossier(background(), place("ford"), source("daily"), claim("red-army", figure("23")))
    files = {where: page.record.at.file for where, page in pages(story).items() if page.record}

    assert f"content/{STORY}/briefing.yml" == files["overview"]
    assert f"content/{STORY}/background.yml" == files["background/"]
    assert f"content/{STORY}/actors.yml" == files["actors/"]
    assert f"content/{STORY}/places.yml" == files["places/"]
    assert f"content/{STORY}/events/{CLASH}.yml" == files[f"events/{CLASH}/"]
    assert f"content/{STORY}/claims/2031-03-06-red-army.yml" == files["claims/2031-03-06-red-army/"]
    assert "sources/" not in files


def test_titles_and_descriptions_tell_pages_apart() -> None:
    story = dossier(claim("red-army", figure("23")), claim("monitor", figure("200"), period="2031-03"))
    found = pages(story)

    assert "Red Army, 6 March 2031: Clash at the river" == found["claims/2031-03-06-red-army/"].title
    assert "Monitor, 6 March 2031: March 2031" == found["claims/2031-03-06-monitor/"].title
    assert "Figures: Clash at the river" == found[f"figures/{CLASH}/"].title
    assert len(found) == len({page.title for page in found.values()})
    assert len(found) == len({page.description for page in found.values()})
