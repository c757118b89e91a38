"""What somebody may not see never reaches the device: not live, not on coming back, not in a fresh read.

Every device keeps everything that ever arrived; the tests look for words and ids in that.
"""

from __future__ import annotations

import pytest
import requests

from tests.live.client import POLLING, WEBSOCKET, Device, new_id
from tests.live.liveserver import LiveCommunity, LiveServer

WORDS = "Dit-mag-nog-niemand-lezen"
STEPS = ("dis-1", "dis-2", "des-2", "des-4", "dst-2")


@pytest.fixture
def hall(live_server: LiveServer) -> LiveCommunity:
    """A community with the steps started that have something to hide."""
    return live_server.community(*STEPS)


def company(community: LiveCommunity) -> list[Device]:
    """The facilitator, a parent with a seat, a guest, and a professional on long polling."""
    seated = community.join("Bram", "parent", seat=True).connect(WEBSOCKET)
    guest = community.join("Gast", "guest").connect(WEBSOCKET)
    polling = community.join("Petra", "professional").connect(POLLING)
    return [community.host, seated, guest, polling]


def everybody_looks(community: LiveCommunity, others: list[Device]) -> list[Device]:
    """All ways in which a device gets to see things: live, coming back, coming late, reading."""
    for device in others:
        device.settle()
        behind = device.seq
        device.enter(max(behind - 20, 0))
        device.enter(-1)
        device.read()
    late = community.join("Laatkomer").connect()
    late.read()
    return [*others, late]


def assert_unseen(devices: list[Device], *texts: str) -> None:
    """None of these texts came to any of these devices in any form."""
    for device in devices:
        for text in texts:
            assert not device.has_received(text), (device.member, text)


def test_a_hidden_card_has_no_words_and_no_author_for_others(hall: LiveCommunity) -> None:
    hall.host.do("board.hide", board="dis-2")
    others, yara = company(hall), hall.join("Yara").connect()
    card = yara.add_card(WORDS, translation=f"{WORDS}-vertaald")
    yara.do("card.edit", card=card, rev=0, text=f"{WORDS}-anders")
    yara.do("card.move", card=card, column="story")
    devices = everybody_looks(hall, others)
    assert_unseen(devices, WORDS)
    for device in devices:
        shown = device.state["cards"][card]
        assert (shown["hidden"], shown["text"], shown["author"], shown["nameless"]) == (True, "", None, False)
    assert yara.settle().state["cards"][card]["text"] == f"{WORDS}-anders"


def test_a_hidden_card_is_shown_to_all_at_once_when_it_is_revealed(hall: LiveCommunity) -> None:
    hall.host.do("board.hide", board="dis-2")
    others, yara = company(hall), hall.join("Yara").connect()
    card = yara.add_card(WORDS)
    hall.host.do("board.reveal", board="dis-2")
    for device in others:
        assert device.settle().state["cards"][card]["text"] == WORDS
        assert device.state["cards"][card]["author"] == yara.member


def test_a_hidden_card_that_is_taken_back_was_never_seen(hall: LiveCommunity) -> None:
    hall.host.do("board.hide", board="dis-2")
    others, yara = company(hall), hall.join("Yara").connect()
    card = yara.add_card(WORDS)
    yara.do("card.withdraw", card=card)
    hall.host.do("board.reveal", board="dis-2")
    assert_unseen(everybody_looks(hall, others), WORDS)


@pytest.mark.parametrize("hidden", [False, True], ids=["shown", "hidden"])
def test_a_card_without_name_has_no_writer_anywhere(hall: LiveCommunity, hidden: bool) -> None:
    if hidden:
        hall.host.do("board.hide", board="dis-2")
    others, yara, key = company(hall), hall.join("Yara").connect(), new_id()
    members = yara.member
    before = [len(device.received) for device in others]
    card = yara.add_card("Van niemand", nameless=True, key=key)
    everybody_looks(hall, others)
    for device, seen in zip(others, before, strict=True):
        about = [packet for packet in device.received[seen:] if card in packet]
        assert about
        assert not any(f'"author":"{members}"' in packet for packet in about)
        assert device.state["cards"][card]["author"] is None
    assert yara.settle().state["cards"][card]["author"] is None
    assert_unseen([*others, yara], key)


def test_the_writer_of_a_card_without_name_can_take_it_back_and_nobody_else(hall: LiveCommunity) -> None:
    yara, bram, key = hall.join("Yara").connect(), hall.join("Bram").connect(), new_id()
    card = yara.add_card("Van niemand", nameless=True, key=key)
    assert bram.refused("card.withdraw", card=card) == "card.not_yours"
    assert bram.refused("card.withdraw", card=card, key=new_id()) == "card.not_yours"
    yara.do("card.withdraw", card=card, key=key)


def test_the_key_of_a_card_reaches_nobody_not_even_hashed(hall: LiveCommunity) -> None:
    others, yara, key = company(hall), hall.join("Yara").connect(), new_id()
    card = yara.add_card("Van niemand", nameless=True, key=key)
    yara.do("card.edit", card=card, rev=0, text="Nog steeds van niemand", key=key)
    for device in [*everybody_looks(hall, others), yara.settle()]:
        assert device.state["cards"][card]["key"] is None
        assert not any(f'"id":"{card}"' in packet and '"key":"' in packet for packet in device.received)


