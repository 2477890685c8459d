"""Which numbers in our own sentences need an owner."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.counting import counted_numbers

_SIGNS = st.sampled_from("0123456789٣५² .,-–/:$\n\u00a0abdeghilmnortuyéЖ百")


@pytest.mark.parametrize(
    ("prose", "flagged"),
    [
        ("Afghan forces killed 58 Pakistani soldiers.", ["58"]),
        ("Nine were killed and sixteen wounded.", ["Nine", "sixteen"]),
        ("The strike left forty-one civilians dead.", ["forty-one"]),
        ("One soldier was killed near the river.", ["One"]),
        ("One was killed and two were hurt.", ["One", "two"]),
        ("They took 25 army posts and 3 tanks.", ["25", "3"]),
        ("Dozens of people were displaced.", ["Dozens"]),
        ("Several Afghan border posts were destroyed.", ["Several"]),
        ("A number of civilians were wounded.", ["A number of"]),
        ("Tens of thousands of refugees waited.", ["Tens of thousands"]),
        ("The toll rose to 48.", ["48"]),
        ("Some 5,000 containers are stranded.", ["5,000"]),
        ("Trade losses reached $50 million.", ["50 million"]),
        ("Between 15 and 20 fighters died.", ["15", "20"]),
        ("A 20-soldier convoy and 20-odd militants.", ["20", "20"]),
        ("On 11 October 2025, 23 soldiers were killed.", ["23"]),
        ("On October 11, 23 soldiers were killed.", ["23"]),
        ("In October 23 soldiers were killed.", ["23"]),
        ("On 11 October 58 soldiers were killed.", ["58"]),
        ("More than 2000 people were displaced.", ["2000"]),
        ("The army killed 1950 militants in 2024.", ["1950"]),
        ("Half a dozen drones were shot down.", ["Half a dozen"]),
        ("۵۸ soldiers were killed.", ["۵۸"]),
        ("[event:2025-10-11-posts|Attacks] killed 58 soldiers [claim:x].", ["58"]),
        ("In 48 hours, 12 civilians were killed.", ["12"]),
        ("Two militant camps were destroyed.", ["Two"]),
    ],
)
def test_a_casualty_number_in_prose_is_flagged(prose: str, flagged: list[str]) -> None:
    assert flagged == [found.text for found in counted_numbers(prose)]


@pytest.mark.parametrize(
    "prose",
    [
        "On 11 October 2025 soldiers of both countries exchanged fire.",
        "On October 11 Taliban fighters attacked posts along the line.",
        "On the night of 11–12 October soldiers exchanged fire; people fled.",
        "Between 10 and 17 October civilians fled the district.",
        "On 15, 17 and 19 October soldiers met.",
        "In October 2025 the army said its soldiers were killed there.",
        "The fighting of 2025-10-11 killed soldiers on both sides.",
        "Since 2021 militants have killed civilians in the province.",
        "2025 was the deadliest year for civilians.",
        "In the 1990s refugees and fighters crossed there.",
        "At 21:50 soldiers opened fire.",
        "By 10 pm soldiers had seized the posts.",
        "A 48-hour truce began after the soldiers withdrew.",
        "Fighters and soldiers clashed for two days and three hours.",
        "Soldiers clashed for two to three consecutive days.",
        "The second round of talks followed the killing of civilians.",
        "It was one of the deadliest attacks on civilians.",
        "No one said how many soldiers had been killed.",
        "The two countries accuse each other of killing civilians.",
        "The two sides' soldiers exchanged fire.",
        "The two neighbouring governments dispute the number of dead.",
        "The strike hit homes 20 km from the border, residents said.",
        "Soldiers hold a line of 2,640 kilometres.",
        "Thousands of kilometres of border divide families.",
        "Section 3 describes the wounded; see rule 4 on the dead.",
        "Resolution 1988 lists members of the Taliban.",
        "1. Soldiers were killed on both sides.",
        "F-16 jets were used against fighters of the TTP2 cell.",
        "Ministers of three provinces met. Soldiers were killed.",
        "Many expect the truce to hold.",
        "Forces clashed at [figure:2025-10-12-mujahid#pakistan-military-killed] points.",
        "[figure:2025-10-12-mujahid#soldiers-killed] and [not-a-figure:48] soldiers.",
        "Soldiers died, [an outlet says](https://example.org/2025/58-soldiers-killed).",
        "205 Corps said that soldiers were killed.",
    ],
)
def test_calendar_prose_durations_and_names_are_left_alone(prose: str) -> None:
    assert () == counted_numbers(prose)


@pytest.mark.parametrize("part", ["1,", "58 killed ", "[a:", "](", "one ", "1 to ", "11 October ", "\n", "9"])
def test_long_texts_are_read_quickly(part: str) -> None:
    """A pull request may hold anything; the longest prose field has 20,000 characters."""
    began = time.process_time()
    counted_numbers(part * (20_000 // len(part)))

    assert time.process_time() - began < 2


@settings(max_examples=40, deadline=None)
@given(st.text(_SIGNS))
def test_a_counted_number_is_a_slice_of_the_text(text: str) -> None:
    for found in counted_numbers(text):
        assert found.text == text[found.start : found.end] != ""
