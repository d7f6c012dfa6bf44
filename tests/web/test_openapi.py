"""The description of the API holds, whatever is asked: schemathesis asks, in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, from_schema
from schemathesis.engine.events import FatalError, NonFatalError, ScenarioFinished

from sayso.web.app import API, create_app
from sayso.web.settings import Settings
from tests.web.conftest import SHOWN, TOKEN, ledger_in

HEADERS = {"Host": "localhost", **SHOWN}
EXAMPLES = 3  # of each kind for each operation, beside what is tried at every bound of every parameter
SEED = 1


def configuration() -> SchemathesisConfig:
    return SchemathesisConfig.from_dict(
        {
            "seed": SEED,
            "headers": HEADERS,
            "generation": {"max-examples": EXAMPLES, "database": "none"},
            "phases": {"stateful": {"enabled": True}},
        }
    )


@pytest.fixture
def described(tmp_path: Any) -> Iterator[Any]:
    """The API of a ledger that is written to, as it describes itself."""
    store = ledger_in(tmp_path)
    app = create_app(store, Settings(token=TOKEN))
    yield schemathesis.openapi.from_asgi(f"{API}/openapi.json", app, headers=HEADERS, config=configuration())
    assert store.check() == []
    store.close()


def failures(scenarios: Iterable[ScenarioFinished]) -> Iterator[str]:
    for scenario in scenarios:
        for checks in scenario.recorder.checks.values():
            found = (check.failure_info.failure for check in checks if check.failure_info)
            yield from (f"{scenario.label}: {failure.title}: {failure.message}" for failure in found)


def test_every_answer_is_as_described(described: Any) -> None:
    """Valid and invalid requests, every bound, and what leads from one operation to another."""
    events = list(from_schema(described).execute())
    assert not [event for event in events if isinstance(event, FatalError | NonFatalError)]
    scenarios = [event for event in events if isinstance(event, ScenarioFinished)]
    assert not list(failures(scenarios))
    assert {event.status for event in scenarios} <= {Status.SUCCESS, Status.SKIP}
    asked = {event.label for event in scenarios if event.status is Status.SUCCESS}
    operations = {f"{method.upper()} {path}" for path, way in described.raw_schema["paths"].items() for method in way}
    assert operations <= asked
    assert len(operations) == 25


def test_it_is_of_the_version_that_it_should_be(described: Any) -> None:
    assert described.raw_schema["openapi"].startswith("3.1.")
