"""A brief as Markdown and as one page of HTML that needs nothing else and prints well."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, StrictUndefined, Template

from sayso import resources
from sayso.export.names import is_address
from sayso.query.brief import UNKNOWN, Brief, Cite, Reference, Sentence
from sayso.query.shown import one_line

# What CommonMark and its tables, strikes and raw HTML take for more than a character; line starts are never a text's.
_MARKUP = re.compile(r"([\\`*_\[\]<>&~|])")


def markdown(brief: Brief) -> str:
    """The brief in CommonMark; words of reports are escaped, so that none is taken for markup."""
    lines = [f"# {_plain(brief.title)}", ""]
    for section in brief.sections:
        lines += [f"## {section.title}", ""]
        lines += [_line(brief, sentence) for sentence in section.sentences] or [f"- None is known: {UNKNOWN}."]
        lines.append("")
    lines += ["## Sources", "", *(f"{r.number}. {_plain(told(r))}" for r in brief.references), ""]
    return "\n".join(lines)


def _line(brief: Brief, sentence: Sentence) -> str:
    cites = " ".join(f"“{_plain(cite.words)}” \\[{brief.number(cite)}\\]" for cite in sentence.cites)
    return f"- {_plain(sentence.text)} {cites}".rstrip()


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", one_line(text))


def told(reference: Reference) -> str:
    """A report as a list of sources names it."""
    parts = (reference.outlet, reference.title, reference.published, reference.uri)
    return f"{', '.join(part or UNKNOWN for part in parts)}, report {reference.report}"


def html(brief: Brief) -> str:
    """The brief as one page of HTML; everything that comes from reports is escaped."""
    return _template().render(brief=brief, number=brief.number, one_line=one_line, unknown=UNKNOWN, is_link=is_address)


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(resources.text("export/brief.html.j2"))


def cites(brief: Brief) -> tuple[Cite, ...]:
    """All words that a brief cites, in order."""
    return tuple(cite for section in brief.sections for sentence in section.sentences for cite in sentence.cites)
