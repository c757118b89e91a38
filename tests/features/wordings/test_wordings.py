"""Words that are fine here: anybody says so, anybody has them marked again."""

from __future__ import annotations

from tests.features.group import GUEST, PARENT, PROFESSIONAL, GroupFixture
from workshop.features.wordings.schema import Wording, WordingAccept, WordingReopen


def test_words_are_kept_as_they_are_compared() -> None:
    group = GroupFixture("dst-1")
    group.do(PARENT, WordingAccept, wording="wording-1", words="  Ons   Speelhuis ")
    assert group.state[Wording]["wording-1"].words == "ons speelhuis"


def test_the_same_words_are_kept_once() -> None:
    group = GroupFixture("dst-1")
    group.do(PARENT, WordingAccept, wording="wording-1", words="hechting")
    assert group.do(GUEST, WordingAccept, wording="wording-2", words="Hechting") == []
    assert list(group.state[Wording]) == ["wording-1"]
    assert group.refused(GUEST, WordingAccept, wording="wording-1", words="samen") == "exists"


def test_anybody_has_them_marked_again() -> None:
    group = GroupFixture("dst-1")
    group.do(PARENT, WordingAccept, wording="wording-1", words="hechting")
    group.do(PROFESSIONAL, WordingReopen, wording="wording-1")
    assert group.state[Wording] == {}
    assert group.refused(PARENT, WordingReopen, wording="wording-1") == "not_found"


def test_markup_is_no_wording() -> None:
    refused = GroupFixture().refused(PARENT, WordingAccept, wording="wording-1", words="<b>hechting</b>")
    assert refused == "text.html"
