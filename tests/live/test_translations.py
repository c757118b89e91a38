"""Translations on the connection: written by people, read by everybody, behind when the text changes."""

from __future__ import annotations

from typing import Any

from pycrdt import XmlFragment

from tests.live.client import Device, new_id
from tests.live.liveserver import LiveCommunity


def rows(device: Device, section: str, lang: str = "so") -> list[tuple[str, str, str]]:
    found: list[dict[str, Any]] = device.do("translation.read", section=section, lang=lang)["rows"]
    return [(row["original"], row["state"], row["words"]) for row in found if row["kind"] != "title"]


def go_on(device: Device, section: str, words: str) -> bytes:
    """Write on in the first paragraph; return the bytes that tell the others."""
    with device.changed:
        doc = device.texts[section]
        before = doc.get_state()
        said = doc.get("text", type=XmlFragment).children[0].children[0]
        said.insert(len(str(said)), words)
        return doc.get_update(before)


def translate(device: Device, section: str, original: str, words: str, **more: str) -> None:
    device.do("translation.write", section=section, lang="so", original=original, words=words, **more)


def test_a_paragraph_has_its_translation_until_it_changes(community: LiveCommunity) -> None:
    host, section = community.host, community.section()
    yara = community.join("Yara").connect()
    yara.open_section(section)
    yara.share(section, yara.type(section, "Wij eten samen op dinsdag."))
    assert rows(host, section) == [("Wij eten samen op dinsdag.", "missing", "")]
    translate(yara, section, "Wij eten samen op dinsdag.", "Waan wada cunnaa.")
    assert rows(host, section) == [("Wij eten samen op dinsdag.", "kept", "Waan wada cunnaa.")]
    host.until(lambda one: f"{section}.so" in one.state["translations"])
    assert host.state["translations"][f"{section}.so"]["paragraphs"] == 1
    yara.share(section, go_on(yara, section, " Kom ook."))
    now = "Wij eten samen op dinsdag. Kom ook."
    assert rows(host, section) == [(now, "behind", "Waan wada cunnaa.")]
    translate(host, section, now, "Waan wada cunnaa. Kaalay.", was="Wij eten samen op dinsdag.")
    assert rows(yara, section) == [(now, "kept", "Waan wada cunnaa. Kaalay.")]
    yara.until(lambda one: one.state["translations"][f"{section}.so"]["rev"] == 2)


def test_what_is_no_translation_is_refused(community: LiveCommunity) -> None:
    host, section = community.host, community.section()
    given = {"section": section, "original": "Samen", "words": "Wada jir"}
    assert host.refused("translation.write", **given, lang="nl") == "translation.own_language"
    assert host.refused("translation.write", **given, lang="xx") == "bad_request"
    assert host.refused("translation.write", **{**given, "words": "<b>Wada</b>"}, lang="so") == "text.html"
    assert (
        host.refused("translation.write", **{**given, "section": new_id()}, lang="so") == "section.not_found"
    )
    assert host.refused("translation.read", section=new_id(), lang="so") == "section.not_found"
    translate(host, section, "Samen", "Wada jir")
    translate(host, section, "Samen", "Wada jir")
    host.until(lambda one: f"{section}.so" in one.state["translations"])
    assert host.state["translations"][f"{section}.so"]["rev"] == 1
