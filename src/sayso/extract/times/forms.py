"""How English news writes times: one form a line of the calendar, with the function that reads it.

A pattern is joined of pieces; `%(x)s` stands for a fragment of words or patterns, and case is ignored except
where a fragment is a name. Groups: d day, m month, y year, w weekday, u unit, n number, p part of the day, rel the word
that points. Before a pattern stand the words that it can begin with, and only at these is it tried: # is any figure, '
an apostrophe before one, %x all the words of a vocabulary (`patterns.vocabulary`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from sayso.extract.times import clock, dates, lengths, relative
from sayso.extract.times.values import Context

Reader = Callable[[re.Match[str], Context], str | None]


class Form(NamedTuple):
    """One way of writing a time. `repeats` marks sets ("every Monday")."""

    name: str
    read: Reader
    first: str
    pieces: tuple[str, ...]
    repeats: bool = False


def _form(name: str, read: Reader, first: str, *pieces: str) -> Form:
    return Form(name, read, first, pieces)


def _set(name: str, read: Reader, first: str, *pieces: str) -> Form:
    return Form(name, read, first, pieces, repeats=True)


DATES = (
    # 2022-10-26, 2022-10-26T05:34Z
    _form(
        "iso",
        dates.iso,
        "#",
        r"(?<![\w-])\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])",
    ),
    # 26/10/2022, 10/26/2022, 26.10.2022; not a version 1.2.3
    _form(
        "slashed",
        dates.slashed,
        "#",
        r"(?<![\w./-])(?P<a>\d{1,2})(?P<s>[./])(?P<b>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d)(?![\w/]|\.\d)",
    ),
    # 26 October 2022, Tuesday, 1 August, the 26th of October, 3-5 May, 3 to 5 May; not "1,200 March"
    _form(
        "day month",
        dates.day_month,
        "# the %dayname",
        r"(?<![\w.,:/$-])(?:(?P<w>%(dayname)s),? )?(?:the )?(?P<d>%(day)s)",
        r"(?:%(to)s(?:the )?(?P<to>%(day)s))?",
        r" (?:of |day of )?(?P<m>%(month)s)(?:%(of)s(?P<y>%(year)s))?(?!\w)",
    ),
    # October 26, 2022; Oct. 26; Sunday, October 26th; May 3-5; not the start of "May 3 to 5 June"
    _form(
        "month day",
        dates.day_month,
        "%month %dayname",
        r"(?<!\w)(?:(?P<w>%(dayname)s),? )?(?P<m>%(month)s) (?:the )?(?P<d>%(day)s)",
        r"(?:%(to)s(?P<to>%(day)s)(?! %(month)s))?(?:%(of)s(?P<y>%(year)s))?(?!\w)",
    ),
    # October 2022; late October; the start of May; October last year
    _form(
        "month",
        dates.month,
        "%edge %month",
        r"(?<!\w)(?P<edge>%(edge)s)?(?P<m>%(month)s)",
        r"(?:%(of)s(?P<y>%(year)s)| (?:of )?(?P<rel>last|this|next) year\b)?(?!\w)",
    ),
    # 2009; mid-2011; the year 2009; the end of 2009; not "2009 %%"
    _form(
        "year",
        dates.year,
        "# %edge",
        r"(?<![\w.,:/$€£#+-])(?P<edge>%(edge)s)?(?:the year )?(?P<y>%(year)s)(?! ?(?:%%|percent|per cent))",
    ),
    # '82
    _form("short year", dates.short_year, "'", r"(?<![\w'])'(?P<y>[4-9]\d|[0-3]\d)(?![\w'])"),
    # 79 AD, AD 79, 300 BC
    _form(
        "era",
        dates.era,
        "# ad",
        r"(?<![\w.,])(?:(?P<y>\d{1,4}) (?P<era>(?-i:BCE?|CE|AD))|(?P<era2>(?-i:AD)) ?(?P<y2>\d{1,4}))(?!\w)",
    ),
    # the 1990s, the early '80s; not "in his 30s"
    _form(
        "decade",
        dates.decade,
        "# ' the early mid late",
        r"(?<!\w)(?:the )?(?:(?:early|mid|late)[ -])?(?P<y>(?:1\d|20)\d0|'?[2-9]0)'?s(?!\w)",
    ),
    # the nineties
    _form(
        "decade words",
        dates.decade_words,
        "the",
        r"(?<!\w)the (?:(?:early|mid|late)[ -])?(?P<w>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies(?!\w)",
    ),
    # the 19th century; not a "19th century-old" anything
    _form(
        "century",
        dates.century,
        "# the early mid late %ordinal",
        r"(?<!\w)(?:the )?(?:(?:early|mid|late)[ -])?",
        r"(?P<n>\d\d?(?:st|nd|rd|th)|%(ordinal)s)[ -]century\b(?!-)(?P<bc> BCE?)?",
    ),
    # the first quarter of 2009, third-quarter, the second half of last year, the first half of May
    _form(
        "quarter",
        dates.quarter,
        "# the that this its their our %ordinal final last latter",
        r"(?<!\w)(?:(?:the|that|this|its|their|our) )?",
        r"(?P<n>[1-4](?:st|nd|rd|th)|first|second|third|fourth|final|last|latter)[- ](?P<u>quarter|half)\b",
        r"(?:(?: of| in|,)? (?:(?P<y>%(year)s)|(?P<rel>last|this|next|the previous) year",
        r"|(?P<m>%(month)s)(?:,? (?P<my>%(year)s))?|the year))?",
    ),
    # Q3 2009
    _form("Q", dates.quarter_code, "q h", r"(?<!\w)(?P<u>[QH])(?P<n>[1-4])(?: (?:of )?(?P<y>%(year)s))?(?!\w)"),
    # fiscal 2009, the 2009 financial year is left to "year"
    _form(
        "fiscal",
        dates.fiscal,
        "the fiscal financial fy",
        r"(?<!\w)(?:the )?(?:(?:fiscal|financial)(?: year)?|(?-i:FY)) ?(?:of )?(?P<y>%(year)s)(?:[-/]\d\d)?",
    ),
    # spring 2009, last summer, this winter, in the autumn
    _form(
        "season",
        dates.season,
        "last next this the early late mid %season",
        r"(?<!\w)(?:(?P<rel>last|next|this|this past|this coming|the previous|the following) )?",
        r"(?:the )?(?:(?:early|late|mid)[ -])?(?P<s>%(season)s)",
        r"(?:%(of)s(?P<y>%(year)s)| of (?P<rely>last|this|next) year)?(?!\w)",
    ),
    # Christmas Eve, New Year's Day 2009
    _form("feast", dates.feast, "%feast", r"(?<!\w)(?P<f>%(feast)s)(?:,? (?P<y>%(year)s))?(?!\w)"),
)

RELATIVE = (
    # today, yesterday evening, tonight, the day before yesterday
    _form(
        "near day",
        relative.near_day,
        "the earlier later early late today tonight yesterday tomorrow",
        r"(?<!\w)(?:(?P<far>the day (?:before|after)) )?(?:(?:earlier|later|early|late) )?",
        r"(?P<r>today|tonight|yesterday|tomorrow)(?: (?P<p>%(part)s))?(?!\w)",
    ),
    # Tuesday, last Tuesday, Friday morning, late on Sunday, Friday last week
    _form(
        "weekday",
        relative.weekday,
        "last next this the that early late %weekday",
        r"(?<!\w)(?:(?P<rel>last|next|this|this past|this coming|the previous|the following|that|the same) )?",
        r"(?:(?:early|late)(?: on)? )?",
        r"(?P<w>%(weekday)s)(?:,? (?P<p>%(part)s)| (?P<week>last|next|this) week)?(?!\w)",
    ),
    # last week, earlier this month, the end of next year, the previous year; not "last week of March", "last week-old"
    _form(
        "near unit",
        relative.near_unit,
        "%edge earlier later last this next upcoming a previous preceding that current",
        r"(?<!\w)(?:(?:earlier|later|early|late)(?: on)?(?: in)? |%(edge_of)s|mid-)?",
        r"(?P<rel>last|this|next|this past|this coming|(?:the )?(?:last|next|upcoming)",
        r"|(?:the |a )?(?:previous|preceding)|the (?:following|ensuing|same|current|present)",
        r"|that same|that very|that|current)",
        r" (?P<u>%(span)s)(?P<tail> (?:last|this|next) year| before last)?\b(?!-| old\b| of\b)",
    ),
    # the last week of March, the first weekend of May 2022
    _form(
        "week of month",
        relative.week_of_month,
        "the its %ordinal last final opening",
        r"(?<!\w)(?:the |its )?(?P<n>first|second|third|fourth|fifth|last|final|opening)",
        r" (?P<u>day|week|weekend) (?:of|in) (?P<m>%(month)s)(?:,? (?P<y>%(year)s))?(?!\w)",
    ),
    # last March
    _form(
        "near month",
        relative.near_month,
        "last next this",
        r"(?<!\w)(?P<rel>last|next|this|this past|this coming) (?P<m>%(month)s)(?!\w)",
    ),
    # the day before, the year previous, the week before last; not "the day before the vote"
    _form(
        "unit previous",
        relative.unit_previous,
        "the",
        r"(?<!\w)the (?P<u>%(span)s) (?P<rel>before|after|previous|earlier|prior)(?P<last> last)?\b",
        r"(?! (?:its|his|her|their|the|an?|he|she|it|they|that|[a-z]+ing)\b)",
    ),
    # the same period last year, the same month a year ago
    _form(
        "same period",
        relative.same_period,
        "the",
        r"(?<!\w)the (?:same|corresponding|comparable) (?P<u>period|quarter|month|week|day|time)(?: of| in)? ",
        r"(?:last year|the (?:previous|prior|preceding) year|the year before",
        r"|(?:a|one) year (?:ago|earlier|before)|in (?P<y>%(year)s))",
    ),
    # the end of the year, for the entire year, end the day, later in the day
    _form(
        "edge of the unit",
        relative.the_unit,
        "%edge most much",
        r"(?<!\w)(?:%(edge_of)s|most of |much of )the (?P<u>%(span)s)\b(?! of)",
    ),
    _form(
        "for the unit",
        relative.the_unit,
        "the",
        r"(?<=\bfor )the (?:entire |whole |full )?(?P<u>%(span)s)\b(?! of| that| when)",
    ),
    _form("the day", relative.the_unit, "the", r"(?:(?<=\bend )|(?<=\bin ))the (?P<u>day)\b(?! of)"),
    # that time
    _form("that time", relative.that_time, "that", r"(?<!\w)(?:that time|that date)\b(?! (?:as|that)\b)"),
    # the past three months, the next 48 hours
    _form(
        "window",
        lengths.window,
        "the these past last next coming previous preceding following recent first final",
        r"(?<!\w)(?:the |these )?(?P<rel>past|last|next|coming|previous|preceding|following|recent|first|final)",
        r"(?: (?P<n>%(number)s|few|several|couple of|many|half))? (?:%(running)s )?(?P<u>%(unit)s)",
    ),
    # two years ago, a week earlier, three days later
    _form(
        "away",
        relative.away,
        "%count",
        r"(?<!\w)(?P<n>%(count)s)[ -](?P<u>%(unit)s)(?: and a half)?,? ",
        r"(?P<rel>ago|earlier|later|before that|after that|beforehand|afterwards?|from now|hence|previously|prior)",
        r"\b(?! (?:than|to)\b)",
    ),
    # in two months, where the clause looks ahead: the month after next; "built in two months" is a length
    _form("in a length", relative.in_a_length, "%count", r"(?<=\bin )(?P<n>%(count)s) (?P<u>%(unit)s)(?!['-]| time\b)"),
    # in two weeks' time
    _form(
        "in time",
        relative.away_ahead,
        "%count",
        r"(?<=\bin )(?P<n>%(count)s) (?P<u>%(unit)s)'s? time\b",
    ),
    # years ago, months later
    _form("vaguely away", relative.vaguely_away, "%unit", r"(?<!\w)(?P<u>%(unit)s) (?P<rel>ago|earlier|later)\b"),
    # in recent years, the coming days
    _form(
        "recent",
        relative.recent,
        "the recent coming upcoming past",
        r"(?<!\w)(?:the )?(?P<r>recent|coming|upcoming|past) ",
        r"(?P<u>days|weeks|months|years|decades|hours|history|memory|times)\b",
    ),
    # now, recently, in the near future
    _form("vague", relative.vague, "%vague", r"(?<![\w-])(?P<v>%(vague)s)(?![\w-])"),
)

LENGTHS = (
    # two weeks, 12-hour, six straight days, half an hour, a year and a half; not "six years old"
    _form(
        "duration",
        lengths.a_duration,
        "%count",
        r"(?<!\w)(?P<n>%(count)s)(?P<inner>[ -]and[ -]a[ -]half)?[ -](?:%(running)s[ -])?",
        r"(?P<u>%(unit)s)(?P<half> and a half)?(?![ -]old\b| of age|-to-)",
    ),
    # in years, for decades, within hours of
    _form("bare duration", lengths.bare_duration, "%unit", r"(?:(?<=\bin )|(?<=\bof )|(?<=\bby ))(?P<u>%(units)s)\b"),
    _form(
        "for a length", lengths.bare_duration, "%unit", r"(?:(?<=\bfor )|(?<=\bover )|(?<=\bjust ))(?P<u>%(units)s)\b"
    ),
    _form("within a length", lengths.bare_duration, "%unit", r"(?<=\bwithin )(?P<u>%(units)s)\b"),
    # every Monday, each year, every two weeks
    _set(
        "every",
        lengths.every,
        "every each",
        r"(?<!\w)(?:every|each) (?:(?P<other>other) )?(?:(?P<n>%(number)s|few) )?(?P<u>%(unit)s)",
    ),
    _set(
        "every weekday",
        lengths.every_weekday,
        "every each",
        r"(?<!\w)(?:every|each) (?P<w>%(weekday)s)(?: (?P<p>%(part)s))?(?!\w)",
    ),
    _set("weekdays", lengths.every_weekday, "%weekdays", r"(?<!\w)(?P<w>%(weekday)s)s(?!\w)"),
    _set("every season", lengths.every_season, "every each", r"(?<!\w)(?:every|each) (?P<s>%(season)s)(?!\w)"),
    _set("every part", lengths.every_part, "every each", r"(?<!\w)(?:every|each) (?P<p>%(part)s)"),
    # daily, annual
    _set("frequency", lengths.frequency, "%frequency", r"(?<![\w-])(?P<f>%(frequency)s)(?![\w-])"),
    # fifteen a year, $28 an hour
    _set(
        "rate",
        lengths.rate,
        "per a an each once twice thrice %count",
        r"(?<=\w )(?P<often>(?:once|twice|thrice|%(count)s times) (?:every|per|an?|each) )?",
        r"(?(often)|(?:per|an?|each) )(?P<u>second|minute|hour|day|week|month|year)\b",
        r"(?! (?:ago|earlier|later|before|after|and a half))",
    ),
)

CLOCK = (
    # 10:30 p.m., 6 am, 6:40 p.m. (GMT +8), 5 o'clock
    _form(
        "clock",
        clock.clock,
        "#",
        r"(?<![\w:.,-])(?P<h>[01]?\d|2[0-4])(?:[:.](?P<min>[0-5]\d)(?::[0-5]\d)?)?",
        r"(?: ?(?P<ap>[ap]\.m\.|[ap]m\b)| o'clock)(?: (?:in the (?P<p>%(part)s)|at night))?%(in_zone)s",
    ),
    # 14:58 UTC, 23:58
    _form(
        "clock 24",
        clock.clock,
        "#",
        r"(?<![\w:.,$€£#+-])(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?::[0-5]\d)?(?![\w:])(?! ?[ap]\.?m\b)%(in_zone)s",
    ),
    # 0600 GMT, 1430 hrs
    _form("military", clock.military, "#", r"(?<![\w:.,$€£#+-])(?P<h>[01]\d|2[0-4])(?P<min>[0-5]\d)%(in_zone)s"),
    _form("noon", clock.noon, "noon midday midnight", r"(?<!\w)(?P<w>noon|midday|midnight)(?!\w)"),
    _form("overnight", clock.overnight, "overnight", r"(?<!\w)overnight(?!\w)"),
    # this morning, last night, in the evening
    _form(
        "part",
        clock.part,
        "this that the last early late %part",
        r"(?<!\w)(?:(?P<rel>this|that|the same|the previous|the following|the next|last|the) )?",
        r"(?:(?:early|late) )?(?P<p>%(part)s)(?! of\b)",
    ),
)

FORMS = (*DATES, *RELATIVE, *LENGTHS, *CLOCK)
