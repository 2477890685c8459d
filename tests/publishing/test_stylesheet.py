"""Trimming keeps what pages can use, drops the rest, and the check notices every loss."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from generator.publishing.stylesheet import (
    StylesheetError,
    check_trimmed,
    relinked,
    trim_stylesheet,
    write_stylesheet,
)

PAGE = (
    '<!doctype html><html lang="ur-PK" dir="rtl"><body class="md-typeset wide"><p id="top" class="lead">x</p>'
    '<details><summary>y</summary></details><svg viewBox="0 0 1 1"><linearGradient/></svg>'
    '<a href="#top" data-kind="source">z</a><template><li class="hit"></li></template></body></html>'
)
THEME = next(Path(str(files("material"))).glob("templates/assets/stylesheets/main.*.min.css"))


def trimmed(css: str, *pages: str) -> str:
    return trim_stylesheet(css, pages or (PAGE,))


@pytest.mark.parametrize(
    "rule",
    [
        "p{color:red}",
        ".lead{color:red}",
        "#top{color:red}",
        "*{color:red}",
        "p.lead#top{color:red}",
        ".md-typeset>p+details~a{color:red}",
        "[data-kind]{color:red}",
        "[data-kind=source]{color:red}",
        '[data-kind="source"]{color:red}',
        "[lang|=ur]{color:red}",
        "[href^=http]{color:red}",
        "lineargradient{color:red}",
        "template .hit{color:red}",
        "p:hover::before{color:red}",
        "p:not(.absent){color:red}",
        ":is(.absent,.lead){color:red}",
        ":where(p:is(.lead,.absent)){color:red}",
        "p:nth-child(2n+1){color:red}",
        ":root{color:red}",
    ],
)
def test_what_can_match_stays(rule: str) -> None:
    """The printed rule is the same, byte for byte: minifying changes nothing in these."""
    assert rule == trimmed(rule)


@pytest.mark.parametrize(
    "rule",
    [
        "ul{color:red}",
        ".absent{color:red}",
        "#absent{color:red}",
        "p.absent{color:red}",
        ".absent p{color:red}",
        "[data-other]{color:red}",
        "[data-kind=other]{color:red}",
        ":is(.absent,.gone) p{color:red}",
        ".gone:not(.absent){color:red}",
        "@media print{.absent{color:red}}",
        "@font-face{font-family:Absent;src:local(x)}",
        "@keyframes absent{to{opacity:0}}",
        ":root{--absent:1px}",
        "p{}",
    ],
)
def test_what_cannot_match_goes(rule: str) -> None:
    assert trimmed(rule) == ""


@pytest.mark.parametrize("state", ["details[open]", "p[hidden]", "a[aria-expanded=true]", "p:focus-visible"])
def test_states_that_come_later_stay(state: str) -> None:
    """No page is built with an open <details>; readers open it."""
    assert f"{state}{{color:red}}" == trimmed(f"{state} {{ color: red }}")


def test_what_the_search_script_adds_stays() -> None:
    assert trimmed(".md-typeset mark{color:red}") == ".md-typeset mark{color:red}"


def test_only_the_selectors_that_match_remain() -> None:
    assert trimmed("p, .absent , a:hover{color:red}") == "p,a:hover{color:red}"


def test_conditions_are_looked_into() -> None:
    css = "@media print { @supports (display: grid) { p { color: red } .absent { color: red } } }"

    assert trimmed(css) == "@media print{@supports (display: grid){p{color:red}}}"


def test_custom_properties_stay_when_asked_for_through_others() -> None:
    css = ":root{--a:var(--b);--b:1px;--c:var(--a)}p{margin:var(--a)}"

    assert trimmed(css) == ":root{--a:var(--b);--b:1px}p{margin:var(--a)}"


def test_fonts_and_animations_stay_when_asked_for() -> None:
    css = (
        '@font-face{font-family:"Naskh";src:local("Noto Naskh")}@keyframes turn{to{opacity:0}}'
        ":root{--text:Naskh,serif}p{font-family:var(--text);animation:turn 1s}"
    )

    assert css == trimmed(css)


def test_minifying_keeps_strings_and_sums() -> None:
    css = 'p { content: "a ,  b" ; width: calc( 1px + 2px ) ; margin : 0  1px !important ; /* why */ }'

    assert trimmed(css) == 'p{content:"a ,  b";width:calc( 1px + 2px );margin:0 1px!important}'


def test_the_order_of_rules_is_kept() -> None:
    css = "p{color:red}@media print{p{color:blue}}p{color:green}"

    assert css == trimmed(css)


def test_broken_css_is_an_error() -> None:
    with pytest.raises(ValueError, match="line 2"):
        trimmed("p{color:red}\n}")


def test_the_check_accepts_what_trimming_made_of_the_theme() -> None:
    css = THEME.read_text(encoding="utf-8")
    small = trimmed(css)

    check_trimmed(css, small, [PAGE])
    assert len(small) < len(css) / 5
    assert small == trimmed(small)


@pytest.mark.parametrize("lost", ["p{color:red}", "details[open]{color:red}", ":is(.absent,.lead){color:red}"])
def test_the_check_names_a_rule_that_was_lost(lost: str) -> None:
    with pytest.raises(StylesheetError, match="lacks what pages use") as caught:
        check_trimmed(f"a{{color:red}}{lost}", "a{color:red}", [PAGE])

    assert caught.value.lost == [lost.partition("{")[0]]


def test_the_check_tells_a_rule_for_print_from_the_same_one_for_screens() -> None:
    with pytest.raises(StylesheetError, match="@media print p"):
        check_trimmed("p{color:red}@media print{p{color:blue}}", "p{color:red}", [PAGE])


def test_the_check_names_a_custom_property_that_was_lost() -> None:
    with pytest.raises(StylesheetError, match="--a"):
        check_trimmed(":root{--a:1px}p{margin:var(--a)}", "p{margin:var(--a)}", [PAGE])


@pytest.mark.parametrize("text", ['class="absent"', "&lt;ul class=absent&gt;", "<!-- <ul class='absent'> -->"])
def test_markup_in_a_text_is_no_markup(text: str) -> None:
    """A contributor's words can neither keep a rule nor stop the build."""
    page = f"<p>{text}</p><p title='&lt;ul&gt; class=absent'>x</p>"
    css = "ul{color:red}.absent{color:red}p{color:red}"

    assert trimmed(css, page) == "p{color:red}"
    check_trimmed(css, trimmed(css, page), [page])


LINKS = (
    '<link rel="stylesheet" href="../assets/stylesheets/main.57a0d79d.min.css">\n'
    '<link rel="stylesheet" href="../assets/site.css">\n'
)


def test_pages_link_one_stylesheet_instead_of_two() -> None:
    assert relinked(LINKS, "site.0a1b.css") == '<link rel="stylesheet" href="../assets/site.0a1b.css">\n'


def test_the_stylesheet_is_named_by_its_content_and_linked_from_each_page(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "deep").mkdir()
    (tmp_path / "assets/site.css").write_text(".lead{color:red}.absent{color:red}", encoding="utf-8")
    for name in ("index.html", "deep/index.html"):
        (tmp_path / name).write_text(LINKS + PAGE, encoding="utf-8")

    written = write_stylesheet(tmp_path, THEME)

    assert [written.name] == [path.name for path in (tmp_path / "assets").iterdir()]
    assert written.read_text(encoding="utf-8").endswith(".lead{color:red}")
    for name in ("index.html", "deep/index.html"):
        page = (tmp_path / name).read_text(encoding="utf-8")
        assert f"../assets/{written.name}" in page
        assert "stylesheets/main" not in page
