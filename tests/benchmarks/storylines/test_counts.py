import pytest

from benchmarks.storylines.counts import Count, Figure, Judged, compared, share, total


def test_recall_precision_and_their_mean() -> None:
    count = Count(right=3, wanted=6, told=4)
    assert (count.recall, count.precision, count.f1) == (50.0, 75.0, 60.0)


def test_where_nothing_is_asked_there_is_no_figure() -> None:
    assert (Count().recall, Count().precision, Count().f1) == (None, None, None)
    assert Count(told=2).f1 == 0.0


def test_sets_and_answers_as_counts() -> None:
    assert compared({1, 2, 3}, {2, 3, 4, 5}) == Count(right=2, wanted=3, told=4)
    assert share([True, False, True]) == Count(right=2, wanted=3, told=3)


def test_counts_of_storylines_are_added_before_they_are_divided() -> None:
    one = Judged(counts={Figure.DRIFTS: Count(right=1, wanted=1, told=1)}, misses=("a",))
    other = Judged(counts={Figure.DRIFTS: Count(right=0, wanted=3, told=1)}, misses=("b",))
    both = total([one, other])
    assert both.misses == ("a", "b")
    assert both.counts[Figure.DRIFTS].f1 == pytest.approx(100 * 2 / 6)
