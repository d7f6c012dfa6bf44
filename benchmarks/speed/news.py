"""Made-up news in any amount: stories that several outlets tell in their own words, or copy."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import accumulate
from math import exp
from pathlib import Path
from random import Random
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso import resources
from sayso.model import (
    Actor,
    ActorKind,
    Attribution,
    Block,
    BlockKind,
    Content,
    Cue,
    Event,
    EventTime,
    Manner,
    Origin,
    Participant,
    Provenance,
    Quantity,
    Report,
    Role,
    Source,
    Span,
    Statement,
    article_spans,
    content_id,
)

CLAIMS = 36  # that a story holds; a report tells a part of them
COMMON = 2.5  # rarity below which a word says little
PER_REPORT = 12  # statements of a report, on average
OUTLETS = 400
WIDTH = 384  # numbers of a vector, as the encoder has
LITTLE, NAME = 0.4, 0.8  # what small words and names weigh in a vector
_DAYS = 3 * 365
_COPIED = 0.3  # share of a story's reports that reuse the sentences of an earlier one
_SIZES = (1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8, 14)  # reports of a story: few are told by many
_WORDS: dict[str, str] = tomllib.loads((Path(__file__).parent / "news.toml").read_text(encoding="utf8"))
_BEGIN, _MIDDLE, _END, _COUNTRIES, _ROOTS, _LITTLE, _PRESS = (
    _WORDS[name].split() for name in ("begin", "middle", "end", "countries", "roots", "little", "press")
)
_VERBS = tuple(pair.split("/") for pair in _WORDS["verbs"].split())
_BODIES = ("Ministry", "Police", "Council", "Union", "Company", "Institute", "Brigade", "Prosecutor")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """What a story has to tell, to be worded in several ways."""

    doer: Actor
    verbs: Sequence[str]
    thing: str
    place: str
    why: str
    number: int
    by: Actor | None
    day: date | None
    root: str | None


def news(statements: int, seed: int = 1) -> Iterator[Report]:
    """Reports with about so many statements in all, over three years, story after story; always the same."""
    told = number = 0
    while told < statements:
        draw = Random(f"{seed}-{number}")  # noqa: S311 - nothing secret
        for report in _story(draw, number):
            told += len(report.statements)
            yield report
        number += 1


def _story(draw: Random, number: int) -> Iterator[Report]:
    begin = date(2021, 1, 1) + timedelta(days=draw.randrange(_DAYS))
    claims = _claims(draw, begin)
    outlets = draw.sample(range(OUTLETS), draw.choice(_SIZES))
    before: list[Sequence[tuple[str, _Claim]]] = []
    for place, outlet in enumerate(outlets):
        if before and draw.random() < _COPIED:
            sentences = draw.choice(before)
            sentences = sentences[: max(3, draw.randrange(len(sentences) + 1))]
        else:
            chosen = draw.sample(claims, min(CLAIMS, max(4, round(draw.gauss(PER_REPORT, 2)))))
            sentences = [(_worded(draw, claim), claim) for claim in chosen]
        before.append(sentences)
        day = begin + timedelta(days=draw.choice((0, 0, 0, 1, 1, 2, 3, 5)))
        yield _report(f"{number}/{place}", _outlet(outlet), str(day), sentences)


@cache
def _outlet(number: int) -> str:
    """The name of an outlet. Words alone make one, not numbers: were all of one name, none would draw on another."""
    draw = Random(f"outlet-{number}")  # noqa: S311 - nothing secret
    return f"{_name(draw)} {_name(draw)} {draw.choice(_PRESS)}"


def _claims(draw: Random, begin: date) -> list[_Claim]:
    places = [_name(draw), _name(draw), draw.choice(_COUNTRIES)]
    cast = [*(_person(draw) for _ in range(3)), *(_body(draw, places) for _ in range(3))]
    return [
        _Claim(
            doer=draw.choice(cast),
            verbs=draw.choice(_VERBS),
            thing=_words(draw),
            place=draw.choice(places),
            why=f"after the {_words(draw)}",
            number=draw.choice((0, 0, draw.randrange(2, 60))),
            by=draw.choice((None, *cast)),
            day=draw.choice((None, begin - timedelta(days=draw.randrange(3)))),
            root=draw.choice((None, None, None, draw.choice(_ROOTS))),
        )
        for _ in range(CLAIMS)
    ]


@cache
def _vocabulary() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Words of news, and how often each and those before it are told: were all stories of the same few, all reports
    would meet.
    """
    told = [(word, int(tenths) / 10) for word, tenths, name in resources.rows("link/rarity.tsv") if name == "0"]
    chosen = [(word, exp(-rarity)) for word, rarity in told if rarity >= COMMON]
    return tuple(word for word, _ in chosen), tuple(accumulate(often for _, often in chosen))


