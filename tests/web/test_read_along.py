"""Reading along: neighbours react without an account, what they say is judged first, one act closes it."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.web.conftest import Installation, Made
from workshop.core.errors import DomainError
from workshop.core.schema import Command
from workshop.core.state import State
from workshop.drafts import Part
from workshop.features.members.schema import Member
from workshop.features.readings.schema import Reading, ReadingClose, ReadingOpen
from workshop.features.sections.decide import in_order
from workshop.store.ledger import Work
from workshop.vision import reactions as said
from workshop.vision.seed import seed_text
from workshop.vision.store import VisionStore
from workshop.vision.tables import ReadingReaction
from workshop.web.application import command

ADDRESS = "s3cret-address-of-this-draft"
HOSTILE = "</p><script>alert(1)</script>"


class Draft:
    """A community whose draft neighbours read."""

    def __init__(self, installation: Installation, made: Made) -> None:
        self.installation, self.made = installation, made
        self.path = f"/read/{made.id}/{ADDRESS}"
        self.host = next(one.id for one in self.state[Member].values() if one.facilitator)
        section = in_order(self.state)[0].id
        container = installation.container
        with container.db.begin() as conn:
            text = seed_text(["Wij eten samen & praten.", "Kinderen spelen buiten."])
            VisionStore().compact(conn, made.id, section, text)
        self.give(ReadingOpen, reading="reading-1", version="version-1", name="Meelezen", address=ADDRESS)

    @property
    def state(self) -> State:
        return self.installation.container.ledger.state(self.made.id)

    def give(self, kind: type[Command], **fields: object) -> None:
        """The facilitator gives a command."""
        made = command(kind, **fields)
        self.installation.container.ledger.carry_out(self.made.id, self.host, made)

    def react(
        self, browser: FlaskClient, text: str = "Mooi gezegd", place: int = 0, name: str = ""
    ) -> tuple[int, str]:
        answer = browser.post(self.path, data={"place": place, "text": text, "name": name})
        return answer.status_code, answer.text

    def judge(self, text: str, shown: bool = True) -> None:
        """The core team shows or hides the reaction with this text."""
        reading = self.state[Reading]["reading-1"]
        found = next(one for one in self.all() if one.text == text)
        self.installation.container.ledger.do(
            Work(self.made.id, lambda unit, _: said.show(unit.conn, self.made.id, reading, found.id, shown))
        )

    def all(self) -> list[said.Reaction]:
        with self.installation.container.db.read() as conn:
            return said.reactions(conn, self.made.id, "reading-1")


@pytest.fixture
def draft(installation: Installation, made: Made) -> Draft:
    return Draft(installation, made)


def test_anybody_with_the_address_reads_the_draft_as_it_was_frozen(draft: Draft) -> None:
    stranger = draft.installation.browser()
    answer = stranger.get(draft.path)
    assert answer.status_code == 200
    assert "Wij eten samen &amp; praten." in answer.text and "Kinderen spelen buiten." in answer.text
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow" and 'content="noindex' in answer.text
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "Noor" not in answer.text
    assert answer.text.count("<form") - answer.text.count('action="/language"') >= 2
    section = in_order(draft.state)[0].id
    with draft.installation.container.db.begin() as conn:
        VisionStore().compact(conn, draft.made.id, section, seed_text(["Dit is later."]))
    assert "Dit is later." not in stranger.get(draft.path).text


def test_without_the_address_there_is_nothing(draft: Draft) -> None:
    stranger = draft.installation.browser()
    for path in (
        f"/read/{draft.made.id}/{ADDRESS}x",
        f"/read/elsewhere/{ADDRESS}",
        f"/read/{draft.made.id}/é",
    ):
        assert stranger.get(path).status_code == 404
        assert stranger.post(path, data={"place": 0, "text": "x"}).status_code == 404


def test_guessing_addresses_is_slowed_down(draft: Draft) -> None:
    stranger = draft.installation.browser()
    codes = [stranger.get(f"/read/{draft.made.id}/guess-{n}").status_code for n in range(25)]
    assert codes[0] == 404 and codes[-1] == 429


def test_a_reaction_waits_until_the_core_team_shows_it(draft: Draft) -> None:
    stranger = draft.installation.browser()
    status, _ = draft.react(stranger, "Mooi gezegd", 1, "Ali")
    assert status == 303
    assert draft.state[Reading]["reading-1"].waiting == 1
    assert "Mooi gezegd" not in stranger.get(draft.path).text
    draft.judge("Mooi gezegd")
    page = stranger.get(draft.path).text
    assert page.index("Kinderen spelen buiten.") < page.index("Mooi gezegd") and "Ali" in page
    reading = draft.state[Reading]["reading-1"]
    assert (reading.waiting, reading.shown) == (0, 1)
    draft.judge("Mooi gezegd", shown=False)
    assert "Mooi gezegd" not in stranger.get(draft.path).text


def test_who_reacted_is_thanked_beside_the_paragraph(draft: Draft) -> None:
    stranger = draft.installation.browser()
    answer = stranger.post(draft.path, data={"place": 1, "text": "Goed"})
    assert answer.location.endswith("?sent=1#p1")
    page = stranger.get(answer.location).text
    assert page.count('role="status"') == 1
    for odd in ("x", "-1", "999999999", "99", "²"):
        assert 'role="status"' not in stranger.get(f"{draft.path}?sent={odd}").text


def test_hostile_words_are_refused_or_escaped_and_stay_in_the_form(draft: Draft) -> None:
    stranger = draft.installation.browser()
    status, page = draft.react(stranger, HOSTILE)
    assert status == 400 and "<script>alert" not in page and "&lt;script&gt;alert" in page
    assert draft.all() == []
    draft.react(stranger, 'a < b & "c" \' {{ 7 * 7 }}', name="O'Neil & <co")
    draft.judge('a < b & "c" \' {{ 7 * 7 }}')
    shown = stranger.get(draft.path).text
    assert (
        "a &lt; b &amp; &#34;c&#34;" in shown
        and "{{ 7 * 7 }}" in shown
        and "49" not in shown.split("a &lt;")[1][:40]
    )


@pytest.mark.parametrize(("text", "place"), [("", 0), (" ", 0), ("x" * 501, 0)])
def test_what_cannot_be_said_is_told_beside_the_paragraph(draft: Draft, text: str, place: int) -> None:
    status, page = draft.react(draft.installation.browser(), text, place)
    assert status == 400 and f'id="error{place}"' in page
    assert draft.all() == []


@pytest.mark.parametrize("place", ["99", "-1", "x", "", "²", "1" * 5000])
def test_there_is_no_paragraph_of_that_place(draft: Draft, place: str) -> None:
    stranger = draft.installation.browser()
    assert stranger.post(draft.path, data={"place": place, "text": "Goed"}).status_code == 400
    assert draft.all() == []


def test_five_hundred_letters_fit(draft: Draft) -> None:
    assert draft.react(draft.installation.browser(), "é" * 500)[0] == 303


def test_one_address_says_only_so_much_of_a_draft(draft: Draft) -> None:
    stranger = draft.installation.browser()
    codes = [draft.react(stranger, f"Goed {n}")[0] for n in range(22)]
    assert codes[:20] == [303] * 20 and 303 not in codes[20:]
    assert len(draft.all()) == 20


def test_a_draft_takes_only_so_many_reactions(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(said, "MAX_REACTIONS", 2)
    stranger = draft.installation.browser()
    assert [draft.react(stranger, f"Goed {n}")[0] for n in range(3)] == [303, 303, 400]
    assert len(draft.all()) == 2


def test_closing_ends_it_with_one_act_and_keeps_what_was_said(draft: Draft) -> None:
    stranger = draft.installation.browser()
    draft.react(stranger, "Bewaar dit")
    draft.give(ReadingClose, reading="reading-1")
    answer = stranger.get(draft.path)
    assert answer.status_code == 410 and "Wij eten samen" not in answer.text
    assert draft.react(stranger, "Te laat")[0] == 410
    container = draft.installation.container
    with pytest.raises(DomainError):
        container.drafts.react(draft.made.id, "reading-1", Part(0, "", "paragraph", ""), "", "Te laat")
    assert [one.text for one in draft.all()] == ["Bewaar dit"]


def test_a_form_of_another_site_is_refused(draft: Draft) -> None:
    draft.installation.app.config["WTF_CSRF_ENABLED"] = True
    stranger = draft.installation.browser()
    assert draft.react(stranger)[0] == 400
    token = re.search(r'name="csrf_token" value="([^"]+)"', stranger.get(draft.path).text)
    assert token
    answer = stranger.post(draft.path, data={"place": 0, "text": "Goed", "csrf_token": token[1]})
    assert answer.status_code == 303


def test_no_word_of_a_reaction_is_in_the_journal_and_all_goes_with_the_community(draft: Draft) -> None:
    draft.react(draft.installation.browser(), "Alleen voor het kernteam")
    facts = draft.installation.container.ledger.facts_since(draft.made.id, 0)
    assert "Alleen voor" not in str(facts) and "Alleen voor" not in str(draft.state.collections)
    with draft.installation.container.db.read() as conn:
        assert conn.scalar(select(func.count()).select_from(ReadingReaction)) == 1
