"""`briefings new` on real files: conversations, scripts, and what is never written."""

from __future__ import annotations

import os
import select
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from generator.arranging.arranged import arrange
from generator.commands.new import claim, new
from generator.pipeline import check_content
from tests.commands.conversations import check, run_script, type_answers
from tests.conftest import BRIEFING, WriteContent
from tests.projects import hashes, make_project
from tests.test_docs import CONTRIBUTING, blocks

RIVER = "https://sorn-times.example/2031/river"
MILL = "https://sorn-times.example/2031/03/09/mill"
RADIO = "https://radio-haven.example/2031/03/10/mill"
QUOTE = "The Arvenian army said at least 12 Belmark soldiers were killed at the mill."
REPLY = "The ministry said 4 Belmark soldiers were killed at the mill."
CLAIM = (
    *("--claimant", "belmark-ministry", "--event", "2031-03-05-river-clash", "--said", "2031-03-07"),
    *("--figure", "belmark-soldiers killed about 30", "--quote", "about 30 soldiers had been killed"),
)
KNOWN = ("--source", RIVER)
NEW_PAGE = (
    *("--source", RADIO, "--publisher", "Radio Haven", "--published", "2031-03-10"),
    *("--language", "en", "--source-kind", "broadcaster", "--read", "excerpt"),
)


@pytest.fixture
def root(tmp_path: Path, write_content: WriteContent) -> Path:
    """A project with the small fictional briefing."""
    write_content({})
    return tmp_path


@pytest.fixture
def folder(root: Path) -> Path:
    return root / "content" / BRIEFING


# -- the whole journey -------------------------------------------------------------------------

EVENT = (
    *(MILL, "", "", "full-text"),  # the site is known: title left out, date from the address
    *("Fire at the mill", "2031-03-08", "sorn bridge", ""),
    *("armed-clash", "arvenian army, belmark ministry", "Both sides exchanged fire at the mill.", ""),
)
FIRST = ("y", "arvenian-army", "", "2031-03-09", "", QUOTE, "", "", "", "", "", "")
SECOND = (
    *("y", "belmark-ministry", RADIO, "Radio Haven", "en", "broadcaster", "", "", "excerpt", ""),
    *("", REPLY, "", "", "", "", "", ""),
)


def test_an_event_with_two_competing_claims_and_two_sources_by_new_alone(root: Path, folder: Path) -> None:
    done = type_answers(root, "event", *EVENT, *FIRST, *SECOND, "n")

    assert 0 == done.exit_code, done.output
    assert "no problems; 16 records read\n" == check(root)
    (dossier,) = check_content(root / "content").corpus.dossiers
    (question,) = [q for q in arrange(dossier).questions if q.window.id == "2031-03-08-fire-mill"]
    assert "contested" == question.state
    assert {"sorn-times-2031-03-09", "radio-haven-2031-03-10"} <= {path.stem for path in folder.glob("sources/*")}


def test_what_is_written_keeps_the_number_as_it_was_said(root: Path, folder: Path) -> None:
    type_answers(root, "event", *EVENT, *FIRST, "n")

    text = (folder / "claims" / "2031-03-09-arvenian-army.yml").read_text()
    assert "    value: at least 12\n" in text
    assert f"        quote: {QUOTE}\n" in text
    assert "        # gloss: Our English translation.  # needed where the quote is not English\n" in text


def test_the_end_says_what_was_written_and_what_to_do_next(root: Path) -> None:
    done = type_answers(root, "event", *EVENT, "n")

    assert f"written: content/{BRIEFING}/events/2031-03-08-fire-mill.yml\n" in done.stdout
    assert f"written: content/{BRIEFING}/sources/sorn-times-2031-03-09.yml\n" in done.stdout
    assert f"`make serve` at http://localhost:8000/{BRIEFING}/events/2031-03-08-fire-mill/\n" in done.stdout


# -- wrong answers -----------------------------------------------------------------------------


