"""What a team does with a ledger: judge, look up who did what, read again with another extractor, compare."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sayso.ledger import open_ledger
from sayso.rereading import Reader, reread
from tests.conftest import Run
from tests.e2e.pages import BRIDGE, REWRITE
from tests.standins import sentences


@pytest.fixture
def ice(run: Run, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The claim on the cracks, in a ledger of two reports."""
    monkeypatch.setenv("SAYSO_BY", "Ann")
    Path("bridge.txt").write_text(BRIDGE, encoding="utf8")
    Path("rewrite.txt").write_text(REWRITE, encoding="utf8")
    run("read", ".")
    return claim_on(run, "caused by ice")


def claim_on(run: Run, words: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = run("claims", "--format", "json").json
    return next(claim for claim in found if words in claim["gist"].lower())


def shown(run: Run) -> dict[str, Any]:
    """What the ledger says now, without how that came to be."""
    found: dict[str, Any] = run("export", "--format", "json").json
    return {key: found[key] for key in ("reports", "claims", "derivations", "drifts")}


def test_a_correction_shows_in_the_trace_and_can_be_undone(run: Run, ice: dict[str, Any]) -> None:
    before = shown(run)
    statement = ice["first"]
    done = run("judge", "correct", statement[:8], "certainty", "unknown", "--why", "the quote ends there")
    assert done.status == 0
    (judgement,) = done.out.decode().split()
    tree = run("trace", claim_on(run, "caused by ice")["id"]).out.decode()
    assert "certainty: unknown, not possible, by Ann" in tree
    assert "the quote ends there" in tree

    (entry,) = run("log", "--format", "json").json
    assert entry["state"] == "holds"
    assert entry["judgement"]["decision"]["machine"] == {"certainty": "possible"}
    assert "ice" in run("log").out.decode()

    assert run("judge", "undo", judgement[:8], "--by", "Bob").status == 0
    assert shown(run) == before
    assert [entry["state"] for entry in run("log", "--format", "json").json] == ["holds", "undone"]
    assert [entry["judgement"]["who"] for entry in run("log", "--format", "json", "--by", "Bob").json] == ["Bob"]
    assert run("check").status == 0


def test_claims_are_merged_and_split_again(run: Run, ice: dict[str, Any]) -> None:
    other = next(c for c in run("claims", "--format", "json").json if c["id"] != ice["id"])
    assert run("judge", "merge", ice["id"][:8], other["id"][:8]).status == 0
    merged = next(c for c in run("claims", "--format", "json").json if ice["first"] in c["statements"])
    assert set(merged["statements"]) == {*ice["statements"], *other["statements"]}
    assert run("judge", "split", merged["id"][:8], *other["statements"]).status == 0
    assert {c["id"] for c in run("claims", "--format", "json").json} >= {ice["id"], other["id"]}


def test_a_derivation_is_denied(run: Run, ice: dict[str, Any]) -> None:
    (found, *_) = run("export", "--format", "json").json["derivations"]
    assert run("judge", "deny", found["report"][:8], found["from"][:8]).status == 0
    left = run("export", "--format", "json").json["derivations"]
    assert (found["report"], found["from"]) not in {(d["report"], d["from"]) for d in left}
    assert run("judge", "confirm", found["report"][:8], found["from"][:8], "--kind", "cites").status == 0
    assert ("cites", 1.0) in {(d["kind"], d["score"]) for d in run("export", "--format", "json").json["derivations"]}


def test_grades_and_notes_change_nothing_else(run: Run, ice: dict[str, Any]) -> None:
    before = shown(run)
    assert run("judge", "grade", "Mostex", "e").status == 0
    assert run("judge", "grade", ice["first"][:8], "3").status == 0
    assert run("judge", "note", ice["id"][:8], "ask the office").status == 0
    assert shown(run) == before
    told = run("log").out.decode()
    for words in ("grade Mostex E", "grade statement 3", "ask the office"):
        assert words in told


def test_reading_again_keeps_both_readings_and_shows_the_difference(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_BY", "Ann")
    Path("bridge.txt").write_text(BRIDGE, encoding="utf8")
    run("read", "bridge.txt")
    before = shown(run)
    ice = claim_on(run, "caused by ice")
    run("judge", "accept", ice["first"][:8])
    ledger = open_ledger("sayso.db")
    reread(ledger, Reader(producer="test@1", work=sentences))
    ledger.close()
    assert [entry["state"] for entry in run("log", "--state", "orphaned", "--format", "json").json] == ["orphaned"]

    again = run("reread")
    assert again.status == 0
    assert "1 reports changed" in again.err
    assert shown(run) == before
    assert run("log", "--state", "orphaned").status == 1
    difference = run("diff", "test@1", read_by(run))
    assert difference.status == 0
    assert "+ “" in difference.out.decode()
    assert "reports differ" in difference.err
    (report,) = run("diff", "--json").json
    assert report["added"]
    assert run("reread").err.count("0 reports changed") == 1


def read_by(run: Run) -> str:
    (report,) = run("export", "--format", "json").json["reports"]
    return str(report["statements"][0]["provenance"]["extractor"])


MISTAKES = [
    pytest.param(["judge", "correct", "ffffffff", "certainty", "possible"], 1, "ffffffff", id="no such statement"),
    pytest.param(["judge", "undo", "ffffffff"], 1, "there is no judgement", id="no such judgement"),
    pytest.param(["judge", "grade", "Mostex", "G"], 2, "A to F", id="no grade"),
    pytest.param(["judge", "correct", "FIRST", "time", "yesterday"], 2, "yesterday", id="no value"),
    pytest.param(["judge", "correct", "FIRST", "colour", "red"], 2, "colour", id="no field"),
    pytest.param(["judge", "reject", "FIRST", "--field", "realis"], 2, "correct it", id="nothing to reject"),
    pytest.param(["judge", "merge", "CLAIM"], 2, "at least two", id="one claim"),
    pytest.param(["judge", "split", "CLAIM"], 2, "STATEMENT", id="no statement to split off"),
    pytest.param(["log", "--since", "yesterday"], 2, "since yesterday: not a date", id="no date"),
    pytest.param(["log"], 1, "no such judgement", id="an empty log"),
    pytest.param(["diff"], 2, "no report here was read by two versions", id="nothing read twice"),
    pytest.param(["log", "--kind", "stament"], 2, "kind stament: there are statement,", id="no kind of judgement"),
]


@pytest.mark.parametrize(("words", "status", "message"), MISTAKES)
def test_mistakes_have_a_message_and_change_nothing(
    run: Run, ice: dict[str, Any], words: list[str], status: int, message: str
) -> None:
    told = {"FIRST": ice["first"], "CLAIM": ice["id"]}
    done = run(*(told.get(word, word) for word in words))
    assert done.status == status
    assert message in done.err
    assert done.out == b""
