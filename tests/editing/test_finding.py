"""A typed word finds what it names exactly, or what comes near it."""

from __future__ import annotations

import pytest

from generator.editing.finding import Choice, find_matches

CHOICES = (
    Choice("zabihullah-mujahid", "Zabihullah Mujahid", ("Zabiullah Mujahid", "Mujahid")),
    Choice("yaqoob-mujahid", "Mohammad Yaqoob Mujahid"),
    Choice("torkham", "Torkham", ("Turkham", "طورخم")),
    Choice("belmark-ministry", "Belmark Ministry of Défence"),
)


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("torkham", "torkham"),
        (" TORKHAM ", "torkham"),
        ("طورخم", "torkham"),
        ("mujahid", "zabihullah-mujahid"),
        ("belmark ministry of defence", "belmark-ministry"),
    ],
)
def test_a_whole_name_is_exact(typed: str, id: str) -> None:
    exact = find_matches(typed, CHOICES).exact

    assert exact is not None
    assert id == exact.id


def test_parts_of_a_name_find_all_that_have_them() -> None:
    assert ["zabihullah-mujahid", "yaqoob-mujahid"] == near("mujah")
    assert ["yaqoob-mujahid"] == near("moh muj")
    assert ["belmark-ministry"] == near("inistry")


@pytest.mark.parametrize("typed", ["torkam", "Turkam", "belmrk"])
def test_a_misspelt_name_finds_what_looks_alike_and_says_so(typed: str) -> None:
    matches = find_matches(typed, CHOICES)

    assert matches.misspelt
    assert len(matches.near) == 1


@pytest.mark.parametrize("typed", ["", "?!", "xyzzy"])
def test_what_is_nowhere_near_finds_nothing(typed: str) -> None:
    assert (None, ()) == (find_matches(typed, CHOICES).exact, find_matches(typed, CHOICES).near)


def test_a_name_that_two_share_is_not_exact() -> None:
    two = (Choice("a", "The army"), Choice("b", "Army of the north", ("The army",)))

    assert [None, "a", "b"] == [
        find_matches("the army", two).exact,
        *[c.id for c in find_matches("the army", two).near],
    ]


def near(typed: str) -> list[str]:
    return [choice.id for choice in find_matches(typed, CHOICES).near]
