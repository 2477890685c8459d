"""What helps a reader on the spot: marks, what states mean, what is new, and the way from the strip to the events."""

from __future__ import annotations

import re

from generator.model.corpus import Dossier
from generator.pages.render import Printer
from tests.builders import CLASH, claim, dossier, event, figure, response
from tests.pages.test_phrases import ENGLISH
from tests.pages.test_site import fires, pages
from tests.projects import TEMPLATES
from tests.site.html_pages import Element, read_html

PRINTER = Printer(TEMPLATES, ENGLISH)
HEADLINE = [
    {"window": CLASH, "of": "red-soldiers", "outcome": "killed"},
    {"window": CLASH, "of": "blue-soldiers", "outcome": "killed"},
]
RIVALS = (
    claim("blue-army", figure("more than 200"), figure("9", of="blue-soldiers")),
    claim("red-army", figure("23")),
)


def read(story: Dossier, page: str) -> Element:
    return read_html(PRINTER.render(pages(story)[page]).split("---\n", 2)[2])


def find(page: Element, tag: str, *classes: str) -> list[Element]:
    return [e for e in page.all() if e.tag == tag and e.classes.issuperset(classes)]


def test_the_overview_marks_contested_rows_alone() -> None:
    page = read(dossier(*RIVALS, headline=HEADLINE), "overview")
    contested, one_voice = (row for row in find(page, "tr") if find(row, "td"))

    assert 2 == len(find(contested, "svg", "bar"))
    assert "axis: 0 to 250" in contested.text
    assert [] == find(one_voice, "svg")
    assert "axis" not in one_voice.text


def test_marks_are_hidden_from_screen_readers_and_the_figure_stands_beside_them() -> None:
    marks = find(read(dossier(*RIVALS, headline=HEADLINE), "overview"), "svg")

    assert {"true"} == {mark.attributes["aria-hidden"] for mark in marks}
    for mark in marks:
        assert mark.parent
        assert re.search(r"\d+ (Blue|Red) Army", mark.parent.text)


def test_the_legend_explains_the_states_that_occur_and_no_others() -> None:
    denied = claim("red-government", responses=[response("denies", "2031-03-06-blue-army#blue-soldiers-killed")])
    story = dossier(*RIVALS, denied, headline=HEADLINE)

    for name in ("overview", "figures/", f"events/{CLASH}/"):
        legend = next(e for e in find(read(story, name), "details", "how") if "What the states" in e.text)
        assert ["contested", "denied"] == [badge.text for badge in find(legend, "span", "state")]


def test_how_to_read_stands_wherever_figures_are_first_met() -> None:
    story = dossier(*RIVALS, headline=HEADLINE)

    for name in ("overview", "figures/"):
        (how,) = (e for e in find(read(story, name), "details", "how") if e.text.startswith("How to read"))
        assert 3 == len(find(how, "li"))


def test_what_is_new_is_counted_and_linked() -> None:
    story = dossier(claim("red-army", figure("20")), claim("red-army", figure("23"), said="2031-03-20"))

    for name in ("overview", "changes/"):
        (recent,) = find(read(story, name), "dl", "recent")
        week, month = find(recent, "dd")
        assert "Nothing new, and no figure changed." == week.text
        assert "Events: 1 Statements: 2 Figures that claimants changed: 1" == month.text
        assert 3 == len(find(month, "a"))


def test_nothing_new_is_not_claimed_of_what_is_dated_too_coarsely() -> None:
    story = dossier(claim("red-army", figure("20"), said="2030-12-30"), claim("red-army", figure("23"), said="2031"))
    week = find(read(story, "changes/"), "dd")[0].text

    assert week.startswith("Nothing that is known to be new.")
    assert week.endswith("too coarsely to tell: Statements: 1 Figures that claimants changed: 1")


def test_links_to_what_is_new_lead_to_its_heading() -> None:
    fixed = {"date": "2031-03-30", "field": "date", "was": "4 March", "now": "5 March", "why": "misread"}
    page = read(dossier(event(corrections=[fixed])), "changes/")
    (recent,) = find(page, "dl", "recent")

    assert "#corrections" in [a.attributes["href"] for a in find(recent, "a")]
    assert "corrections" in [heading.attributes.get("id") for heading in find(page, "h2")]


def test_steps_are_a_list_with_every_date_value_and_owner() -> None:
    story = dossier(
        claim("red-army", figure("dozens"), said="2031-03-06"),
        claim("red-army", figure("20"), said="2031-03-07"),
        claim("red-army", figure("at least 23"), said="2031-03-08"),
    )

    for name in (f"figures/{CLASH}/", "changes/"):
        (steps,) = find(read(story, name), "ol", "steps")
        word, *numbers = find(steps, "li")
        assert [
            "dozens 6 March 2031, Red Army",
            "20 7 March 2031, Red Army",
            "at least 23 8 March 2031, Red Army",
        ] == [step.text for step in (word, *numbers)]
        assert [] == find(word, "svg")
        assert [2, 2] == [len(find(step, "svg")) for step in numbers]


def test_steps_share_the_axis_of_their_question() -> None:
    story = dossier(claim("red-army", figure("90")), claim("red-army", figure("23"), said="2031-03-08"))
    page = read(story, f"figures/{CLASH}/")

    assert "an axis from 0 to 100" in find(page, "caption")[0].text
    assert "axis: 0 to 100" in find(page, "div", "course")[0].text


def test_the_strip_leads_to_each_month() -> None:
    page = read(dossier(event("2031-04-02-fire", "2031-04-02")), "timeline/")
    (strip,) = find(page, "nav", "strip")

    assert ["#2031-03", "#2031-04"] == [a.attributes["href"] for a in find(strip, "a")]
    assert {"2031-03", "2031-04"} <= {e.attributes.get("id") for e in page.all()}
    assert 2 == len(find(strip, "use"))


def test_every_shape_in_the_strip_is_named_beside_it() -> None:
    riot = event("2031-04-02-riot", "2031-04-02", type="riots", subtype="mob-violence")
    (strip,) = find(read(dossier(riot), "timeline/"), "nav", "strip")
    named = {e.attributes["id"]: e.parent.parent.text for e in find(strip, "path") if e.parent and e.parent.parent}

    assert {"m-battles": "Battle", "m-riots": "Riot"} == named
    assert {f"#{id}" for id in named} == {use.attributes["href"] for use in find(strip, "use")}


def test_a_split_timeline_leads_to_the_months_own_pages_with_their_strip() -> None:
    story = dossier(*fires(70))
    (strip,) = find(read(story, "timeline/"), "nav", "strip")
    (month,) = find(read(story, "timeline/2031-01/"), "nav", "strip")

    assert "2031-01/" == find(strip, "a")[0].attributes["href"].rpartition("timeline/")[2]
    assert [] == find(month, "a")
    assert 28 == len(find(month, "use"))