def test_dots_are_secret_and_totals_too_until_the_round_closes(hall: LiveCommunity) -> None:
    sentence = hall.host.add_card("In onze wijk eten wij samen.", "des-2", "statement")
    hall.host.do("dots.open", board="des-4", budget=2)
    others, yara = company(hall), hall.join("Yara").connect()
    dots = [new_id(), new_id()]
    for dot in dots:
        yara.do("dot.place", dot=dot, board="des-4", card=sentence)
    yara.do("dot.take", dot=dots[1])
    devices = everybody_looks(hall, others)
    assert_unseen(devices, *dots)
    for device in devices:
        assert device.state["boards"]["des-4"]["dots_totals"] is None
        assert device.state["dots"] == {}
    hall.host.do("dots.close", board="des-4")
    for device in everybody_looks(hall, others):
        assert device.state["boards"]["des-4"]["dots_totals"] == {sentence: 1}
    assert_unseen(devices, *dots)


def test_answers_in_an_open_consent_round_are_of_the_one_who_gave_them(hall: LiveCommunity) -> None:
    others, yara, consent = company(hall), hall.join("Yara").connect(), new_id()
    members = [yara.member, *(device.member for device in others)]
    hall.host.do("consent.open", round=consent, version=new_id(), label="0.8", members=members)
    yara.do("consent.answer", round=consent, answer="objection", reason=WORDS)
    devices = everybody_looks(hall, others)
    assert_unseen(devices, WORDS, "objection")
    for device in devices:
        assert device.state["rounds"][consent]["answered"] == 1
        assert device.state["answers"] == {}
    assert len(yara.settle().state["answers"]) == 1
    for device in others:
        device.do("consent.answer", round=consent, answer="agree")
    for device in everybody_looks(hall, others):
        assert len(device.state["answers"]) == 5
        assert device.has_received(WORDS)


def test_an_objection_in_a_round_that_was_closed_early_stays_private(hall: LiveCommunity) -> None:
    others, yara, consent = company(hall), hall.join("Yara").connect(), new_id()
    hall.host.do(
        "consent.open", round=consent, version=new_id(), label="0.9", members=[yara.member, hall.host.member]
    )
    yara.do("consent.answer", round=consent, answer="objection", reason=WORDS)
    hall.host.do("consent.close", round=consent, adopt=False)
    assert_unseen(everybody_looks(hall, others), WORDS)


def test_nothing_of_another_community_is_ever_heard(live_server: LiveServer, hall: LiveCommunity) -> None:
    other = live_server.community("dis-2")
    neighbour = other.join("Buurvrouw-Buiten").connect()
    others = company(hall)
    section = other.section()
    for device in [*others, neighbour]:
        device.open_section(section)
    neighbour.add_card(WORDS)
    neighbour.share(section, neighbour.type(section, f"{WORDS}-in-de-tekst"))
    neighbour.do("writing", board="dis-2", on=True)
    other.host.do("meeting.plan", meeting=new_id(), date="2026-09-01", title=f"{WORDS}-avond")
    other.host.until(lambda host: host.state["cards"])
    assert_unseen(everybody_looks(hall, others), WORDS, "Buurvrouw-Buiten", neighbour.member, other.id)
    assert all(device.text(section) == [] for device in others)
    other.leave()


@pytest.mark.parametrize("token", ["", "guessed", "OTHER"])
def test_the_state_is_read_by_members_only(live_server: LiveServer, hall: LiveCommunity, token: str) -> None:
    other = live_server.community("dis-2")
    used = other.join("Buurvrouw").token if token == "OTHER" else token
    headers = {"Authorization": f"Bearer {used}"} if used else {}
    answer = requests.get(f"{hall.host.url}/api/communities/{hall.id}/state", headers=headers, timeout=10)
    assert answer.status_code == 404
    assert set(answer.json()) == {"ok", "error"}
    other.leave()


def test_a_cursor_reaches_only_who_has_the_same_text_open(hall: LiveCommunity) -> None:
    here, section = hall.section(), new_id()
    hall.host.do("section.add", section=section, heading="Een ander stuk")
    yara, bram, petra = (hall.join(name).connect() for name in ("Yara", "Bram", "Petra"))
    yara.open_section(here)
    bram.open_section(here)
    petra.open_section(section)
    state = b'{"user":{"member":"%s"}}' % yara.member.encode()
    cursor = b"\x01\x07\x01" + bytes([len(state)]) + state
    yara.do("vision.cursor", section=here, update=cursor)
    bram.until(lambda device: "cursor" in device.events)
    petra.do("writing", board="dis-2", on=False)
    assert "cursor" not in petra.events
    assert "cursor" not in yara.events


def test_who_closed_a_text_hears_no_more_of_it(hall: LiveCommunity) -> None:
    section = hall.section()
    yara, bram = hall.join("Yara").connect(), hall.join("Bram").connect()
    yara.open_section(section)
    bram.open_section(section)
    bram.do("vision.close", section=section)
    yara.share(section, yara.type(section, WORDS))
    bram.do("writing", board="dis-2", on=False)
    assert_unseen([bram], WORDS)


def test_who_leaves_takes_the_name_along(hall: LiveCommunity) -> None:
    yara = hall.join("Yara-Zonneveld").connect()
    card = yara.add_card("Mijn kaartje blijft")
    yara.do("member.remove", member=yara.member)
    late = hall.join("Laatkomer").connect()
    late.enter(0)
    assert not late.has_received("Yara-Zonneveld")
    assert late.state["cards"][card]["author"] is None
    assert late.state["cards"][card]["text"] == "Mijn kaartje blijft"