def _words(draw: Random) -> str:
    words, often = _vocabulary()
    return " ".join(draw.choices(words, cum_weights=often, k=2))


def _name(draw: Random) -> str:
    return "".join(draw.choice(part) for part in (_BEGIN, _MIDDLE, _MIDDLE, _END))


def _person(draw: Random) -> Actor:
    name = f"{_name(draw)} {_name(draw)}"
    return Actor(id=content_id("actor", name), name=name, kind=ActorKind.PERSON)


def _body(draw: Random, places: Sequence[str]) -> Actor:
    name = f"{draw.choice(places)} {draw.choice(_BODIES)}"
    return Actor(id=content_id("actor", name), name=name, kind=ActorKind.ORGANISATION)


def _worded(draw: Random, claim: _Claim) -> str:
    verb = draw.choice(claim.verbs)
    count = f" for {claim.number} days" if claim.number else ""
    if draw.random() < 0.5:
        return f"the {claim.thing} in {claim.place} was {verb}{count} by {claim.doer.name} {claim.why}"
    return f"{claim.doer.name} {verb} the {claim.place} {claim.thing}{count} {claim.why}"


def _report(name: str, outlet: str, published: str, told: Sequence[tuple[str, _Claim]]) -> Report:
    text, blocks, contents = "", [], []
    for place, (words, claim) in enumerate(told):
        start = len(text) + 2 * bool(text)
        tail = "" if place == 0 else f", {claim.by.name} said." if claim.by else "."
        text += ("\n\n" if text else "") + words + tail
        contents.append(Span(start, start + len(words)))
        kind = BlockKind.HEADLINE if place == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(span=Span(start, len(text)), kind=kind))
    bare = Report(
        id=content_id("news", name),
        uri=f"https://{outlet.lower().replace(' ', '-')}.example/{name}",
        outlet=outlet,
        title=told[0][0],
        published=published,
        language="en",
        text=text,
        blocks=tuple(blocks),
        body=article_spans(tuple(blocks)),
    )
    made = [
        _statement(bare, span, claim, place)
        for place, (span, (_, claim)) in enumerate(zip(contents, told, strict=True))
    ]
    links = tuple(link for _, link in made if link)
    return replace(bare, statements=tuple(s for s, _ in made), attributions=links)


def _statement(home: Report, span: Span, claim: _Claim, place: int) -> tuple[Statement, Attribution | None]:
    content = Content(spans=(span,), text=home.text[slice(*span)])
    link = _attribution(home, content, claim.by) if claim.by and place else None
    statement = Statement(
        id=content_id(home.id, str(span.start)),
        content=content,
        chain=(link.id,) if link else (),
        origin=Origin(id=claim.by.id, name=claim.by.name) if link and claim.by else None,
        event=_event(span, claim),
        time=EventTime(edtf=str(claim.day), timex=str(claim.day), spans=(span,)) if claim.day and place % 3 else None,
        quantities=(Quantity(min=claim.number, max=claim.number, of="days", spans=(span,)),) if claim.number else (),
        provenance=Provenance(extractor="benchmark@1", score=1.0),
    )
    return statement, link


def _event(span: Span, claim: _Claim) -> Event | None:
    if claim.root is None:
        return None
    doer = Participant(role=Role.ACTOR, spans=(span,), actor=claim.doer)
    return Event(plover=claim.root, cameo=claim.root[:3].lower(), trigger=(span,), participants=(doer,))


def _attribution(home: Report, content: Content, by: Actor) -> Attribution:
    start = content.spans[0].end + 2
    source = Span(start, start + len(by.name))
    said = Span(source.end + 1, source.end + 5)
    return Attribution(
        id=content_id("attribution", home.id, str(start)),
        source=Source(spans=(source,), text=by.name, actor=by),
        cue=Cue(spans=(said,), text="said", lemma="say"),
        content=content,
        manner=Manner.INDIRECT,
    )


def meaning(content: str) -> bytes:
    """A vector in place of the encoder's, a signed byte a number: contents with more words in common lie nearer.

    Names and small words weigh less, so that two contents of one story are as near as the encoder finds them in the
    open test set: a cosine of 0.2 in the middle, of 0.5 for one in twenty.
    """
    whole = np.sum([_weight(word) * _vector(word.casefold()) for word in content.split()], axis=0)
    scaled: bytes = np.rint(127 * whole / np.linalg.norm(whole)).astype(np.int8).tobytes()
    return scaled


def _weight(word: str) -> float:
    return LITTLE if word in _LITTLE else NAME if word[0].isupper() else 1.0


@lru_cache(maxsize=50_000)
def _vector(word: str) -> NDArray[np.float64]:
    return np.random.default_rng(crc32(word.encode())).standard_normal(WIDTH)
