"""The mistakes of people who do not know YAML: each is one located line with the right form, and no other follows.

The file names of the twenty say what is wrong with them.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from generator.problems import summed
from tests.conftest import BASE, BRIEFING, ReadAndCheck, WriteContent

ARMY = "claims/2031-03-06-arvenian-army.yml"
MINISTRY = "claims/2031-03-06-belmark-ministry.yml"
CLASH = "events/2031-03-05-river-clash.yml"
TIMES = "sources/sorn-times-2031-03-06.yml"
REPORTS = """    reports:
      - source: sorn-times-2031-03-06
        quote: The Arvenian army said 58 Belmark soldiers were killed.
"""


def changed(file: str, old: str, new: str) -> str:
    """A file of the base with one slip."""
    text = (BASE / file).read_text("utf-8")
    assert old in text, (file, old)
    return text.replace(old, new, 1)


TWENTY: dict[str, str | bytes] = {
    "actors.yml": changed("actors.yml", "id: belmark-ministry", "id: arvenian-army"),
    "briefing.yml": changed("briefing.yml", "state: active", "state: activ"),
    "claims/2031-03-06-Upper-Case.yml": changed(ARMY, "58", "58"),
    "claims/2031-03-06-arabic-date.yml": changed(ARMY, "2031-03-06", "۲۰۳۱-۰۳-۰۶"),
    "claims/2031-03-06-curly-quotes.yml": changed(ARMY, "value: 58", "value: “58”"),
    "claims/2031-03-06-date-two-ways.yml": changed(ARMY, "2031-03-06", "11/10/2025"),
    "claims/2031-03-06-no-reports.yml": changed(ARMY, REPORTS, ""),
    "claims/2031-03-06-no-space.yml": changed(ARMY, "outcome: killed", "outcome:killed"),
    "claims/2031-03-06-no-such-field.yml": changed(ARMY, "outcome: killed", "outcom: killed"),
    "claims/2031-03-06-tab.yml": changed(ARMY, "    outcome", "\toutcome"),
    "claims/2031-03-06-thousands.yml": changed(ARMY, "value: 58", "value: 1.203"),
    "claims/2031-03-06-tilde.yml": changed(ARMY, "value: 58", "value: ~58"),
    "claims/2031-03-06-too-deep.yml": changed(ARMY, "    outcome", "      outcome"),
    "claims/2031-03-06-wrong-ending.yaml": changed(ARMY, "58", "58"),
    "claims/2031-03-06-wrong-id.yml": changed(ARMY, "arvenian-army", "Arvenian Army"),
    "events/2031-03-05-colon.yml": changed(CLASH, "title: Clash", "title: Clash: fire"),
    "events/2031-03-05-no-hyphen.yml": changed(CLASH, "  - sorn-bridge", "  sorn-bridge"),
    "events/2031-03-05-no-list.yml": changed(CLASH, "sources:\n  - sorn", "sources: sorn"),
    "events/2031-03-06-a-claim.yml": changed(ARMY, "58", "58"),
    "sources/utf-16.yml": changed(TIMES, "river", "bridge").encode("utf-16"),
    "sources/yes.yml": changed(TIMES, "full-text", "yes"),
}
BROKEN = """\
actors.yml:7:9: error: the id 'arvenian-army' is used twice (ids are never reused) [duplicate-id]
briefing.yml:5:10: error: unknown state 'activ' (did you mean 'active'?) [unknown-state]
claims/2031-03-06-Upper-Case.yml:1:1: error: the file name '2031-03-06-Upper-Case' is not an id (small letters a to z, digits and single hyphens, like 2031-03-06-upper-case) [bad-id]
claims/2031-03-06-arabic-date.yml:2:7: error: cannot read '۲۰۳۱-۰۳-۰۶' as a date (write ۲۰۳۱-۰۳-۰۶ as 2031-03-06) [bad-date]
claims/2031-03-06-curly-quotes.yml:7:12: error: curly quotation marks around the value (use straight quotation marks " " or none; pages set their own) [smart-quote]
claims/2031-03-06-date-two-ways.yml:2:7: error: cannot read '11/10/2025' as a date (11/10/2025 can be read two ways: write 2025-10-11 for 11 October or 2025-11-10 for 10 November) [bad-date]
claims/2031-03-06-no-reports.yml:5:5: error: 'reports' is missing (every figure has it) [missing-field]
claims/2031-03-06-no-space.yml:6:5: error: the YAML cannot be read here (put a space after the colon) [yaml-syntax]
claims/2031-03-06-no-such-field.yml:6:5: error: unknown field 'outcom' (did you mean 'outcome'?) [unknown-field]
claims/2031-03-06-tab.yml:6:1: error: the YAML cannot be read here (indent with spaces, never with tabs) [yaml-syntax]
claims/2031-03-06-thousands.yml:7:12: error: cannot read '1.203' as a figure (write thousands with a comma, 1,203, and decimals only before million or billion) [bad-value]
claims/2031-03-06-tilde.yml:7:12: error: cannot read '~58' as a figure (write about 58) [bad-value]
claims/2031-03-06-too-deep.yml:6:7: error: the YAML cannot be read here (indent this line by 4 spaces, like 'of' above) [yaml-syntax]
claims/2031-03-06-wrong-ending.yaml:1:1: error: '2031-03-06-wrong-ending.yaml' is not expected here (a record's file ends in .yml: 2031-03-06-wrong-ending.yml) [misplaced-file]
claims/2031-03-06-wrong-id.yml:1:11: error: 'Arvenian Army' is not an id (small letters a to z, digits and single hyphens, like arvenian-army) [bad-id]
events/2031-03-05-colon.yml:1:13: error: the YAML cannot be read here (put the text in double quotes when it contains ': ') [yaml-syntax]
events/2031-03-05-no-hyphen.yml:4:3: error: 'places' is a list, not a text (write each entry on a line of its own after '- ') [wrong-shape]
events/2031-03-05-no-list.yml:14:10: error: 'sources' is a list, not a text (write each entry on a line of its own after '- ') [wrong-shape]
events/2031-03-06-a-claim.yml:1:1: error: '2031-03-06-a-claim.yml' is not expected here (it looks like one of the claims; move it to claims/) [misplaced-file]
sources/utf-16.yml:1:1: error: file is not UTF-8 (save it with the encoding UTF-8) [not-utf8]
sources/yes.yml:7:7: error: unknown read 'yes' (expected one of: excerpt, full-text) [unknown-read]
"""  # noqa: E501 - the lines as they are printed


def told(root: Path, check: ReadAndCheck) -> list[str]:
    return [str(problem).removeprefix(f"content/{BRIEFING}/") for problem in check(root)]


def test_twenty_broken_files_are_as_many_located_errors_in_one_run(
    write_content: WriteContent, read_and_check: ReadAndCheck
) -> None:
    """And one more, because the briefing itself is broken too: the others are checked all the same."""
    root = write_content(TWENTY)

    assert BROKEN.splitlines() == told(root, read_and_check)
    assert "21 errors in 21 files" == summed(read_and_check(root))


class Slip(NamedTuple):
    """One slip in one file of the base, where it is told, and words of the hint."""

    file: str
    right: str
    wrong: str
    place: str
    hint: str


ALONE = [
    Slip(ARMY, "    outcome", "  outcome", "6:3", "indent this line by 4 spaces, like 'of' above"),
    Slip(ARMY, "    outcome", "outcome", "6:1", "indent this line by 4 spaces, like 'value' below"),
    Slip(ARMY, "        quote:", "      quote:", "11:7", "indent this line by 8 spaces, like 'source' above"),
    Slip(ARMY, "said:", " said:", "2:2", "begin this line at the margin, like 'claimant' above"),
    Slip(ARMY, "claimant:", " claimant:", "1:1", "begin the first field at the margin"),
    Slip(ARMY, "    reports:", "reports:", "9:1", "it belongs to 'figures': indent it like the other fields there"),
    Slip(CLASH, "  - sorn-times", "  - x\n    - sorn-times", "15:5", "its hyphen under the one above"),
    Slip(ARMY, "  - of", "\t- of", "5:1", "never with tabs"),
    Slip(ARMY, "quote: The Arvenian army said", "quote: It said:", "11:23", "when it contains ': '"),
    Slip(CLASH, "title: Clash", 'title: "Clash', "1:8", "is not closed"),
    Slip(CLASH, "title: Clash at the river Sorn", 'title: "Clash at the river”', "1:8", "with a straight mark"),
    Slip(CLASH, "title: Clash at", "title: 'The army's clash' at", "1:18", "double quotes are simpler"),
    Slip(CLASH, "title: Clash", 'title: "Clash"', "1:16", "put the whole text in single quotes"),
    Slip(CLASH, "title: Clash", "title: “Clash: fire”", "1:14", "not in curly ones"),
    Slip(CLASH, "title: Clash", "title: #1 clash", "1:7", "when it begins with #"),
    Slip(CLASH, "title: Clash", "title: - Clash", "1:8", "when it begins with -"),
    Slip(CLASH, "summary: Forces", "summary: {Forces}", "13:19", "when it begins with {"),
    Slip(CLASH, "countries exchanged", "countries\nexchanged", "14:1", "indent the line further when it goes on"),
    Slip(CLASH, "title:", "<<<<<<< HEAD\ntitle: x\n=======\ntitle:", "1:1", "two versions stand here"),
    Slip(CLASH, "  - sorn-bridge", "  * sorn-bridge", "4:4", "a hyphen and a space"),
    Slip(CLASH, "  - sorn-bridge", "  • sorn-bridge", "4:3", "after '- '"),
    Slip(CLASH, "- sorn-bridge", "-sorn-bridge", "4:3", "put a space after the hyphen"),
    Slip(ARMY, "- source", "-source", "10:7", "put a space after the hyphen"),
    Slip(ARMY, "  - of:", "    of:", "5:5", "write each entry on a line of its own after '- '"),
    Slip(ARMY, "outcome: killed", "outcome = killed", "6:5", "write 'name: value'"),
    Slip(ARMY, "outcome: killed", "outcome：killed", "6:5", "an ordinary colon"),
    Slip(ARMY, "outcome: killed", "outcome:\u00a0killed", "6:13", "an ordinary space"),
    Slip(ARMY, "claimant: arv", "claimant:arv", "1:1", "put a space after the colon"),
    Slip(ARMY, "value: 58", "value: >58", "7:14", "more than 58"),
    Slip(ARMY, "value: 58", "value: 58 killed", "7:12", "write 58 alone"),
    Slip(ARMY, "value: 58", "value: 58\n    value: 85", "8:5", "each field once"),
    Slip(ARMY, "claimant: arv", "claimant: ‘arvenian-army’ # arv", "1:11", "straight quotation marks"),
    Slip(ARMY, "outcome:", "Outcome:", "6:5", "did you mean 'outcome'?"),
    Slip(ARMY, "claimant: arvenian-army", "claimant: arvenia-army", "1:11", "did you mean 'arvenian-army'?"),
    Slip(TIMES, "published: 2031-03-06", "published: no", "4:12", "write it like 2025-10-11"),
    Slip("briefing.yml", "  - Fighting elsewhere", "  - Elsewhere: fighting", "41:5", "when it contains ': '"),
    Slip("places.yml", "id: sorn-district", "id: sorn-bridge", "7:9", "ids are never reused"),
]


@pytest.mark.parametrize("slip", ALONE, ids=lambda slip: f"{slip.wrong}")
def test_a_slip_is_one_line_with_the_right_form(
    slip: Slip, write_content: WriteContent, read_and_check: ReadAndCheck
) -> None:
    [line] = told(write_content({slip.file: changed(slip.file, slip.right, slip.wrong)}), read_and_check)

    assert line.startswith(f"{slip.file}:{slip.place}: error: ")
    assert slip.hint in line


MOVED = [  # from, to, words of the hint
    (ARMY, ARMY.replace(".yml", ".YML"), "2031-03-06-arvenian-army.yml"),
    (ARMY, f"{ARMY}.txt", "2031-03-06-arvenian-army.yml"),
    (ARMY, "claims/2031-03-06 Arvenian Army.yml", "like 2031-03-06-arvenian-army"),
    (ARMY, "sources/2031-03-06-arvenian-army.yml", "move it to claims/"),
    (ARMY, "2031-03-06-arvenian-army.yml", "move it to claims/"),
    (ARMY, "../2031-03-06-arvenian-army.yml", "move it to content/<briefing>/claims/"),
    (CLASH, CLASH.replace(".yml", ".yaml"), "2031-03-05-river-clash.yml"),
    (CLASH, "events/2031-03-05-River-Clash.yml", "like 2031-03-05-river-clash"),
    (CLASH, "claims/2031-03-05-river-clash.yml", "move it to events/"),
    (TIMES, "sorn-times-2031-03-06.yml", "move it to sources/"),
    ("briefing.yml", "briefing.yaml", "did you mean 'briefing.yml'?"),
    ("actors.yml", "Actors.yml", "did you mean 'actors.yml'?"),
    ("claims", "Claims", "did you mean 'claims'?"),
    ("events", "event", "did you mean 'events'?"),
    ("sources", "source", "did you mean 'sources'?"),
]


@pytest.mark.parametrize(("right", "wrong", "hint"), MOVED)
def test_a_wrong_name_or_folder_is_one_line_and_nothing_else_is_called_unknown(
    right: str, wrong: str, hint: str, write_content: WriteContent, read_and_check: ReadAndCheck
) -> None:
    root = write_content({})
    (root / BRIEFING / right).rename(root / BRIEFING / wrong)

    [line] = told(root, read_and_check)

    assert f"{wrong.removeprefix('../')}:1:1: error: " in line
    assert hint in line


@pytest.mark.parametrize(
    ("file", "right", "written"),
    [
        (ARMY, "value: 58", "value: ٥٨"),
        (ARMY, "value: 58", "value: ۵۸"),
        (ARMY, "value: 58", "value: fifty-eight"),
        (ARMY, "outcome: killed", "outcome:\tkilled"),
        (ARMY, "outcome: killed", "outcome: 'killed' # as the army says"),
    ],
)
def test_what_can_be_meant_in_one_way_only_is_taken(
    file: str, right: str, written: str, write_content: WriteContent, read_and_check: ReadAndCheck
) -> None:
    """Digits of any script say a number as well as ours."""
    assert [] == told(write_content({file: changed(file, right, written)}), read_and_check)


@pytest.mark.parametrize("value", ["58+", "over 58"])
def test_a_qualifier_in_another_form_is_taken_and_held_to_the_quote(
    value: str, write_content: WriteContent, read_and_check: ReadAndCheck
) -> None:
    [line] = told(write_content({ARMY: changed(ARMY, "value: 58", f"value: {value}")}), read_and_check)

    assert line.endswith("(write 58, or quote the words that hold the qualifier) [qualifier-added]")


def test_windows_line_ends_and_a_byte_order_mark_move_no_line(
    write_content: WriteContent, read_and_check: ReadAndCheck
) -> None:
    text = changed(ARMY, "killed", "kiled").replace("\n", "\r\n")
    fine = changed(MINISTRY, "23", "23").replace("\n", "\r\n")
    root = write_content({ARMY: b"\xef\xbb\xbf" + text.encode(), MINISTRY: b"\xef\xbb\xbf" + fine.encode()})

    [line] = told(root, read_and_check)

    assert line.startswith(f"{ARMY}:6:14: error: unknown outcome 'kiled'")


# -- a broken briefing.yml -------------------------------------------------------------------


@pytest.mark.parametrize("broken", ["state: activ", "state: [", None])
def test_a_broken_briefing_does_not_silence_the_other_files(
    broken: str | None, write_content: WriteContent, read_and_check: ReadAndCheck
) -> None:
    """Links, quotes and sentences are checked; what is declared in briefing.yml is nobody's mistake then."""
    root = write_content(
        {
            ARMY: changed(ARMY, "claimant: arvenian-army", "claimant: arvenia-army"),
            MINISTRY: changed(MINISTRY, "value: 23", "value: 24"),
            CLASH: changed(CLASH, "Forces of", "Martyred forces of"),
        }
    )
    briefing = root / BRIEFING / "briefing.yml"
    if broken:
        briefing.write_text(changed("briefing.yml", "state: active", broken))
    else:
        briefing.unlink()

    codes = [problem.code for problem in read_and_check(root) if not problem.at.file.endswith("/briefing.yml")]

    assert ["unknown-actor", "quote-lacks-number", "party-vocabulary"] == codes
    assert 1 == len([p for p in read_and_check(root) if p.at.file.endswith("/briefing.yml")])
