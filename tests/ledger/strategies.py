"""Any report that intake and extract could hand to a ledger, for Hypothesis."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from sayso.model import (
    Actor,
    ActorKind,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Content,
    Cue,
    Event,
    EventTime,
    Factuality,
    Manner,
    Origin,
    Participant,
    Place,
    Polarity,
    Provenance,
    Quantity,
    Realis,
    Report,
    Role,
    SaidOn,
    Source,
    Span,
    Stance,
    Statement,
    article_spans,
    content_id,
    words,
)

# Lone surrogates and zero bytes among them: damaged pages have both.
TEXT = st.text(st.characters(), min_size=1, max_size=60)
LABEL = st.none() | st.text(st.characters(), max_size=20)
NUMBER = st.none() | st.floats(allow_nan=False, allow_infinity=False)
DATE = st.sampled_from(["2024", "2024-03", "2024-03-14", "2024-03-14T05:30", "2024-03-14T05:30+02:00", "soon", ""])


def spans_in(text: str) -> st.SearchStrategy[tuple[Span, ...]]:
    """One or two spans over `text`."""
    place = st.integers(0, len(text) - 1)
    span = st.tuples(place, place).map(lambda ends: Span(min(ends), max(ends) + 1))
    return st.lists(span, min_size=1, max_size=2).map(tuple)


ACTOR = st.builds(
    Actor,
    id=TEXT.map(content_id),
    name=TEXT,
    kind=st.sampled_from(ActorKind),
    country=st.sampled_from([None, "BY"]),
)
PROVENANCE = st.builds(Provenance, extractor=TEXT, score=st.floats(0, 1))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report with attributions, and statements that chain them."""
    text = draw(TEXT)
    spans = spans_in(text)
    block = st.builds(Block, span=spans.map(lambda s: s[0]), kind=st.sampled_from(BlockKind), element=LABEL)
    blocks = tuple(draw(st.lists(block, max_size=3)))
    content = spans.map(lambda s: Content(spans=s, text=words(text, s)))
    source = st.builds(lambda s, who: Source(spans=s, text=words(text, s), actor=who), spans, ACTOR)
    cue = st.builds(lambda s, lemma: Cue(spans=s, text=words(text, s), lemma=lemma), spans, TEXT)
    attribution = st.builds(
        Attribution,
        id=st.just(""),
        source=st.none() | source,
        cue=st.none() | cue,
        content=content,
        manner=st.sampled_from(Manner),
        said_on=st.none() | st.builds(SaidOn, edtf=DATE, spans=spans),
    )
    report = Report(
        id="",
        uri=draw(TEXT),
        outlet=draw(LABEL),
        title=draw(LABEL),
        bylines=tuple(draw(st.lists(TEXT, max_size=2))),
        published=draw(st.none() | DATE),
        updated=draw(st.none() | DATE),
        language=draw(st.sampled_from(["en", "ru", "unknown"])),
        text=text,
        blocks=blocks,
        body=article_spans(blocks),
    )
    found = draw(st.lists(attribution, max_size=2))
    chain = tuple(f"a{n}" for n in range(len(found)))
    statements = draw(st.lists(_statements(spans, content, chain), max_size=3))
    name = content_id(repr(report), repr(found), repr(statements))
    return replace(
        report,
        id=name,
        attributions=tuple(replace(a, id=f"a{n}") for n, a in enumerate(found)),
        statements=tuple(replace(s, id=f"{name}-s{n}") for n, s in enumerate(statements)),
    )


def _statements(
    spans: st.SearchStrategy[tuple[Span, ...]], content: st.SearchStrategy[Content], chain: tuple[str, ...]
) -> st.SearchStrategy[Statement]:
    participant = st.builds(Participant, role=st.sampled_from(Role), spans=spans, actor=st.none() | ACTOR)
    event = st.builds(
        Event,
        plover=st.sampled_from(["CONSULT", "ASSAULT"]),
        cameo=st.sampled_from(["042", "19"]),
        trigger=spans,
        participants=st.lists(participant, max_size=2).map(tuple),
    )
    factuality = st.builds(
        Factuality,
        certainty=st.sampled_from(Certainty),
        polarity=st.sampled_from(Polarity),
        probability=st.none() | st.tuples(st.floats(0, 1), st.floats(0, 1)),
        cues=spans,
    )
    stance = st.builds(
        Stance, actor=ACTOR, certainty=st.sampled_from(Certainty), polarity=st.sampled_from(Polarity), spans=spans
    )
    return st.builds(
        Statement,
        id=st.just(""),
        content=content,
        chain=st.just(chain),
        origin=st.none() | st.builds(Origin, id=TEXT.map(content_id), name=TEXT),
        factuality=factuality,
        stances=st.lists(stance, max_size=2).map(tuple),
        realis=st.sampled_from(Realis),
        event=st.none() | event,
        time=st.none() | st.builds(EventTime, edtf=DATE, timex=TEXT, spans=spans),
        place=st.none() | st.builds(Place, name=TEXT, geonames_id=st.none() | st.integers(1, 10**7), spans=spans),
        quantities=st.lists(
            st.builds(Quantity, min=NUMBER, max=NUMBER, of=LABEL, spans=spans, word=LABEL), max_size=2
        ).map(tuple),
        provenance=PROVENANCE,
    )
