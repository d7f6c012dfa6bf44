from __future__ import annotations

import pytest
from stix2.confidence import scales

from sayso.export.scales import ADMIRALTY, confidence, opinion
from sayso.model import Certainty, Factuality, Polarity

ICD_203 = {
    (0.01, 0.05): "Almost No Chance / Remote",
    (0.05, 0.20): "Very Unlikely / Highly Improbable",
    (0.20, 0.45): "Unlikely / Improbable",
    (0.45, 0.55): "Roughly Even Chance / Roughly Even Odds",
    (0.55, 0.80): "Likely / Probable",
    (0.80, 0.95): "Very Likely / Highly Probable",
    (0.95, 0.99): "Almost Certain / Nearly Certain",
}


@pytest.mark.parametrize(("probability", "name"), ICD_203.items(), ids=ICD_203.values())
def test_a_probability_word_has_the_number_that_stix_gives_it(probability: tuple[float, float], name: str) -> None:
    assert confidence(Factuality(probability=probability)) == scales.dni_to_value(name)


def test_a_denial_by_a_word_for_the_improbable_is_as_sure_as_its_mirror_image() -> None:
    unlikely = Factuality(polarity=Polarity.NEGATIVE, probability=(0.20, 0.45))
    assert confidence(unlikely) == confidence(Factuality(probability=(0.55, 0.80)))


def test_without_a_probability_word_there_is_no_number() -> None:
    assert confidence(Factuality(certainty=Certainty.CERTAIN)) is None


@pytest.mark.parametrize(("grade", "value"), ADMIRALTY.items())
def test_a_grade_has_the_number_that_stix_gives_it(grade: str, value: int) -> None:
    assert scales.value_to_admiralty_credibility(value).startswith(f"{grade} - ")


@pytest.mark.parametrize(
    ("certainty", "polarity", "expected"),
    [
        pytest.param(Certainty.CERTAIN, Polarity.POSITIVE, "strongly-agree", id="bare assertion"),
        pytest.param(Certainty.POSSIBLE, Polarity.POSITIVE, "agree", id="hedged"),
        pytest.param(Certainty.PROBABLE, Polarity.NEGATIVE, "disagree", id="hedged denial"),
        pytest.param(Certainty.CERTAIN, Polarity.NEGATIVE, "strongly-disagree", id="denial"),
        pytest.param(Certainty.UNKNOWN, Polarity.POSITIVE, "neutral", id="left open"),
        pytest.param(Certainty.CERTAIN, Polarity.UNKNOWN, "neutral", id="no side taken"),
    ],
)
def test_a_stand_is_an_opinion(certainty: Certainty, polarity: Polarity, expected: str) -> None:
    assert opinion(Factuality(certainty=certainty, polarity=polarity)) == expected
