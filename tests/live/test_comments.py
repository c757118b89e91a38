"""Over the socket: who may write in a section, and totals of what is not clear without a name."""

from __future__ import annotations

import sqlite3

import pytest

from tests.live.client import POLLING, WEBSOCKET, Device, new_id
from tests.live.liveserver import LiveCommunity, LiveServer
from workshop.vision.schema import SCHEMA_VERSION as SCHEMA

WORDS = "Wij faciliteren ontmoeting."


@pytest.fixture
def hall(live_server: LiveServer) -> LiveCommunity:
    return live_server.community("dst-1")


def test_an_update_of_who_may_not_write_is_refused_and_reaches_nobody(hall: LiveCommunity) -> None:
    section = hall.section()
    parent, professional = hall.join("Yara", "parent").connect(), hall.join("Bram", "professional").connect()
    for device in (hall.host, parent, professional):
        device.open_section(section)
    hall.host.do("section.writers", section=section, roles=["professional"])
    bytes_of_parent = parent.type(section, "Mag dit?")
    refused = {"section": section, "schema": SCHEMA, "update": bytes_of_parent}
    assert parent.refused("vision.update", **refused) == "section.read_only"
    professional.share(section, professional.type(section, "Dit wel."))
    hall.host.until(lambda host: host.text(section) == ["Dit wel."])
    hall.host.do("section.writers", section=section, roles=None)
    parent.share(section, bytes_of_parent)
    hall.host.until(lambda host: "Mag dit?" in host.text(section))


def test_whoever_leaves_the_seat_stops_writing_where_only_the_core_team_writes(hall: LiveCommunity) -> None:
    section = hall.section()
    seated = hall.join("Bram", "parent", seat=True).connect()
    hall.host.do("section.writers", section=section, roles=[])
    seated.open_section(section)
    seated.share(section, seated.type(section, "Van het kernteam."))
    hall.host.do("seat.give", seat="parent", member=None)
    late = {"section": section, "schema": SCHEMA, "update": seated.type(section, "Te laat.")}
    assert seated.refused("vision.update", **late) == "section.read_only"


def everybody(hall: LiveCommunity) -> list[Device]:
    """A device of every role, on both ways to connect."""
    others = [
        hall.join("Omar", "parent").connect(WEBSOCKET),
        hall.join("Petra", "professional").connect(POLLING),
        hall.join("Rosa", "researcher").connect(WEBSOCKET),
        hall.join("Gijs", "guest").connect(WEBSOCKET),
        hall.join("Tineke", "parent", seat=True).connect(WEBSOCKET),
    ]
    return [hall.host, *others]


def test_totals_reach_every_role_and_no_name_reaches_anybody(hall: LiveCommunity) -> None:
    section, others = hall.section(), everybody(hall)
    yara = hall.join("Yara", "parent").connect()
    for device in others:
        device.settle()
    seen = [len(device.received) for device in others]
    marks = [new_id(), new_id()]
    yara.do("unclear.add", unclear=marks[0], section=section, words=WORDS)
    yara.do("unclear.remove", unclear=marks[0])
    yara.do("unclear.add", unclear=marks[1], section=section, words=WORDS)
    others[1].do("unclear.add", unclear=new_id(), section=section, words=WORDS)
    for device, before in zip(others, seen, strict=True):
        device.settle()
        (sentence,) = device.state["hard_sentences"].values()
        assert (sentence["words"], sentence["count"]) == (WORDS, 2)
        late = [packet for packet in device.received[before:] if "unclear" in packet or WORDS in packet]
        live = [packet for packet in late if '"members"' not in packet]
        assert live and not any(yara.member in packet for packet in live)
        behind = device.seq
        device.enter(max(behind - 8, 0))
        assert marks[1] not in device.state["unclear"]
        assert not device.has_received(marks[1])
    assert [one["member"] for one in yara.settle().state["unclear"].values()] == [yara.member]


def test_the_journal_forgets_who_took_a_mark_back(live_server: LiveServer, hall: LiveCommunity) -> None:
    section, yara, mark = hall.section(), hall.join("Yara", "parent").connect(), new_id()
    yara.do("unclear.add", unclear=mark, section=section, words=WORDS)
    yara.do("unclear.remove", unclear=mark)
    with sqlite3.connect(live_server.server.folder / "minidorp.sqlite") as database:
        query = "SELECT body FROM facts WHERE community_id = ? AND subject LIKE 'unclear/%'"
        bodies = [body for (body,) in database.execute(query, (hall.id,)) if body]
        left = database.execute("SELECT count(*) FROM unclear WHERE community_id = ?", (hall.id,)).fetchone()
    assert bodies and not any(yara.member in body for body in bodies)
    assert left == (0,)
