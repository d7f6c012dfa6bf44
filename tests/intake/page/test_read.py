"""Pages copied from a browser, written for these tests in the manner of many sites."""

from __future__ import annotations

import textwrap
import time
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake.page.read import read_page
from sayso.model import ARTICLE_KINDS, BlockKind, Report, article_spans

LEAD = (
    "The regional administration of Lviv said on Tuesday that two bridges over the river would stay closed until "
    "engineers had finished their inspection of the damaged piers."
)
SECOND = (
    "“We cannot say today when lorries will be able to cross again,” the administration’s spokeswoman, Olena Hrytsak, "
    "told reporters, adding that a report was expected by the end of the month."
)
THIRD = (
    "Drivers have been asked to use the northern road, where queues of up to 40 lorries had formed by the evening, "
    "according to the border guard service, which has sent additional patrols to the crossing."
)
BODY = (LEAD, SECOND, THIRD)
HEADLINE = "Lviv keeps two bridges closed until inspection ends"
MENU = ("Menu", "Home", "World", "Politics", "Business", "Sport", "Culture", "Sign in", "Subscribe")
FOOTER = ("About us", "Contact us", "Advertise", "Privacy Policy", "Terms of Use")
RELATED = (
    "Most read",
    "Parliament adopts budget after night of debate",
    "Storm leaves thousands without power in the south",
    "Football: Lviv draw at home",
)


def page(*parts: str | tuple[str, ...]) -> str:
    """Lines as a browser copies them: menus line by line, paragraphs with an empty line between."""
    return "\n\n".join(part if isinstance(part, str) else "\n".join(part) for part in parts)


def texts(report: Report, *kinds: BlockKind) -> tuple[str, ...]:
    return tuple(report.text[slice(*block.span)] for block in report.blocks if block.kind in kinds)


