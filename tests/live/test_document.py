"""The document check on the connection: it reads the text as it is now."""

from __future__ import annotations

from typing import Any

from tests.live.client import Device, new_id
from tests.live.liveserver import LiveCommunity


def lines(device: Device, rule: str) -> list[dict[str, Any]]:
    return [line for line in device.do("document.check")["lines"] if line["rule"] == rule]


def test_the_check_reads_the_text_as_it_is(community: LiveCommunity) -> None:
    host, section = community.host, community.section()
    yara = community.join("Yara").connect()
    yara.open_section(section)
    assert lines(yara, "private") == [{"rule": "private", "present": True}]
    yara.share(section, yara.type(section, "Bel Noor (4): 06-12345678."))
    found = lines(host, "private")
    assert [(line["section"], line["reason"], line["words"]) for line in found] == [
        (section, "name", "Noor"),
        (section, "phone", "06-12345678"),
    ]
    yara.do("private.accept", accepted=new_id(), stands_in=section, fingerprint=found[1]["fingerprint"])
    assert [line["words"] for line in lines(host, "private")] == ["Noor"]


def test_every_building_block_of_the_process_is_listed(community: LiveCommunity) -> None:
    yara = community.join("Yara").connect()
    assert [line["block"] for line in lines(yara, "block")] == ["strength", "craft", "experience", "together"]
    assert all(line["reason"] for line in lines(yara, "block"))
