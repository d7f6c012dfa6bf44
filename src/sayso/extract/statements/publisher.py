"""Who speaks through the whole report: the outlet, or the body whose own page or release it is."""

from __future__ import annotations

import re

from sayso.extract.actors.identity import body_words
from sayso.extract.actors.words import bodies
from sayso.extract.draft import Draft, Mention, MentionForm
from sayso.extract.statements.clauses import own_subject
from sayso.model import Actor, ActorKind, Attribution, BlockKind

_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.GOVERNMENT, ActorKind.GROUP})
# A line of its own above the text, as bodies head what they give out: "Media release No. 4", "Statement on the flood".
_RELEASE = re.compile(
    r"^\W*(?:(?:press|media|news|official|public) (?:release|statement|notice|communiqu\w+)\b|communiqu\w+\b"
    r"|(?:\w+ )?statement (?:on|of|by|from|regarding|concerning|about)\b)[^|]{0,90}$",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = 1_500  # code points before the first paragraph in which such a line is looked for


def is_publisher(draft: Draft, attribution: Attribution) -> bool:
    """Whether the source is the outlet itself, or the body whose own page it is, its name's words in any order."""
    if attribution.source is None:
        return False
    actor = attribution.source.actor
    outlet = draft.parsed.report.outlet
    if outlet is not None and _same(actor.name, outlet):
        return True
    issuer = _issuer(draft)
    if issuer is None:
        return False
    return actor.id == issuer.id or _same(actor.name, issuer.name) or _is_own_word(actor.name)


def _same(name: str, other: str) -> bool:
    """Whether two names have the same words, and no other country each."""
    (one, words), (two, others) = body_words(_plain(name)), body_words(_plain(other))
    return words == others and bool(words) and (one == two or not one or not two)


def _plain(name: str) -> str:
    return name.replace(".", "")


def _is_own_word(name: str) -> bool:
    """Whether a name is what a body calls itself in its own releases: "the Company", "the Ministry"."""
    return name[:1].isupper() and name.lower() in bodies()


def _issuer(draft: Draft) -> Actor | None:
    """The body whose release a report is: a line above it says that it is one, and the body is its first subject."""
    paragraphs = (p for p in draft.parsed.passages if p.block.kind is BlockKind.PARAGRAPH)
    first = next((p for p in paragraphs if own_subject(p.sentences[0].root) is not None), None)
    if first is None:
        return None
    report, start = draft.parsed.report, first.block.span.start
    above = f"{report.text[max(0, start - _HEAD) : start]}\n{report.title or ''}"
    who = own_subject(first.sentences[0].root) if _RELEASE.search(above) else None
    if who is None:
        return None
    mention = next((m for m in draft.mentions if m.head == first.span(who)), None)
    return mention.actor if mention is not None and _is_body(mention) else None


def _is_body(mention: Mention) -> bool:
    return mention.actor.kind in _BODIES and (mention.form is MentionForm.NAME or mention.actor.name[:1].isupper())
