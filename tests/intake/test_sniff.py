from __future__ import annotations

import pytest

from sayso.intake import sniff
from sayso.intake.reading import FORMS
from tests.intake.pages import source

FEED = b"<?xml version='1.0'?><!-- made by hand -->\n<rss version='2.0'>"
FORM = {
    "html": [
        b"<!DOCTYPE html><html>",
        b"\xef\xbb\xbf\n <HTML>",
        b"<!-- saved from --><head>",
        b"<p>x",
        b"<div\nid=x>y",
    ],
    "feed": [FEED, b"<feed xmlns='http://www.w3.org/2005/Atom'>", b"<rdf:RDF xmlns:rdf='x'>"],
    "warc": [b"WARC/1.0\r\nWARC-Type: response"],
    "jsonl": [b'{"text": 1}', b'\n{ "a": 1', '{"a": 1}'.encode("utf-16")],
    "mime": [b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n boundary=x"],
    "pasted": [b"a < b and <name> words", b"Subject: a letter", b"{braces} in a text", b"WARC is a format", b"< p >"],
}


@pytest.mark.parametrize(("form", "head"), [(form, head) for form, heads in FORM.items() for head in heads])
def test_form_by_content(form: str, head: bytes) -> None:
    reader = next(reader for test, reader in FORMS if test(source(head)))
    assert reader.__module__.split(".")[2] == form


def test_a_name_decides_only_where_the_bytes_do_not() -> None:
    words = b"Some words first, then <p>markup"
    assert not sniff.is_html(source(words, "a.txt"))
    assert sniff.is_html(source(words, "a.html"))
    assert sniff.is_html(source(words, "a", media_type="text/html"))
    assert not sniff.is_html(source(b"no markup", "a.html"))


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b"%PDF-1.4", "a PDF"),
        (b"RIFF\0\0\0\0WEBP", "a WAV, AVI or WebP file"),
        (b"RIFF said on Monday", None),
        (b"BM\0\0\0\0", "a BMP image"),
        (b"BMW said on Monday", None),
        (b"one stray \0 in a page " + b"of many words " * 200, None),
        ("Überall".encode("utf-16"), None),
        ("Western text without a mark".encode("utf-16-be"), None),
        (b"\1\2\3\4", "4 control characters in the first 4 bytes"),
    ],
)
def test_binary(head: bytes, what: str | None) -> None:
    assert sniff.binary(source(head)) == what
