"""Whether the words around a place name say that a division is meant ("the Kherson region"), or a town."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from sayso.extract.places.readings import TOWN, division_words

SETTLEMENTS = frozenset({"village", "town", "city", "settlement", "hamlet", "suburb", "district", "port", "region"})
_TOWNS = SETTLEMENTS - {"district", "region"}
# One word for several names: "the Sumy and Kherson regions", "the provinces of Ruse and Varna"
TOGETHER = {
    "counties": "county",
    "townships": "county",
    "parishes": "parish",
    "provinces": "province",
    "governorates": "governorate",
    "oblasts": "oblast",
    "districts": "district",
    "regions": "region",
    "prefectures": "prefecture",
    "cantons": "canton",
}
# In small letters these are more often a part of another noun: "a Paris department store", "the Crow republic"
_ONLY_AS_NAMES = frozenset({"department", "republic", "municipality"})
# ... and these where another noun follows: "the Ruse district court"
_BEFORE_NOUNS = frozenset({"district", "parish", "county", "state"})
_LISTING = frozenset({",", "and", "or"})
_LONGEST_LIST = 30  # tokens
_APPOSED = 6  # tokens within which "a port on the Baltic" tells what a name before it is


def word_after(tokens: TokenSpan) -> str:
    """The word in small letters that makes the name before it a division's, empty where there is none."""
    doc, end = tokens.doc, tokens.end
    word = doc[end].text if end < len(doc) else ""
    if word not in division_words() or word in _ONLY_AS_NAMES or word in TOGETHER:
        return ""
    return "" if word in _BEFORE_NOUNS and doc[end].dep_ == "compound" else word


def kind_told(tokens: TokenSpan) -> str:
    """The word for divisions that is said of a name, `TOWN` where it is said to be a town, empty where nothing is."""
    return word_after(tokens) or _before(tokens) or _after_list(tokens) or (TOWN if _apposed(tokens) else "")


def _before(tokens: TokenSpan) -> str:
    """What is said before it: "the province of X", "the provinces of W and X", "the town of X"."""
    doc, at = tokens.doc, tokens.start - 1
    if at < 1:
        return ""
    if doc[at].lower_ == "of":
        word = doc[at - 1].lower_
        if word in _TOWNS:
            return TOWN
        return word if word in division_words() else TOGETHER.get(word, "")
    return TOGETHER.get(_head_of_list(doc, at), "") if doc[at].lower_ in _LISTING else ""


def _head_of_list(doc: Doc, at: int) -> str:
    """The word before the "of" from which a list of names runs up to `at`, empty where there is none."""
    while at > 0 and (doc[at].text[0].isupper() or doc[at].lower_ in _LISTING):
        at -= 1
    return doc[at - 1].lower_ if at > 0 and doc[at].lower_ == "of" else ""


def _after_list(tokens: TokenSpan) -> str:
    """The word that ends the list in which the name stands: "X and Y regions"."""
    doc, at = tokens.doc, tokens.end
    alone = at < len(doc) and doc[at].lower_ in TOGETHER and doc[tokens.start - 1].lower_ not in _LISTING
    return "" if alone else TOGETHER.get(ends_list(tokens, frozenset(TOGETHER)), "")


def ends_list(tokens: TokenSpan, words: frozenset[str]) -> str:
    """The one of `words` that ends the list of several in which a name stands ("Clay, Grant and Swift counties"), empty
    where none does.
    """
    for token in tokens.doc[tokens.end : tokens.end + _LONGEST_LIST]:
        if token.lower_ in words:
            return token.lower_
        if not (token.text[0].isupper() or token.lower_ in _LISTING or token.text in {"&", "-"}):
            return ""
    return ""


def _apposed(tokens: TokenSpan) -> bool:
    """Whether a noun in small letters after the comma tells that a town is meant: "X, a port on the Baltic"."""
    doc, end = tokens.doc, tokens.end
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in {"a", "an", "the"}:
        return False
    for token in doc[end + 2 : end + _APPOSED]:
        if token.text in _TOWNS or token.text == "capital":
            return True
        if not token.text.islower() and token.text != "-":
            return False
    return False
