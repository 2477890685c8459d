"""Numbers in sentences: what they say, in digits and in the words of many languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.numerals import numbers_in, says_number, says_word

_SIGNS = st.sampled_from("0123456789٣५² .,-–/:$\n\u00a0abdeghilmnortuyéЖ百")


def _values(text: str, language: str = "en") -> list[int | None]:
    return [found.value for found in numbers_in(text, language)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("58 killed, 30 wounded", [58, 30]),
        ("1,203 in all", [1203]),
        ("1 203 in all", [1203]),
        ("1\u202f203 in all", [1203]),
        ("1'203 in all", [1203]),
        ("14,70,000 people", [1_470_000]),
        ("worth $4.5 billion", [4_500_000_000]),
        ("losing $1m daily", [1_000_000]),
        ("1.47 million Afghans", [1_470_000]),
        ("50 lakh rupees", [5_000_000]),
        ("5 crore", [50_000_000]),
        ("15-20 posts, 60–70 people", [15, 20, 60, 70]),
        ("casualties—35 killed", [35]),
        ("US$2 million and Rs500", [2_000_000, 500]),
        ("twenty-five or thirty two", [25, 32]),
        ("one hundred and twelve", [112]),
        ("one thousand two hundred and three", [1203]),
        ("fifty-six thousand", [56_000]),
        ("a dozen, two dozen, half a dozen", [12, 24, 6]),
        ("nine and sixteen", [9, 16]),
        ("four women and one man", [4, 1]),
        ("F-16, AK-47, TTP2, G20 and COVID-19", []),
        ("the 58th, a sixth tank, the twenty-first", []),
        ("in the 1990s, two-thirds, $2.13", []),
        ("on 2025-10-11 at 21:50, 11/10/2025", []),
        ("dozens, hundreds, several hundred", []),
        ("12 mil", [12]),
    ],
)
def test_numbers_are_found_in_english(text: str, values: list[int]) -> None:
    assert values == _values(text)


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("fa", "۵۸ سرباز پاکستانی کشته شدند", 58),
        ("fa", "پنجاه و هشت سرباز", 58),
        ("ar", "مقتل ٢٣ جنديا", 23),
        ("ar", "مقتل ثمانية وخمسين جنديا", 58),
        ("ar", "وثلاثة مدنيين", 3),
        ("ar", "١٬٢٠٣ هجمات", 1203),
        ("ur", "۲۳ جوان", 23),
        ("ur", "تیئس نہیں بلکہ انتیس اہلکار زخمی ہوئے", 29),
        ("ps", "۹ تنه ووژل شول", 9),
        ("hi", "२३ सैनिक मारे गए", 23),
        ("hi", "तीन पाकिस्तानी सैन्य चौकियां", 3),
        ("hi", "पाँच नागरिक", 5),
        ("bn", "৫৮ জন সৈন্য", 58),
        ("bn", "ছয়জন সৈন্য নিহত", 6),
        ("es", "cincuenta y ocho soldados", 58),
        ("es", "treinta y una personas", 31),
        ("es", "doscientas personas", 200),
        ("es", "dos mil doscientos tres", 2203),
        ("es", "1.203 ataques", 1203),
        ("es", "más de 1,47 millones", 1_470_000),
        ("fr", "cinquante-huit soldats", 58),
        ("fr", "une trentaine de blessés", 30),
        ("fr", "4,5 milliards de dollars", 4_500_000_000),
        ("ru", "пятьдесят восемь солдат", 58),
        ("ru", "гибели пятидесяти восьми солдат", 58),
        ("ru", "трое военных", 3),
        ("ru", "свыше 5 тысяч контейнеров", 5000),
        ("tr", "elli sekiz asker", 58),
        ("tr", "ellisekiz asker", 58),
        ("tr", "18'i sivil", 18),
        ("de", "achtundfünfzig Soldaten", 58),
        ("de", "Achtundfuenfzig Soldaten", 58),
        ("de", "eintausendzweihundertdrei Angriffe", 1203),
        ("de", "ein Soldat", 1),
        ("it", "cinquantotto soldati", 58),
        ("it", "due negozi di scarpe", 2),
        ("pt", "duas pessoas", 2),
        ("zh", "至少有17名平民死亡", 17),
        ("zh", "五十八名士兵", 58),
        ("zh", "一千二百零三人", 1203),
        ("zh", "1.4万人", 14_000),
        ("en", "Forty-one civilians", 41),
        ("xx", "58 anything", 58),
    ],
)
def test_a_number_is_recognised_in_digits_and_words(language: str, text: str, number: int) -> None:
    assert says_number(text, number, language)


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("es", "cincuenta y ocho soldados", 8),
        ("es", "cincuenta y ocho soldados", 50),
        ("es", "los soldados", 2),
        ("fr", "quatre-vingt-dix blessés", 80),
        ("de", "achtundfünfzig Soldaten", 8),
        ("ru", "пятьдесят восемь солдат", 8),
        ("tr", "elli sekiz asker", 8),
        ("fa", "۵۸ سرباز", 8),
        ("zh", "五十八名士兵", 8),
        ("en", "fifty-eight soldiers", 50),
        ("en", "1,203 attacks", 203),
        ("en", "dozens were killed", 12),
        ("en", "hundreds were killed", 100),
        ("en", "an F-16 was seen", 16),
        ("xx", "fifty-eight", 58),
    ],
)
def test_a_part_of_a_number_is_not_that_number(language: str, text: str, number: int) -> None:
    assert not says_number(text, number, language)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**12))
def test_a_printed_number_is_found_again(number: int) -> None:
    assert [number] == _values(f"{number:,} people")
    assert says_number(f"{number}".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")), number, "fa")


@settings(max_examples=40, deadline=None)
@given(st.text(_SIGNS), st.sampled_from(["en", "es", "ar", "bn", "zh"]))
def test_a_found_number_is_a_slice_of_the_text(text: str, language: str) -> None:
    for found in numbers_in(text, language):
        assert found.text == text[found.start : found.end] != ""


@pytest.mark.parametrize(
    ("text", "word", "language", "said"),
    [
        ("wounded dozens more", "dozens", "en", True),
        ("a dozen injured", "dozens", "en", False),
        ("hundreds of containers", "hundreds", "en", True),
        ("hundreds of containers", "thousands", "en", False),
        ("Large numbers of families", "a large number", "en", True),
        ("decenas de heridos", "dozens", "es", True),
        ("des dizaines de blessés", "dozens", "fr", True),
        ("سینکڑوں ٹرک", "hundreds", "ur", True),
        ("سینکڑوں ٹرک", "dozens", "ur", False),
        ("the ministry gave no toll", "no figure given", "en", True),
    ],
)
def test_vague_words_are_looked_for_as_words(text: str, word: str, language: str, said: bool) -> None:
    assert said is says_word(text, word, language)
