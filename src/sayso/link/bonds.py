"""Claims as people decided: what they put together stays together, what they part stays apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.model import Bonds

Group = frozenset[str]
Barred = Mapping[str, frozenset[str]]  # for each statement those that it may not be with


def barred(statements: Iterable[str], bonds: Bonds) -> Barred:
    """For each of `statements` that was parted from others, those others among `statements`."""
    members: dict[str, set[str]] = {}
    for statement in statements:
        if statement in bonds.bundle:
            members.setdefault(bonds.bundle[statement], set()).add(statement)
    out: dict[str, set[str]] = {}
    for a, b in bonds.apart:
        for one, other in ((a, b), (b, a)):
            for statement in members.get(one, ()):
                out.setdefault(statement, set()).update(members.get(other, ()))
    return {statement: frozenset(others) for statement, others in out.items() if others}


def bundled(number: Mapping[str, int], bonds: Bonds) -> Iterator[tuple[int, int]]:
    """What people put together, as pairs of the statements' numbers."""
    first: dict[str, int] = {}
    for statement, name in bonds.bundle.items():
        if statement in number:
            yield number[statement], first.setdefault(name, number[statement])


def parted(a: Iterable[str], b: frozenset[str], apart: Barred) -> bool:
    """Whether some of `a` may not be with some of `b`."""
    return bool(apart) and any(apart[statement] & b for statement in a if statement in apart)


def joined(groups: Iterable[Group], bonds: Bonds, apart: Barred) -> tuple[Group, ...]:
    """`groups`, as linking made them, those joined that share a bundle.

    Where that would bring together what was parted, the bundle takes along only those of its groups' other statements
    that it may be with; the others stay behind. Bundles and statements are taken in the order of their ids.
    """
    home = {statement: group for group in groups for statement in group}
    bundles: dict[str, set[str]] = {}
    for statement in sorted(home):
        if statement in bonds.bundle:
            bundles.setdefault(bonds.bundle[statement], set()).add(statement)
    for name in sorted(bundles):
        _join(frozenset(bundles[name]), home, bonds, apart)
    return tuple(sorted(set(home.values()), key=min))


def _join(bundle: Group, home: dict[str, Group], bonds: Bonds, apart: Barred) -> None:
    """Bring a bundle into one group, and note the new home of every statement that moved or was left behind."""
    concerned = sorted({home[statement] for statement in bundle}, key=min)
    if len(concerned) == 1:
        return
    whole = set(bundle)
    behind: list[set[str]] = []
    for group in concerned:
        left = set(group - bundle)
        for companions in _inseparable(group - bundle, bonds):
            if not parted(companions, frozenset(whole), apart):
                whole |= companions
                left -= companions
        behind.append(left)
    for made in (whole, *behind):
        for statement in made:
            home[statement] = frozenset(made)


def _inseparable(statements: Iterable[str], bonds: Bonds) -> list[Group]:
    """`statements` in the smallest parts that may be taken from each other."""
    parts: dict[str, set[str]] = {}
    for statement in sorted(statements):
        parts.setdefault(bonds.bundle.get(statement, statement), set()).add(statement)
    return [frozenset(part) for part in parts.values()]
