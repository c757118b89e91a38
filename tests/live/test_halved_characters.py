"""A character that somebody cuts in two is gone for everybody who has the text open, its sender included."""

from __future__ import annotations

from tests.live.liveserver import LiveCommunity
from tests.vision.test_restarts import paragraph
from workshop.vision.lib0 import written

SECOND_HALF = b"\0" + written(1) + written(9) + written(1) + written(4) + written(1)


def test_the_sender_of_half_a_character_hears_that_it_is_gone(community: LiveCommunity) -> None:
    section = community.section()
    sender, reader = community.join("Yara").connect(), community.host
    for device in (sender, reader):
        device.open_section(section)
    sender.share(section, paragraph("a👍b"))
    reader.until(lambda one: one.text(section) == ["a👍b"])
    with sender.changed:
        sender.texts[section].apply_update(paragraph("a👍b"))
    sender.share(section, SECOND_HALF)
    for device in (sender, reader):
        device.until(lambda one: one.text(section) == ["ab"])
    newcomer = community.join("Bram").connect()
    newcomer.open_section(section)
    assert newcomer.text(section) == ["ab"]
