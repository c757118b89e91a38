"""Whatever comes in wrong gets a clear answer, changes nothing, and the connection lives on."""

from __future__ import annotations

import contextlib
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import websocket

from tests.live.client import POLLING, SCHEMA, WEBSOCKET, Device, Offline, new_id, wait_for
from tests.live.liveserver import LiveCommunity, LiveServer
from tests.live.malformed import BAD, TOO_LARGE, card, given
from tests.server import Server
from tests.sockets import received_text
from workshop.i18n import translate
from workshop.refusals import MESSAGES

ENDPOINT = "/socket.io/?EIO=4&transport=websocket"
TEXT, BINARY = websocket.ABNF.OPCODE_TEXT, websocket.ABNF.OPCODE_BINARY


@pytest.fixture
def sender(community: LiveCommunity) -> Device:
    """A parent who is connected."""
    return community.join("Yara").connect()


@pytest.fixture(scope="module")
def market(live_server: LiveServer) -> Iterator[tuple[LiveCommunity, Device]]:
    """One community, and a parent on one connection that has to live through everything."""
    community = live_server.community()
    yield community, community.join("Yara").connect()
    community.leave()


def assert_clear(answer: dict[str, Any], code: str, language: str = "nl") -> None:
    """The acknowledgement says what is wrong: a stable code, and the person's language."""
    assert answer["ok"] is False
    error = answer["error"]
    assert error["code"] == code
    assert error["message"] == translate(MESSAGES[code], language)
    assert set(error) == {"code", "message", "params"}


def assert_lives_on(community: LiveCommunity, sender: Device) -> None:
    """The next command on the same connection works, and the others see it."""
    added = sender.add_card("En toen ging het gewoon verder.")
    community.host.until(lambda host: added in host.state["cards"])


@pytest.mark.parametrize("what", BAD)
def test_is_refused_changes_nothing_and_the_connection_lives_on(
    market: tuple[LiveCommunity, Device], what: str
) -> None:
    (community, sender), (event, payload, code) = market, BAD[what]
    before = community.host.read()
    assert_clear(sender.call(event, *payload), code)
    assert community.host.read() == before
    assert_lives_on(community, sender)


def test_the_message_is_in_the_language_of_the_person(community: LiveCommunity) -> None:
    dutch, english = community.join("Yara").connect(), community.join("Joe", language="en").connect()
    answers = [device.call("card.add", card(text="<b>x</b>")) for device in (dutch, english)]
    assert_clear(answers[0], "text.html", "nl")
    assert_clear(answers[1], "text.html", "en")
    assert answers[0]["error"]["message"].startswith("Laat code")


# ---------------------------------------------------------------------- too large


@pytest.mark.parametrize("transports", [WEBSOCKET, POLLING], ids=["websocket", "polling"])
@pytest.mark.parametrize("times", [1, 10], ids=["300 kB", "3 MB"])
def test_a_message_that_is_too_large_is_answered(
    community: LiveCommunity, transports: tuple[str], times: int
) -> None:
    sender = community.join("Yara").connect(transports)
    before = community.host.read()
    assert_clear(sender.call("card.add", card(text=TOO_LARGE * times)), "too_large")
    assert community.host.read() == before
    assert_lives_on(community, sender)


@pytest.mark.parametrize("transports", [WEBSOCKET, POLLING], ids=["websocket", "polling"])
def test_bytes_that_are_too_many_are_answered(community: LiveCommunity, transports: tuple[str]) -> None:
    sender = community.join("Yara").connect(transports)
    section = community.section()
    answer = sender.ask("vision.update", section=section, schema=SCHEMA, update=b"\x01" * 400_000)
    assert_clear(answer, "vision.too_long")
    assert_lives_on(community, sender)


def test_what_is_far_too_large_ends_the_connection_and_it_comes_back(
    community: LiveCommunity, sender: Device
) -> None:
    with pytest.raises(Offline):
        sender.call("card.add", card(text=TOO_LARGE * 20))
    sender.connect()
    assert_lives_on(community, sender)


def test_a_message_in_endless_pieces_is_not_kept(community: LiveCommunity) -> None:
    raw = raw_websocket(community, community.join("Yara"))
    frame = websocket.ABNF.create_frame(TOO_LARGE, websocket.ABNF.OPCODE_TEXT, fin=0)
    more = websocket.ABNF.create_frame(TOO_LARGE, websocket.ABNF.OPCODE_CONT, fin=0)
    raw.send_frame(frame)
    with pytest.raises((OSError, websocket.WebSocketException)):
        for _ in range(40):
            raw.send_frame(more)
        raw.recv()
    assert_lives_on(community, community.join("Bram").connect())


# ---------------------------------------------------------------------- below the commands


def raw_websocket(community: LiveCommunity, who: Device) -> websocket.WebSocket:
    """A connection that has entered, of which every letter can be chosen."""
    raw = websocket.create_connection(who.url.replace("http", "ws") + ENDPOINT, timeout=10)
    raw.recv()
    raw.send("40" + json.dumps({"community": who.community, "token": who.token, "language": "nl"}))
    assert received_text(raw).startswith("40")
    raw.send("420" + json.dumps(["enter", {"command": new_id(), "seq": -1}]))
    assert answer_of(raw, 0)["ok"]
    return raw