def test_an_answer_that_a_field_cannot_take_is_explained_and_asked_again(root: Path, folder: Path) -> None:
    wrong = (*EVENT[:5], "8 March 2031", "2031-03-08", *EVENT[6:])
    done = type_answers(root, "event", *wrong, "n")

    assert 0 == done.exit_code, done.output
    assert "cannot read '8 March 2031' as a date (write 8 March 2031 as 2031-03-08)" in done.stdout
    assert (folder / "events" / "2031-03-08-fire-mill.yml").exists()


def test_a_quote_without_the_number_is_asked_again_with_the_number(root: Path, folder: Path) -> None:
    answers = ("arvenian-army", "river", RIVER, "2031-03-07", "", "many were killed", "", "", "62", "", "n")
    again = ("62 Belmark soldiers were killed", "", "", "")
    done = type_answers(root, "claim", *answers, *again)

    assert 0 == done.exit_code, done.output
    assert "the quote does not say '62'" in done.stdout
    assert "[quote-lacks-number]" in done.stdout
    assert "quote: 62 Belmark soldiers were killed" in (folder / "claims/2031-03-07-arvenian-army.yml").read_text()


def test_a_misspelt_name_offers_what_comes_near(root: Path) -> None:
    done = type_answers(root, "claim", "arvenien-army")

    assert "'arvenien-army' is not here. arvenian-army: Arvenian army?" in done.stdout


def test_part_of_a_name_that_several_have_gives_a_numbered_list(root: Path) -> None:
    done = type_answers(root, "event", RIVER, "Fire", "2031-03-08", "so", "2")

    assert "'so' may be:\n    1  sorn-bridge: Sorn Bridge (crossing)\n    2  sorn-district" in done.stdout
    assert "  → sorn-district: Sorn (district)" in done.stdout


def test_a_lower_number_of_the_same_speaker_is_asked_about(root: Path, folder: Path) -> None:
    quote = "The army now says 40 Belmark soldiers were killed."
    answers = ("arvenian-army", "river", RIVER, "2031-03-07", "", quote, "", "", "", "", "y", "", "", "")
    done = type_answers(root, "claim", *answers)

    assert 0 == done.exit_code, done.output
    assert "On 2031-03-06 the same speaker said '58'. Does '40' replace that?" in done.stdout
    text = (folder / "claims/2031-03-07-arvenian-army.yml").read_text()
    assert "    revises: 2031-03-06-arvenian-army#belmark-soldiers-killed\n" in text
    assert "    reason: no reason stated in the report\n" in text


def test_the_same_number_again_is_pointed_out(root: Path) -> None:
    answers = ("arvenian-army", "river", RIVER, "2031-03-06", "", "58 Belmark soldiers were killed")
    done = type_answers(root, "claim", *answers, "", "", "", "")
    assert "the same speaker said the same on 2031-03-06: claims/2031-03-06-arvenian-army.yml" in done.stdout


def test_an_option_that_does_not_fit_the_rest_is_asked_again(root: Path, folder: Path) -> None:
    answers = (*EVENT[:5], "2031-03", *EVENT[6:-1], "2031-03-08", "before 22:00", "", "n")
    done = type_answers(root, "event", *answers, options=("--time", "21:50"))

    assert 0 == done.exit_code, done.output
    assert "the time '21:50' has no day" in done.stdout
    assert "time: before 22:00\n" in (folder / "events" / "2031-03-08-fire-mill.yml").read_text()


def test_answers_can_be_changed_before_anything_is_written(root: Path, folder: Path) -> None:
    changed = ("", "", "", "", "Fire at the old mill", "", "", "", "", "", "")
    done = type_answers(root, "event", *EVENT[:-1], "c", *changed, "", "n")

    assert 0 == done.exit_code, done.output
    assert ["2031-03-05-river-clash", "2031-03-08-fire-old-mill"] == sorted(p.stem for p in folder.glob("events/*"))


def test_the_id_can_be_changed(root: Path, folder: Path) -> None:
    done = type_answers(root, "event", *EVENT[:-1], "Not An Id", "2031-03-08-mill", "", "n")

    assert "'Not An Id' is not an id" in done.stdout
    assert (folder / "events" / "2031-03-08-mill.yml").exists()


