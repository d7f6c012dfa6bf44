from __future__ import annotations

import gzip
import io
import json
import os
from collections.abc import Iterator
from hashlib import sha512
from pathlib import Path

import msgspec
import pytest

from sayso.intake.reading import read
from sayso.model import ARTICLE_KINDS, Drop, DropReason, Report, article_spans
from tests.intake.pages import PARAGRAPHS, TITLE, page, rss, warc

PAGE = page()
TEXT = "\n\n".join((TITLE, *PARAGRAPHS))
LINE = json.dumps({"text": TEXT, "uri": "https://vltava.example/1"})
MIME = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="cut"\n\n--cut\n'
    "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    f"{PAGE}\n--cut\nContent-Type: image/png\n\nabc\n--cut--\n"
)
ITEM = f"<title>{TITLE}</title><link>https://vltava.example/1</link><description>{PARAGRAPHS[0]}</description>"


def read_all(*inputs: str, stdin: bytes = b"", limit: int = 20_000_000) -> tuple[list[Report], list[Drop]]:
    results = list(read(inputs, stdin=io.BytesIO(stdin), limit=limit))
    return [r for r in results if isinstance(r, Report)], [r for r in results if isinstance(r, Drop)]


def read_bytes(folder: Path, name: str, data: bytes, limit: int = 20_000_000) -> tuple[list[Report], list[Drop]]:
    (folder / name).write_bytes(data)
    return read_all(str(folder / name), limit=limit)


FORMS = {
    "a saved page": ("a.html", PAGE.encode()),
    "a page named as text": ("a.txt", PAGE.encode()),
    "a page without an ending": ("a", PAGE.encode()),
    "a packed page": ("a.html.gz", gzip.compress(PAGE.encode())),
    "a page of one MIME message": ("a.mhtml", MIME.encode()),
    "a copied page": ("a.txt", TEXT.encode()),
    "a copied page in UTF-16": ("a.txt", TEXT.encode("utf-16")),
    "JSON lines": ("a.jsonl", LINE.encode()),
    "JSON lines named otherwise": ("a.log", LINE.encode()),
    "packed JSON lines": ("a.jsonl.gz", gzip.compress(LINE.encode())),
    "a feed": ("a.xml", rss(ITEM)),
    "a feed named as a page": ("a.html", rss(ITEM)),
    "an archive": ("a.warc", warc(PAGE.encode())),
    "a packed archive": ("a.warc.gz", warc(PAGE.encode(), packed=True)),
}


@pytest.mark.parametrize(("name", "data"), FORMS.values(), ids=FORMS)
def test_every_form_gives_its_report(tmp_path: Path, name: str, data: bytes) -> None:
    reports, drops = read_bytes(tmp_path, name, data)
    assert drops == []
    assert [report.title for report in reports] == [TITLE]
    assert PARAGRAPHS[0] in reports[0].text
    assert reports[0].language == "en"


@pytest.mark.parametrize(("name", "data"), FORMS.values(), ids=FORMS)
def test_body_is_the_articles_blocks(tmp_path: Path, name: str, data: bytes) -> None:
    for report in read_bytes(tmp_path, name, data)[0]:
        assert report.body == article_spans(report.blocks)
        assert all(0 <= b.span.start < b.span.end <= len(report.text) for b in report.blocks)
        assert {report.text[slice(*b.span)] for b in report.blocks if b.kind in ARTICLE_KINDS} >= {PARAGRAPHS[0]}


