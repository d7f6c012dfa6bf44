from __future__ import annotations

import quopri

from sayso.intake.mime import read
from sayso.model import Drop, Report
from tests.intake.pages import TITLE, page, source

MESSAGE = """From: <Saved by a browser>
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="cut"

--cut
Content-Type: {kind}; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

{body}
--cut--
"""


def test_a_saved_page_is_unpacked() -> None:
    body = quopri.encodestring(page().encode()).decode("ascii")
    (found,) = read(source(MESSAGE.format(kind="text/html", body=body).encode(), "a.mhtml"), 10**6)
    assert isinstance(found, Report)
    assert (found.uri, found.title) == ("a.mhtml", TITLE)
    assert "Jana Horká" in found.text


def test_a_message_without_a_page() -> None:
    (drop,) = read(source(MESSAGE.format(kind="text/plain", body="x").encode(), "a.mhtml"), 10**6)
    assert isinstance(drop, Drop)
    assert drop.detail == "no HTML part in this saved page"
