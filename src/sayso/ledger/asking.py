"""What people type into a search box: one syntax for every database, in which nothing is an error."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.ledger.folding import fold
from sayso.ledger.moments import bounds

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_PIECE = re.compile(
    r"""
    (?P<minus> (?<!\S) [-−] )?
    (?: (?P<field> outlet | actor | since | until ) : )?
    (?: "(?P<phrase>[^"]*)"? | (?P<word>[^\s"]+) )
    """,
    re.VERBOSE,
)
_AND, _OR, _NOT = "AND", ("OR", "|"), "NOT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Folded words that must stand side by side; the last one is only a beginning where `prefix` is set."""

    words: tuple[str, ...]
    prefix: bool = False


Wanted = tuple[tuple[Term, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for: of each group in `wanted` one term at least, of `unwanted` none.

    `outlet` and `actor` are whole words of a name, in any case: of the report's outlet, and of anybody who has to do
    with one of its statements. `since` and `until` are EDTF dates, both included, and meet the report's publication.
    """

    wanted: Wanted = ()
    unwanted: tuple[Term, ...] = ()
    outlet: str | None = None
    actor: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def asks(self) -> bool:
        """Whether anything is looked for: leaving out alone is no question."""
        return bool(self.wanted or self.outlet or self.actor or self.since or self.until)


def query_of(typed: str) -> Query:
    """What `typed` asks for; marks that mean nothing are left out.

    Words are all needed; words in quotation marks are a phrase; a word with `*` at its end stands for all that begin
    so; `OR` or `|` stands between words of which one is enough; what follows `-` or `NOT` must not be there.
    `outlet:`, `actor:`, `since:` and `until:`, with a word, a phrase or a date, narrow the search.
    """
    made = _Making()
    for piece in _PIECE.finditer(typed.translate(_QUOTES)):
        _take(piece, made)
    return Query(wanted=tuple(map(tuple, made.wanted)), unwanted=tuple(made.unwanted), **made.fields)


def phrase_of(name: str) -> Term | None:
    """The whole of `name` as one phrase; None where it has no words."""
    words = tuple(fold(name).split())
    return Term(words=words) if words else None


@dataclass(slots=True)
class _Making:
    """A query as far as it has been read; `either` and `without` tell what is to become of the next term."""

    wanted: list[list[Term]] = field(default_factory=list)
    unwanted: list[Term] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    either: bool = False
    without: bool = False


def _take(piece: re.Match[str], made: _Making) -> None:
    bare = piece[0]
    if bare == _NOT:
        made.without = True
    elif bare in _OR:
        made.either = True
    elif bare != _AND:
        without = made.without or bool(piece["minus"])
        narrowing = _narrowing(piece)
        if narrowing and not without:
            made.fields.update(narrowing)
        elif term := _term(piece):
            _place(term, made, without=without)
        made.either = made.without = False


def _place(term: Term, made: _Making, *, without: bool) -> None:
    if without:
        made.unwanted.append(term)
    elif made.either and made.wanted:
        made.wanted[-1].append(term)
    else:
        made.wanted.append([term])


def _narrowing(piece: re.Match[str]) -> dict[str, str]:
    """The filter that a piece is, if it makes sense; `since:tomorrow` is only two words."""
    name, told = piece["field"], _told(piece)
    if name is None or (name in ("since", "until") and bounds(told) is None) or not fold(told):
        return {}
    return {name: told}


def _term(piece: re.Match[str]) -> Term | None:
    told = _told(piece)
    words = tuple(fold(f"{piece['field'] or ''} {told}").split())
    return Term(words=words, prefix=piece["phrase"] is None and told.endswith("*")) if words else None


def _told(piece: re.Match[str]) -> str:
    return str(piece["word"] if piece["phrase"] is None else piece["phrase"])
