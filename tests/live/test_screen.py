"""A screen: it sees what everybody sees and nothing more, changes nothing, and counts as nobody."""

from __future__ import annotations

import re

import pytest
from socketio.exceptions import ConnectionError as Refused

from tests.live.client import SCHEMA, Device, new_id
from tests.live.liveserver import LiveCommunity, LiveServer
from tests.live.test_sight import assert_unseen
from workshop.core.schema import tag_of
from workshop.features import CATALOGUE
from workshop.live.gateway import SCREENS_MAY

WORDS = "Alleen-van-mij"


@pytest.fixture
def hall(live_server: LiveServer) -> LiveCommunity:
    """A community with the steps started that have something to hide."""
    return live_server.community("dis-2", "des-2", "des-4", "dst-2")


def link_of(community: LiveCommunity) -> str:
    """The secret of a new read-only link, made in the settings."""
    facilitator, settings = community.live_server.facilitator, f"/c/{community.id}/settings"
    page = facilitator.submit(settings, f"/c/{community.id}/screen/link").text
    found = re.search(r"/s/([A-Za-z0-9_-]+)", page)
    assert found, page
    return found[1]


def screen(community: LiveCommunity, secret: str | bool, **proof: str) -> Device:
    """A screen that is open: with a link, or (True) by somebody who takes part."""
    device = Device(community.live_server.server.url, community.id, "", screen=secret, **proof)
    community.devices.append(device)
    return device.connect()


def test_it_may_send_nothing_but_what_opens_a_text(hall: LiveCommunity) -> None:
    watching = screen(hall, True, cookie=hall.host.cookie)
    reading = {tag_of(kind) for kind in SCREENS_MAY}
    section = hall.section()
    for name in sorted(set(CATALOGUE.commands) - reading):
        # What a command needs is checked first; these are refused for what they are.
        answer = watching.ask(name, **example(name, section))
        assert not answer["ok"], name
        assert answer["error"]["code"] == "screen.read_only", (name, answer)
    watching.do("vision.open", section=section, schema=SCHEMA, vector=b"")
    watching.do("vision.close", section=section)


def example(name: str, section: str) -> dict[str, object]:
    """The fields of a well-formed command."""
    from tests.features.test_rights import KINDS
    from tests.features.test_rights import example as made

    kind = KINDS[name]
    fields = {field: getattr(made(kind), field) for field in kind.__struct_fields__}
    kept = {key: value for key, value in fields.items() if key not in ("command", "as_member")}
    return {key: value for key, value in kept.items() if value is not None} | (
        {"section": section} if "section" in kept else {}
    )


def test_it_sees_nothing_that_is_only_somebodys_own(hall: LiveCommunity) -> None:
    hall.host.do("board.hide", board="dis-2")
    yara = hall.join("Yara").connect()
    own = screen(hall, True, token=yara.token)
    linked = screen(hall, link_of(hall))
    sentence = hall.host.add_card("In onze wijk eten wij samen.", "des-2", "statement")
    hidden = yara.add_card(WORDS)
    hall.host.do("dots.open", board="des-4", budget=2)
    dot, consent = new_id(), new_id()
    yara.do("dot.place", dot=dot, board="des-4", card=sentence)
    members = [yara.member, hall.host.member]
    hall.host.do("consent.open", round=consent, version=new_id(), label="0.8", members=members)
    yara.do("consent.answer", round=consent, answer="objection", reason=f"{WORDS}-ook")
    for device in (own, linked):
        device.until(lambda there: there.state["rounds"].get(consent, {}).get("answered") == 1)
        device.enter(-1)
        device.enter(0)
        assert device.state["cards"][hidden]["author"] is None
        assert device.state["dots"] == {} and device.state["answers"] == {}
    assert_unseen([own, linked], WORDS, dot, "objection")


def test_it_counts_as_nobody(hall: LiveCommunity) -> None:
    meeting = new_id()
    hall.host.do("meeting.plan", meeting=meeting, date="2027-05-01", title="Een")
    hall.host.do("meeting.open", meeting=meeting, present=[])
    hall.host.until(lambda device: device.presence.get("here") == {"professional": 1})
    answer = screen(hall, link_of(hall)).enter(-1)
    assert answer["me"] is None and answer["own"] == {}
    hall.join("Yara").connect()
    hall.host.until(lambda device: device.presence["here"] == {"professional": 1, "parent": 1})
    yara = hall.devices[-1].member
    present = hall.host.settle().state["meetings"][meeting]["present"]
    assert sorted(present) == sorted([hall.host.member, yara])


def test_it_follows_and_reads_the_text_as_it_is_written(hall: LiveCommunity) -> None:
    watching, section = screen(hall, link_of(hall)), hall.section()
    watching.open_section(section)
    hall.host.open_section(section)
    hall.host.share(section, hall.host.type(section, "Wij eten samen."))
    watching.until(lambda device: "Wij eten samen." in device.text(section))
    hall.host.do("step.start", step="des-2")
    watching.until(lambda device: device.state["community"]["community"]["step"] == "des-2")


def test_a_link_that_is_taken_back_ends_its_screens_at_once(hall: LiveCommunity) -> None:
    secret = link_of(hall)
    linked, own = screen(hall, secret), screen(hall, True, cookie=hall.host.cookie)
    hall.live_server.facilitator.submit(f"/c/{hall.id}/settings", f"/c/{hall.id}/screen/link/end")
    linked.until(lambda device: "gone" in device.events)
    seen = len(linked.received)
    card = hall.host.add_card("Na het einde")
    own.until(lambda device: card in device.state["cards"])
    assert not [packet for packet in linked.received[seen:] if card in packet]
    with pytest.raises(Refused):
        screen(hall, secret)


def test_a_new_link_takes_the_place_of_the_old_one(hall: LiveCommunity) -> None:
    old = link_of(hall)
    watching, fresh = screen(hall, old), link_of(hall)
    watching.until(lambda device: "gone" in device.events)
    screen(hall, fresh)
    with pytest.raises(Refused):
        screen(hall, old)


def test_a_link_opens_its_own_community_only(hall: LiveCommunity, community: LiveCommunity) -> None:
    secret = link_of(hall)
    for wrong in (secret + "x", "x"):
        with pytest.raises(Refused):
            screen(hall, wrong)
    with pytest.raises(Refused):
        screen(community, secret)


def test_who_leaves_takes_the_own_screen_along(hall: LiveCommunity) -> None:
    yara = hall.join("Yara").connect()
    watching = screen(hall, True, token=yara.token)
    yara.do("member.remove", member=yara.member)
    watching.until(lambda device: "gone" in device.events)
