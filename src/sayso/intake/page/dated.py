"""The dates in the lines around an article, and what each is the date of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from sayso.intake.page.ago import day_before, find_ago
from sayso.intake.page.bylines import is_byline
from sayso.intake.page.clocks import clock, date_words
from sayso.intake.page.dates import Stamp, month_names, stamps, weekday_names
from sayso.intake.page.lines import Line
from sayso.intake.page.partial import Years, partial_stamps
from sayso.intake.page.signs import sign
from sayso.intake.page.words import WORD, tokens, word_lists
from sayso.model import Span

COPYRIGHT = re.compile(r"©|\bcopyright\b|\(c\)", re.IGNORECASE)
READ = 300  # longer lines hold no date of publication

_DIGIT = re.compile(r"\d")
_PERIOD = re.compile(r"\s*(?:[-–—]|to|until|till|bis|au|al|do|по)\s*", re.IGNORECASE)
_PARTED = re.compile(r"[|·•;]")
# What parts a date from what else stands in its line: "Issue 112    26 March 2018", "5 May 2020 · Text: X"
_BETWEEN = re.compile(r"\s+[-–—~/]{1,2}\s+|\s*[|·•]\s*|\s{3,}|(?<=\d)\.\s+(?=[^\W\d_])")
_FAR = 40  # code points from a label such as "deadline" within which a date is its
_OPENING = 4  # words before or after a date at the head of a line
_LONGEST = 160  # code points of a line of several parts
_STOPS = (".", "!", "?")
_FEW, _SOME = 6, 16  # words beside the dates of a line that is a stamp whatever they are, or if they are names


class Role(StrEnum):
    """What a date near an article is the date of."""

    PUBLISHED = "published"
    UPDATED = "updated"
    SEEN = "seen"  # when somebody looked at the page, printed or kept it
    OTHER = "other"
    BARE = "bare"  # nothing says


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date (ISO 8601) in the line at `line`; `whole` unless its year or more of it stands elsewhere."""

    line: int
    value: str
    role: Role
    whole: bool = True


def role_of(before: str) -> Role:
    """What the words before a date say it is the date of; the last counts, of two that end together the longer."""
    found = [
        (match.end(), match.end() - match.start(), role)
        for role in (Role.PUBLISHED, Role.UPDATED, Role.SEEN, Role.OTHER)
        for match in sign("time", role).finditer(before)
        if role in (Role.PUBLISHED, Role.UPDATED) or _is_near(before[match.end() :])
    ]
    return max(found)[2] if found else Role.BARE


def _is_near(between: str) -> bool:
    return len(between) <= _FAR and not _PARTED.search(between)


def _role_after(after: str) -> Role:
    """The role by a label behind the last date of a line: "14 Nov 2023 (updated)"."""
    for role in (Role.PUBLISHED, Role.UPDATED):
        for match in sign("time", role).finditer(after):
            lead, rest = after[: match.start()], after[match.end() :]
            if lead and not tokens(lead.replace("first", "")) and not rest.strip(" )]."):
                return role
    return Role.BARE


def is_stamp_line(text: str, marks: Sequence[Span]) -> bool:
    """Whether dates at `marks`, names and labels make up a line, or a part of it that stands by itself: in a sentence a
    date is that of an event.
    """
    if is_byline(text):
        return True
    if "。" in text:  # a sentence of a language that sets no blanks between words
        return False
    if _is_stamp(text, marks):
        return True
    apart = len(marks) == 1 and len(text) <= _LONGEST and not text.rstrip().endswith(_STOPS)
    found = _part_about(text, marks[0]) if apart else None
    return found is not None and _is_stamp(text[slice(*found)], [marks[0].shift(-found.start)])


def _part_about(text: str, mark: Span) -> Span | None:
    """The part of a line that holds the date at `mark`; None where the line has but one."""
    cuts = [match for match in _BETWEEN.finditer(text) if match.end() <= mark.start or match.start() >= mark.end]
    start = max((cut.end() for cut in cuts if cut.end() <= mark.start), default=0)
    end = min((cut.start() for cut in cuts if cut.start() >= mark.end), default=len(text))
    return Span(start, end) if cuts else None


def _is_stamp(text: str, marks: Sequence[Span]) -> bool:
    """Whether dates at `marks`, names and labels are all that `text` holds."""
    rest, end = [], 0
    for mark in marks:
        rest.append(text[end : mark.start])
        end = mark.end
    beside = tokens(" ".join([*rest, text[end:]]))
    words = [word for word in beside if not _is_part_of_date(word)]
    running = sum(word in word_lists().function for word in words)
    labelled = bool(marks) and _opens_with_label(text[: marks[0].start])
    return len(words) <= _FEW or (len(words) <= _SOME and (labelled or running <= 0.2 * len(beside)))


