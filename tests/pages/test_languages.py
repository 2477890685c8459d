"""Which way languages are written, and how the words of one stand within another's sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import Markup

from generator.model.values import Value
from generator.pages.languages import direction_of, inert_and_isolated, prose_in
from generator.pages.phrases import Phrases
from generator.reading.words import read_words
from tests.projects import TEMPLATES
from tests.pseudo import write_pseudo_words

ENGLISH = TEMPLATES / "words" / "en.yml"


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ps", "rtl"),
        ("ur", "rtl"),
        ("ur-PK", "rtl"),
        ("fa-AF", "rtl"),
        ("ar-XB", "rtl"),
        ("az-Arab", "rtl"),
        ("ks-Deva-IN", "rtl"),
        ("ug-Latn", "ltr"),
        ("en", "ltr"),
        ("zh", "ltr"),
    ],
)
def test_a_language_runs_in_the_direction_of_its_script(language: str, direction: str) -> None:
    assert direction == direction_of(language)


def test_a_page_in_english_needs_no_marks() -> None:
    assert "5–6 March 2031 & 58" == Phrases(read_words(ENGLISH)).plain("values.kinds.exact", low="5–6 March 2031 & 58")
    assert "<p>x</p>" == prose_in("en-GB", Markup("<p>x</p>"))


def test_words_of_the_records_keep_their_direction_in_a_turned_sentence() -> None:
    phrases = Phrases({"said": "{who} گفت: {what}"}, "fa")

    assert "\u2067\u2068Army (west)\u2069 گفت: \u20685 < 6\u2069\u2069" == phrases.plain(
        "said", who="Army (west)", what="5 < 6"
    )
    assert "\u20685 &#60; 6\u2069" in phrases.say("said", who="Army (west)", what="5 < 6")


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("Truce at the Sorn", "\u2068Truce at the Sorn\u2069"),
        ("Acme Co.", "\u2068Acme Co.\u2069"),
        ("belmark-soldiers-killed", "belmark-soldiers-killed"),
        (" rough", " rough"),
        ("M-3.6 3.6L0 0", "M-3.6 3.6L0 0"),
        (58, "58"),
        (Markup("<b>two words</b>"), "<b>two words</b>"),
    ],
)
def test_what_a_template_prints_is_isolated_where_it_is_words(value: object, printed: str) -> None:
    assert printed == inert_and_isolated(value)


def test_prose_of_the_records_is_marked_as_english_on_a_page_in_another_language() -> None:
    assert '<div lang="en" dir="ltr"><p>x</p></div>' == prose_in("fa", Markup("<p>x</p>"))


def test_qualifiers_are_translated_and_never_lost(tmp_path: Path) -> None:
    words = read_words(write_pseudo_words(tmp_path, "ar-XB"), ENGLISH)
    phrases = Phrases(words, "ar-XB")

    assert "\u2067\u206858\u2069\u2069" == phrases.value(Value("exact", 58, 58))
    assert "\u2067ات لیاست \u206858\u2069\u2069" == phrases.value(Value("at-least", 58))
    assert "\u20684.5\u2069 میللیون\u2069" in phrases.value(Value("about", 4_500_000, 4_500_000))
    assert "دوزینس" == phrases.value(Value("word", word="dozens"))
