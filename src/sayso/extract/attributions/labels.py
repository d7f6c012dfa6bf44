"""What stands before a paragraph's first words without being part of them: datelines and labels."""

from __future__ import annotations

import re
from functools import cache

from sayso import resources
from sayso.extract.actors.words import bodies, roles
from sayso.extract.places.gazetteer import senses

# "KYIV (Reuters) - ", "DALLAS, March 3 (AP) — ", "Tbilisi, May 7, Example Press – ": a place in capitals, perhaps a
# date and an agency, and a dash. A name in small letters needs the agency in brackets or a date, or "Kyiv - " would
# hide a subject.
_DAY = r"\d{1,2}\.?(?: [A-Z][a-z]+)?"
_YEAR = r"(?:,? \d{4})?"
_DATELINE = re.compile(
    rf"\s*(?:[A-Z][A-Z.'’]+(?:[ ,/-]+[A-Z][\w.'’]*){{0,5}}(?:,? {_DAY})?{_YEAR}\s*(?:\([^()]{{2,40}}\))?"
    rf"|[A-Z]\w+(?:[ ,]+[A-Z][\w.]*){{0,4}}(?:,? {_DAY})?{_YEAR}\s*\([A-Z][^()]{{1,40}}\)"
    rf"|[A-Z]\w+(?: [A-Z]\w+){{0,2}}, (?:[A-Z][a-z]+\.? \d{{1,2}}|\d{{1,2}}\.? [A-Z][a-z]+){_YEAR}"
    r"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*){0,3})?)"
    r"\s*(?:[–—]|--|-(?=\s))\s*"
)
# "UPDATE 2-", "WRAPUP 1-", "EXCLUSIVE-" of agencies; "12:40 GMT – " and "09.15 " of running reports
_SLUG = re.compile(
    r"\s*(?:[A-Z]{5,}(?: \d{1,2})?-(?=\w)"
    r"|\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\s*[–—|-]+\s*"
    r"|(?:[01]\d|2[0-3])[:.h][0-5]\d(?:\s(?:UTC|[A-Z]{1,3}T))?(?::\s|\s+(?=[A-Z“\"])))"
)
# "3. ", "(2) ", "• ": what counts the entries of a list
_ENTRY = re.compile(r"\s*(?:\(?\d{1,3}[.)]\s+(?=[\"“„'‘]?[A-Z0-9])|[•▪●◦‣*–-]\s+(?=[\"“„'‘]?\w))")
# "KARACHI: ", "GWADAR / QUETTA: ": places in capitals before a sentence
_PLACES = re.compile(r"\s*(?P<places>[A-Z][A-Z'’-]+(?:(?: / |/| & |, | )[A-Z][A-Z'’-]+){0,3}):\s+(?=[A-Z“\"‘])")
_BETWEEN = re.compile(r"\s*[/&,]\s*")
_TOWN = 50_000  # inhabitants
_LABEL = re.compile(r"\s*(?P<label>[A-Z][\w'’]*(?: [\w'’]+){0,3}):\s*")


@cache
def labels() -> dict[str, str]:
    """Labels in small letters, and where each is used: source, paragraph, background or heading."""
    return {row[0]: row[1] for row in resources.rows("attributions/labels.tsv")}


def label_of(text: str) -> tuple[str, int] | None:
    """The use of the label that a paragraph begins with, and where the text after it begins; None without one."""
    found = _LABEL.match(text)
    use = labels().get(found["label"].replace("’", "'").lower()) if found else None
    return (use, found.end()) if found and use else None


def is_question(text: str) -> bool:
    """Whether a paragraph is what an interviewer asks ("Q: …"): the voice before does not go on there."""
    label = label_of(text)
    return label is not None and label[0] == "question"


def entry_mark(text: str) -> bool:
    """Whether a paragraph begins as an entry of a list does."""
    return _ENTRY.match(text) is not None


def lead_in(text: str) -> int:
    """How many characters at the start of a paragraph are a dateline, a label or the mark of a list's entry."""
    for form in (_DATELINE, _SLUG, _ENTRY):
        if found := form.match(text):
            return found.end()
    if (found := _PLACES.match(text)) and all(is_town(part) for part in _BETWEEN.split(found["places"])):
        return found.end()
    label = label_of(text)
    return label[1] if label else 0


def is_town(name: str) -> bool:
    """Whether a name, capitals aside, is best known as a town's: the gazetteer has a hamlet of nearly any name."""
    if name.lower() in bodies() or name.lower() in roles():  # "Union: plant was warned"
        return False
    title = name.title() if name.isupper() else name
    return any(sense.kind != "C" and not sense.alias and sense.population >= _TOWN for sense in senses(title))