def test_an_id_that_does_not_begin_with_the_date_is_asked_again(root: Path, folder: Path) -> None:
    done = type_answers(root, "event", *EVENT[:-1], "mill", "2031-03-08-mill", "", "n")

    assert "the id 'mill' does not begin with the date in 'when'" in done.stdout
    assert (folder / "events" / "2031-03-08-mill.yml").exists(), done.output


def test_a_quote_in_another_language_is_asked_for_its_meaning(root: Path, folder: Path) -> None:
    page = (RADIO, "Radio Haven", "fa", "broadcaster", "", "", "excerpt")
    words = ("figure", "ارتش گفت ۱۲ سرباز کشته شدند", "The army said 12 soldiers were killed")
    figure = ("", "killed", "", "", "yes", "")
    done = type_answers(root, "claim", "arvenian-army", "river", *page, "", *words, *figure, "", "")

    assert 0 == done.exit_code, done.output
    text = (folder / "claims" / "2031-03-10-arvenian-army.yml").read_text("utf-8")
    assert "    value: 12\n" in text
    assert "        gloss: The army said 12 soldiers were killed\n" in text


def test_a_statement_and_an_answer_are_asked_for_in_turn(root: Path, folder: Path) -> None:
    statement = ("statement", "the other side fired first", "who fired", "The other side fired first, it said.")
    answer = ("response", "ministry", "denies", "", "It called the names invented.")
    done = type_answers(root, "claim", "arvenian-army", "river", "sorn times", "", *statement, *answer, "", "")

    assert 0 == done.exit_code, done.output
    text = (folder / "claims" / "2031-03-06-arvenian-army-river-clash.yml").read_text()
    assert "  - point: who-fired-first\n    says: the other side fired first\n" in text
    assert "  - to: 2031-03-06-belmark-ministry#belmark-soldiers-killed\n    kind: denies\n" in text


def test_of_several_briefings_one_is_chosen(tmp_path: Path) -> None:
    make_project(tmp_path / "sample")
    asked = type_answers(
        tmp_path / "sample", "actor", "corvo", "Harbour master", "office", "", "harbour master", "", ""
    )
    told = run_script(tmp_path / "sample", "actor", "--name", "x")

    assert 0 == asked.exit_code, asked.output
    assert "added to content/corvo-delmar-2030/actors.yml\n" in asked.stdout
    assert "missing option '--briefing'" in told.stderr


# -- records on the way ------------------------------------------------------------------------


def test_an_actor_and_a_place_can_be_made_in_the_middle_of_an_event(root: Path, folder: Path) -> None:
    before = (folder / "actors.yml").read_bytes(), (folder / "places.yml").read_bytes()
    mill = ("+", "Old Mill", "site", "Arvenia", "", "")
    guard = ("arvenian-army, +", "Belmark border guard", "security-service", "belmark", "border guard of Belmark", "")
    done = type_answers(root, "event", *EVENT[:6], *mill, "", "armed", *guard, *EVENT[-2:], "n")

    assert 0 == done.exit_code, done.output
    assert "no problems" in check(root)
    actors, places = (folder / "actors.yml").read_bytes(), (folder / "places.yml").read_bytes()
    assert (actors[: len(before[0])], places[: len(before[1])]) == before
    assert b"  - id: belmark-border-guard\n" in actors[len(before[0]) :]
    assert "  - old-mill\n" in (folder / "events" / "2031-03-08-fire-mill.yml").read_text()


def test_a_new_actor_that_is_not_wanted_after_all_leaves_nothing(root: Path, folder: Path) -> None:
    before = hashes(folder)
    done = type_answers(root, "event", *EVENT[:9], "+", "Belmark border guard")

    assert 1 == done.exit_code
    assert "stopped; nothing was written" in done.stderr
    assert before == hashes(folder)


# -- each kind alone ---------------------------------------------------------------------------