def answer_of(raw: websocket.WebSocket, number: int) -> dict[str, Any]:
    """The acknowledgement with this number."""
    while True:
        packet = raw.recv()
        if isinstance(packet, str) and packet.startswith(f"43{number}["):
            return dict(json.loads(packet[packet.index("[") :])[0])


@pytest.mark.parametrize("text", [
    '["card.add",{"text":', "[]", '{"card.add":1}', "[[[[", "[" * 5000, '["card.add",{"text":"\\ud800"}]',
    "[1,2]",
])  # fmt: skip
def test_json_that_cannot_be_read_is_answered(community: LiveCommunity, text: str) -> None:
    raw = raw_websocket(community, community.join("Yara"))
    raw.send("427" + text)
    assert_clear(answer_of(raw, 7), "bad_request")
    raw.send("428" + json.dumps(["card.add", card()]))
    assert answer_of(raw, 8)["ok"]
    raw.close()


@pytest.mark.parametrize("packet", ["", "x", "9zzz", "42", "4", "45-[]", "459[", b"\x00\x01", "41"])
def test_who_speaks_another_language_is_answered_or_let_go_and_never_stays_behind(
    community: LiveCommunity, packet: str | bytes
) -> None:
    raw = raw_websocket(community, community.join("Yara", "researcher"))
    community.host.until(lambda host: host.presence.get("here", {}).get("researcher") == 1)
    raw.send(packet, BINARY if isinstance(packet, bytes) else TEXT)
    raw.send("428" + json.dumps(["card.add", card()]))
    with contextlib.suppress(websocket.WebSocketException, OSError):
        if answer_of(raw, 8)["ok"]:
            raw.close()
    community.host.until(lambda host: "researcher" not in host.presence["here"], 5)
    assert_lives_on(community, community.join("Bram").connect())


def test_a_half_message_and_then_silence_harms_nobody(community: LiveCommunity) -> None:
    address = urlsplit(community.host.url)
    with socket.create_connection((address.hostname, address.port)) as half:
        half.send(b"POST /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nContent-Length: 100\r\n\r\n4")
        assert_lives_on(community, community.join("Bram").connect())


# ---------------------------------------------------------------------- who, when, how fast


def test_nothing_is_done_before_entering(community: LiveCommunity) -> None:
    sender = community.join("Yara").open()
    before = community.host.read()
    assert_clear(sender.call("card.add", card()), "not_entered")
    assert community.host.read() == before
    sender.enter()
    assert_lives_on(community, sender)


@pytest.mark.parametrize("auth", [
    None, "hello", {}, {"community": 5}, {"community": "nowhere"}, {"community": "HERE"},
    {"community": "HERE", "token": "guessed"}, {"community": "HERE", "token": ["a"]},
])  # fmt: skip
def test_who_is_nobody_is_not_let_in_and_told_so(community: LiveCommunity, auth: Any) -> None:
    if isinstance(auth, dict):
        here = {"community": community.id} if auth.get("community") == "HERE" else {}
        auth = {**auth, "language": "nl", **here}
    raw = websocket.create_connection(community.host.url.replace("http", "ws") + ENDPOINT, timeout=10)
    raw.recv()
    raw.send("40" + (json.dumps(auth) if auth is not None else ""))
    packet = received_text(raw)
    assert packet.startswith("44")
    refusal = json.loads(packet[2:])
    assert refusal["data"]["code"] == "not_signed_in"
    assert refusal["data"]["message"] == translate(MESSAGES["not_signed_in"], "nl")
    raw.close()


def test_who_was_taken_off_the_list_hears_it_and_can_do_nothing(
    community: LiveCommunity, sender: Device
) -> None:
    community.host.do("member.remove", member=sender.member)
    sender.until(lambda device: "gone" in device.events)
    before = community.host.read()
    with pytest.raises((Offline, AssertionError)):
        sender.add_card("Nog één ding")
    wait_for(lambda: not sender.online)
    assert community.host.read() == before
    assert sender.read()["error"]["code"] == "not_found"


def test_a_card_of_another_community_does_not_exist_here(
    live_server: LiveServer, community: LiveCommunity, sender: Device
) -> None:
    other = live_server.community()
    theirs = other.host.add_card("Van de buren")
    section = new_id()
    other.host.do("section.add", section=section, heading="Van de buren")
    community.host.do("step.start", step="dis-3")
    before = community.host.read(), other.host.read()
    assert sender.refused("card.move", card=theirs, column="story") == "not_found"
    assert sender.refused("card.withdraw", card=theirs) == "not_found"
    assert sender.refused("card.edit", card=theirs, rev=0, text="Van ons") == "not_found"
    assert sender.refused("vision.open", section=section, schema=SCHEMA) == "section.not_found"
    assert community.host.refused("seat.give", seat="parent", member=other.host.member) == "member.gone"
    source = {"source": new_id(), "section": community.section(), "paragraph": "", "card": theirs}
    assert sender.refused("source.add", **source) == "not_found"
    assert (community.host.read(), other.host.read()) == before
    other.leave()


