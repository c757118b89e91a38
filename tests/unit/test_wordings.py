"""Words that are fine here: anybody says so, anybody has them marked again."""

from __future__ import annotations

from tests.unit.village import GUEST, PARENT, PROFESSIONAL, Village
from workshop.events import WordingAccept, WordingReopen


def test_words_are_kept_as_they_are_compared() -> None:
    village = Village("dst-1")
    village.do(PARENT, WordingAccept, wording="wording-1", words="  Ons   Speelhuis ")
    assert village.state.wordings["wording-1"].words == "ons speelhuis"


def test_the_same_words_are_kept_once() -> None:
    village = Village("dst-1")
    village.do(PARENT, WordingAccept, wording="wording-1", words="hechting")
    assert village.do(GUEST, WordingAccept, wording="wording-2", words="Hechting") == []
    assert list(village.state.wordings) == ["wording-1"]
    assert village.refused(GUEST, WordingAccept, wording="wording-1", words="samen") == "exists"


def test_anybody_has_them_marked_again() -> None:
    village = Village("dst-1")
    village.do(PARENT, WordingAccept, wording="wording-1", words="hechting")
    village.do(PROFESSIONAL, WordingReopen, wording="wording-1")
    assert village.state.wordings == {}
    assert village.refused(PARENT, WordingReopen, wording="wording-1") == "not_found"


def test_markup_is_no_wording() -> None:
    refused = Village().refused(PARENT, WordingAccept, wording="wording-1", words="<b>hechting</b>")
    assert refused == "text.html"
