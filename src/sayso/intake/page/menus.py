"""Lines of a site's head: menus, sections, how many read it, the issue before and the one after."""

from __future__ import annotations

import re

from sayso.intake.page.signs import sign
from sayso.intake.page.words import listed, tokens

ENTRIES = 3  # side by side in a line make a menu
_SHORT = 120  # code points of a line of the site about itself
LONGEST = 36  # code points of an entry

# What parts the entries: strokes, dots, arrows, colons in pairs, brackets of their own, a wide gap.
_PARTED = re.compile(r"\s*[|•·›»«>▶►◀◄~]\s*|\s+/\s+|\s*::\s*|\s*\]\s*\[\s*|\s{2,}")
_TURNING = re.compile(r"^\W*[«◄◀‹]|[»►▶›]\W*$|^\W*(?:prev(?:ious)?|next)\b.*?:", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"^(?:\[[^\[\]]*\]|\([^()]*\))$")


def is_menu(text: str) -> bool:
    """Whether a line is a menu ("World | Europe | Business"); a bar of buttons to share by, which stands under a
    headline as well, is none.
    """
    entries = [entry for entry in _PARTED.split(text) if entry.strip(" []")]
    shares = any(name == "share" for name, _ in listed(tokens(text)))
    return len(entries) >= ENTRIES and all(len(entry) <= LONGEST for entry in entries) and not shares


def is_of_site(text: str) -> bool:
    """Whether a line tells of the site or of the page and not of a happening: a menu, how many follow it ("61,300
    subscribers"), what stands before and after ("« Previous: …"), a note in brackets.
    """
    if is_menu(text) or _TURNING.search(text) or _IN_BRACKETS.match(text):
        return True
    if is_of_channel(text):
        return True
    entries = [entry for entry in _PARTED.split(text) if entry.strip()]
    return len(entries) > 1 and any(_is_button(entry) for entry in entries)


def is_of_channel(text: str) -> bool:
    """Whether a line tells of a channel and who follows it: "Pinned: …", "61,300 subscribers"."""
    return bool(sign("crowd", "audience").search(text) or sign("crowd", "opening").match(text)) and len(text) <= _SHORT


def _is_button(entry: str) -> bool:
    words = tokens(entry)
    return bool(words) and sum(length for _, length in listed(words)) >= len(words)
