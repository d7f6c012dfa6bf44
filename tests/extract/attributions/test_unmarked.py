"""How far words reach that a colon opens without quotation marks."""

from __future__ import annotations

import pytest

from sayso.extract.pipeline import extract
from tests import factory

SAID = "The finance minister, Harold Finch, said: The offer is a good one. It would keep both furnaces open."


def told(*paragraphs: str) -> dict[str, str]:
    """What the report claims, each with the name of its origin, empty where it is the outlet's."""
    report = extract(factory.report(*paragraphs))
    return {s.content.text: s.origin.name if s.origin else "" for s in report.statements}


@pytest.mark.parametrize(
    ("paragraphs", "content", "origin"),
    [
        pytest.param([SAID], "It would keep both furnaces open", "Harold Finch", id="the next sentence"),
        pytest.param(
            [SAID, "We have asked the company for its books. The unions were told."],
            "The unions were told",
            "Harold Finch",
            id="the next paragraph, in the first person",
        ),
        pytest.param(
            [SAID, "The company has lost 40 million pounds since May."],
            "The company has lost 40 million pounds since May",
            "",
            id="a paragraph that nobody tells as their own is the outlet's",
        ),
        pytest.param(
            [SAID, "The company lost 40 million pounds.", "We visited the works on Monday."],
            "We visited the works on Monday",
            "",
            id="once the outlet has spoken its own we is the outlet",
        ),
        pytest.param(
            [SAID, "Our side is ready, the union leader Ada Brook said."],
            "Our side is ready",
            "Ada Brook",
            id="another voice",
        ),
        pytest.param(
            [f"{SAID} He took office in 2019."], "He took office in 2019", "", id="what is told of the speaker"
        ),
        pytest.param(
            [f"{SAID} He gave no date for the talks."],
            "He gave no date for the talks",
            "",
            id="what the outlet could not learn",
        ),
        pytest.param(
            ["The governor wrote on his page: Our town has no water. Two pumps have failed."],
            "Two pumps have failed",
            "governor",
            id="a cue that the parser hung on what is said",
        ),
        pytest.param(
            ["Harbour master Petrit Leka: We saw no flames. Nobody called us."],
            "Nobody called us",
            "Petrit Leka",
            id="a name alone before the colon",
        ),
        pytest.param(
            ['The operator said: "We are sorry for the delay". Trains ran again at noon.'],
            "Trains ran again at noon",
            "",
            id="marks end what they open",
        ),
    ],
)
def test_words_that_a_colon_opens_last_until_somebody_else_speaks(
    paragraphs: list[str], content: str, origin: str
) -> None:
    assert told(*paragraphs).get(content) == origin
