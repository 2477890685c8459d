"""The one-file edition holds every figure of its briefing with what belongs to it, and leads nowhere that it is not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

import pytest

from generator.arranging.arranged import Arranged, arrange
from generator.pages.addresses import address, anchor_of, in_one_file
from generator.pages.edition import plan_edition
from generator.pages.phrases import Phrases
from generator.pages.render import Printer
from generator.pipeline import check_content
from generator.reading.words import read_words
from tests.projects import SAMPLE, TEMPLATES
from tests.site.html_pages import Element, read_html

PHRASES = Phrases(read_words(TEMPLATES / "words" / "en.yml"))
SITE = "https://briefings.example/"


@pytest.fixture(scope="module")
def briefing() -> Arranged:
    dossiers = {dossier.id: dossier for dossier in check_content(SAMPLE).corpus.dossiers}
    return arrange(dossiers["arvenia-belmark-2031"])


def render(briefing: Arranged, site_url: str = "") -> str:
    return Printer(TEMPLATES, PHRASES, site_url).render_file(plan_edition(briefing, PHRASES, "en"))


@pytest.fixture(scope="module")
def html(briefing: Arranged) -> str:
    return render(briefing)


@pytest.fixture(scope="module")
def page(html: str) -> Element:
    return read_html(html)


def at(page: Element, where: str) -> Element:
    """What stands at an address."""
    return next(e for e in page.all() if e.attributes.get("id") == anchor_of(where))


def whole(element: Element) -> str:
    """An element's text; a row's together with its evidence, which is the row after it."""
    assert element.parent
    around = [e for e in element.parent.inside if isinstance(e, Element)]
    after = around[around.index(element) + 1] if element.tag == "tr" else None
    return f"{element.text} {after.text}" if after else element.text


def hrefs(page: Element) -> Iterator[str]:
    return (e.attributes["href"] for e in page.all() if "href" in e.attributes)


def test_every_figure_has_its_qualifier_owner_date_basis_and_perspective(briefing: Arranged, page: Element) -> None:
    for ref, (_, answer) in briefing.answers.items():
        text = whole(at(page, f"{address(answer.claim)}#{ref.key}"))

        assert answer.figure.value.printed in text
        assert answer.claimant.name in text
        assert PHRASES.when(answer.claim.reaches) in text
        assert PHRASES.raw(f"basis.{answer.figure.basis}") in text
        assert PHRASES.raw(f"perspective.{answer.perspective}") in text


def test_every_figure_has_all_its_quotes_with_their_sources(briefing: Arranged, page: Element) -> None:
    """Earlier answers too: in one file there is no other page to look them up on."""
    for ref, (_, answer) in briefing.answers.items():
        text = whole(at(page, f"{address(answer.claim)}#{ref.key}"))
        for report in answer.figure.reports:
            assert " ".join(report.quote.split()) in text
            assert briefing.dossier.sources[report.source].publisher in text


def test_only_an_answer_that_gave_way_to_another_question_is_said_to_be_counted_anew(
    briefing: Arranged, page: Element
) -> None:
    replaced = [answer for _, answer in briefing.answers.values() if answer.replaced_by]
    anew = [answer for answer in replaced if answer.standing == "current"]

    assert len(replaced) > len(anew)
    assert len(anew) == page.text.count("Counted anew, for another question")


def test_every_response_and_statement_is_quoted(briefing: Arranged, page: Element) -> None:
    text = page.text
    for claim in briefing.dossier.claims.values():
        if not claim.withdrawn:
            quoted = [report.quote for response in claim.responses for report in response.reports]
            quoted += [report.quote for statement in claim.statements for report in statement.reports]
            assert [] == [quote for quote in quoted if " ".join(quote.split()) not in text]


def test_every_record_has_its_place(briefing: Arranged, page: Element) -> None:
    dossier = briefing.dossier
    for record in (
        *dossier.events.values(),
        *dossier.actors.values(),
        *dossier.places.values(),
        *dossier.sources.values(),
    ):
        assert at(page, address(record))
    for question in briefing.questions:
        assert PHRASES.question(question) in at(page, address(question)).text


def test_sources_are_linked_with_their_addresses(briefing: Arranged, page: Element) -> None:
    wanted = {source.url for source in briefing.dossier.sources.values()}

    assert wanted <= set(hrefs(page))


def test_every_anchor_resolves_and_no_id_is_used_twice(page: Element) -> None:
    ids = Counter(e.attributes["id"] for e in page.all() if "id" in e.attributes)
    anchors = {href.removeprefix("#") for href in hrefs(page) if href.startswith("#")}

    assert set() == anchors - set(ids)
    assert [] == [id for id, count in ids.items() if count > 1]


def test_contents_lead_to_every_chapter(page: Element) -> None:
    contents = next(e for e in page.all() if "contents" in e.classes)
    chapters = [e.attributes["id"] for e in page.all() if e.tag == "h2" and e.attributes["id"] != "contents"]
    titles = [e for e in contents.all() if e.tag == "li" and e.parent and e.parent.parent is contents]

    assert [f"#{id}" for id in chapters] == [next(hrefs(title)) for title in titles]


def test_without_a_site_address_every_link_stays_inside_or_leads_to_another_publisher(page: Element) -> None:
    assert [] == [href for href in hrefs(page) if not re.match("#|https?://", href)]
    assert PHRASES.raw("edition.newest_unknown") in page.text


def test_with_a_site_address_it_says_where_the_newest_edition_is(briefing: Arranged) -> None:
    page = read_html(render(briefing, SITE))
    newest = f"{SITE}{briefing.dossier.id}/edition/{briefing.dossier.id}.html"

    assert newest in set(hrefs(page))
    assert newest in page.text
    assert f"{SITE}method/" in set(hrefs(page))


def test_its_date_is_that_of_the_data(briefing: Arranged, html: str) -> None:
    as_of = PHRASES.plain("status.as_of", when=PHRASES.when(briefing.dossier.briefing.as_of))

    assert as_of in unescape(re.findall(r"<title>(.*)</title>", html)[0])


def test_nothing_in_it_asks_for_another_file_or_runs(page: Element) -> None:
    asking = {"src", "srcset", "data", "poster", "action", "formaction", "style"}
    found = [(e.tag, name) for e in page.all() for name in e.attributes if name in asking or name.startswith("on")]
    tags = {e.tag for e in page.all()}

    assert [] == found
    assert set() == tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "image"}
    assert all(e.attributes["href"].startswith("#") for e in page.all() if e.tag == "use")


CLAIM = "@/b/claims/c/#soldiers-killed"
HELD = f'<h2 id="@/b/figures/"></h2><tr id="{CLAIM}"><a href="{CLAIM}">c</a></tr>'


@pytest.mark.parametrize(
    ("link", "turned"),
    [
        ("b/figures/", '<a href="#figures">x</a>'),
        ("b/figures/#point", '<a href="#figures">x</a>'),
        ("b/claims/c/", '<a href="#claims.c.soldiers-killed">x</a>'),
        ("b/claims/c/#other", '<a href="#claims.c.soldiers-killed">x</a>'),
        ("b/claims/d/", "x"),
        ("method/", "x"),
    ],
)
def test_a_link_leads_to_its_place_in_the_file_or_is_plain_text(link: str, turned: str) -> None:
    html = f'{HELD}<p id="@/b/#end"><a href="@/{link}">x</a></p>'

    assert f'<p id="end">{turned}</p>' in in_one_file(html, "")


def test_what_is_not_in_the_file_is_linked_on_the_site() -> None:
    assert f'<a href="{SITE}method/" class="m">x</a>' == in_one_file('<a href="@/method/" class="m">x</a>', SITE)


def test_a_link_to_where_the_reader_is_is_plain_text() -> None:
    assert '<tr id="claims.c.soldiers-killed">c</tr>' in in_one_file(HELD, SITE)


def test_what_is_shown_twice_has_its_id_once() -> None:
    assert '<p id="claims.c">1</p><p>2</p>' == in_one_file('<p id="@/b/claims/c/">1</p><p id="@/b/claims/c/">2</p>', "")


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "10 KB"), (10_001, "20 KB"), (990_000, "990 KB"), (990_001, "1.0 MB"), (1_000_001, "1.1 MB")],
)
def test_sizes_are_rounded_up(count: int, said: str) -> None:
    assert said == PHRASES.size(count)
