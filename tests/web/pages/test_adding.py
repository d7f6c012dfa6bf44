"""Adding reports from a page."""

from __future__ import annotations

from fastapi.testclient import TestClient

from sayso.ledger import SqlStore
from tests.web.pages.conftest import form_token
from tests.web.pages.test_app import risky

PAGE = """Coast Courier

Mayor denies bridge report

14 March 2024

The bridge at Brest was closed on Monday, the mayor, Anna Petrova, said on Tuesday, after an inspection found cracks.

She denied that the council had known of the cracks since January.
"""


def test_a_page_that_is_pasted_is_read(writer: TestClient, store: SqlStore) -> None:
    told = {"form_token": form_token(writer, "/add"), "page": PAGE, "name": "https://x.example/bridge"}
    answer = writer.post("/add", data=told)
    assert answer.status_code == 303
    text = writer.get(answer.headers["location"]).text
    assert "Anna Petrova" in text
    assert 'href="https://x.example/bridge"' in text


def test_a_file_is_read_and_what_cannot_be_is_told(writer: TestClient) -> None:
    headers = {"X-Form-Token": form_token(writer, "/add"), "Content-Type": "application/octet-stream"}
    good = writer.post("/add/file?name=..%2F..%2Fbridge.txt", content=PAGE.encode(), headers=headers)
    assert (good.status_code, "Read:" in good.text, "../" in good.text) == (200, True, False)
    bad = writer.post("/add/file?name=x.bin", content=bytes(range(256)) * 20, headers=headers)
    assert (bad.status_code, "Left out (" in bad.text) == (200, True)
    assert risky(good.text + bad.text) == []


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Coast Courier</title><link>https://feed.example/</link>
<item><title>Ferry runs again</title><link>https://feed.example/1</link><guid>1</guid>
<description>The ferry to Nida runs again, the harbour office said on Monday.</description></item>
<item><title>Bridge stays shut</title><link>https://feed.example/2</link><guid>2</guid>
<description>The bridge stays shut until May, mayor Anna Petrova said on Monday.</description></item></channel></rss>"""


def test_each_entry_of_a_feed_is_a_report(writer: TestClient) -> None:
    told = {"form_token": form_token(writer, "/add"), "page": FEED, "name": "https://x.example/feed"}
    assert writer.post("/add", data=told).text.count("Read:") == 2
    headers = {"X-Form-Token": form_token(writer, "/add"), "Content-Type": "application/octet-stream"}
    again = writer.post("/add/file?name=feed.xml", content=FEED.encode(), headers=headers)
    assert again.text.count("Known already:") == 2


def test_nothing_was_pasted(writer: TestClient) -> None:
    answer = writer.post("/add", data={"form_token": form_token(writer, "/add"), "page": " "})
    assert "Left out" in answer.text or "nothing to read" in answer.text


def test_who_is_not_signed_in_is_told(reader: TestClient) -> None:
    assert "to add reports" in reader.get("/add").text
