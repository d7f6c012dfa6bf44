from __future__ import annotations

import pytest

from sayso.link.correcting import corrects_itself, recalled
from tests.factory import report

CASES = {
    "a headline that opens with the word": ("Correction: The lock at Sisak", "The lock has two gates.", True),
    "an agency's own correction": ("CORRECTED: 12 cranes stand still", "Twelve cranes stand still.", True),
    "said by the text": ("The lock at Sisak", "On Monday we named the wrong mayor. She is Ana Kos.", True),
    "an agency's note": ("The lock at Sisak", "(Corrects number of cranes in second paragraph)", True),
    "withdrawn": ("We withdraw our report on the lock", "Our reporter did not go there.", True),
    "somebody else's correction": ("Ministry corrects toll", "The ministry corrected its number of injured.", False),
    "news": ("The lock at Sisak", "The gates stay shut until May, the keeper said.", False),
    "an update": ("UPDATE 2-The lock at Sisak", "The gates stay shut until June.", False),
}


@pytest.mark.parametrize(("headline", "text", "does"), CASES.values(), ids=CASES.keys())
def test_corrects_itself(headline: str, text: str, does: bool) -> None:
    assert corrects_itself(report(text, headline=headline)) is does


RECALLED = {
    "a note at the foot": ("(Corrects number of cranes in the LPA report of Feb 7: there are twelve, not 14.)", True),
    "a heading of its own": ("Correction: the lock has two gates, not three.", True),
    "its own name": ("On 9 April the Lagoon Post quoted a keeper as saying so.", True),
    "withdrawn by its name": ("Lagoon Post withdraws that part of its report.", True),
    "whom it quoted": ("And the keeper whom we quoted after the first flood has written to us.", True),
    "its report": ("Our report of Friday gave her name.", True),
    "what it described": ("The survey that the Lagoon Post described last week was never finished.", True),
    "what it had seen": ("A plan seen by the Lagoon Post this week named six gates.", True),
    "as it reported": ("There are twelve cranes, not 14 as reported here on May 3.", True),
    "who had told it": ("A keeper who had told the Lagoon Post on Monday that all was well has resigned.", True),
    "an article that misstated": ("An article on Sept. 12 misstated the number of gates.", True),
    "a story with an error": ("A story published on Tuesday incorrectly said that the lock was shut.", True),
    "another's error": ("The minister misstated the number of gates, the keeper said.", False),
    "seen now": ("A plan seen by the Lagoon Post names six gates.", False),
    "another's words in quotation marks": ('"What we wrote on Friday was wrong," the director said.', False),
    "another corrects himself": ("The keeper also corrected the number that he gave that day.", False),
    "told now": ("The gates stay shut, a keeper told the Lagoon Post.", False),
}


@pytest.mark.parametrize(("text", "does"), RECALLED.values(), ids=RECALLED.keys())
def test_recalled(text: str, does: bool) -> None:
    page = report("The gates of the lock stay shut until May.", text, outlet="Lagoon Post")
    assert bool(list(recalled(page, ("Lagoon Post",)))) is does
