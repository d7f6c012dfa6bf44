"""Who speaks through the whole report: the outlet, or the body whose own page or release it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.extract.actors.identity import acronyms_of, body_words
from sayso.extract.actors.words import bodies, firm_words, generic_bodies, outlet_words
from sayso.extract.draft import Draft, Mention, MentionForm
from sayso.extract.statements.clauses import own_subject
from sayso.extract.statements.silences import is_release
from sayso.model import Actor, ActorKind, Attribution, BlockKind, Report

_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.GOVERNMENT, ActorKind.GROUP, ActorKind.UNKNOWN})
_OPENING = 5  # blocks in which the body names itself
_PARTS = re.compile(r"\s*(?:[|·/>•–—]|\s-\s)\s*")  # what parts the names in the head of a page
_HEAD = 1_500  # code points before the first paragraph in which such a line is looked for


def is_publisher(draft: Draft, attribution: Attribution) -> bool:
    """Whether the source is the outlet itself, or the body whose own page it is, its name's words in any order."""
    source = attribution.source
    return source is not None and is_issuer(draft, source.actor, source.text)


def is_issuer(draft: Draft, actor: Actor, text: str) -> bool:
    """Whether an actor, called `text`, is the outlet, or the body whose own page or release the report is."""
    outlet = draft.parsed.report.outlet
    if outlet is not None and (_same(actor.name, outlet) or _begins(text, outlet) or outlet in acronyms_of(actor.name)):
        return True
    if _is_self(draft, actor):
        return True
    issuer = _issuer(draft)
    if issuer is None:
        return False
    return actor.id == issuer.id or _same(actor.name, issuer.name) or _is_own_word(actor.name, issuer)


def _same(name: str, other: str) -> bool:
    """Whether two names have the same words, and no other country each."""
    (one, words), (two, others) = body_words(_plain(name)), body_words(_plain(other))
    return words == others and bool(words) and (one == two or not one or not two)


def _begins(text: str, outlet: str) -> bool:
    """Whether words are a name's first ones, "Clear Water" of "Clear Water International", or an outlet's last one."""
    words, whole = _plain(text).split(), _plain(outlet).split()
    if len([word for word in words if word.lower() != "the"]) == 1 and words[-1].lower() in outlet_words():
        return words[-1].lower() == whole[-1].lower()
    return 1 < len(words) < len(whole) and whole[: len(words)] == words


def _plain(name: str) -> str:
    return name.replace(".", "")


def _is_own_word(name: str, issuer: Actor) -> bool:
    """Whether a name is what this body calls itself in its own releases: "the Company", "the Ministry"."""
    word = name.lower()
    if not name[:1].isupper() or word not in bodies():
        return False
    return word in body_words(issuer.name)[1] or issuer.kind in generic_bodies().get(word, ())


def _is_self(draft: Draft, actor: Actor) -> bool:
    """Whether a capital and no more tells which body it is ("the Mission", "the Desk"), the head of the page has a name
    with this word, and the article has no other.
    """
    name = actor.name
    if not name[:1].isupper() or " " in name or name.isupper() or name.lower() not in bodies():
        return False
    first = next((p.block.span.start for p in draft.parsed.passages if p.block.kind is BlockKind.PARAGRAPH), 0)
    named = {m.actor.name for m in draft.mentions if m.form is MentionForm.NAME and m.span.start >= first}
    if any(name in other.split() for other in named if " " in other):
        return False
    lines = [*draft.parsed.report.text[max(0, first - _HEAD) : first].split("\n"), draft.parsed.report.outlet or ""]
    parts = (part.split() for line in lines for part in _PARTS.split(line))
    return any(name in words and sum(word[0].isupper() for word in words) > 1 for words in parts)


def _issuer(draft: Draft) -> Actor | None:
    """The body whose own text a report is: the first subject that is a body, on its own page or under a line that says
    it is a release.
    """
    report = draft.parsed.report
    heads = {mention.head: mention for mention in draft.mentions if _is_body(mention)}
    for passage in draft.parsed.passages[:_OPENING]:
        who = own_subject(passage.sentences[0].root) if passage.block.kind is BlockKind.PARAGRAPH else None
        mention = heads.get(passage.span(who)) if who is not None else None
        if mention is None:
            continue
        start = passage.block.span.start
        above = f"{report.text[max(0, start - _HEAD) : start]}\n{report.title or ''}"
        own = any(_same(_bare(mention.actor.name), _bare(site)) for site in _sites(report))
        return mention.actor if own or is_release(above) else None
    return None


def _sites(report: Report) -> Iterator[str]:
    """The outlet, or where none is known what begins or ends the page's title: "Press room - Polar Oil plc". A heading
    of the article itself may end in whoever says so.
    """
    title = report.title or ""
    parts = _PARTS.split(title)
    if report.outlet is not None:
        yield report.outlet
    elif len(parts) > 1 and title not in report.text:
        yield from (parts[0], parts[-1])


def _bare(name: str) -> str:
    """A name without the words at its end that only say that it is a firm."""
    words = _plain(name).split()
    while len(words) > 1 and words[-1].lower() in firm_words():
        words.pop()
    return " ".join(words)


def _is_body(mention: Mention) -> bool:
    named = mention.form is MentionForm.NAME or mention.actor.name[:1].isupper()
    return named and mention.actor.kind in _BODIES
