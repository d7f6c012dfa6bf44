"""Write docs/reference/ from the code: `python docs/generate.py`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import typer
from typer.core import TyperGroup

from sayso.cli.app import app
from sayso.export.cameo import EVENT_COLUMNS
from sayso.export.table import COLUMNS, Column

REFERENCE = Path(__file__).parent / "reference"


def commands() -> str:
    """Every command with its arguments, options and defaults."""
    group = cast("TyperGroup", typer.main.get_command(app))
    return "# Commands\n\n" + "\n".join(_command(name, command) for name, command in _all(group))


def _all(group: TyperGroup, before: str = "") -> Iterator[tuple[str, Any]]:
    """All commands by name, those of a group in its place."""
    for name, command in sorted(group.commands.items()):
        if isinstance(command, TyperGroup):
            yield from _all(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def _command(name: str, command: Any) -> str:
    context = command.context_class(command, info_name=f"sayso {name}")
    rows = [record for p in command.params if (record := p.get_help_record(context)) is not None]
    options = "\n".join(f"| `{_cell(names)}` | {_cell(meaning)} |" for names, meaning in rows)
    usage = " ".join(command.collect_usage_pieces(context))
    return (
        f"## sayso {name}\n\n{command.help}\n\n    sayso {name} {usage}\n\n| option | meaning |\n|---|---|\n{options}\n"
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def columns() -> str:
    """The columns of csv and parquet, and those of the event table."""
    return (
        f"# Columns\n\nOne row a statement.\n\n## csv and parquet\n\n{_columns(COLUMNS)}\n## cameo\n\n"
        "Where a meaning begins with GDELT or POLECAT, the column has the name and the values that it has there.\n\n"
        f"{_columns(EVENT_COLUMNS)}"
    )


def _columns(found: Sequence[Column]) -> str:
    rows = "\n".join(f"| `{c.name}` | {c.kind.__name__} | {c.meaning} |" for c in found)
    return f"| column | type | meaning |\n|---|---|---|\n{rows}\n"


PAGES = {"commands.md": commands, "columns.md": columns}

if __name__ == "__main__":
    for page, text in PAGES.items():
        (REFERENCE / page).write_text(text(), encoding="utf8")