def test_the_id_of_somebody_elses_card_cannot_be_used_again(community: LiveCommunity, sender: Device) -> None:
    existing = community.host.add_card("Ik was eerst")
    before = community.host.read()
    assert_clear(sender.call("card.add", card(card=existing)), "exists")
    assert community.host.read() == before


def test_a_card_that_meanwhile_changed_is_not_overwritten(community: LiveCommunity, sender: Device) -> None:
    own = sender.add_card("Eerste versie")
    sender.do("card.edit", card=own, rev=0, text="Tweede versie")
    before = community.host.read()
    assert_clear(sender.ask("card.edit", card=own, rev=0, text="Oud"), "card.changed")
    assert community.host.read() == before


def test_somebody_elses_card_cannot_be_reworded(community: LiveCommunity, sender: Device) -> None:
    other = community.host.add_card("Van Noor")
    before = community.host.read()
    assert sender.refused("card.edit", card=other, rev=0, text="Van Yara") == "card.not_yours"
    assert sender.refused("card.quote", card=other, allowed=True) == "card.not_yours"
    assert sender.refused("card.withdraw", card=other) == "card.not_yours"
    assert community.host.read() == before


def test_control_characters_are_left_out_of_a_text(community: LiveCommunity, sender: Device) -> None:
    own = sender.add_card("Op\x00 \x1bdins\u0007dag\r\nkoken  wij\x9f.")
    assert sender.read()["collections"]["cards"][own]["text"] == "Op dinsdag\nkoken wij."


@pytest.mark.parametrize(
    "text", ["1 < 2 en 3 > 2", "ik <3 jou", "a & b", "tussen <de oren", "100 %(code)s {name}"]
)
def test_signs_that_are_no_code_are_kept_as_they_are(
    community: LiveCommunity, sender: Device, text: str
) -> None:
    own = sender.add_card(text)
    assert sender.read()["collections"]["cards"][own]["text"] == text


def test_who_sends_too_fast_is_asked_to_wait_and_nobody_else_is(tmp_path: Path) -> None:
    with Server(tmp_path, **(LiveServer.SETTINGS | {"MINIDORP_COMMANDS_PER_SECOND": "10"})) as server:
        community = LiveServer(server).community()
        sender = community.join("Yara").connect()
        answers: list[dict[str, Any]] = []
        assert sender._io is not None
        for _ in range(100):
            sender._io.emit("writing", given(board="dis-2", on=True), callback=answers.append)
        wait_for(lambda: len(answers) == 100)
        slow_down = [answer for answer in answers if not answer["ok"]]
        assert slow_down
        assert_clear(slow_down[0], "too_fast")
        assert community.host.do("writing", board="dis-2", on=False)
        wait_for(lambda: sender.call("card.add", card())["ok"], 5)
        community.leave()


# ---------------------------------------------------------------------- the shared text


@pytest.mark.parametrize("update", [
    b"", b"\x00", b"\x01\x02garbage", b"\xff" * 50, b"\x01\x01\x05\x00\x04\x01\x04text", bytes(range(256)),
])  # fmt: skip
def test_bytes_that_are_no_change_are_refused(
    community: LiveCommunity, sender: Device, update: bytes
) -> None:
    section = community.section()
    community.host.open_section(section)
    sender.open_section(section)
    answer = sender.ask("vision.update", section=section, schema=SCHEMA, update=update)
    assert_clear(answer, "vision.bad_update")
    sender.share(section, sender.type(section, "Gewoon verder."))
    community.host.until(lambda host: host.text(section) == ["Gewoon verder."])


def test_an_editor_of_another_version_is_refused(community: LiveCommunity, sender: Device) -> None:
    section = community.section()
    sender.open_section(section)
    update = sender.type(section, "Dit komt er niet in.")
    assert_clear(sender.ask("vision.open", section=section, schema=99), "vision.stale_schema")
    assert_clear(sender.ask("vision.update", section=section, schema=0, update=update), "vision.stale_schema")
    community.host.open_section(section)
    assert community.host.text(section) == []
    assert_lives_on(community, sender)


@pytest.mark.parametrize(
    "update", [b"", b"\x01", b"\x01\x01\x01\x05{}zzz", b'\x01\x01\x01\x1b{"user":{"member":"other"}}']
)
def test_a_cursor_that_is_none_or_of_somebody_else_is_refused(
    community: LiveCommunity, sender: Device, update: bytes
) -> None:
    section = community.section()
    sender.open_section(section)
    assert_clear(sender.ask("vision.cursor", section=section, update=update), "vision.bad_cursor")
    assert_lives_on(community, sender)


def test_a_cursor_in_a_text_that_is_not_open_is_refused(community: LiveCommunity, sender: Device) -> None:
    assert_clear(sender.ask("vision.cursor", section=community.section(), update=b"\x00"), "vision.not_open")
