"""Bytes to text: nothing is lost, and nothing but damaged bytes is changed."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from sayso.intake.sniff import utf16

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = (
    re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE),
    re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE),
    re.compile(rb"^\s*@charset\s+\"([\w.:-]+)\"", re.IGNORECASE),
)
_DECLARED_WITHIN = 4096  # browsers look at 1,024 bytes; saved pages put comments before
# Labels that mean another encoding on the web (WHATWG Encoding Standard, section 4.2).
_ON_THE_WEB = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
_SHIFTING = frozenset({"iso2022_jp", "iso2022_kr", "hz"})  # their bytes are ASCII, so they would pass for UTF-8
_NO_CHARSETS = frozenset(
    {"unicode_escape", "raw_unicode_escape", "unicode-escape", "raw-unicode-escape", "idna", "punycode"}
)
_GUESS_FROM = 100_000  # bytes: more makes the guess slow and no better
_MOSTLY = 0.01  # damaged bytes in a hundred up to which a text is still taken for damaged UTF-8


def declared(data: bytes) -> str | None:
    """The charset that the first bytes of a page declare, as they write it."""
    for pattern in _DECLARED:
        found = pattern.search(data, 0, _DECLARED_WITHIN)
        if found:
            return found[1].decode("ascii", "replace")
    return None


def codec(label: str | None) -> str | None:
    """The Python codec for a charset label; None for no label, and for one that nobody knows ("null", "none")."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip()).name
        b"a".decode(name, "ignore")  # refuses the codecs that are no text encodings
    except (LookupError, ValueError):
        return None
    if name in _NO_CHARSETS:
        return None
    # who can read an ASCII declaration is not reading UTF-16
    return "utf-8" if name.startswith(("utf-16", "utf-32", "utf-7")) else _ON_THE_WEB.get(name, name)


def decode(data: bytes, charset: str | None = None) -> str:
    """The text of `data`; `charset` is what an HTTP header says, if anything.

    In order: a byte order mark, a charset whose bytes look like ASCII, valid UTF-8 (which other text hardly ever is by
    chance, and pages are saved as UTF-8 under their old declaration), the declared charset, a guess. Bytes that
    fit none become U+FFFD, and the rest of the text is kept.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    label = codec(charset) or codec(declared(data))
    if label in _SHIFTING:
        return data.decode(label, "replace")
    wide = utf16(data[:4096])
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, label)


def _not_utf8(data: bytes, label: str | None) -> str:
    as_utf8 = data.decode("utf-8", "replace")
    wide_letters = sum(map(as_utf8.count, "\u2019\u201c\u201d\u2014")) + len(
        re.findall(r"[\u00a1-\U0010fffc]", as_utf8)
    )
    damaged = as_utf8.count("\ufffd")
    # a page cut inside a character, or with a few bad bytes between many good characters
    if label == "utf-8" or (damaged <= max(1, _MOSTLY * len(data)) and wide_letters > damaged):
        return as_utf8
    if label:
        return data.decode(label, "replace")
    guesses = from_bytes(data[:_GUESS_FROM])
    best = guesses.best()
    # a lone "ñ" is as likely a "ń": of equals the one that most English pages are in
    western = best is None or any(g.encoding == "cp1252" and g.chaos <= best.chaos for g in guesses)
    return data.decode("cp1252" if best is None or western else best.encoding, "replace")
