"""Input that is no clean page: each costs itself at most, is named with its reason, and the rest is read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.e2e.pages import BRIDGE, REWRITE


@dataclass(frozen=True, slots=True)
class Bad:
    """Bytes under a name, and the words of the message that must name their fault."""

    name: str
    data: bytes
    message: str


LATIN = BRIDGE.replace("Hanna", "Zoé").encode("latin-1", "ignore").decode("latin-1")

LEFT_OUT = [
    Bad("empty.txt", b"", "nothing in it but white space (empty)"),
    Bad("blank.txt", b" \n\t\n", "nothing in it but white space (empty)"),
    Bad("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(300), "not text"),
    Bad("cut.gz", b"\x1f\x8b\x08\x00\x00", "the gzip data is cut off"),
    Bad("menu.txt", b"Home\nNews\nSport\n", "no article found on this page (no_body)"),
    Bad("row.jsonl", b"{]\n", "not JSON"),
]


@pytest.mark.parametrize("bad", LEFT_OUT, ids=lambda bad: bad.name)
def test_what_holds_no_report_is_named_with_its_reason(run: Run, bad: Bad) -> None:
    Path(bad.name).write_bytes(bad.data)
    done = run("read", bad.name)
    assert done.status == 1
    assert f"left out {bad.name}" in done.err
    assert bad.message in done.err
    assert done.out == b""


def test_one_line_of_50_megabytes_is_too_large(run: Run) -> None:
    Path("long.txt").write_bytes(b"The mayor said. " * 3_125_000)
    done = run("read", "long.txt")
    assert done.status == 1
    assert "long.txt" in done.err
    assert "50,000,000 bytes; a report may have 20,000,000 bytes (too_large)" in done.err


def test_an_endless_line_below_the_limit_is_kept_without_statements(run: Run) -> None:
    Path("line.txt").write_text("The mayor of Gdynia said that it rained. " * 3_000, encoding="utf8")
    done = run("extract", "line.txt")
    (report,) = done.lines
    assert done.status == 0
    assert report["statements"] == []
    assert "an article of 12" in done.err
    assert "(too_large)" in done.err


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        pytest.param("latin-1", LATIN, id="latin-1"),
        pytest.param("utf-16-le", BRIDGE, id="utf-16 without a mark"),
        pytest.param("utf-16", BRIDGE, id="utf-16 with a mark"),
        pytest.param("utf-8-sig", BRIDGE, id="utf-8 with a mark"),
    ],
)
def test_another_encoding_is_read(run: Run, encoding: str, text: str) -> None:
    (report,) = run("extract", "-", stdin=text.encode(encoding)).lines
    assert report["text"] == text
    assert report["published"] == "2024-02-07T14:05"
    assert report["statements"]


def test_cyrillic_bytes_without_a_declaration_are_read_and_their_language_is_named(run: Run) -> None:
    page = (
        "Мост через Вислу закрыт\n\nМост был закрыт во вторник вечером, сообщили в мэрии города. Никто не пострадал.\n"
    )
    done = run("extract", "-", stdin=page.encode("cp1251"))
    assert done.lines[0]["text"] == page
    assert "no statements are found in this language yet: ru (language)" in done.err


@pytest.mark.parametrize("mark", ['"', "“", "”", "„", "«", "'", "’", '"“"'])
def test_a_stray_quotation_mark_loses_no_report(run: Run, mark: str) -> None:
    page = BRIDGE.replace("Details: ", f"Details: {mark}")
    (report,) = run("extract", "-", stdin=page.encode()).lines
    assert report["text"] == page
    assert len(report["statements"]) >= 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("7 February 2024, 18:30\n", "", id="no date"),
        pytest.param("2024", "1066", id="a date long before newspapers"),
        pytest.param("7 February", "31 February", id="a day that no calendar has"),
    ],
)
def test_a_page_without_a_believable_date_is_read_and_stays_undated(run: Run, old: str, new: str) -> None:
    Path("page.txt").write_text(REWRITE.replace(old, new), encoding="utf8")
    assert run("read", "page.txt").status == 0
    exported = run("export", "--format", "json").json
    assert [report["published"] for report in exported["reports"]] == [None]
    assert exported["claims"]


def test_a_date_in_the_future_is_no_other_date(run: Run) -> None:
    """Nothing here asks the clock, so a far year may be kept as written or be disbelieved, but not be changed."""
    Path("page.txt").write_text(REWRITE.replace("2024", "2091"), encoding="utf8")
    assert run("read", "page.txt").status == 0
    exported = run("export", "--format", "json").json
    (report,) = exported["reports"]
    assert report["published"] in (None, "2091-02-07T18:30")
    assert exported["claims"]


def test_half_a_surrogate_pair_costs_one_character(run: Run) -> None:
    words = "Bridge closed\n\nThe bridge \ud800 was closed on Tuesday, police in Toruń said. Nobody was hurt."
    done = run("extract", "-", stdin=json.dumps({"text": words, "uri": "a\udc00"}).encode())
    (report,) = done.lines
    assert report["text"] == words.replace("\ud800", "\ufffd")
    assert report["uri"] == "a\ufffd"


def test_the_good_among_the_bad_is_read(run: Run) -> None:
    for bad in LEFT_OUT:
        Path(bad.name).write_bytes(bad.data)
    Path("good.txt").write_text(BRIDGE, encoding="utf8")
    names = [*(bad.name for bad in LEFT_OUT), "good.txt"]
    done = run("extract", *names)
    assert (done.status, [report["uri"] for report in done.lines]) == (0, ["good.txt"])
    assert run("extract", "--strict", *names).status == 1
