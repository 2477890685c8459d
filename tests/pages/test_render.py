"""Whatever records say, a page keeps its own shape."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml

from generator.arranging.arranged import arrange
from generator.model.corpus import Dossier
from generator.model.dates import parse_when
from generator.pages.addresses import edition_uri, root_of
from generator.pages.edition import plan_edition
from generator.pages.prose import TAGS
from generator.pages.render import Printer, machine_date
from generator.pages.site import Page, Plan
from tests.builders import (
    CLASH,
    RED,
    STORY,
    background,
    claim,
    dossier,
    event,
    figure,
    place,
    reports,
    response,
    says,
    source,
)
from tests.pages.test_inert import EXTENSIONS, Seen
from tests.pages.test_phrases import ENGLISH
from tests.projects import TEMPLATES

PRINTER = Printer(TEMPLATES, ENGLISH)
PROSE = {*TAGS, "a"}
HOSTILE = [
    "</section></td></table><script>alert(1)</script><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="\' onfocus=\'alert(1)',
    "[x](javascript:alert(1)) ![x](//evil.example/x.png) <https://evil.example/>",
    "**b** _i_ `c` # h\n\n---\n\n> q\n\n1. l\n- l",
    "| a | b |\n|---|---|\n| {{ config.extra }} {% raw %} {: onclick=alert(1) } | [TOC] --8<-- '/etc/passwd' |",
    '="@/evil/" id="@/evil/" @/evil/ &lt;b&gt; &#60;b&#62; &colon; \\<b\\>',
    "[event:2031-03-05-clash] [not-a-figure:48] \u0002klzzwxh:0001\u0003",
    "--- # ''' \"\"\" : !!python/object %YAML",
]


def story(text: str) -> Dossier:
    """Every field that takes free text holds this one; prose does too."""
    said = reports(text, gloss=text, via=text, note=text)
    gone = {"date": "2031-03-20", "why": text}
    fixed = {"date": "2031-03-21", "field": text, "was": text, "now": text, "why": text}
    worded: dict[str, Any] = {"includes": text, "note": text, "reports": said}
    return dossier(
        event(title=text, summary=text, note=text, places=["ford"], time_zone=text, corrections=[fixed]),
        event("2031-03-09-raid", "2031-03-09", title=text, summary=text, withdrawn=gone, responds_to=[CLASH]),
        source(publisher=text, title=text, republishes=text, note=text),
        place("ford", name=text, admin=text, also=[text], countries=[text], note=text),
        background(text, title=text),
        claim("blue-army", figure("58", **worded), said="2031-03-06", note=text),
        claim(
            "blue-army",
            figure("at least 20", reason=text, **worded),
            figure("dozens", outcome="wounded", reports=reports(text, quote_lacks_number=text)),
            said="2031-03-08",
            statements=[{"point": "who-fired-first", "says": text, "reports": said, "note": text}],
        ),
        claim("red-army", figure("23"), responses=[response("denies", "2031-03-06-blue-army", says=text, note=text)]),
        claim("monitor", figure("9", scope="east-bank"), withdrawn=gone, statements=[says(text)]),
        title=text,
        short_title=text,
        summary=text,
        status={"state": "talks", "rationale": text, "as_of": "2031-04-01", "sources": ["times"]},
        sides=[{**RED, "name": text, "descriptor": text}, {"id": "blue", "name": text, "descriptor": text}],
        groups=[
            {"id": "red-soldiers", "label": text, "unit": text, "side": "red", "note": text},
            {"id": "blue-soldiers", "label": text, "unit": text, "side": "blue"},
        ],
        scopes=[{"id": "east-bank", "label": text}],
        points=[{"id": "who-fired-first", "question": text, "event": CLASH}],
        headline=[{"window": CLASH, "of": "red-soldiers", "outcome": "killed"}],
        scope_in=[text],
        scope_out=[text],
    )


@cache
def printed(text: str) -> dict[str, str]:
    """The Markdown of every page but the rules on the pages of method and errors, which are no record's."""
    arranged = arrange(story(text))
    plan = Plan(
        (arranged,),
        ENGLISH,
        {"articles": [], "hatches": []},
        {edition_uri(STORY): 12_000},
    )
    return {page.uri: PRINTER.render(page) for page in plan.pages()}


@cache
def read(text: str) -> dict[str, Seen]:
    """The same pages as a browser gets them."""
    bodies = {uri: page.split("---\n", 2)[2] for uri, page in printed(text).items()}
    return {uri: Seen(markdown.markdown(body, extensions=EXTENSIONS)) for uri, body in bodies.items()}


def names(page: Seen) -> set[str]:
    return {name for name, _ in page.attributes}


def links(page: Seen) -> set[str | None]:
    return {value for name, value in page.attributes if name in ("href", "src", "action")}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_the_shape_of_no_page(text: str) -> None:
    """Next to a page on which every text is 'x'. What prose may make is left out: it has its own tests."""
    for uri, page in read(text).items():
        harmless = read("x")[uri]

        assert [t for t in harmless.tags if t not in PROSE] == [t for t in page.tags if t not in PROSE], uri
        assert names(harmless) == names(page), uri


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_leads_nowhere_new(text: str) -> None:
    for uri, page in read(text).items():
        clash = f"{root_of(uri)}{STORY}/events/{CLASH}/"

        assert links(page) <= links(read("x")[uri]) | {clash}, uri


@pytest.mark.parametrize("text", HOSTILE)
def test_front_matter_gives_the_theme_the_text_itself(text: str) -> None:
    """Titles go through the theme, which escapes them; YAML must read them as text and nothing else."""
    for page in printed(text).values():
        meta = yaml.safe_load(page.split("---\n", 2)[1])

        assert {"title", "description", "kind", "filters", "index"} <= set(meta)
    overview = yaml.safe_load(printed(text)[f"{STORY}/index.md"].split("---\n", 2)[1])
    assert " ".join(text.split()) == " ".join(overview["title"].split())


@cache
def edition(text: str) -> Seen:
    return Seen(PRINTER.render_file(plan_edition(arrange(story(text)), ENGLISH, "en")))


@pytest.mark.parametrize("text", HOSTILE)
def test_the_one_file_edition_keeps_its_shape_too(text: str) -> None:
    """It is finished HTML: no Markdown comes after it."""
    assert [t for t in edition("x").tags if t not in PROSE] == [t for t in edition(text).tags if t not in PROSE]
    assert names(edition("x")) == names(edition(text))


def test_a_printed_page_does_not_depend_on_what_was_printed_before() -> None:
    once = printed("x")
    printed.cache_clear()

    assert once == printed("x")


@pytest.mark.parametrize(
    ("coded", "machine"),
    [
        ("2031-03-05", "2031-03-05"),
        ("2031-03", "2031-03"),
        ("2031", "2031"),
        ("night of 2031-03-05", None),
        ("2031-03-05 to 2031-03-09", None),
        ("by 2031-03-05", None),
    ],
)
def test_machines_read_no_finer_date_than_people(coded: str, machine: str | None) -> None:
    assert machine == machine_date(parse_when(coded))


def test_a_template_that_was_edited_is_compiled_anew(tmp_path: Path) -> None:
    """Templates are compiled once a process, by name; a preview must still show each save."""
    page = Page("index.md", "home", "Home", "About")
    for text in ("before", "after"):
        (tmp_path / "pages").mkdir(exist_ok=True)
        (tmp_path / "pages" / "home.j2").write_text(text)

        assert Printer(tmp_path, ENGLISH).render(page).endswith(f"\n{text}\n")
    assert "after" not in printed("x")["index.md"]