@pytest.mark.parametrize(("name", "data"), FORMS.values(), ids=FORMS)
def test_same_bytes_same_id(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    first, second = (read_bytes(tmp_path / folder, name, data)[0][0] for folder in ("one", "two"))
    assert first.id == second.id


BAD: dict[str, tuple[str, bytes, DropReason, str]] = {
    "nothing": ("a.txt", b"", DropReason.EMPTY, "nothing in it"),
    "only blanks": ("a.html", b" \r\n\t ", DropReason.EMPTY, "nothing in it"),
    "a PDF under a page's name": ("a.html", b"%PDF-1.7 text", DropReason.BINARY, "a PDF"),
    "an image": ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", DropReason.BINARY, "a PNG image"),
    "an office document": ("a.docx", b"PK\3\4" + bytes(30), DropReason.BINARY, "an office document"),
    "NULs": ("a.txt", b"abc\0\0\0\1\2" * 40, DropReason.BINARY, "control characters"),
    "too many bytes": ("a.txt", b"word " * 3000, DropReason.TOO_LARGE, "15,000 bytes; a report may have 10,000"),
    "one endless line": ("a.jsonl", b'{"text": "' + b"x" * 30_000, DropReason.TOO_LARGE, "10,000 bytes"),
    "a bomb": ("a.gz", gzip.compress(b"word " * 100_000), DropReason.TOO_LARGE, "10,000 bytes"),
    "not JSON": ("a.jsonl", b"{'text': 1}", DropReason.UNREADABLE, "not JSON"),
    "a list for a report": ("a.jsonl", b"[1, 2]", DropReason.UNREADABLE, "this is list"),
    "no words named": ("a.jsonl", b'{"words": "x"}', DropReason.UNREADABLE, 'no "text"'),
    "no words": ("a.jsonl", b'{"text": " "}', DropReason.EMPTY, "nothing in it"),
    "deep JSON": ("a.jsonl", b"[" * 9000, DropReason.UNREADABLE, "not JSON"),
    "a menu alone": ("a.txt", b"Home\nNews\nSport\nContact", DropReason.NO_BODY, "no article"),
    "a page without an article": ("a.html", b"<html><body><a>Home</a></body></html>", DropReason.NO_BODY, "no article"),
    "a page without an element": ("a.html", b"<!-- x --><html>", DropReason.NO_BODY, "no article"),
    "a feed cut off": ("a.xml", rss(ITEM)[:-30], DropReason.UNREADABLE, "1 entries could be read"),
    "a feed without entries": ("a.xml", rss(), DropReason.EMPTY, "nothing in it"),
    "an archive of errors": ("a.warc", warc(b"<p>x</p>", status="404 Not Found"), DropReason.UNREADABLE, "no page in"),
    "damaged gzip": ("a.gz", b"\x1f\x8b\x08\0garbage and more", DropReason.UNREADABLE, "gzip data"),
    "a cut archive": ("a.warc", warc(PAGE.encode())[:-200], DropReason.UNREADABLE, "ends inside this record"),
    "no page in MIME": (
        "a.mht",
        MIME.replace("text/html; c", "text/css; c").encode(),
        DropReason.UNREADABLE,
        "no HTML",
    ),
}


@pytest.mark.parametrize(("name", "data", "reason", "detail"), BAD.values(), ids=BAD)
def test_bad_input_is_named_and_the_rest_goes_on(
    tmp_path: Path, name: str, data: bytes, reason: DropReason, detail: str
) -> None:
    (tmp_path / "z.txt").write_text(TEXT, encoding="utf8")
    (tmp_path / name).write_bytes(data)
    reports, drops = read_all(str(tmp_path), limit=10_000)
    assert reports[-1].uri == (tmp_path / "z.txt").as_posix()
    assert drops[0].reason is reason
    assert detail in drops[0].detail
    assert drops[0].where.startswith((tmp_path / name).as_posix())


def test_missing_and_unmatched_names_are_told(tmp_path: Path) -> None:
    missing, pattern = str(tmp_path / "none.txt"), str(tmp_path / "*.html")
    assert [(d.where, d.reason, d.detail) for d in read_all(missing, pattern)[1]] == [
        (missing, DropReason.UNREADABLE, "no such file or folder"),
        (pattern, DropReason.UNREADABLE, "no file matches this pattern"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf8")
    (tmp_path / "a.txt").chmod(0)
    assert [d.detail for d in read_all(str(tmp_path))[1]] == ["Permission denied"]


def test_lines_number_their_drops(tmp_path: Path) -> None:
    lines = "\n".join((LINE, "{broken", "", "17", LINE))
    reports, drops = read_bytes(tmp_path, "a.jsonl", lines.encode())
    assert len(reports) == 2
    assert [d.where.rsplit(":", 1)[1] for d in drops] == ["2", "4"]


def test_cut_gzip_gives_what_stands_before_the_cut(tmp_path: Path) -> None:
    noise = ["".join(sha512(f"{n} {m}".encode()).hexdigest() for m in range(5)) for n in range(60)]  # hard to pack
    lines = "\n".join(json.dumps({"text": TEXT, "noise": word}) for word in noise)
    reports, drops = read_bytes(tmp_path, "a.jsonl.gz", gzip.compress(lines.encode())[:-2000])
    assert 10 < len(reports) < 60
    assert "cut off" in drops[-1].detail


def test_standard_input_is_sniffed_too() -> None:
    reports, _ = read_all("-", stdin=PAGE.encode())
    assert [(r.uri, r.title) for r in reports] == [("-", TITLE)]


def test_stream_is_read_lazily(tmp_path: Path) -> None:
    given = 0

    def endless() -> Iterator[bytes]:
        nonlocal given
        while True:
            given += 1
            yield LINE.encode() + b"\n"

    class Stream(io.RawIOBase):
        def __init__(self, lines: Iterator[bytes]) -> None:
            self.lines = lines

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = next(self.lines)
            buffer[: len(line)] = line
            return len(line)

    results = read(["-"], stdin=io.BufferedReader(Stream(endless()), 4096))
    for _ in range(3):
        assert isinstance(next(results), Report)
    assert given < 200


def test_lines_of_a_long_file_are_read_one_by_one(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("w", encoding="utf8") as file:
        file.writelines(json.dumps({"text": f"{TEXT} {number}"}) + "\n" for number in range(1000))
        file.write("{broken")
    results = read([str(tmp_path / "a.jsonl")], stdin=io.BytesIO())
    first = next(results)
    assert isinstance(first, Report)
    assert first.uri.endswith("a.jsonl:1")


def test_own_output_is_read_back_as_it_was(tmp_path: Path) -> None:
    saved = read_bytes(tmp_path, "a.html", PAGE.encode())[0][0]
    printed = msgspec.json.encode(saved)
    again, drops = read_bytes(tmp_path, "b.jsonl", printed)
    assert drops == []
    assert again == [saved]


def test_own_output_with_false_spans_is_refused(tmp_path: Path) -> None:
    row = json.loads(msgspec.json.encode(read_bytes(tmp_path, "a.html", PAGE.encode())[0][0]))
    row["body"] = [[0, 9_999_999]]
    assert "the body is not" in read_bytes(tmp_path, "b.jsonl", json.dumps(row).encode())[1][0].detail
