from __future__ import annotations

import json
from typing import Any

from sayso.export.claimreview import write_claimreview
from sayso.ledger import View
from tests.export.stories import ministry, written


def nodes(view: View, kind: str) -> list[Any]:
    made = json.loads(written(view, write_claimreview))
    assert made["@context"] == "https://schema.org"
    return [node for node in made["@graph"] if node["@type"] == kind]


def test_a_claim_has_its_appearances_and_the_first(view: View) -> None:
    claims = nodes(view, "Claim")
    assert sum(len(claim["appearance"]) for claim in claims) == 7
    for claim in claims:
        assert claim["firstAppearance"] in claim["appearance"]


def test_an_appearance_is_a_quotation_in_a_report(view: View) -> None:
    shown = [quote for claim in nodes(view, "Claim") for quote in claim["appearance"]]
    (quote,) = [q for q in shown if q["text"] == ministry().statements[0].content.text]
    assert quote["spokenByCharacter"] == {"@type": "GovernmentOrganization", "name": "Transport Ministry"}
    assert quote["isPartOf"]["url"] == "https://post.example/bridge?a=1&b=2"
    assert quote["isPartOf"]["datePublished"] == "2024-03-14T06:30+02:00"


def test_who_only_denies_a_claim_is_no_author_of_it(view: View) -> None:
    for claim in nodes(view, "Claim"):
        if any("negative" not in quote["description"] for quote in claim["appearance"]):
            assert "two drivers" not in {author["name"] for author in claim["author"]}


def test_no_verdict_without_a_person(view: View) -> None:
    assert nodes(view, "ClaimReview") == []


def test_a_grade_is_the_review_of_who_gave_it(judged: View) -> None:
    (review,) = nodes(judged, "ClaimReview")
    assert review["author"] == {"@type": "Person", "name": "I. Reader"}
    rating = review["reviewRating"]
    assert (rating["ratingValue"], rating["bestRating"], rating["alternateName"]) == (4, 1, "4 doubtful")
    assert review["itemReviewed"]["@id"] in {claim["@id"] for claim in nodes(judged, "Claim")}
