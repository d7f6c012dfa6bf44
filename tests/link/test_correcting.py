from __future__ import annotations

import pytest

from sayso.link.correcting import corrects_itself
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
