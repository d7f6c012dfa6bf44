"""Rules and head together: when the head's root is taken."""

from __future__ import annotations

import pytest

from benchmarks.predict import parsed_text
from sayso.extract.encoding.encoder import Encoding, encode
from sayso.extract.events.codes import Coded
from sayso.extract.events.head import head
from sayso.extract.events.weighing import UNCODED, Pair, general, likeliest, surest
from sayso.extract.events.words import Code
from sayso.model import Span

TEXT = "Dravia condemned Norland, and Dravia praised Norland."
PAIR = Pair(actor=Span(0, 6), recipient=Span(17, 24), known=True)
ELSEWHERE = Code(plover="AID", cameo="070")


def read_and_verb(verb: str) -> tuple[Encoding, Coded]:
    parsed = parsed_text(TEXT)
    token = next(t for t in parsed.passages[0].doc if t.text == verb)
    return encode(parsed), Coded(code=ELSEWHERE, trigger=(token,), verb=token)


def test_the_first_code_with_the_likeliest_root_is_taken() -> None:
    read, _ = read_and_verb("condemned")
    told = [Code(plover="ACCUSE", cameo="111"), Code(plover="SUPPORT", cameo="051")]
    assert likeliest(read, told, PAIR) == told[0]


def test_without_such_a_code_the_root_has_its_most_general_one() -> None:
    read, _ = read_and_verb("condemned")
    assert likeliest(read, [], PAIR) == Code(plover="ACCUSE", cameo="110")


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        (Pair(actor=None, recipient=PAIR.recipient, known=False), "one side only"),
        (Pair(actor=PAIR.actor, recipient=None, known=False), "the other side only"),
    ],
)
def test_the_head_is_not_asked_about_one_side(pair: Pair, reason: str) -> None:
    read, coded = read_and_verb("condemned")
    assert surest(read, coded, pair) == coded, reason


def test_the_head_alone_is_not_asked_about_strangers() -> None:
    read, coded = read_and_verb("condemned")
    uncoded = Coded(code=UNCODED, trigger=coded.trigger, verb=coded.verb)
    stranger = Pair(actor=PAIR.actor, recipient=PAIR.recipient, known=False)
    assert surest(read, uncoded, stranger) == uncoded


def test_only_the_sentences_main_news_is_overruled() -> None:
    read, beside = read_and_verb("praised")  # joined to the first verb
    assert surest(read, beside, PAIR) == beside


def test_every_root_of_the_head_has_a_general_code() -> None:
    assert all(general(root).cameo for root in head().roots if root != UNCODED.plover)
