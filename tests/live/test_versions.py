"""Versions on the connection: read, compared, and the text made what it was, in every editor."""

from __future__ import annotations

from typing import Any

from tests.live.client import Device, new_id
from tests.live.liveserver import LiveCommunity


def freeze(device: Device) -> str:
    version = new_id()
    device.do("version.freeze", version=version, name="Voor de zomer")
    return version


def read(device: Device, version: str = "") -> list[str]:
    """The sentences of all chapters."""
    sections = device.do("version.read", version=version)["sections"]
    return [one for section in sections for passage in section["passages"] for one in passage["sentences"]]


def rows(device: Device, old: str, new: str = "") -> list[dict[str, Any]]:
    sections = device.do("version.compare", old=old, new=new)["sections"]
    return [row for section in sections for row in section["rows"]]


def test_a_version_is_read_and_compared_with_the_text_as_it_is(community: LiveCommunity) -> None:
    host, section = community.host, community.section()
    yara = community.join("Yara").connect()
    yara.open_section(section)
    yara.share(section, yara.type(section, "Wij eten samen. "))
    version = freeze(host)
    yara.share(section, yara.type(section, "Iedereen is welkom."))
    assert read(yara, version) == ["Wij eten samen."]
    assert read(yara) == ["Wij eten samen.", "Iedereen is welkom."]
    assert [(row["change"], row["new"]) for row in rows(yara, version)] == [
        ("kept", [["Wij eten samen.", True]]),
        ("new", [["Iedereen is welkom.", False]]),
    ]
    assert yara.refused("version.read", version=new_id()) == "not_found"
    assert yara.refused("version.compare", old=new_id()) == "not_found"


def test_going_back_changes_the_text_for_everybody_and_loses_nothing(community: LiveCommunity) -> None:
    host, section = community.host, community.section()
    yara = community.join("Yara").connect()
    for device in (host, yara):
        device.open_section(section)
    yara.share(section, yara.type(section, "Wij eten samen."))
    version, before, after = freeze(host), new_id(), new_id()
    yara.share(section, yara.type(section, " Dit moet weg."))
    assert yara.refused("version.restore", version=after, before=before, origin=version) == "not_allowed"
    host.do("version.restore", version=after, before=before, origin=version)
    for device in (host, yara):
        device.until(lambda one: one.text(section) == ["Wij eten samen."])
    assert read(yara, before) == ["Wij eten samen.", "Dit moet weg."]
    assert read(yara, after) == read(yara) == ["Wij eten samen."]
    yara.until(lambda one: after in one.state["versions"])
    assert yara.state["versions"][after]["origin"] == version
    # Going back is taken back the same way.
    host.do("version.restore", version=new_id(), before=new_id(), origin=before)
    yara.until(lambda one: one.text(section) == ["Wij eten samen.", " Dit moet weg."])


def test_another_communitys_version_is_nobodys_here(community: LiveCommunity) -> None:
    version = freeze(community.host)
    other = community.live_server.community()
    assert other.host.refused("version.read", version=version) == "not_found"
    assert (
        other.host.refused("version.restore", version=new_id(), before=new_id(), origin=version)
        == "not_found"
    )
    other.leave()


def test_asking_again_puts_the_better_sentence_into_every_editor(community: LiveCommunity) -> None:
    host, section = community.host, community.section()
    yara = community.join("Yara").connect()
    yara.open_section(section)
    yara.share(section, yara.type(section, "Wij participeren in de wijk. Iedereen is welkom."))
    first, second, version = new_id(), new_id(), new_id()
    host.do("consent.open", round=first, version=new_id(), label="0.1", members=[yara.member])
    given = {"answer": "objection", "reason": "Te moeilijk.", "sentence": "Wij participeren in de wijk."}
    yara.do("consent.answer", round=first, **given)
    better = {"rewording": new_id(), "sentence": "Wij participeren in de wijk.", "text": "Wij doen mee."}
    yara.do("consent.reword", round=first, **better)
    asked = {"round": first, "next": second, "version": version, "label": "0.2"}
    rewordings = [better["rewording"]]
    assert yara.refused("consent.again", **asked, rewordings=rewordings) == "not_allowed"
    host.do("consent.again", **asked, rewordings=rewordings)
    yara.until(lambda one: one.text(section) == ["Wij doen mee. Iedereen is welkom."])
    yara.until(lambda one: second in one.state["rounds"])
    assert yara.state["rounds"][first]["state"] == "closed"
    assert read(yara, version) == ["Wij doen mee.", "Iedereen is welkom."]


def test_asking_again_is_about_sentences_that_are_still_there(community: LiveCommunity) -> None:
    host, section = community.host, community.section()
    other = sorted(set(host.state["sections"]) - {section})[0]
    yara = community.join("Yara").connect()
    for one in (section, other):
        yara.open_section(one)
        yara.share(one, yara.type(one, "Wij participeren. Iedereen is welkom."))
    first = new_id()
    about = {"section": section, "words": "Wij participeren. Iedereen is welkom."}
    host.do("consent.open", round=first, version=new_id(), label="0.1", members=[yara.member], **about)
    yara.do(
        "consent.answer", round=first, answer="objection", reason="Moeilijk.", sentence="Wij participeren."
    )
    better, gone = new_id(), new_id()
    yara.do(
        "consent.reword", round=first, rewording=better, sentence="Wij participeren.", text="Wij doen mee."
    )
    yara.do("consent.reword", round=first, rewording=gone, sentence="Wij eten samen.", text="Wij koken.")
    asked = {"round": first, "next": new_id(), "version": new_id(), "label": "0.2"}
    assert host.refused("consent.again", **asked, rewordings=[better, gone]) == "consent.sentence_gone"
    assert host.state["rounds"][first]["state"] == "revealed"
    host.do("consent.again", **asked, rewordings=[better])
    yara.until(lambda one: one.text(section) == ["Wij doen mee. Iedereen is welkom."])
    assert yara.text(other) == ["Wij participeren. Iedereen is welkom."]
