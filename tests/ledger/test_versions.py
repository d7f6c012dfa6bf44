from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from sayso.ledger.versions import KEY_WEIGHT, is_newer, is_version, version_keys
from sayso.model import Report
from tests.factory import report

ARTICLE = (
    "The bridge at Gomel was closed on Tuesday after engineers found cracks in two of its pillars.",
    "Twelve lorries with medical supplies are waiting on the eastern bank of the river.",
    "The Transport Ministry expects repairs to take at least three weeks and to cost forty million.",
)
EDITED = (*ARTICLE[:2], "The Transport Ministry now expects repairs to take at least five weeks.")
OTHER = (
    "Voters in the district go to the polls on Sunday for the third time this year.",
    "Turnout in the last round was below a third, according to the electoral commission.",
)

KNOWN = report(*ARTICLE, uri="https://post.example/bridge", title="Bridge closed")
PAGE = replace(KNOWN, uri="pages/bridge.txt")

CASES = [
    pytest.param(KNOWN, report(*OTHER, uri=KNOWN.uri), True, id="one URL, whatever it says now"),
    pytest.param(PAGE, report(*EDITED, uri=PAGE.uri, outlet=None), True, id="a file that was edited"),
    pytest.param(PAGE, report(*OTHER, uri=PAGE.uri), False, id="a file that was replaced by another article"),
    pytest.param(KNOWN, report(*EDITED, uri="b.txt", title="Bridge closed"), True, id="the same title, similar words"),
    pytest.param(KNOWN, report(*OTHER, uri="b.txt", title="Bridge closed"), False, id="a column's standing title"),
    pytest.param(
        KNOWN,
        report(*EDITED, uri="b.txt", title="Bridge closed", published="2024-06-01"),
        False,
        id="the same title months later",
    ),
    pytest.param(
        KNOWN,
        report(*EDITED, uri="b.txt", title="Bridge closed", published=None),
        True,
        id="no date tells against it",
    ),
    pytest.param(KNOWN, report(*ARTICLE, uri="b.txt", title="Pillars crack"), True, id="a new title, the same words"),
    pytest.param(
        KNOWN, report(ARTICLE[0], *OTHER, uri="b.txt", title="Polls"), False, id="a paragraph of background in common"
    ),
    pytest.param(KNOWN, report(*ARTICLE, uri="b.txt", outlet="River Courier"), False, id="another outlet's copy"),
    pytest.param(
        replace(KNOWN, outlet=None), report(*ARTICLE, uri="b.txt", outlet=None), False, id="outlets that are unknown"
    ),
    pytest.param(
        replace(PAGE, uri="-"), report(*EDITED, uri="-", outlet=None), False, id="standard input is not one place"
    ),
    pytest.param(
        replace(KNOWN, outlet="EXAMPLE  post"),
        report(*EDITED, uri="b.txt", title="Bridge Closed!"),
        True,
        id="case and marks do not count",
    ),
]


@pytest.mark.parametrize(("a", "b", "expected"), CASES)
def test_is_version(a: Report, b: Report, expected: bool) -> None:
    assert is_version(a, b) is expected
    assert is_version(b, a) is expected


@pytest.mark.parametrize(("a", "b", "expected"), CASES)
def test_versions_share_enough_keys_to_be_compared(a: Report, b: Report, expected: bool) -> None:
    ours, theirs = version_keys(a), version_keys(b)
    shared = sum(ours[key] for key in ours.keys() & theirs.keys())
    assert not expected or shared >= KEY_WEIGHT


NEWER = [
    pytest.param({"updated": "2024-03-15"}, {}, True, id="updated later"),
    pytest.param({"published": "2024-03-15"}, {"updated": "2024-03-16"}, False, id="updated before publication"),
    pytest.param({}, {"published": None}, True, id="a date goes before none"),
    pytest.param({"uri": "b"}, {"uri": "a"}, True, id="nothing tells: order of addresses"),
    pytest.param({"updated": "2024-03-14T09:00+05:00"}, {"updated": "2024-03-14T05:00Z"}, False, id="offsets count"),
]


@pytest.mark.parametrize(("a", "b", "expected"), NEWER)
def test_is_newer(a: dict[str, str | None], b: dict[str, str | None], expected: bool) -> None:
    one, other = (report("x", **{"uri": uri} | fields) for uri, fields in (("p", a), ("q", b)))
    assert is_newer(one, other) is expected
    assert is_newer(other, one) is not expected


def test_at_one_place_the_one_read_later_is_newer() -> None:
    assert is_newer(report("a", uri="x"), report("b", uri="x"))
    assert is_newer(report("b", uri="x"), report("a", uri="x"))


def test_a_report_without_words_is_compared_too() -> None:
    empty = [report("…", uri=uri, text="…") for uri in ("a", "b")]
    assert [is_version(a, b) for a, b in product(empty, repeat=2)] == [True, False, False, True]
