"""The bylines of a page: those that open with "By", and names that stand alone beside headline or date."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.intake.page.bylines import byline_names, is_name, join_names, opens_byline
from sayso.intake.page.dates import stamps
from sayso.intake.page.headline import is_chrome_line
from sayso.intake.page.lines import Line
from sayso.model import BlockKind

ABOVE = 6  # lines above the headline in which a byline may stand
BELOW = 25  # lines below it, share buttons and all


def _bare_name(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a name of two or more words with a date on the line below or above."""
    text = lines[at].text
    if not is_name(text) or " " not in text or is_chrome_line(text):
        return False
    beside = [lines[i].text for i in (at + 1, at - 1) if 0 <= i < len(lines)]
    return any(len(line) < 60 and stamps(line) for line in beside)


def _lone_by(text: str) -> bool:
    return len(text) < 20 and opens_byline(text) and not byline_names(text)


def find_bylines(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> tuple[str, ...]:
    """The names of those who wrote the report, in order of place; empty where the page does not tell."""
    article = [i for i, kind in enumerate(kinds) if kind is BlockKind.PARAGRAPH]
    headline = next((i for i, kind in enumerate(kinds) if kind is BlockKind.HEADLINE), article[0] if article else None)
    if headline is None:
        return ()
    end = (article[0] if article else headline) + 3
    near = range(max(0, headline - ABOVE), min(len(lines), max(end, headline + 2)))
    for group in (
        [i for i in near if kinds[i] is BlockKind.BYLINE],
        [i for i in near if kinds[i] is BlockKind.CHROME and i > headline and _bare_name(lines, i)],
        [i for i, kind in enumerate(kinds) if kind is BlockKind.BYLINE],
    ):
        if group:
            return join_names([byline_names(lines[at].text) for at in group])
    # "By" may stand on a line of its own above the name
    return join_names(
        [byline_names(lines[at + 1].text) for at in near if at + 1 < len(lines) and _lone_by(lines[at].text)]
    )
