"""What the writers of a storyline say of it: the frozen types of `gold.toml`, and their reader.

The form is told field by field in README.md beside this module. Types are strict: a field that is not known here is an
error, so that a slip of the pen in a gold file is no silent gap.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from sayso.model import Certainty, DerivationKind, DriftKind, Polarity, Realis

HERE = Path(__file__).parent
GOLD = "gold.toml"
PAGES = (".txt", ".html")


class Half(StrEnum):
    """The half of the set that rules may be made by, and the one that is only scored."""

    DEVELOPMENT = "development"
    FROZEN = "frozen"


class Manner(StrEnum):
    """How a content is given; `unattributed` where the outlet itself asserts it."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    HEADING = "heading"
    UNATTRIBUTED = "unattributed"


class StanceKind(StrEnum):
    """What another source than the origin does with a content in the same report."""

    DENIES = "denies"
    DOUBTS = "doubts"
    CONFIRMS = "confirms"


class About(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The storyline as a whole: what happened, where, and what is hard about it."""

    name: str
    region: str
    kind: str
    traps: tuple[str, ...]


class GoldReport(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page: `published` is ISO 8601, as precise as the page tells; "" where it does not tell."""

    file: str
    outlet: str
    published: str
    title: str


class GoldQuantity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many, bounds kept; an end that is open is absent."""

    words: str
    min: float | None = None
    max: float | None = None
    unit: str = ""

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """Both ends."""
        return self.min, self.max


class GoldStance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """That `by` denies, doubts or confirms the content."""

    kind: StanceKind
    by: str


class GoldStatement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One content of one report.

    `words` are as they stand in the page, with ` / ` where a cue interrupts them; `after` are words shortly before
    them, where they occur more than once. `chain` names sources from the innermost outwards, each as the fullest
    name that the report gives; ` | ` parts names of one source that are equally right.
    """

    id: str
    report: str
    words: str
    after: str = ""
    chain: tuple[str, ...]
    manner: Manner
    certainty: Certainty
    polarity: Polarity
    realis: Realis
    time: str = ""
    quantities: tuple[GoldQuantity, ...] = ()
    claims: tuple[str, ...] = ()
    stances: tuple[GoldStance, ...] = ()


class GoldClaim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A proposition that statements share. `origins` are those who had it by themselves, as the writer knows;
    `origins_min` and `origins_max` are what a careful reader of all reports can know. `versions` are versions that
    cannot both be right, in words, where numbers and denials do not show them.
    """

    id: str
    gist: str
    origins_min: int
    origins_max: int
    origins: tuple[str, ...]
    contested: bool = False
    versions: tuple[str, ...] = ()


class GoldDerivation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """That `report` draws on `from_`, by the nearest way: what `from_` itself has from a third is not listed twice.
    Each of `kinds` is a right answer.
    """

    report: str
    from_: str
    kinds: tuple[DerivationKind, ...]
    evidence: str


class GoldDrift(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """What `statement` changed of the statement `from_`, of another report or, for a headline, of its own."""

    statement: str
    from_: str
    kind: DriftKind


class Gold(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of one `gold.toml`."""

    storyline: About
    report: tuple[GoldReport, ...]
    statement: tuple[GoldStatement, ...]
    claim: tuple[GoldClaim, ...]
    derivation: tuple[GoldDerivation, ...] = ()
    drift: tuple[GoldDrift, ...] = ()


class Storyline(msgspec.Struct, frozen=True, kw_only=True):
    """A gold file and the folder that it stands in, whose name is the storyline's key."""

    half: Half
    folder: Path
    gold: Gold

    @property
    def key(self) -> str:
        """The name of the folder."""
        return self.folder.name


def folders(half: Half, root: Path = HERE) -> Iterator[Path]:
    """The folders of a half's storylines, in order of name."""
    yield from sorted(path for path in (root / half).glob("*") if path.is_dir())


def read_gold(folder: Path) -> Gold:
    """The gold of a folder; raises OSError, tomllib.TOMLDecodeError or msgspec.ValidationError where it is none."""
    return msgspec.convert(tomllib.loads((folder / GOLD).read_text(encoding="utf8")), Gold)


def storylines(half: Half, root: Path = HERE) -> list[Storyline]:
    """The storylines of a half, in order of name; raises what `read_gold` does. A folder without gold is none yet."""
    whole = (folder for folder in folders(half, root) if (folder / GOLD).exists())
    return [Storyline(half=half, folder=folder, gold=read_gold(folder)) for folder in whole]
