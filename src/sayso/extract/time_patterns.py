"""How English news writes times: one rule a form, each a pattern and a function that gives its TIMEX3 value.

A rule's function may answer None: then the words are no time after all. Where rules overlap the longest match wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sayso.extract import time_readers as read
from sayso.extract.numbers import number_pattern, table as numbers
from sayso.extract.time_values import Context
from sayso.extract.time_words import capitalised, fragments, one_of, table

Reader = Callable[[re.Match[str], Context], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A form of time expression. `cheap` is a pattern that any text with this form also matches, tried first;
    `repeats` marks sets ("every Monday").
    """

    name: str
    pattern: re.Pattern[str]
    read: Reader
    repeats: bool = False


_OF = r"(?:,? (?:of )?(?:the year )?)"
_DET = r"(?:the |that |this |its |their |our )?"

# (name, pattern, reader, repeats); %(x)s stands for a fragment. Groups: d day, m month, y year, w weekday, u unit, n number.
_FORMS: tuple[tuple[str, str, Reader, bool], ...] = (
    # 2022-10-26, 2022-10-26T05:34Z
    ("iso", r"(?<![\w-])\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])", read.iso, False),
    # 26/10/2022, 10/26/2022, 26.10.2022; not a version 1.2.3
    ("slashed", r"(?<![\w./-])(?P<a>\d{1,2})(?P<s>[./])(?P<b>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d)(?![\w/]|\.\d)", read.slashed, False),
    # 26 October 2022, Tuesday, 1 August, the 26th of October, 3-5 May, 3 to 5 May; not "200 March"
    (
        "day month",
        r"(?<![\w.,:/$-])(?:%(dayname)s,? )?(?:the )?(?P<d>%(day)s)(?:(?: ?[-–—] ?| to | and | through )(?:the )?(?P<to>%(day)s))?"
        r" (?:of |day of )?(?P<m>%(month)s)(?:%(of)s(?P<y>%(year)s))?(?!\w)",
        read.day_month,
        False,
    ),
    # October 26, 2022; Oct. 26; Sunday, October 26th; May 3-5
    (
        "month day",
        r"(?<!\w)(?:%(dayname)s,? )?(?P<m>%(month)s) (?:the )?(?P<d>%(day)s)"
        r"(?:(?: ?[-–—] ?| to | and | through )(?P<to>%(day)s)(?! %(month)s))?(?:%(of)s(?P<y>%(year)s))?(?!\w)",
        read.day_month,
        False,
    ),
    # October 2022; late 2009; mid-March; the start of May
    ("month", r"(?<!\w)(?P<edge>%(edge)s)?(?P<m>%(month)s)(?:%(of)s(?P<y>%(year)s)| (?:last|this|next) year\b)?(?!\w)", read.month, False),
    ("year", r"(?<![\w.,:/$€£#+-])(?:the )?(?P<edge>%(edge)s)?(?:the year )?(?P<y>%(year)s)(?! ?(?:%%|percent|per cent))", read.year, False),
    # '82, the class of '98
    ("short year", r"(?<![\w'])'(?P<y>[4-9]\d|[0-3]\d)(?![\w'])", read.short_year, False),
    ("era", r"(?<![\w.,])(?:(?P<y>\d{1,4}) (?P<era>(?-i:BCE?|CE|AD))|(?P<era2>(?-i:AD)) ?(?P<y2>\d{1,4}))(?!\w)", read.era, False),
    # the 1990s, the early '80s, the nineties; not "in his 30s"
    ("decade", r"(?<!\w)(?:the )?(?:(?:early|mid|late)[ -])?(?P<y>(?:1\d|20)\d0|'?[2-9]0)'?s(?!\w)", read.decade, False),
    ("decade words", r"(?<!\w)the (?:(?:early|mid|late)[ -])?(?P<w>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies(?!\w)", read.decade_words, False),
    ("century", r"(?<!\w)(?:the )?(?:(?:early|mid|late)[ -])?(?P<n>\d\d?(?:st|nd|rd|th)|%(ordinal)s)[ -]century(?! %(low)s*-old)(?P<bc> BCE?)?", read.century, False),
    # the first quarter of 2009, third-quarter, the second half of last year, Q3 2009
    (
        "quarter",
        r"(?<!\w)%(det)s(?P<n>[1-4](?:st|nd|rd|th)|first|second|third|fourth|final|last|latter)[- ](?P<u>quarter|half)\b"
        r"(?:(?: of| in|,)? (?:(?P<y>%(year)s)|(?P<rel>last|this|next|the previous) year|(?:the )?(?P<m>%(month)s)(?:,? (?P<my>%(year)s))?|the year))?",
        read.quarter,
        False,
    ),
    ("Q", r"(?<!\w)(?P<u>[QH])(?P<n>[1-4])(?: (?:of )?(?P<y>%(year)s))?(?!\w)", read.quarter_code, False),
    ("fiscal", r"(?<!\w)(?:%(det)s(?:fiscal|financial)(?: year)?|(?-i:FY)) ?(?:of )?(?P<y>%(year)s)(?:[-/]\d\d)?", read.fiscal, False),
    # spring 2009, last summer, this winter, in the autumn
    (
        "season",
        r"(?<!\w)(?:(?P<rel>last|next|this|this past|this coming|the previous|the following) )?(?:the )?(?:(?:early|late|mid)[ -])?"
        r"(?P<s>%(season)s)(?:%(of)s(?P<y>%(year)s)| of (?P<rely>last|this|next) year)?(?!\w)",
        read.season,
        False,
    ),
    ("feast", r"(?<!\w)(?P<f>%(feast)s)(?:,? (?P<y>%(year)s))?(?!\w)", read.feast, False),
    # today, yesterday evening, tonight, the day before yesterday
    (
        "near day",
        r"(?<!\w)(?:(?P<far>the day (?:before|after)) )?(?:(?:earlier|later|early|late) )?(?P<r>today|tonight|yesterday|tomorrow)(?: (?P<p>%(part)s))?(?!\w)",
        read.near_day,
        False,
    ),
    # last Tuesday, Friday morning, late on Sunday; not Black Friday
    (
        "weekday",
        r"(?<!\w)(?:(?P<rel>last|next|this|this past|this coming|the previous|the following|that|the same) )?(?:(?:early|late)(?: on)? )?"
        r"(?P<w>%(weekday)s)(?:,? (?P<p>%(part)s)| (?P<week>last|next|this) week)?(?!\w)",
        read.weekday,
        False,
    ),
    # last week, this month, the previous year, earlier this month, the end of next year, that day, the year before
    (
        "near unit",
        r"(?<!\w)(?:(?:earlier|later|early|late)(?: on)?(?: in)? |(?:the )?(?:very )?(?:end|beginning|start|middle|close|rest|remainder|course|turn) of |mid-)?"
        r"(?P<rel>last|this|next|this past|this coming|past|coming|the past|the last|the next|the coming|the upcoming|the previous|a previous|previous"
        r"|the preceding|the following|the ensuing|the same|that same|that very|that|the current|the present|current)"
        r" (?P<u>day|week|weekend|month|quarter|year|decade|century)(?P<tail> (?:last|this|next) year| before last)?\b(?!-| %(low)s*old\b|'s end)",
        read.near_unit,
        False,
    ),
    ("near month", r"(?<!\w)(?P<rel>last|next|this|this past|this coming) (?P<m>%(month)s)(?!\w)", read.near_month, False),
    ("unit previous", r"(?<!\w)the (?P<u>day|week|weekend|month|quarter|year|decade|century) (?P<rel>before|after|previous|earlier|prior)(?P<last> last)?\b(?! (?:its|his|her|their|the|he|she|it|they|that)\b)", read.unit_previous, False),
    ("same period", r"(?<!\w)the (?:same|corresponding|comparable) (?P<u>period|quarter|month|week|day|time)(?: of| in)? (?:last year|the (?:previous|prior|preceding) year|the year before|(?:a|one) year (?:ago|earlier|before)|in (?P<y>%(year)s))", read.same_period, False),
    ("the unit", r"(?<!\w)(?:the )?(?:end|beginning|start|close|rest|remainder|middle|course|most|much) of the (?P<u>day|week|weekend|month|quarter|year|decade|century)\b(?! of)|(?<=\bend )the (?P<u2>day)\b|(?<=\bfor )the (?:entire |whole |full )?(?P<u3>day|week|month|quarter|year)\b(?! of)|(?<=\bin )the (?P<u4>day)\b(?! of)", read.the_unit, False),
    ("at that time", r"(?<!\w)(?P<w>that time|the same time|that date|that day)(?! (?:as|that)\b)(?!\w)", read.that_time, False),
    # the past three months, the next 48 hours, the last decade's
    (
        "window",
        r"(?<!\w)(?:the |these )?(?P<rel>past|last|next|coming|previous|preceding|following|recent|first|final)(?: (?P<n>%(number)s|few|several|couple of|many|half))?"
        r" (?:(?:straight|consecutive|trading|working|calendar|full) )?(?P<u>%(unit)s)",
        read.window,
        False,
    ),
    # two years ago, a week earlier, three days later, within hours of
    (
        "away",
        r"(?<!\w)(?P<n>%(count)s)[ -](?P<u>%(unit)s)(?: and a half)?(?:,)? (?P<rel>ago|earlier|later|before that|after that|beforehand|afterwards?|from now|hence|previously|prior|on)(?!\w)(?! than| to)",
        read.away,
        False,
    ),
    ("vaguely away", r"(?<!\w)(?P<u>%(unit)s) (?P<rel>ago|earlier|later)(?!\w)", read.vaguely_away, False),
    # two weeks, 12-hour, six straight days, half an hour, a year and a half
    (
        "duration",
        r"(?<!\w)(?P<n>%(count)s)(?:[ -](?:%(number)s))?[ -](?:(?:straight|consecutive|trading|working|calendar|full|more|whole|successive|additional|further|extra)[ -])?(?P<u>%(unit)s)(?P<half> and a half)?(?![ -]old\b| of age)",
        read.a_duration,
        False,
    ),
    ("bare duration", r"(?<=\b(?:in|of|by) )(?P<u>minutes|hours|days|weeks|months|years|decades|centuries)\b|(?<=\bfor )(?P<u2>minutes|hours|days|weeks|months|years|decades|centuries)\b|(?<=\b(?:over|just) )(?P<u3>minutes|hours|days|weeks|months|years|decades)\b|(?<=\b(?:after) )(?P<u4>minutes|hours|days|weeks|months|years|decades)\b(?= of)|(?<=\bwithin )(?P<u5>minutes|hours|days|weeks|months|years)\b", read.bare_duration, False),
    # every Monday, each year, every two weeks, daily, twice a week, on Mondays
    ("every", r"(?<!\w)(?:every|each) (?:(?P<other>other) )?(?:(?P<n>%(number)s|few) )?(?P<u>%(unit)s)", read.every, True),
    ("every weekday", r"(?<!\w)(?:every|each) (?P<w>%(weekday)s)(?: (?P<p>%(part)s))?|(?<!\w)(?P<ws>%(weekdays)s)(?!\w)", read.every_weekday, True),
    ("every part", r"(?<!\w)(?:every|each) (?P<p>%(part)s)(?!\w)", read.every_part, True),
    ("frequency", r"(?<![\w-])(?P<f>%(frequency)s)(?![\w-])", read.frequency, True),
    ("rate", r"(?<=\w )(?:per|a|an|each) (?P<u>second|minute|hour|day|week|month|year)\b(?! (?:ago|earlier|later|before|after|and a half))", read.rate, True),
    # 10:30 p.m., 6 am, 0600 GMT, 14:58 UTC, noon
    (
        "clock",
        r"(?<![\w:.,-])(?P<h>[01]?\d|2[0-4])(?:[:.](?P<min>[0-5]\d)(?::[0-5]\d)?)?(?: ?(?P<ap>[ap]\.?m\b\.?)| o'clock)(?: (?:in the (?P<p>%(part)s)|at night))?(?P<z>,? \(?%(zone)s\)?)?(?: local time)?",
        read.clock,
        False,
    ),
    (
        "clock 24",
        r"(?<![\w:.,$€£#+-])(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?::[0-5]\d)?(?![\w:])(?! ?[ap]\.?m\b)(?P<z>,? \(?%(zone)s\)?)?(?: local time| hrs| hours)?",
        read.clock,
        False,
    ),
    ("military", r"(?<![\w:.,$€£#+-])(?P<h>[01]\d|2[0-4])(?P<min>[0-5]\d)(?: hrs| hours)?(?P<z> \(?%(zone)s\)?)?", read.military, False),
    ("noon", r"(?<!\w)(?P<w>noon|midday|midnight)(?!\w)", read.noon, False),
    ("overnight", r"(?<!\w)overnight(?!\w)", read.overnight, False),
    (
        "part",
        r"(?<!\w)(?:(?P<rel>this|that|the same|the previous|the following|the next|last|the) )?(?:(?:early|late) )?(?P<p>%(part)s)(?!\w)(?! of)",
        read.part,
        False,
    ),
    ("recent", r"(?<!\w)(?:in )?(?:the )?(?P<r>recent|coming|upcoming|past) (?P<u>days|weeks|months|years|decades|hours|history|memory|times)\b", read.recent, False),
    ("vague", r"(?<![\w-])(?P<v>%(vague)s)(?![\w-])", read.vague, False),
    ("later", r"(?<![\w-])(?P<w>later|earlier)(?= (?:in the day|revealed|recovered|said|told|added|confirmed|announced)\b)", read.later, False),
)


def _count() -> str:
    more = r"a couple of|a couple|a few|half an?|several|a number of|many|some|few|an?|one-and-a-half"
    return f"(?:{number_pattern()}|{more})"


def _compiled(pattern: str) -> re.Pattern[str]:
    weekdays = capitalised(f"{day}s" for day in table("weekdays"))
    pieces = fragments() | {
        "of": _OF,
        "det": _DET,
        "low": "[a-z]",
        "number": number_pattern(),
        "count": _count(),
        "ordinal": one_of(numbers("ordinals")),
        "feast": one_of(table("feasts")),
        "frequency": one_of(table("frequencies")),
        "vague": one_of(table("vague")),
        "weekdays": weekdays,
    }
    return re.compile(pattern % pieces, re.IGNORECASE)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, compiled once a process."""
    return tuple(
        Rule(name=name, pattern=_compiled(pattern), read=reader, repeats=repeats)
        for name, pattern, reader, repeats in _FORMS
    )
