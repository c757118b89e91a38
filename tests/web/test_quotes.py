"""My quotes on my own page: seen, with or without a name, and taken back, from any phone of mine."""

from __future__ import annotations

import html
import io
import re
import zipfile

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Installation, Made
from workshop.features.agenda.schema import StepStart
from workshop.features.cards.schema import Card, CardAdd
from workshop.web.application import command

STORY = "Op dinsdag koken wij samen."


@pytest.fixture
def phone(installation: Installation, made: Made) -> FlaskClient:
    """Samira's phone; she wrote one story that may be quoted."""
    phone = installation.join(made, "Samira")
    ledger = installation.container.ledger
    members = installation.members(made)
    ledger.carry_out(made.id, members["Noor"].id, command(StepStart, step="dis-2"))
    fields = {"card": "card-story-1", "board": "dis-2", "column": "story", "text": STORY, "quote": True}
    ledger.carry_out(made.id, members["Samira"].id, command(CardAdd, **fields))
    return phone


def document(browser: FlaskClient, made: Made) -> str:
    """The words of the Word file."""
    data = browser.get(f"/c/{made.id}/document.docx").data
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return html.unescape(re.sub(r"<[^>]+>", "", packed.read("word/document.xml").decode()))


def say(browser: FlaskClient, made: Made, how: str) -> str:
    """Press a button under the quote; what the page says after it."""
    data = {"card": "card-story-1", "how": how}
    return browser.post(f"/c/{made.id}/me/quote", data=data, follow_redirects=True).text


def test_a_quote_is_taken_back_and_is_in_no_next_file(made: Made, phone: FlaskClient) -> None:
    assert STORY in document(made.facilitator, made)
    assert STORY in phone.get(f"/c/{made.id}/me").text
    page = say(phone, made, "no")
    assert "We citeren dit niet meer" in page and STORY not in page
    assert STORY not in document(made.facilitator, made)


def test_the_writer_chooses_a_name_under_it(
    made: Made, phone: FlaskClient, installation: Installation
) -> None:
    assert "– iemand uit de groep" in document(made.facilitator, made), "she is the only parent"
    installation.join(made, "Omar")
    assert "– een ouder" in document(made.facilitator, made)
    assert "Je naam staat eronder: Samira." in say(phone, made, "name")
    assert "– Samira" in document(made.facilitator, made)
    assert "Eronder staat: een ouder." in say(phone, made, "role")
    assert "– Samira" not in document(made.facilitator, made)


def test_nobody_changes_the_quote_of_somebody_else(
    made: Made, phone: FlaskClient, installation: Installation
) -> None:
    other = installation.join(made, "Omar")
    assert STORY not in other.get(f"/c/{made.id}/me").text
    say(other, made, "name")
    card = installation.container.ledger.state(made.id)[Card]["card-story-1"]
    assert (card.quote, card.quote_name) == (True, False)