def read(text: str) -> Report:
    return read_page(text, id="page", uri="memory:page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A page and what is to be found in it."""

    why: str
    text: str
    title: str = HEADLINE
    body: tuple[str, ...] = BODY
    outlet: str | None = None
    bylines: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    chrome: tuple[str, ...] = field(default=())


CASES = (
    Case(why="no chrome at all", text=page(HEADLINE, *BODY)),
    Case(
        why="outlet, title, address, text",
        text=page(("Example Wire", HEADLINE, "https://www.example.com/news/2024/03/05/lviv-bridges"), *BODY),
        outlet="Example Wire",
        published="2024-03-05",
    ),
    Case(
        why="byline and date on one line; the time at the top is the site's",
        text=page("Last update: March 25, 2024 23:58", "Site logo", HEADLINE, "By Mira Kovalenko March 5, 2024", *BODY),
        bylines=("Mira Kovalenko",),
        published="2024-03-05",
        updated="2024-03-25T23:58",
    ),
    Case(
        why="outlet glued to its date; the headline comes twice",
        text=page(
            MENU, HEADLINE, ("Halytska PravdaTuesday, 5 March 2024, 05:34", HEADLINE, "PHOTO: EXAMPLE IMAGES"), *BODY
        ),
        outlet="Halytska Pravda",
        published="2024-03-05T05:34",
        chrome=("PHOTO: EXAMPLE IMAGES",),
    ),
    Case(
        why="published and updated on one line",
        text=page(
            MENU,
            (
                HEADLINE,
                "By Jane Doe Example News",
                "Published March 5, 2024 8:05am EST | Updated March 6, 2024 8:54am EST",
            ),
            *BODY,
            RELATED,
            FOOTER,
        ),
        outlet="Example News",
        bylines=("Jane Doe",),
        published="2024-03-05T08:05-05:00",
        updated="2024-03-06T08:54-05:00",
    ),
    Case(
        why="the update gives a time only",
        text=page(MENU, (HEADLINE, "By Jane Doe", "March 5, 2024 6:00 am(Updated 6:01 am)"), *BODY, FOOTER),
        bylines=("Jane Doe",),
        published="2024-03-05T06:00",
        updated="2024-03-05T06:01",
    ),
    Case(
        why="hours ago cannot be resolved",
        text=page(MENU, (HEADLINE, "By Jane Doe and John Roe, Lviv", "4 hours ago"), *BODY),
        bylines=("Jane Doe", "John Roe"),
    ),
    Case(
        why="copyright year and name in the footer; the dates of other reports do not count",
        text=page(
            MENU,
            HEADLINE,
            "By Jane Doe",
            *BODY,
            ("Latest news", "Parliament adopts budget", "March 7, 2024", "Storm in the south", "March 8, 2024"),
            (*FOOTER, "© 2025 The Example Post. All rights reserved."),
        ),
        outlet="The Example Post",
        bylines=("Jane Doe",),
    ),
    Case(
        why="the tab's title names the outlet",
        text=page(f"{HEADLINE} | Example Herald", MENU, (HEADLINE, "5 March 2024"), *BODY),
        outlet="Example Herald",
        published="2024-03-05",
    ),
    Case(
        why="request and advertisement end the article",
        text=page(
            MENU,
            (HEADLINE, "5 March 2024, 17:20"),
            *BODY,
            "Example Post is the place for news of the region. Follow us on Twitter, support us, or become our patron!",
            "Advertisement:",
            RELATED,
        ),
        published="2024-03-05T17:20",
        chrome=("Advertisement:", "Parliament adopts budget after night of debate"),
    ),
    Case(
        why="a list of other reports with times below",
        text=page(
            (HEADLINE, "5 March 2024, 17:20"),
            *BODY,
            (
                "All news",
                "00:19",
                "Envoys meet in Uzhhorod to talk about trade",
                "23:25",
                "Union close to new sanctions – agency",
            ),
        ),
        published="2024-03-05T17:20",
        chrome=("Envoys meet in Uzhhorod to talk about trade", "00:19"),
    ),
    Case(
        why="label and date on lines of their own",
        text=page(
            MENU, (HEADLINE, "Published", "5 March 2024 17:20 GMT", "Last updated", "6 March 2024 08:00 GMT"), *BODY
        ),
        published="2024-03-05T17:20+00:00",
        updated="2024-03-06T08:00+00:00",
    ),
    Case(
        why="byline of two lines; the article is spelt as the British do, so the day is first",
        text=page(MENU, (HEADLINE, "By", "Jane Doe", "05/03/2024 02:00pm GMT"), *BODY),
        bylines=("Jane Doe",),
        published="2024-03-05T14:00+00:00",
    ),
    Case(
        why="name above date, without By",
        text=page(MENU, (HEADLINE, "Anna Berg", "Tue 5 Mar 2024 17.00 CET", "Share"), *BODY),
        bylines=("Anna Berg",),
        published="2024-03-05T17:00+01:00",
    ),
    Case(
        why="dateline with a full date",
        text=page(HEADLINE, f"LVIV, Ukraine, March 5, 2024 (Example Wire) — {LEAD}", SECOND, THIRD),
        body=(f"LVIV, Ukraine, March 5, 2024 (Example Wire) — {LEAD}", SECOND, THIRD),
        published="2024-03-05",
    ),
    Case(
        why="day first because another date of the page says so",
        text=page(MENU, (HEADLINE, "05/03/2024"), *BODY, ("Latest news", "Storm in the south", "28/02/2024")),
        published="2024-03-05",
    ),
    Case(
        why="the outlet stands in capitals on top, its spelling further down",
        text=page(
            ("HARBOUR WIRE", "Latest | World | Europe | Business"),
            (HEADLINE, "March 5, 2024 10:15 PM EET · Updated 2 hours ago"),
            *BODY,
            "Get the Harbour Wire app",
        ),
        outlet="Harbour Wire",
        published="2024-03-05T22:15+02:00",
    ),
    Case(
        why="the staff signs, date and time between bars",
        text=page(
            "News | Port | Business | People", HEADLINE, "Harbour Wire staff | 5 March 2024 | 16:02", *BODY, FOOTER
        ),
        bylines=("Harbour Wire staff",),
        outlet="Harbour Wire",
        published="2024-03-05T16:02",
    ),
    Case(
        why="a publishing house is no outlet; what the site calls itself is",
        text=page(
            MENU,
            (HEADLINE, "By Jane Doe"),
            *BODY,
            ("About The Lagoon", "Lagoon newsletter", "© 2024 Example Media Group"),
        ),
        bylines=("Jane Doe",),
        outlet="The Lagoon",
    ),
    Case(
        why="a date far after all others is that of something to come",
        text=page(MENU, "Tickets for 12 June 2091", (HEADLINE, "By Jane Doe"), *BODY[:1], "5 March 2024", *BODY[1:]),
        bylines=("Jane Doe",),
        published="2024-03-05",
    ),
    Case(
        why="an event's date is no date of publication",
        text=page(MENU, (HEADLINE, "By Jane Doe"), *BODY, ("Events", "Conference on trade, 12 June 2091")),
        bylines=("Jane Doe",),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=[case.why for case in CASES])
def test_page(case: Case) -> None:
    report = read(case.text)
    assert report.title == case.title
    assert texts(report, BlockKind.PARAGRAPH, BlockKind.STANDFIRST) == case.body
    assert (report.outlet, report.bylines) == (case.outlet, case.bylines)
    assert (report.published, report.updated) == (case.published, case.updated)
    article = " ".join(texts(report, *ARTICLE_KINDS))
    assert not [line for line in case.chrome if line in article]


PLAIN = {
    "paragraphs alone": page(*BODY),
    "paragraphs wrapped at a width": page(*("\n".join(textwrap.wrap(text, 72)) for text in BODY)),
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN.keys())
def test_without_a_headline_no_sentence_is_made_one(text: str) -> None:
    report = read(text)
    assert report.title is None
    assert [" ".join(found.split()) for found in texts(report, BlockKind.PARAGRAPH)] == list(BODY)


@pytest.mark.parametrize("text", ["Home / News / Sport\nSearch", "\n".join(MENU)], ids=["one line", "lines"])
def test_a_menu_alone_has_no_body(text: str) -> None:
    report = read(text)
    assert (report.title, report.body) == (None, ())


def test_credit_is_split_off_its_caption() -> None:
    caption = "A bridge over the river Poltva is seen closed to traffic near Lviv on March 4, 2024."
    report = read(page(MENU, (HEADLINE, "By Jane Doe March 5, 2024"), f"{caption} / Example Agency", *BODY))
    assert texts(report, BlockKind.CAPTION) == (caption,)
    assert texts(report, BlockKind.CREDIT) == ("/ Example Agency",)


def test_source_and_details_belong_to_the_article() -> None:
    details = f"Details: {LEAD}"
    report = read(
        page((HEADLINE, "5 March 2024, 17:20"), SECOND, "Source: border guard service", details, THIRD, RELATED)
    )
    assert texts(report, BlockKind.PARAGRAPH) == (SECOND, "Source: border guard service", details, THIRD)


def test_of_a_repeated_headline_the_one_nearest_the_article_counts() -> None:
    report = read(page(MENU, HEADLINE, (HEADLINE, "5 March 2024"), *BODY))
    block = next(block for block in report.blocks if block.kind is BlockKind.HEADLINE)
    assert block.span.start == report.text.rindex(HEADLINE)


def test_sentence_between_headline_and_byline_is_the_standfirst() -> None:
    standfirst = "Engineers need until the end of the month to say whether the damaged piers will hold"
    report = read(page(MENU, (HEADLINE, standfirst, "By Jane Doe", "5 March 2024"), *BODY))
    assert texts(report, BlockKind.STANDFIRST) == (standfirst,)


def sound(report: Report) -> bool:
    """What holds of every report, whatever its text."""
    spans = [block.span for block in report.blocks]
    apart = all(a.end <= b.start for a, b in pairwise(spans))
    inside = all(0 <= span.start < span.end <= len(report.text) for span in spans)
    return apart and inside and report.body == article_spans(report.blocks)


LINES = st.sampled_from(
    [*BODY, HEADLINE, *MENU, *RELATED, *FOOTER, "By Jane Doe", "5 March 2024, 17:20", "", " \t", "\u200b"]
)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=400), st.lists(LINES, max_size=25).map("\n".join)))
def test_any_text_gives_a_sound_report_and_stays_as_it_is(text: str) -> None:
    report = read(text)
    assert report.text == text
    assert sound(report)
    assert report == read(text)


@settings(max_examples=40, deadline=None)
@given(st.lists(LINES, max_size=25).map("\r\n".join))
def test_every_line_that_shows_something_is_in_a_block(text: str) -> None:
    covered = {at for block in read(text).blocks for at in range(*block.span)}
    assert all(at in covered or char in " \t\r\n\u200b" for at, char in enumerate(text))


HUGE = {
    "empty": "",
    "white space": " \n\t\r\n\u00a0\u200b\n",
    "one line of five million characters": "word and " * 555_556,
    "one word of five million characters": "x" * 5_000_000,
    "lone surrogate and control characters": "\ud800 \x00\x07\n\u202e abc\u2028def",
    "nothing but digits and points": "1.2.2024 " * 2000,
    "nothing but brackets": "(" * 50_000,
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_odd_texts_are_read_in_no_time(text: str) -> None:
    start = time.perf_counter()
    assert sound(read(text))
    assert time.perf_counter() - start < 4


def test_time_grows_with_the_number_of_lines_only() -> None:
    start = time.perf_counter()
    assert sound(read("\n".join(f"Item {number}" for number in range(100_000))))
    assert time.perf_counter() - start < 15