def is_pure_stamp(text: str) -> bool:
    """Whether a line is a date with a place, a name or a label: no words but names in it."""
    found = stamps(text, day_first=True) if len(text) <= READ else ()
    if not found or not is_stamp_line(text, [stamp.span for stamp in found]):
        return False
    before, after = text[: found[0].span.start], text[found[-1].span.end :]
    return _opens_with_label(before) or (is_names(before) and is_names(after))


def opens_with_stamp(text: str) -> bool:
    """Whether a line begins with its date, or with a label or a place before it, and goes on with no sentence: "5 May
    2020, 17:10 · Text: Jane Doe", "12.02.2014 – 19:00 hrs bulletin".
    """
    found = stamps(text, day_first=True) if len(text) <= READ else ()
    if not found or not is_stamp_line(text, [stamp.span for stamp in found]):
        return False
    before, after = text[: found[0].span.start], text[found[-1].span.end :]
    opens = _opens_with_label(before) or (is_names(before) and len(tokens(before)) <= _OPENING)
    goes_on = after.strip() and not _BETWEEN.match(after) and len(tokens(after)) > _OPENING
    return opens and not goes_on and not after.rstrip().endswith(_STOPS)


def is_names(text: str) -> bool:
    """Whether all words in `text`, if there are any, are names: with capitals, small particles between them."""
    small = date_words()["names"]["small"]
    return all(not word.islower() or word in small for word in WORD.findall(text))


def _is_part_of_date(word: str) -> bool:
    return word.isdigit() or word in weekday_names() or word in month_names()


def _opens_with_label(before: str) -> bool:
    """Whether a label and at most a word stand before the first date: "Posted on", "Date of issue:"."""
    match = sign("time", "published").match(before.lstrip()) or sign("time", "updated").match(before.lstrip())
    return match is not None and len(tokens(before.lstrip()[match.end() :])) <= 1


def _label_above(lines: Sequence[Line], at: int) -> str:
    """The line above, where it is short and without a date: "Published" may stand on a line of its own."""
    text = lines[at - 1].text if at else ""
    return "" if len(text) >= 30 or stamps(text) else text


def dated(lines: Sequence[Line], at: int, *, day_first: bool | None) -> list[Dated]:
    """The full dates in the line at `at`, if it is a stamp and no sentence; one of a copyright line is none."""
    text = lines[at].text
    if len(text) > READ or COPYRIGHT.search(text):
        return []
    found = stamps(text, day_first=day_first)
    if not found or not is_stamp_line(text, [stamp.span for stamp in found]):
        return []
    roles = _roles(text, found, _label_above(lines, at))
    out = [Dated(line=at, value=stamp.value, role=role) for stamp, role in zip(found, roles, strict=True)]
    return [*out, *_updated_again(text, found[-1], at)]


def _roles(text: str, found: Sequence[Stamp], above: str) -> list[Role]:
    roles: list[Role] = []
    end = 0
    for stamp in found:
        before = text[end : stamp.span.start]
        role = role_of(before if roles else f"{above} {before}")
        if roles and _PERIOD.fullmatch(before):
            # "1 – 7 November 2015": a stretch of time is what the report is about
            roles[-1] = role = Role.OTHER if roles[-1] is Role.BARE else roles[-1]
        roles.append(role)
        end = stamp.span.end
    if roles[-1] is Role.BARE:
        roles[-1] = _role_after(text[end:])
    return roles


def _updated_again(text: str, last: Stamp, at: int) -> Iterator[Dated]:
    """The clock alone after a date: "March 2, 2024 6:00 am (Updated 6:01 am)"."""
    again = sign("time", "updated").search(text, last.span.end)
    digits = _DIGIT.search(text, again.end()) if again else None
    if again and digits and digits.start() - again.end() < 8 and (found := clock(text, digits.start())):
        yield Dated(line=at, value=f"{last.value[:10]}T{found.value}", role=Role.UPDATED)


def dated_in_part(lines: Sequence[Line], at: int, years: Years) -> Iterator[Dated]:
    """The day without a year, or told as so long ago, in the line at `at`, where the page tells the rest."""
    text = lines[at].text
    if len(text) > READ or COPYRIGHT.search(text):
        return
    for stamp in partial_stamps(text, years):
        role = role_of(f"{_label_above(lines, at)} {text[: stamp.span.start]}")
        if is_stamp_line(text, [stamp.span]):
            yield Dated(line=at, value=stamp.value, role=role, whole=False)
    ago = find_ago(text)
    if ago and is_stamp_line(text, []):
        role = role_of(f"{_label_above(lines, at)} {text[: ago[0]]}")
        yield from (Dated(line=at, value=day, role=role, whole=False) for day in _days_before(years.seen, ago[1]))


def _days_before(seen: Sequence[str], ago: timedelta) -> list[str]:
    days = {day for moment in seen if (day := day_before(moment, ago))}
    return [*days] if len(days) == 1 else []
