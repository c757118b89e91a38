"""What neighbours said of a draft, on the connection: the core team judges, the others see what is shown."""

from __future__ import annotations

from tests.live.client import Device, new_id
from tests.live.liveserver import LiveCommunity


def told(device: Device, reading: str) -> list[tuple[str, str]]:
    found = device.do("reading.reactions", reading=reading)["reactions"]
    return [(one["text"], one["state"]) for one in found]


def test_a_draft_without_reactions_is_published_and_closed(community: LiveCommunity) -> None:
    host = community.host
    yara = community.join("Yara").connect()
    given = {"reading": new_id(), "version": new_id(), "name": "Om mee te lezen", "address": "a" * 32}
    assert yara.refused("reading.open", **given) == "not_allowed"
    host.do("reading.open", **given)
    assert told(host, given["reading"]) == told(yara, given["reading"]) == []
    yara.until(lambda one: given["reading"] in one.state["readings"])
    refused = {"reading": given["reading"], "reaction": new_id(), "shown": True}
    assert yara.refused("reaction.show", **refused) == "not_allowed"
    assert host.refused("reaction.show", **refused) == "not_found"
    assert host.refused("reading.reactions", reading=new_id()) == "not_found"
    host.do("reading.close", reading=given["reading"])
    yara.until(lambda one: one.state["readings"][given["reading"]]["closed"])
