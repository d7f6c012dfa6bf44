"""What a person does from beginning to end, on real files and a real ledger."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import Run
from tests.e2e.pages import BRIDGE, HARVEST, REWRITE


def test_from_a_pasted_page_to_claims(run: Run) -> None:
    Path("bridge.txt").write_text(BRIDGE, encoding="utf8")
    done = run("read", "bridge.txt")
    assert done.status == 0
    assert done.out == b""
    assert "reports read" in done.err

    claims = run("claims", "--format", "json").json
    gists = " | ".join(claim["gist"] for claim in claims)
    assert "cracks may have been caused by ice" in gists.lower()
    for chrome in ("Kindergarten", "Grudziądz", "Mastodon", "bicycles"):
        assert chrome not in gists


def test_extract_needs_no_ledger_and_prints_what_the_page_tells(run: Run) -> None:
    done = run("extract", "-", stdin=BRIDGE.encode())
    (report,) = done.lines
    assert not list(Path().glob("*.db*"))
    assert report["title"] == "Bridge over the Vistula closed after inspection – Voivodeship Office"
    assert report["outlet"] == "The Torun Chronicle"
    assert report["published"] == "2024-02-07T14:05"
    assert report["text"] == BRIDGE

    def said(words: str) -> Any:
        (found,) = [s for s in report["statements"] if words in s["content"]["text"]]
        return found

    ice = said("caused by ice")
    assert ice["origin"]["name"] == "Hanna Wilk"
    assert ice["factuality"]["certainty"] == "possible"
    weeks = said("three weeks")
    assert weeks["factuality"]["certainty"] == "probable"
    assert weeks["factuality"]["probability"] == [0.55, 0.8]
    concrete = said("concrete was of poor quality")
    assert concrete["factuality"]["polarity"] == "negative"
    assert concrete["origin"]["name"] == "Mostex"
    vehicles = said("12,000")
    assert [(q["min"], q["max"]) for q in vehicles["quantities"]] == [(None, 12000)]


def test_a_rewrite_shows_its_drift_in_the_trace(run: Run) -> None:
    Path("bridge.txt").write_text(BRIDGE, encoding="utf8")
    Path("rewrite.txt").write_text(REWRITE, encoding="utf8")
    assert run("read", ".").status == 0
    (ice,) = [c for c in run("claims", "--format", "json").json if "caused by ice" in c["gist"]]
    tree = run("trace", ice["id"][:8]).out.decode()
    assert "Hanna Wilk" in tree
    assert "hedge_lost" in tree
    assert "Pomerania Daily" in tree
    exported = run("export", "--format", "json").json
    kinds = {drift["kind"] for drift in exported["drifts"]}
    assert {"hedge_lost", "quantity_changed"} <= kinds
    assert exported["derivations"]


def test_from_html_to_every_export(run: Run) -> None:
    Path("page.html").write_text(HARVEST, encoding="utf8")
    assert run("read", "page.html").status == 0

    exported = run("export", "--format", "json").json
    (report,) = exported["reports"]
    assert report["published"] == "2023-06-11T09:15:00+03:00"
    assert report["bylines"] == ["Vesela Doneva"]
    paragraph = next(b for b in report["blocks"] if "300 hectares" in report["text"][slice(*b["span"])])
    assert paragraph["element"].endswith("/article/p[1]")

    rows = list(csv.DictReader(io.StringIO(run("export", "--format", "csv").out.decode())))
    assert len(rows) == len(report["statements"])
    hail = next(row for row in rows if "300 hectares" in row["content"])
    assert hail["quantities"].startswith("300..")
    assert hail["origin"] == "Agriculture Ministry"
    assert report["text"][int(hail["start"]) : int(hail["end"])] == hail["content"]

    assert run("export", "--format", "parquet", "-o", "out.parquet").status == 0
    parquet = pytest.importorskip("pyarrow.parquet").read_table("out.parquet")
    assert parquet.num_rows == len(rows)


def test_the_same_file_twice_is_known(run: Run) -> None:
    Path("bridge.txt").write_text(BRIDGE, encoding="utf8")
    run("read", "bridge.txt")
    before = run("export", "--format", "json").out
    again = run("read", "bridge.txt")
    assert again.status == 0
    assert run("export", "--format", "json").out == before


def test_an_edited_page_is_a_version_and_the_old_words_make_no_claim(run: Run) -> None:
    Path("bridge.txt").write_text(BRIDGE, encoding="utf8")
    run("read", "bridge.txt")
    Path("bridge.txt").write_text(BRIDGE.replace("up to 12,000", "about 9,000"), encoding="utf8")
    run("read", "bridge.txt")
    exported = run("export", "--format", "json").json
    assert len(exported["reports"]) == 1
    gists = " ".join(claim["gist"] for claim in exported["claims"])
    assert "9,000" in gists
    assert "12,000" not in gists


def test_search_and_timeline(run: Run) -> None:
    Path("bridge.txt").write_text(BRIDGE, encoding="utf8")
    run("read", "bridge.txt")
    found = run("search", '"caused by ice"')
    assert found.status == 0
    assert "Bridge over the Vistula" in found.out.decode()
    rows = list(csv.DictReader(io.StringIO(run("timeline", "--format", "csv").out.decode())))
    assert "2024-02-06" in {row["time"][:10] for row in rows}  # Tuesday, told from Wednesday's report


def test_real_output_fits_the_schema(run: Run) -> None:
    Path("bridge.txt").write_text(BRIDGE, encoding="utf8")
    Path("page.html").write_text(HARVEST, encoding="utf8")
    run("read", ".")
    schema = run("schema").json
    check = jsonschema.Draft202012Validator(schema)
    for report in run("extract", "bridge.txt", "page.html").lines:
        check.validate(report)
    document = run("export", "--format", "json").json
    check.validate(document)
    del document["claims"]
    assert not check.is_valid(document)


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        pytest.param(["read", "no-such.txt"], 1, "no-such.txt", id="a file that is not there"),
        pytest.param(["claims"], 1, "sayso.db", id="no ledger yet"),
        pytest.param(["export", "--format", "papyrus"], 2, "papyrus", id="an unknown format"),
        pytest.param(["export", "--format", "parquet"], 2, "-o", id="not text, and no file named"),
        pytest.param(["claims", "--colour"], 2, "--colour", id="an unknown option"),
    ],
)
def test_mistakes_have_a_message_and_an_exit_status(run: Run, words: list[str], status: int, message: str) -> None:
    done = run(*words)
    assert done.status == status
    assert message in done.err
    assert done.out == b""


def test_what_cannot_be_found_exits_with_one(run: Run) -> None:
    Path("bridge.txt").write_text(BRIDGE, encoding="utf8")
    run("read", "bridge.txt")
    assert run("claims", "--about", "Nobody At All").status == 1
    assert run("search", "zebra").status == 1
    assert run("trace", "ffffffff").status == 1
    assert run("claims", "--since", "yesterday").status == 2


def test_bad_input_is_listed_and_the_rest_goes_on(run: Run) -> None:
    Path("good.txt").write_text(BRIDGE, encoding="utf8")
    Path("empty.txt").write_bytes(b"")
    Path("picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    Path("odd.txt").write_text(REWRITE.replace('"', "").replace("told The", 'told "The'), encoding="utf8")
    Path("latin.txt").write_bytes(REWRITE.replace("Jan Lis", "José Muñoz").encode("latin-1", "replace"))
    lenient = run("read", ".")
    assert lenient.status == 0
    for name in ("empty.txt", "picture.png"):
        assert name in lenient.err
    exported = run("export", "--format", "json").json
    assert {Path(r["uri"]).name for r in exported["reports"]} >= {"good.txt"}
    assert run("read", ".", "--strict", "--ledger", "other.db").status == 1


def test_the_ledger_in_the_folder_is_no_bad_input(run: Run) -> None:
    Path("bridge.txt").write_text(BRIDGE, encoding="utf8")
    assert run("read", ".").status == 0
    again = run("read", ".", "--strict")
    assert again.status == 0
    assert "sayso.db" not in again.err


def test_the_environment_names_the_ledger(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("bridge.txt").write_text(BRIDGE, encoding="utf8")
    monkeypatch.setenv("SAYSO_LEDGER", "named.db")
    assert run("read", "bridge.txt").status == 0
    assert Path("named.db").exists()
    assert run("claims", "--ledger", "other.db").status == 1


def test_version(run: Run) -> None:
    done = run("--version")
    assert done.status == 0
    assert done.out.startswith(b"sayso ")
