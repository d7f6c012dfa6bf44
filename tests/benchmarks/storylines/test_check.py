"""The set holds together, and what does not is told with its place and the reason."""

import shutil
from pathlib import Path

import pytest

from benchmarks.storylines.check import faults, faults_of
from benchmarks.storylines.gold import GOLD, HERE, Half, storylines

SOUND = HERE / Half.DEVELOPMENT / "encarnacion-escape"


def test_the_set_holds_together() -> None:
    assert [str(fault) for fault in faults()] == []


def test_the_names_of_storylines_are_told_apart_between_the_halves(tmp_path: Path) -> None:
    for half in Half:
        shutil.copytree(SOUND, tmp_path / half / SOUND.name)
    assert [str(fault) for fault in faults(tmp_path)] == [
        f"{SOUND.name}: folder: both halves have a storyline of this name"
    ]


LAUNDRY = """in the prison laundry"
origins_min = 1
origins_max = 1
origins = ["Ministry of Justice"]
"""

FLAWS = {
    "words that are not on the page": (
        'words = "Nobody was injured"',
        'words = "Nobody was hurt"',
        "statement 01f: 01-justice-ministry.html: these words do not stand in the page: 'Nobody was hurt'",
    ),
    "words that stand there twice": (
        'words = "guards were paid to look the other way"',
        'words = "guards"',
        "statement 04d: 04-daily-comet.html: these words stand in the page 4 times (add `after`): 'guards'",
    ),
    "a value that the model does not know": (
        'certainty = "unknown"',
        'certainty = "sure"',
        "form: Invalid enum value 'sure' - at `$.statement[32].certainty`",
    ),
    "a field that nobody knows": (
        'region = "',
        'regoin = "x"\nregion = "',
        "form: Object contains unknown field `regoin` - at `$.storyline`",
    ),
    "no TOML": (
        "[storyline]",
        "[storyline",
        "form: Expected ']' at the end of a table declaration (at line 1, column 11)",
    ),
    "a file that is not there": (
        'file = "08-radio-guaira.txt"',
        'file = "09-radio-guaira.txt"',
        "report 09-radio-guaira.txt: there is no such file beside gold.toml",
    ),
    "a file that nobody names": (
        'file = "08-radio-guaira.txt"',
        'file = "09-radio-guaira.txt"',
        "report 08-radio-guaira.txt: the file stands in the folder and no [[report]] names it",
    ),
    "a report that is not known": (
        'id = "08k"\nreport = "08-radio-guaira.txt"',
        'id = "08k"\nreport = "radio"',
        "statement 08k: no [[report]] with a file 'radio'",
    ),
    "a claim that is not known": (
        'claims = ["laundry"]',
        'claims = ["sheets"]',
        "statement 06c: no [[claim]] 'sheets'",
    ),
    "a claim without members": (
        'claims = ["unhurt"]',
        "claims = []",
        "claim unhurt: no statement is a member of it",
    ),
    "the same id twice": ('id = "01b"', 'id = "01a"', "statement 01a: given 2 times"),
    "the same words twice": (
        'words = "Three toilets serve a block of 140 men"',
        'words = "Our monitors visited the prison on 22 May"',
        "statement 07d and 07e: the same words of 07-open-cells.html",
    ),
    "a time that is none": (
        'time = "2024-05-22"',
        'time = "22 May"',
        "statement 07e: time is no EDTF level 1 date or interval: '22 May'",
    ),
    "a day that is none": (
        'published = "2024-06-13"',
        'published = "2024-06-31"',
        "report 07-open-cells.html: published is no ISO 8601 day or minute: '2024-06-31'",
    ),
    "a title that the page does not show": (
        'title = "27 inmates tunnel out of Paraguay prison"',
        'title = "27 inmates tunnel into Paraguay prison"',
        "report 05-luzon-sentinel.txt: the page does not show this title: '27 inmates tunnel into Paraguay prison'",
    ),
    "bounds the wrong way round": (
        "min = 1912, max = 1912",
        "min = 1912, max = 1000",
        "statement 07c: quantity '1,912 people': min 1912 is more than max 1000",
    ),
    "no bound at all": (
        'words = "1,912 people", min = 1912, max = 1912',
        'words = "1,912 people"',
        "statement 07c: quantity '1,912 people' has neither min nor max",
    ),
    "a number that is not among the words": (
        'words = "1,912 people"',
        'words = "2,000 people"',
        "statement 07c: quantity '2,000 people' does not stand in the statement's words",
    ),
    "a manner without a source": (
        'chain = ["Sofía Recalde"]',
        "chain = []",
        "statement 07h: manner direct and chain []: unattributed goes with an empty chain only",
    ),
    "a source without a name": (
        'chain = ["Sofía Recalde"]',
        'chain = [" "]',
        "statement 07h: a name in the chain is empty",
    ),
    "a stance of nobody": ('by = "Nilda Ortigoza"', 'by = ""', "statement 02f: a stance of nobody"),
    "a range that cannot be": (
        "origins_min = 2\norigins_max = 3",
        "origins_min = 4\norigins_max = 3",
        "claim escape: origins 4 to 3: no range that can be",
    ),
    "more origins than there can be": (
        'origins_min = 0\norigins_max = 1\norigins = ["Cono Sur Wire"]',
        'origins_min = 0\norigins_max = 1\norigins = ["x", "y"]',
        "claim march: 2 origins are named, outside of 0 to 1",
    ),
    "contested by nobody": (
        f"{LAUNDRY}contested = false",
        f"{LAUNDRY}contested = true",
        "claim laundry: contested, and no member is negative",
    ),
    "a denial overlooked": (
        'origins = ["Celso Maidana"]\ncontested = true',
        'origins = ["Celso Maidana"]\ncontested = false',
        "claim bribe: not contested, and there are both sides of it",
    ),
    "a derivation of a kind that there is not": (
        'kinds = ["copies"]',
        'kinds = ["steals"]',
        "form: Invalid enum value 'steals'",
    ),
    "a derivation of no kind": (
        'kinds = ["copies"]',
        "kinds = []",
        "derivation 05-luzon-sentinel.txt from 02-cono-sur-wire.txt: no kind is given",
    ),
    "a derivation without evidence": (
        "evidence = \"Word for word, cut after half of it; '(Agencies)'.\"",
        'evidence = ""',
        "derivation 05-luzon-sentinel.txt from 02-cono-sur-wire.txt: no evidence is given",
    ),
    "a derivation from what came later": (
        'published = "2024-06-12"',
        'published = "2024-06-09"',
        "derivation 05-luzon-sentinel.txt from 02-cono-sur-wire.txt: it was published before what it derives from",
    ),
    "a drift of no statement": ('from = "02j"', 'from = "02z"', "drift 04i from 02z: no [[statement]] 02z"),
    "a drift between claims": ('from = "02j"', 'from = "02i"', "drift 04i from 02i: the two statements share no claim"),
    "a drift without a derivation": (
        'statement = "05f"\nfrom = "02f"',
        'statement = "05f"\nfrom = "06j"',
        "drift 05f from 06j: 05-luzon-sentinel.txt does not derive from 06-cono-sur-wire-corrected.txt",
    ),
    "a drift that the annotation does not show": (
        'from = "02j"\nkind = "hedge_lost"',
        'from = "02j"\nkind = "quantity_changed"',
        "drift 04i from 02j: the two statements, as they are annotated, do not show quantity_changed",
    ),
    "a source that is gone twice": (
        'statement = "04d"\nfrom = "02f"\nkind = "hedge_lost"',
        'statement = "04d"\nfrom = "02f"\nkind = "attribution_dropped"',
        "drift 04d from 02f: both allegation_as_fact and attribution_dropped",
    ),
    "too few traps": (
        'traps = ["two similar events", ',
        'traps = ["two"]\n# ',
        "traps: 1 of them; at least 2 are asked for",
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), FLAWS.values(), ids=FLAWS.keys())
def test_a_flaw_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    folder = tmp_path / SOUND.name
    shutil.copytree(SOUND, folder)
    gold = (folder / GOLD).read_text(encoding="utf8")
    assert old in gold
    (folder / GOLD).write_text(gold.replace(old, new, 1), encoding="utf8")
    assert any(f"{place}: {reason}".startswith(told) for place, reason in faults_of(folder)), list(faults_of(folder))


def test_a_folder_without_gold(tmp_path: Path) -> None:
    assert list(faults_of(tmp_path)) == [("file", "cannot be read: No such file or directory")]


@pytest.mark.parametrize("half", Half)
def test_each_half_has_six_storylines_or_more(half: Half) -> None:
    assert len(storylines(half)) >= 6
