"""A layer may use those below it, never those above."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso

ROOT = Path(sayso.__file__).parent
BASE = {"model", "settings", "errors", "resources"}
# What each layer may import of ours, besides itself.
MAY_IMPORT = {
    "model": set[str](),
    "settings": {"errors"},
    "errors": set[str](),
    "resources": set[str](),
    "intake": BASE,
    "extract": BASE,
    "link": BASE,
    "ledger": BASE,
    "query": BASE | {"ledger", "link"},
    "export": BASE | {"ledger", "query"},
    "relinking": BASE | {"link", "ledger"},
    "judging": BASE | {"link", "ledger", "query", "relinking"},
    "workflow": BASE | {"intake", "extract", "link", "ledger", "query", "export", "judging", "relinking"},
    "rereading": BASE | {"extract", "ledger", "judging", "relinking", "workflow"},
    "cli": BASE | {"workflow", "judging", "rereading", "export", "query", "ledger", "web"},
    "__main__": {"cli"},
    "web": BASE | {"workflow", "judging", "rereading", "export", "query", "ledger", "extract"},
}


def imports(path: Path) -> Iterator[str]:
    """The modules of ours that a file imports, as dotted names without the leading `sayso`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [node.module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        yield from (name.removeprefix("sayso.") for name in names if name.startswith("sayso."))


FILES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_only_what_is_below(path: Path) -> None:
    layer = path.relative_to(ROOT).with_suffix("").parts[0]
    used = {name.split(".")[0] for name in imports(path)}
    assert used <= MAY_IMPORT[layer] | {layer}


@pytest.mark.parametrize("layer", sorted(MAY_IMPORT))
def test_the_rule_allows_no_way_back(layer: str) -> None:
    """The table itself must be free of cycles, or it would forbid nothing."""
    seen, todo = set[str](), set(MAY_IMPORT[layer])
    while todo:
        below = todo.pop()
        seen.add(below)
        todo |= MAY_IMPORT[below] - seen
    assert layer not in seen


def test_every_package_has_a_rule() -> None:
    layers = {path.relative_to(ROOT).with_suffix("").parts[0] for path in FILES}
    assert layers <= MAY_IMPORT.keys()
