"""Every field that programs rely on is in the real output on the samples, and every span gives back its words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

SAMPLES = Path(__file__).parents[2] / "samples"

FIELDS = {
    "report": "id uri outlet title bylines published updated language text body blocks attributions statements",
    "attribution": "id source cue content manner said_on",
    "statement": "id content chain origin factuality stances realis event time place quantities provenance",
    "claim": "id gist statements denials origins independent_origins contested first",
}


@pytest.fixture
def exported(run: Run) -> Any:
    assert run("read", str(SAMPLES)).status == 0
    return run("export", "--format", "json").json


def test_the_export_keeps_its_promises(exported: Any) -> None:
    assert list(exported) == ["reports", "claims", "derivations", "drifts"]
    for report in exported["reports"]:
        _check_report(report)
    statements = {s["id"]: r for r in exported["reports"] for s in r["statements"]}
    assert len(statements) > len(exported["claims"]) > 0
    reports = {report["id"] for report in exported["reports"]}
    for claim in exported["claims"]:
        _check_claim(claim, set(statements))
    for derivation in exported["derivations"]:
        assert {derivation["report"], derivation["from"]} <= reports
    for drift in exported["drifts"]:
        assert {drift["from"], drift["to"]} <= set(statements)
        text = statements[drift["to"]]["text"]
        assert all(0 <= start <= end <= len(text) for start, end in drift["spans"])


def _check_report(report: Any) -> None:
    assert set(report) == set(FIELDS["report"].split())
    text = report["text"]
    article = [b["span"] for b in report["blocks"] if b["kind"] in ("headline", "standfirst", "paragraph", "caption")]
    assert report["body"] == sorted(article)
    attributions = {a["id"] for a in report["attributions"]}
    for attribution in report["attributions"]:
        assert set(attribution) == set(FIELDS["attribution"].split())
    for statement in report["statements"]:
        assert set(statement) == set(FIELDS["statement"].split())
        assert set(statement["chain"]) <= attributions
        assert {"certainty", "polarity", "probability", "cues"} == set(statement["factuality"])
        assert "@" in statement["provenance"]["extractor"]
    for spans, words in _pointed(report):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert words is None or " … ".join(text[start:end] for start, end in spans) == words


def _pointed(thing: Any) -> list[tuple[Any, str | None]]:
    """All spans under `thing`, each with the words that stand beside them."""
    if isinstance(thing, list):
        return [pair for item in thing for pair in _pointed(item)]
    if not isinstance(thing, dict):
        return []
    here = [(thing["spans"], thing.get("text"))] if "spans" in thing else []
    return here + [pair for value in thing.values() for pair in _pointed(value)]


def _check_claim(claim: Any, statements: set[str]) -> None:
    assert set(claim) == set(FIELDS["claim"].split())
    assert set(claim["denials"]) <= set(claim["statements"]) <= statements
    assert claim["first"] in claim["statements"]
    assert claim["independent_origins"]["min"] <= claim["independent_origins"]["max"]
    assert all(set(origin["statements"]) <= set(claim["statements"]) for origin in claim["origins"])