def test_a_source_alone(root: Path, folder: Path) -> None:
    done = type_answers(root, "source", RIVER, RADIO, "Radio Haven", "", "broadcaster", "Mill", "", "", "")

    assert 0 == done.exit_code, done.output
    assert "the page is already the source 'sorn-times-2031-03-06'" in done.stdout
    assert "nothing cites the source 'radio-haven-2031-03-10'" in done.stderr
    assert "published: 2031-03-10\n" in (folder / "sources" / "radio-haven-2031-03-10.yml").read_text()


def test_an_actor_alone_is_added_at_the_end(root: Path, folder: Path) -> None:
    before = (folder / "actors.yml").read_text()
    done = type_answers(root, "actor", "Arven hospital", "hospital", "", "hospital in Arven", "Arven clinic", "")

    assert 0 == done.exit_code, done.output
    after = (folder / "actors.yml").read_text()
    assert (
        before
        + (
            "  - id: arven-hospital\n"
            "    name: Arven hospital\n"
            "    kind: hospital\n"
            "    descriptor: hospital in Arven\n"
            "    also:\n"
            "      - Arven clinic\n"
            "    # side, part_of, sources: see CONTRIBUTING.md\n"
        )
        == after
    )
    assert "no problems" in check(root)


def test_a_place_with_coordinates_names_the_page_that_gives_them(root: Path, folder: Path) -> None:
    atlas = ("https://atlas.example/sorn", "River Atlas", "en", "reference", "", "unknown", "excerpt")
    done = type_answers(
        root, "place", "Old Mill", "site", "Arvenia", "", "34.111, 71", "34.11, 71.08", "exact", *atlas, ""
    )

    assert 0 == done.exit_code, done.output
    assert "'34.111, 71' is finer than two decimals (round to two decimals)" in done.stdout
    assert "    coordinates_source: river-atlas\n" in (folder / "places.yml").read_text()
    assert "no problems" in check(root)


def test_a_whole_briefing_passes_the_check(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    page = ("https://gazette.example/2030/11/20/strait", "Strait Gazette", "en", "newspaper", "", "", "full-text")
    done = type_answers(
        tmp_path,
        "briefing",
        *("Corvo–Delmar, the strait in 2030", "", "Corvo", "the government of Corvo", "", "Delmar"),
        *("fishermen of Delmar", "armed-group", *page, "A patrol boat of Corvo met a fishing boat of Delmar."),
        *("ended", "Both governments closed the matter.", "2030-11-30", "Atlantic/Azores", "", "The strait", "area"),
        *("What happened in the strait", "Elections", ""),
    )

    assert 0 == done.exit_code, done.output
    assert "no problems; 5 records read\n" == check(tmp_path)
    text = (tmp_path / "content" / "corvo-delmar-the-strait-in-2030" / "briefing.yml").read_text()
    assert "    label: soldiers of Corvo\n" in text
    assert "# headline: [{window: " in text


# -- scripts -----------------------------------------------------------------------------------


def test_options_alone_write_a_claim_with_its_source(root: Path, folder: Path) -> None:
    done = run_script(root, "claim", *CLAIM, *NEW_PAGE, "--basis", "estimate", "--no-input")

    assert 0 == done.exit_code, done.output
    assert "no problems; 13 records read\n" == check(root)
    text = (folder / "claims" / "2031-03-07-belmark-ministry.yml").read_text()
    assert "    value: about 30\n    basis: estimate\n" in text
    assert "source: radio-haven-2031-03-10\n" in text


def test_a_known_address_finds_its_source_by_itself(root: Path, folder: Path) -> None:
    done = run_script(root, "claim", *CLAIM, "--source", f"{RIVER}/#top")

    assert 0 == done.exit_code, done.output
    assert 2 == len(list(folder.glob("sources/*")))
    assert "source: sorn-times-2031-03-06\n" in (folder / "claims" / "2031-03-07-belmark-ministry.yml").read_text()


def test_one_command_gives_several_figures_and_answers_each_with_its_quote(root: Path, folder: Path) -> None:
    rest = (
        *("--figure", "arvenian-civilians wounded east-bank 3", "--quote", "three civilians were hurt"),
        *("--statement", "who-fired-first: the other side fired first", "--quote", "the other side fired"),
        *("--response", "denies 2031-03-06-arvenian-army#belmark-soldiers-killed", "--quote", "not true"),
    )
    done = run_script(root, "claim", *CLAIM, *rest, *KNOWN)

    assert 0 == done.exit_code, done.output
    text = (folder / "claims" / "2031-03-07-belmark-ministry.yml").read_text()
    assert "    value: 3\n    scope: east-bank\n" in text
    assert "  - point: who-fired-first\n    says: the other side fired first\n" in text
    assert "  - to: 2031-03-06-arvenian-army#belmark-soldiers-killed\n    kind: denies\n" in text


@pytest.mark.parametrize("option", ["--claimant", "--event", "--said", "--figure", "--quote", "--source"])
def test_a_missing_option_is_named(root: Path, folder: Path, option: str) -> None:
    before = hashes(folder)
    given = [*CLAIM, *KNOWN]
    place = given.index(option)
    done = run_script(root, "claim", *given[:place], *given[place + 2 :])

    assert 2 == done.exit_code
    assert f"missing option '{option}'" in done.stderr
    assert before == hashes(folder)


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--said", "7 March", "--said '7 March': cannot read '7 March' as a date"),
        ("--claimant", "army", "--claimant 'army': nothing is called 'army' here (expected one of: arvenian-army)"),
        ("--quote", "dozens of soldiers", "[quote-lacks-number]"),
    ],
)
def test_a_wrong_value_exits_1_and_writes_nothing(root: Path, folder: Path, option: str, value: str, told: str) -> None:
    before = hashes(folder)
    given = [*CLAIM, *KNOWN]
    given[given.index(option) + 1] = value
    done = run_script(root, "claim", *given)

    assert 1 == done.exit_code
    assert told in done.stderr
    assert before == hashes(folder)


