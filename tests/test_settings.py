from __future__ import annotations

import pytest

from sayso.settings import from_environment


@pytest.mark.parametrize(
    ("environment", "ledger"),
    [
        pytest.param({}, "sayso.db", id="default"),
        pytest.param({"SAYSO_LEDGER": "/tmp/other.db"}, "/tmp/other.db", id="set"),  # noqa: S108 - never opened
        pytest.param({"SAYSO_LEDGER": ""}, "sayso.db", id="set to nothing"),
    ],
)
def test_ledger(environment: dict[str, str], ledger: str) -> None:
    assert from_environment(environment).ledger == ledger
