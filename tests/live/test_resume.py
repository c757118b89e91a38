"""Coming back: nothing is missed, nothing happens twice, on whatever kind of connection."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from tests.live.client import POLLING, WEBSOCKET, Device, new_id
from tests.live.liveserver import LiveCommunity, LiveServer
from tests.server import Server
from workshop.live.presence import REPLAY_LIMIT


def card_command(text: str = "Op dinsdag koken wij samen.") -> dict[str, Any]:
    """A command that adds a card, to be sent more than once."""
    return {"command": new_id(), "card": new_id(), "board": "dis-2", "column": "story", "text": text}


def texts(device: Device) -> list[str]:
    """The words of all cards on a device."""
    return sorted(card["text"] for card in device.state["cards"].values())


# ------------------------------------------------------------------ what was missed


def test_who_comes_back_gets_the_facts_since_then(community: LiveCommunity) -> None:
    phone = community.join("Yara").connect()
    seen = phone.seq
    phone.cut()
    for number in range(3):
        community.host.add_card(f"Kaartje {number}")
    phone.open()
    answer = phone.enter(seen)
    assert "snapshot" not in answer
    assert [fact["type"] for fact in answer["facts"]] == ["card.added"] * 3
    assert answer["seq"] == seen + 3
    assert phone.state == phone.read()["collections"]


def test_who_missed_nothing_gets_no_facts(community: LiveCommunity) -> None:
    phone = community.join("Yara").connect().settle()
    answer = phone.enter(community.host.read()["seq"])
    assert answer["facts"] == []


def test_who_has_nothing_yet_gets_everything(community: LiveCommunity) -> None:
    community.host.add_card("Er was al iets")
    phone = community.join("Yara").open()
    answer = phone.enter(-1)
    assert "facts" not in answer
    assert answer["snapshot"] == {key: value for key, value in phone.read().items() if key != "ok"}


def test_who_is_far_behind_gets_everything(community: LiveCommunity) -> None:
    phone = community.join("Yara").connect()
    behind = phone.seq
    phone.leave()
    card = community.host.add_card("Heen en weer")
    for number in range(REPLAY_LIMIT):
        community.host.do("card.quote", card=card, allowed=number % 2 == 0)
    phone.open()
    assert "snapshot" in phone.enter(behind)
    assert phone.state == phone.read()["collections"]


@pytest.mark.parametrize("claimed", [10**6, -5])
def test_who_claims_a_number_that_cannot_be_gets_everything(community: LiveCommunity, claimed: int) -> None:
    phone = community.join("Yara").open()
    assert "snapshot" in phone.enter(claimed)


def test_the_facts_since_then_have_no_words_that_were_taken_back(community: LiveCommunity) -> None:
    phone = community.join("Yara").connect()
    phone.leave()
    secret = community.host.add_card("Dit had ik niet moeten schrijven")
    community.host.do("card.withdraw", card=secret)
    phone.connect().settle()
    assert not phone.has_received("Dit had ik niet")


def test_facts_that_come_before_the_answer_to_enter_are_not_lost(community: LiveCommunity) -> None:
    phone = community.join("Yara").connect()
    for _ in range(5):
        phone.cut()
        busy = threading.Thread(target=lambda: [community.host.add_card("Intussen") for _ in range(10)])
        busy.start()
        phone.connect()
        busy.join()
        phone.settle()


# ------------------------------------------------------------------ sent more than once


def test_a_command_that_is_sent_again_counts_once(community: LiveCommunity) -> None:
    phone, command = community.join("Yara").connect(), card_command()
    first, again = phone.call("card.add", command), phone.call("card.add", command)
    assert first == again
    assert texts(phone.settle()) == [command["text"]]


def test_two_copies_at_the_same_moment_count_once(community: LiveCommunity) -> None:
    phone, command = community.join("Yara").connect(), card_command()
    answers: list[dict[str, Any]] = []
    threads = [
        threading.Thread(target=lambda: answers.append(phone.call("card.add", command))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(answer["ok"] for answer in answers)
    assert texts(phone.settle()) == [command["text"]]


def test_a_card_that_was_withdrawn_does_not_come_back_when_it_is_sent_again(community: LiveCommunity) -> None:
    phone, command = community.join("Yara").connect(), card_command()
    assert phone.call("card.add", command)["ok"]
    phone.do("card.withdraw", card=command["card"])
    assert phone.call("card.add", command)["ok"]
    assert phone.settle().state["cards"] == {}
    assert community.host.settle().state["cards"] == {}


def test_a_refused_command_may_be_tried_again(community: LiveCommunity) -> None:
    phone, command = community.join("Yara").connect(), card_command()
    command |= {"board": "dre-2", "column": "dream"}
    assert phone.call("card.add", command)["error"]["code"] == "step.not_open"
    community.host.do("step.start", step="dre-2")
    assert phone.call("card.add", command)["ok"]


def test_what_was_answered_counts_once_after_a_restart_as_well(tmp_path: Path) -> None:
    with Server(tmp_path, **LiveServer.SETTINGS) as server:
        community = LiveServer(server).community()
        phone, kept, withdrawn = community.join("Yara").connect(), card_command("Blijft"), card_command("Weg")
        assert phone.call("card.add", kept)["ok"] and phone.call("card.add", withdrawn)["ok"]
        phone.do("card.withdraw", card=withdrawn["card"])
        community.leave()
        server.restart()
        phone.connect()
        assert phone.call("card.add", kept)["ok"] and phone.call("card.add", withdrawn)["ok"]
        assert texts(phone.settle()) == ["Blijft"]
        community.leave()


# ------------------------------------------------------------------ kinds of connection


def test_who_loses_a_websocket_goes_on_with_long_polling(community: LiveCommunity) -> None:
    phone = community.join("Yara").connect(WEBSOCKET)
    phone.cut()
    community.host.add_card("Intussen")
    phone.connect(POLLING)
    assert phone.transport == "polling"
    phone.add_card("En ik ook")
    assert texts(phone.settle()) == ["En ik ook", "Intussen"]
    community.host.until(lambda host: len(host.state["cards"]) == 2)


def test_a_connection_that_starts_with_polling_becomes_a_websocket_and_misses_nothing(
    community: LiveCommunity,
) -> None:
    phone = community.join("Yara")
    busy = threading.Thread(target=lambda: [community.host.add_card(f"Kaartje {n}") for n in range(60)])
    busy.start()
    phone.connect(("polling", "websocket"))
    busy.join()
    assert phone.transport == "websocket"
    phone.settle()
    assert phone.batches == sorted(phone.batches)


def test_everybody_sees_one_order_however_they_are_connected(community: LiveCommunity) -> None:
    devices = [community.join(f"Nummer {n}").connect(kind) for n, kind in enumerate([WEBSOCKET, POLLING] * 3)]
    order: dict[str, list[str]] = {}
    for device in devices:
        order[device.member] = []
    adding = [
        threading.Thread(target=lambda device=device: [device.add_card("Samen") for _ in range(15)])
        for device in devices
    ]
    for thread in adding:
        thread.start()
    for thread in adding:
        thread.join()
    shown = [device.settle() for device in devices]
    assert all(device.batches == sorted(set(device.batches)) for device in shown)
    ranks = [
        [card["id"] for card in sorted(device.state["cards"].values(), key=lambda card: card["rank"])]
        for device in shown
    ]
    assert all(one == ranks[0] for one in ranks) and len(ranks[0]) == 90


def test_many_commands_in_one_post_are_all_carried_out(community: LiveCommunity) -> None:
    phone = community.join("Yara").connect(POLLING)
    assert phone._io is not None
    answers: list[dict[str, Any]] = []
    for number in range(40):
        phone._io.emit("card.add", card_command(f"Kaartje {number}"), callback=answers.append)
    phone.until(lambda device: len(device.state["cards"]) == 40)
    assert all(answer["ok"] for answer in answers)