def test_a_problem_across_records_is_shown_as_the_check_would(root: Path) -> None:
    given = [*CLAIM, *KNOWN]
    given[given.index("--said") + 1] = "2031-03-04"
    done = run_script(root, "claim", *given)

    where = f"content/{BRIEFING}/claims/2031-03-04-belmark-ministry.yml:3:7: error: "
    assert 1 == done.exit_code
    assert f"{where}said 2031-03-04, before the event began (2031-03-05) (check both dates) [said-be" in done.stderr
    assert "Error: nothing was written\n" in done.stderr


def test_the_number_of_quotes_has_to_fit(root: Path) -> None:
    done = run_script(root, "claim", *CLAIM, *KNOWN, "--quote", "one too many")

    assert 2 == done.exit_code
    assert "2 --quote for 1 figures, statements and responses; give one for each, in that order" in done.stderr


@pytest.mark.parametrize("file", ["claims/2031-03-06-arvenian-army", "events/2031-03-05-river-clash"])
def test_nothing_is_overwritten(root: Path, folder: Path, file: str) -> None:
    before = hashes(folder)
    kind, _, id = file.partition("s/")
    event = ("--title", "x", "--when", "2031-03-05", "--subtype", "other", "--actor", "arvenian-army", "--summary", "x")
    done = run_script(root, kind, *(CLAIM if kind == "claim" else event), *KNOWN, "--id", id)

    assert 1 == done.exit_code
    assert f"'{id}' is there already and is not overwritten; choose another name with --id" in done.stderr
    assert before == hashes(folder)


def test_a_second_claim_of_one_day_gets_a_name_of_its_own(root: Path, folder: Path) -> None:
    for value in ("about 30", "about 30"):
        run_script(root, "claim", *CLAIM, *KNOWN, "--figure", f"arvenian-civilians killed {value}", "--quote", value)
    done = run_script(root, "claim", *CLAIM, *KNOWN)
    again = run_script(root, "claim", *CLAIM, *KNOWN)

    assert [0, 0] == [done.exit_code, again.exit_code], done.output + again.output
    assert {"2031-03-07-belmark-ministry", "2031-03-07-belmark-ministry-river-clash"} <= {
        path.stem for path in folder.glob("claims/*")
    }


