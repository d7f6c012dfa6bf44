from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake.decode import codec, declared, decode

WORDS = "Die Brücke über die Donau — „gesperrt“"
RUSSIAN = "Министр сказал, что мост закрыт до утра, и добавил, что движение изменено. " * 8

CASES = {
    "UTF-8": ("Brücke".encode(), None, "Brücke"),
    "a byte order mark is no text": ("Brücke".encode("utf-8-sig"), None, "Brücke"),
    "UTF-16 with its mark": (WORDS.encode("utf-16"), None, WORDS),
    "UTF-16 without": (WORDS.encode("utf-16-le"), None, WORDS),
    "UTF-32": (WORDS.encode("utf-32"), None, WORDS),
    "the header's charset": ("Сумы".encode("cp1251"), "windows-1251", "Сумы"),
    "Latin-1 means Windows-1252": (b"\x93gesperrt\x94", "iso-8859-1", "“gesperrt”"),
    "a page's own charset": (b'<meta charset="koi8-r">' + "Киев".encode("koi8-r"), None, '<meta charset="koi8-r">Киев'),
    "an XML declaration": ('<?xml version="1.0" encoding="cp1250"?>Sázava'.encode("cp1250"), None, None),
    "saved as UTF-8 under its old declaration": ('<meta charset="cp1252">Sázava'.encode(), None, None),
    "a charset that nobody knows": ('<meta charset="null">Sázava'.encode(), "none", None),
    "a charset that is no text encoding": (b"abc", "base64", "abc"),
    "Japanese in shifts": ("橋".encode("iso2022_jp"), "iso-2022-jp", "橋"),
    "guessed": (RUSSIAN.encode("cp1251"), None, RUSSIAN),
    "line ends are kept": (b"one\r\ntwo\rthree\n", None, "one\r\ntwo\rthree\n"),
    "cut inside a character": ("Sázava — Brücke".encode()[:-2] + b"\xc3", "utf-8", None),
}


@pytest.mark.parametrize(("data", "charset", "text"), CASES.values(), ids=CASES)
def test_decode(data: bytes, charset: str | None, text: str | None) -> None:
    found = decode(data, charset)
    assert found == text if text is not None else "Sázava" in found


def test_damaged_bytes_cost_themselves_only() -> None:
    text = "Die Brücke über den Fluss ist für Autos gesperrt. " * 20
    data = text.encode()
    assert decode(data[:300] + b"\xff\xfe" + data[300:]).replace("\ufffd", "") == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_valid_utf8_is_never_changed(text: str) -> None:
    # the Hypothesis alphabet has UTF-16's mark in it, which is no mark in the middle of a text
    assert decode(("text: " + text).encode()) == "text: " + text


@settings(deadline=None)  # the first guess loads the guesser
@given(st.binary(max_size=400))
def test_any_bytes_give_a_text(data: bytes) -> None:
    assert isinstance(decode(data), str)


@pytest.mark.parametrize("label", [None, "", "null", "utf-99", "base64", "\0"])
def test_labels_without_a_codec(label: str | None) -> None:
    assert codec(label) is None


def test_declared_only_near_the_beginning() -> None:
    assert declared(b"<meta http-equiv='x' content='text/html; charset=cp1251'>") == "cp1251"
    assert declared(b" " * 9000 + b"<meta charset=cp1251>") is None


ENGLISH = (
    "The mayor's office said on Tuesday that the bridge would stay closed until the end of the month. {} said that"
    " repairs had begun and that ferries would run twice as often as before, and the police asked drivers to wait."
)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        pytest.param("José Muñoz", "latin-1", id="a lone letter could be of Central Europe, too: Western first"),
        pytest.param("Łukasz Wójcik, Zażółć Gęślą Jaźń", "cp1250", id="Polish letters that cp1252 has as signs"),
        pytest.param("Мэр города сказал, что мост закрыт до конца месяца. " * 4, "cp1251", id="a page half in Russian"),
    ],
)
def test_what_no_one_declares_is_guessed(name: str, encoding: str) -> None:
    page = ENGLISH.format(name)
    assert decode(page.encode(encoding)) == page
