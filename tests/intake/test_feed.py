from __future__ import annotations

import pytest

from sayso.intake.feed import read
from sayso.model import BlockKind, Drop, Report
from tests.intake.pages import PARAGRAPHS, TITLE, rss, source

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Vltava Post</title>
<entry><title type="text">Prices &lt; 5 at R&amp;D Ferries</title><link href="https://vltava.example/2"/>
<author><name>Petr Malý</name></author><published>2024-03-04T09:30:00+01:00</published>
<updated>2024-03-04T11:00:00+01:00</updated><summary type="text">{PARAGRAPHS[0]}</summary>
<content type="html">&lt;p&gt;{PARAGRAPHS[1]}&lt;/p&gt;&lt;p&gt;{PARAGRAPHS[2]}&lt;/p&gt;</content></entry></feed>"""


def entries(data: bytes) -> list[Report | Drop]:
    return list(read(source(data, "feed.xml"), 10**6))


def one(data: bytes) -> Report:
    (found,) = entries(data)
    assert isinstance(found, Report)
    return found


def test_an_atom_entry() -> None:
    found = one(ATOM.encode())
    assert (found.uri, found.outlet, found.bylines) == ("https://vltava.example/2", "Vltava Post", ("Petr Malý",))
    assert found.title == "Prices < 5 at R&D Ferries"
    assert (found.published, found.updated) == ("2024-03-04T09:30:00+01:00", "2024-03-04T11:00:00+01:00")
    assert found.text == "\n\n".join((found.title, *PARAGRAPHS[1:3]))
    assert [block.kind for block in found.blocks] == [BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_a_summary_is_all_there_is() -> None:
    found = one(rss(f"<title>{TITLE}</title><description>{PARAGRAPHS[0]}</description>"))
    assert found.text == f"{TITLE}\n\n{PARAGRAPHS[0]}"
    assert found.uri == "feed.xml#1"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Mon, 04 Mar 2024 09:30:00 GMT", "2024-03-04T09:30+00:00"),
        ("Mon, 04 Mar 2024 09:30:00 +0200", "2024-03-04T09:30+02:00"),
        ("2024-03-04", "2024-03-04"),
        ("soon", None),
    ],
)
def test_times_are_as_precise_as_written(written: str, expected: str | None) -> None:
    item = f"<title>{TITLE}</title><pubDate>{written}</pubDate><description>{PARAGRAPHS[0]}</description>"
    assert one(rss(item)).published == expected


def test_same_words_of_two_addresses_are_two_reports() -> None:
    item = "<link>https://{}.example/1</link><description>" + PARAGRAPHS[0] + "</description>"
    first, second = entries(rss(item.format("vltava"), item.format("hrad")))
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.id != second.id


def test_a_feed_that_is_not_well_formed_gives_what_can_be_told() -> None:
    good = f"<title>{TITLE}</title><description>{PARAGRAPHS[0]}</description>"
    drop, report, *_ = entries(rss(good, good).replace(b"</item></channel>", b"</channel>"))
    assert isinstance(drop, Drop)
    assert drop.detail.startswith("the feed is not well formed: line 1: ")
    assert isinstance(report, Report)


def test_an_entry_without_words() -> None:
    (drop,) = entries(rss(f"<title>{TITLE}</title>"))
    assert isinstance(drop, Drop)
    assert drop.where == "feed.xml#1"