def test_a_briefing_that_is_there_is_not_touched(root: Path, folder: Path) -> None:
    before = hashes(folder)
    done = run_script(root, "briefing", "--title", "x", "--short-title", "x", "--id", BRIEFING)

    assert 1 == done.exit_code
    assert f"'{BRIEFING}' is there already" in done.stderr
    assert before == hashes(folder)


def test_content_with_mistakes_is_put_right_first(root: Path, folder: Path) -> None:
    (folder / "places.yml").write_text("places: none\n")
    done = run_script(root, "claim", *CLAIM, *KNOWN)

    assert 1 == done.exit_code
    assert "put right what is there before you add to it" in done.stderr


# -- terminals and pipes -----------------------------------------------------------------------

TERMINAL = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
"""Runs a command in a pseudo terminal, and types into it what comes through the pipe."""
COMMAND = [sys.executable, "-m", "generator"]


def test_a_pipe_that_nobody_writes_to_is_never_waited_for(root: Path) -> None:
    reading, writing = os.pipe()
    try:
        done = subprocess.run(
            [*COMMAND, "-C", str(root), "new", "claim"],
            stdin=reading,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    finally:
        os.close(reading)
        os.close(writing)

    assert 2 == done.returncode
    assert "missing option '--claimant'" in done.stderr


def test_a_terminal_is_asked_and_ctrl_c_writes_nothing(root: Path, folder: Path) -> None:
    before = hashes(folder)
    command = [sys.executable, "-c", TERMINAL, *COMMAND, "-C", str(root), "new", "claim"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as terminal:
        printed = read_until(terminal, b"Who says it?", b"> ")
        type_in(terminal, b"arvenian-army\r")
        printed += read_until(terminal, b"Which event is it about?", b"> ")
        interrupt(terminal)
        printed += read_until(terminal, b"stopped; nothing was written")

    assert 1 == terminal.returncode
    assert before == hashes(folder)


def type_in(terminal: subprocess.Popen[bytes], keys: bytes) -> None:
    assert terminal.stdin
    terminal.stdin.write(keys)
    terminal.stdin.flush()


def interrupt(terminal: subprocess.Popen[bytes]) -> None:
    """Press Ctrl-C, as people do again when a terminal that is just being set up has swallowed it."""
    assert terminal.stdout
    for _ in range(10):
        type_in(terminal, b"\x03")
        if select.select([terminal.stdout], [], [], 5)[0]:
            return


def read_until(terminal: subprocess.Popen[bytes], *wanted: bytes) -> bytes:
    """What the program prints, up to some texts in their order; never waits longer than a minute for more."""
    assert terminal.stdout
    printed = b""
    place = 0
    for text in wanted:
        while printed.find(text, place) < 0:
            more = select.select([terminal.stdout], [], [], 60)[0] and os.read(terminal.stdout.fileno(), 4096)
            if not more:
                terminal.kill()
            assert more, f"waited for {text!r} after {printed!r}"
            printed += more
        place = printed.find(text, place) + len(text)
    return printed


# -- help --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", new.commands)
def test_every_kind_and_every_option_has_a_sentence_of_help(name: str) -> None:
    command = new.commands[name]

    assert (command.help or "").splitlines()[0].endswith(".")
    assert [] == [option.name for option in command.params if isinstance(option, click.Option) and not option.help]


def test_every_kind_of_record_can_be_made() -> None:
    assert ["actor", "briefing", "claim", "event", "place", "source"] == sorted(new.commands)


def test_the_command_in_contributing_runs(root: Path) -> None:
    block = next(block for block in blocks(CONTRIBUTING, "sh") if "new claim" in block)
    done = run_script(root, "claim", *shlex.split(block.replace("\\\n", " "))[3:])

    assert 0 == done.exit_code, done.output
    assert "no problems; 13 records read\n" == check(root)


def test_the_command_in_the_help_runs(root: Path) -> None:
    help_ = (claim.help or "").partition("\b")[2].replace("\\\n", " ")
    done = run_script(root, "claim", *shlex.split(help_)[3:])

    assert 0 == done.exit_code, done.output
    assert "no problems; 13 records read\n" == check(root)
