"""The words of a language: what a translated edition must hold, and what is said where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import ContentError
from generator.reading.words import read_words

MODEL = """\
dates:
  months: January February
  day: "{day} {month}"
frame:
  menu: Menu
"""
TRANSLATED = """\
dates:
  months: جنوری فروری
  day: "{month} {day}"
frame:
  menu: فهرست
"""


def problems(folder: Path, text: str) -> list[str]:
    (folder / "en.yml").write_text(MODEL, "utf-8")
    (folder / "ur.yml").write_text(text, "utf-8")
    with pytest.raises(ContentError) as refused:
        read_words(folder / "ur.yml", folder / "en.yml")
    return [f"{problem.message} ({problem.hint}) [{problem.code}]" for problem in refused.value.problems]


def test_a_whole_translation_is_read(tmp_path: Path) -> None:
    (tmp_path / "en.yml").write_text(MODEL, "utf-8")
    (tmp_path / "ur.yml").write_text(TRANSLATED, "utf-8")
    words = read_words(tmp_path / "ur.yml", tmp_path / "en.yml")

    assert {"menu": "فهرست"} == words["frame"]


def test_a_missing_sentence_is_named(tmp_path: Path) -> None:
    expected = "there is no sentence 'frame.menu' (in English: Menu) [missing-field]"

    assert [expected] == problems(tmp_path, TRANSLATED[: TRANSLATED.index("frame")])


def test_a_sentence_that_no_page_says_is_named(tmp_path: Path) -> None:
    expected = "no page has a use for the sentence 'frame.manu' (remove it) [unknown-field]"

    assert [expected] == problems(tmp_path, f"{TRANSLATED}  manu: x\n")


def test_a_lost_name_in_braces_is_named(tmp_path: Path) -> None:
    expected = "the names in braces of 'dates.day' differ (keep {day} {month}) [wrong-shape]"

    assert [expected] == problems(tmp_path, TRANSLATED.replace('"{month} {day}"', '"{month}"'))


def test_every_month_has_one_word(tmp_path: Path) -> None:
    expected = "'dates.months' has not one word for each month (use hyphens inside) [wrong-shape]"

    assert [expected] == problems(tmp_path, TRANSLATED.replace("جنوری فروری", "جنوری"))


def test_a_language_without_words_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as refused:
        read_words(tmp_path / "ur.yml")

    assert "there are no words for the language 'ur'" == refused.value.problems[0].message
