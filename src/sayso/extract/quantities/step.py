"""How many of what: counts, sums and shares, with the bounds that the words give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.extract.draft import Draft
from sayso.extract.guard import each
from sayso.extract.numbers import number_pattern, table, value
from sayso.extract.parse import Passage
from sayso.extract.quantities.counted import counted
from sayso.extract.quantities.signs import is_change, is_quantity
from sayso.extract.times.words import one_of
from sayso.model import Quantity, Span

_LOOK_BACK = 32  # code points: more than any bound with its article and currency sign
_FEW = 2  # "several dozen" and "hundreds" are two or more of them, as the annotation rules count


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    """One number in a passage, without what stands around it; `vague` keeps words like "dozens", `share` tells a
    part of a whole, in percent.
    """

    span: Span
    low: float
    high: float | None
    vague: str | None = None
    share: bool = False


def find_quantities(draft: Draft) -> Draft:
    """`draft` with the quantities of its report, in order of place; times, ages, names and labels are none."""
    times = [time.span for time in draft.times]

    def read(passage: Passage) -> list[Quantity]:
        return _of_passage(passage, [span for span in times if span.overlaps(passage.block.span)])

    found, drops = each(draft.parsed.passages, read, lambda p: f"{draft.parsed.report.id} {p.block.span}")
    return replace(draft, quantities=tuple(q for some in found for q in some), drops=draft.drops + drops)


@cache
def _pattern() -> re.Pattern[str]:
    scales = r"(?:hundred|thousand|million|billion|trillion|dozen)\b"
    many = one_of(word for word in table("indefinite") if word != "scores") + "|scores(?= of)"  # else they are points
    big = "(?:thousands|millions|billions)"
    parts = one_of([*table("parts"), *(f"{word}s" for word in table("parts"))])
    return re.compile(
        rf"(?<!\w)(?<![A-Za-z]-)(?:(?P<several>(?:several|a few|few|many|a couple of) (?P<scale>{scales}))"
        rf"|(?P<tens>tens of (?P<of_tens>{big}))"
        rf"|(?P<many>(?P<first>{many})(?: of (?P<second>{big}))?)"
        rf"|(?P<half>half[ -]an?[ -](?P<half_of>{scales}))|(?P<pair>a couple(?= of)|a pair(?= of))"
        rf"|(?P<part>(?:(?P<parts>an?|{number_pattern()})[ -](?P<whole>{parts})|half)"
        rf"(?= (?:of )?(?:the|its|his|her|their|our|all|those|these)\b))"
        rf"|(?P<number>(?:an? (?={scales}))?{number_pattern()}"
        rf"(?P<and_half> and a half(?: (?P<half_scale>{scales}))?)?))(?!\w)",
        re.IGNORECASE,
    )


@cache
def _before() -> re.Pattern[str]:
    """What may stand before a number and belongs to it: a bound and a currency."""
    signs = one_of(c for c in table("currencies") if not c.isalpha() or len(c) == 3)
    return re.compile(
        rf"(?:(?<!\w)(?P<bound>{one_of([*table('bounds'), 'between', 'from'])}) (?:the |another |an? )?)?"
        rf"(?:(?<!\w)(?P<currency>{signs}) ?)?$",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    """What may stand after it: a percent sign, a currency, a bound."""
    names = one_of(c for c in table("currencies") if c.replace(" ", "").replace(".", "").isalpha())
    return re.compile(
        rf"(?:(?P<percent> ?%| per ?cents?\b| percentage points?\b)|(?: (?P<currency>{names})\b))?"
        rf"(?:(?P<plus>\+)(?!\d)| (?P<bound>{one_of(table('after'))})\b)?",
        re.IGNORECASE,
    )


@cache
def _link() -> re.Pattern[str]:
    signs = one_of(table("currencies"))
    return re.compile(rf"(?: ?%| percent)?(?: ?(?P<dash>[-–—]) ?| (?P<word>to|and|or) )(?:{signs} ?)?", re.IGNORECASE)


def _of_passage(passage: Passage, taken: Sequence[Span]) -> list[Quantity]:
    text, shift = passage.text, passage.block.span.start
    numbers = [
        number
        for match in _pattern().finditer(text)
        if not any(Span(*match.span()).shift(shift).overlaps(span) for span in taken)
        and is_quantity(passage.doc, match)
        and (number := _number(match)) is not None
    ]
    return [_quantity(passage, number) for number in _ranges(passage, numbers)]


def _number(match: re.Match[str]) -> _Number | None:
    span, words = Span(*match.span()), match[0].lower()
    least = _least(match)
    if least is not None:
        return _Number(span=span, low=float(least), high=None, vague=words)  # tables hold whole numbers too
    exact = _part(match) if match["part"] else _half(match) or (2.0 if match["pair"] else _with_half(match))
    return None if exact is None else _Number(span=span, low=float(exact), high=float(exact), share=bool(match["part"]))


def _with_half(match: re.Match[str]) -> float | None:
    """The number of a match, "and a half" and the scale after it included: "two and a half million"."""
    words = match[0].lower()
    if not match["and_half"]:
        return value(words)
    whole = value(words[: match.start("and_half") - match.start()])
    scale: float = table("scales").get((match["half_scale"] or "").lower(), 1)
    return None if whole is None else (whole + 0.5) * scale


def _part(match: re.Match[str]) -> float | None:
    """The percentage that "two thirds" or "half" is, to a tenth."""
    if not match["whole"]:
        return 50.0
    words = match["parts"].lower()
    count = 1.0 if words in ("a", "an") else value(words)
    share = None if count is None else 100 * count / table("parts")[match["whole"].lower().removesuffix("s")]
    return None if share is None or share > 100 else round(share, 1)


def _half(match: re.Match[str]) -> float | None:
    scales: dict[str, float] = table("scales")
    return scales[match["half_of"].lower()] / 2 if match["half"] else None


def _least(match: re.Match[str]) -> float | None:
    """The least that an indefinite number can mean: "dozens" 24, "tens of thousands" 20,000; None for definite ones."""
    many: dict[str, float] = table("indefinite")
    scales: dict[str, float] = table("scales")
    if match["several"]:
        return _FEW * scales[match["scale"].lower()]
    if match["tens"]:
        return 10 * many[match["of_tens"].lower()]
    if match["many"]:
        factor = many[match["second"].lower()] / _FEW if match["second"] else 1
        return many[match["first"].lower()] * factor
    return None


def _ranges(passage: Passage, numbers: Sequence[_Number]) -> list[_Number]:
    """`numbers` with the two ends of each range made one ("10 to 15", "between 10 and 15"); scores ("3-1") left out."""
    out: list[_Number] = []
    text = passage.text
    for number in numbers:
        link = _link().fullmatch(text, out[-1].span.end, number.span.start) if out else None
        joined = _joined(passage, out[-1], number, link) if link else None
        if joined:
            out[-1] = joined
        elif link and _is_score(out[-1], number, link):
            out.pop()
        else:
            out.append(number)
    return out


def _is_score(first: _Number, last: _Number, link: re.Match[str]) -> bool:
    """Whether two numbers stand against each other ("3-1", "52-35", "odds of 4 to 1")."""
    return link["dash"] is not None or (link["word"].lower() == "to" and last.low <= first.low < 20 and not last.vague)


def _joined(passage: Passage, first: _Number, last: _Number, link: re.Match[str]) -> _Number | None:
    text = passage.text
    before = text[max(0, first.span.start - _LOOK_BACK) : first.span.start]
    word = (link["word"] or "").lower()
    opened = _before().search(before)
    lead = (opened["bound"] or "").lower() if opened else ""
    changes = word == "to" and lead == "from" and is_change(passage.doc, first.span)
    if (word == "and" and lead != "between") or changes or last.high is None:
        return None
    low = first.low * _shared_scale(text, first, last)
    return _Number(span=Span(first.span.start, last.span.end), low=low, high=last.high) if low < last.low else None


def _shared_scale(text: str, first: _Number, last: _Number) -> float:
    """In "10 to 15 million" both are of millions."""
    scales: dict[str, float] = table("scales")
    scale = re.search(r"[a-z]+$", text[slice(*last.span)].lower())
    own = re.search(r"[a-z]$", text[slice(*first.span)].lower())
    return scales.get(scale[0], 1) if scale and not own else 1


def _quantity(passage: Passage, number: _Number) -> Quantity:
    text = passage.text
    window = max(0, number.span.start - _LOOK_BACK)
    before, after = _before().search(text, window, number.span.start), _after().match(text, number.span.end)
    span = Span(before.start() if before else number.span.start, after.end() if after else number.span.end)
    span = _without_preposition(before, number, span)
    lead = (before["bound"] or "").lower() if before else ""
    tail = ("or more" if after["plus"] else (after["bound"] or "").lower()) if after else ""
    low, high = _bounded(number, lead, tail)
    return Quantity(
        min=low,
        max=high,
        of=("percent" if number.share else _unit(before, after)) or counted(passage.doc, number.span),
        spans=(span.shift(passage.block.span.start),),
        word=_word(number, lead, tail),
    )


def _without_preposition(before: re.Match[str] | None, number: _Number, span: Span) -> Span:
    """Beside one number "from" and "between" are prepositions ("between the two countries"), in a range its bounds."""
    if before and before["bound"] and before["bound"].lower() in ("from", "between") and number.low == number.high:
        return Span(before.start("currency") if before["currency"] else number.span.start, span.end)
    return span


def _bounded(number: _Number, lead: str, tail: str) -> tuple[float | None, float | None]:
    side = table("bounds").get(lead) or table("after").get(tail)
    if number.high is None or number.low != number.high:
        return (None, number.high or number.low) if side == "max" else (number.low, number.high)
    return (number.low if side != "max" else None, number.high if side != "min" else None)


def _word(number: _Number, lead: str, tail: str) -> str | None:
    """The approximation kept: "some", "about", "dozens"; a bound says itself in min and max."""
    if number.vague:
        return number.vague
    if table("bounds").get(lead) == "both":
        return lead
    return tail if table("after").get(tail) == "both" else None


def _unit(before: re.Match[str] | None, after: re.Match[str] | None) -> str | None:
    currencies: dict[str, str] = table("currencies")
    if after and after["percent"]:
        return "percentage points" if "point" in after["percent"].lower() else "percent"
    named = (before and before["currency"]) or (after and after["currency"])
    return currencies[named.lower()] if named else None
