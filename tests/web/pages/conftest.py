"""A ledger in which a report does its worst, served as pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from sayso.ledger import SqlStore, open_ledger
from sayso.model import Attribution, Certainty, Cue, Factuality, Manner, Origin, Place, Quantity, Report, Source, Span
from sayso.web.app import create_app
from sayso.web.settings import Settings
from sayso.workflow import keep
from tests.factory import actor, report, statement
from tests.web.conftest import TOKEN

HERE = "http://localhost/"
HOSTILE = "<script>alert('x')</script><img src=x onerror=\"alert(1)\">'\"&</textarea>{{ 1234*5678 }}"
CONTENT = f"at least 40 lorries {HOSTILE} were stopped"
WORD = re.compile(r'name="form_token" value="([^"]*)"')


def hostile() -> Report:
    """A report every part of which would run a script, were it not escaped."""
    text = f"The {HOSTILE} ministry said that {CONTENT}."
    made = report(text, headline=f"Lorries {HOSTILE}", outlet=f"Post {HOSTILE}", uri="javascript:alert(1)")
    at = made.text.index(f"The {HOSTILE} ministry")
    who = actor(f"{HOSTILE} ministry")
    spans = (Span(at, at + len(f"The {HOSTILE} ministry")),)
    said = made.text.index("said")
    content = statement(CONTENT, within=made).content
    link = Attribution(
        id="link",
        source=Source(spans=spans, text=made.text[slice(*spans[0])], actor=who),
        cue=Cue(spans=(Span(said, said + 4),), text="said", lemma="say"),
        content=content,
        manner=Manner.INDIRECT,
    )
    told = statement(
        CONTENT,
        within=made,
        chain=("link",),
        origin=Origin(id=who.id, name=who.name),
        factuality=Factuality(certainty=Certainty.PROBABLE, probability=(0.55, 0.8)),
        place=Place(name=f"Brest {HOSTILE}", country="BY", lat=52.1, lon=23.7, spans=content.spans),
        quantities=(Quantity(min=40.0, max=None, of=f"lorries {HOSTILE}", spans=content.spans),),
    )
    return replace(made, attributions=(link,), statements=(told,))


# What has nothing to do with each other, so that each is a claim of its own.
CONTENTS = (
    "a ferry left Ventspils at noon",
    "the price of bread rose",
    "two bears were seen in Tartu",
    "the opera house opens again in June",
    "a storm broke the dike of Nida",
    "teachers went on strike",
    "an old coin was found in a field",
    "the national team lost against Malta",
)


def plain(number: int) -> Report:
    """A report of an outlet's own, with one statement."""
    content = CONTENTS[number - 1]
    made = report(
        f"{content}.", outlet="Coast Courier", uri=f"https://x.example/{number}", published=f"2024-03-{number:02}"
    )
    return replace(made, statements=(statement(content, within=made),))


def ledger_in(folder: Path) -> SqlStore:
    opened = open_ledger(str(folder / "sayso.db"), create=True)
    for one in (hostile(), *(plain(number) for number in range(1, 9))):
        keep(one, (), opened)
    return opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = ledger_in(tmp_path)
    yield opened
    assert opened.check() == []
    opened.close()


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    """A ledger that no test changes."""
    opened = ledger_in(tmp_path_factory.mktemp("pages"))
    yield opened
    opened.close()


def browser_of(store: SqlStore, **settings: object) -> TestClient:
    app = create_app(store, Settings(**settings))  # type: ignore[arg-type] # given by name
    return TestClient(app, base_url=HERE, raise_server_exceptions=False, follow_redirects=False)


@pytest.fixture
def reader(kept: SqlStore) -> TestClient:
    """The browser of somebody who has not signed in, at a server that writes."""
    return browser_of(kept, token=TOKEN)


@pytest.fixture
def writer(store: SqlStore) -> TestClient:
    """The browser of Ann, who has."""
    made = browser_of(store, token=TOKEN)
    assert sign_in(made).status_code == 303
    return made


def form_token(browser: TestClient, path: str = "/sign-in") -> str:
    """What a form on that page sends back."""
    found = WORD.search(browser.get(path).text)
    assert found
    return found[1]


def sign_in(browser: TestClient, **fields: str) -> Response:
    told = {"who": "Ann", "token": TOKEN, "to": "/claims", "form_token": form_token(browser)}
    return browser.post("/sign-in", data=told | fields)
