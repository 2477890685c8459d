"""Prose: a small Markdown subset, references resolved, and nothing else."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.model.prose import Reference
from generator.pages.inert import inert
from generator.pages.prose import TAGS, render_prose
from tests.pages.test_inert import Seen

LONGEST = 20_000
"""Characters that a prose field takes."""


def resolve(reference: Reference) -> Markup:
    return Markup('<a href="#{}">{}</a>').format(reference.target, reference.words or reference.kind)


def shown(text: str) -> str:
    return str(render_prose(text, resolve)).replace("\n", "")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("*so* and _so_", "<p><em>so</em> and <em>so</em></p>"),
        ("**so** and __so__", "<p><strong>so</strong> and <strong>so</strong></p>"),
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("1. one\n2. two", "<ol><li>one</li><li>two</li></ol>"),
        ("> said", "<blockquote><p>said</p></blockquote>"),
        ("one  \ntwo", "<p>one<br>two</p>"),
        (r"5 \* 3", "<p>5 * 3</p>"),
        ("snake_case_name", "<p>snake_case_name</p>"),
    ],
)
def test_the_subset_is_rendered(text: str, html: str) -> None:
    assert html == shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "no heading\n===",
        "---",
        "`no code`",
        "a | b",
        "<b>no HTML</b>",
        "<script>alert(1)</script>",
        "<!-- no comment -->",
        "&lt; &amp; &#60;",
        "<https://example.org/>",
        "[words][1]",
        "[1]: https://example.org/",
        '<a href="@/x" onclick="y">',
        "{: .class onclick=x }",
        "--8<-- 'file'",
        "[TOC]",
        "\u0002klzzwxh:0001\u0003",
    ],
)
def test_everything_else_is_text(text: str) -> None:
    seen = Seen(shown(text))

    assert {"p"} == set(seen.tags)
    assert text.replace("\n", "").strip("\u0002\u0003") == seen.text.strip("\u0002\u0003")


def test_indented_text_is_no_code() -> None:
    assert "<p>far in</p>" == shown("        far in")


def test_links_lead_to_public_addresses_and_tell_them_nothing() -> None:
    html = shown("see [their page](https://en.example.org/wiki/Sorn_(river)?a=1&b=2)")

    assert [
        ("href", "https://en.example.org/wiki/Sorn_(river)?a=1&b=2"),
        ("rel", "noopener noreferrer nofollow"),
    ] == Seen(html).attributes
    assert "see their page" == Seen(html).text


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\u200bscript:alert(1)",
        "data:text/html,x",
        "//example.org/x",
        "/etc/passwd",
        "@/claims/x/",
        "../../x",
        "http://localhost/",
        "http://10.0.0.1/",
        "https://user:word@example.org/",
        "https://example.org/a b",
        'https://example.org/"onclick="x',
        "https://example.org/x 'title'",
    ],
)
def test_any_other_link_is_text(target: str) -> None:
    seen = Seen(shown(f"[words]({target})"))

    assert ["p"] == seen.tags
    assert f"[words]({target})" == seen.text


def test_an_image_is_a_link_at_most() -> None:
    assert ["p", "a"] == Seen(shown("![picture](https://example.org/x.png)")).tags


def test_references_are_resolved_inside_emphasis_and_lists_too() -> None:
    html = shown("- **[event:2031-03-05-clash|the *clash*]** and [place:ford]")

    assert (
        '<ul><li><strong><a href="#2031-03-05-clash">the *clash*</a></strong> and <a href="#ford">place</a></li></ul>'
    ) == html


def test_a_reference_is_never_taken_for_a_link() -> None:
    assert '<p><a href="#ford">place</a>(https://example.org/)</p>' == shown("[place:ford](https://example.org/)")


def test_a_token_of_ours_cannot_be_typed() -> None:
    typed = "\ue0000\ue001 [place:ford]"

    assert '<p>0 <a href="#ford">place</a></p>' == shown(typed)


def test_no_text_can_look_like_a_link_of_the_site() -> None:
    """'="@/' is how links to addresses are marked until the page's own address is known."""
    html = shown('="@/claims/x/" id="@/x"')

    assert '="@/' not in html
    assert '="@/claims/x/" id="@/x"' == Seen(html).text


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters() | st.sampled_from(list("<>&\"'`*_[](){}#+-.!|\\:/ \n")), max_size=80))
def test_no_text_makes_other_tags_or_attributes(text: str) -> None:
    seen = Seen(str(render_prose(text, lambda reference: inert(reference.target))))

    assert set(seen.tags) <= {*TAGS, "a"}
    assert {name for name, _ in seen.attributes} <= {"href", "rel"}


def test_deep_lists_and_quotes_end_as_text() -> None:
    """Markdown would run out of levels at about a hundred."""
    assert 5 > shown("- " * 9000 + "end").count("<ul>")
    assert 5 > shown("1. " * 6000 + "end").count("<ol>")
    assert 5 > shown("> " * 9000 + "end").count("<blockquote>")
    assert 10 > shown("\n".join(" " * 4 * depth + "- a" for depth in range(95))).count("<ul>")


@pytest.mark.parametrize(
    "part",
    [
        *("[", "[[", "[](", "*[", "[`", "[a](http://e.org/", "[event:x", "[a](((", "![", "[a]: "),
        *("*", "**", "***", "_", "*a", "**a ", "*a**b", "***a*b**", "_*", "a_", "\\", "`", "``` "),
        *("- ", "1. ", "> ", "- 1. > ", "- a\n", "> a\n", "\n- a\n    ", "  - a\n\n", "\t", "  \n"),
        *("<", "<a ", "<!--", "&", "&#", "<?", "<![CDATA[", "\n\n", "a\n"),
    ],
)
def test_the_longest_field_is_rendered_quickly(part: str) -> None:
    """Of the full Markdown, '[' alone took forty seconds (TRUST: Markdown itself can be the bomb)."""
    began = time.process_time()
    render_prose((part * LONGEST)[:LONGEST], resolve)

    assert time.process_time() - began < 4
