"""Text: what people type is kept plain, in one form, and said no to when it holds markup."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workshop.core import text
from workshop.core.errors import DomainError
from workshop.core.text import day, optional, plain

MARKUP = re.compile(r"<[A-Za-z/!?]")
TRICKY = "ab <>/&;!?=\"'\n\t\r\x00\u0301e\u200b3lt"
typed = st.text(max_size=40) | st.text(st.sampled_from(TRICKY), max_size=25)
quick = settings(deadline=None, max_examples=150)


def tidy(value: str, lines: bool) -> str | None:
    try:
        return plain(value, lines=lines)
    except DomainError as error:
        assert error.code in ("text.empty", "text.html")
        return None


@quick
@given(value=typed, lines=st.booleans())
def test_what_is_kept_has_no_control_characters_and_no_spare_space(value: str, lines: bool) -> None:
    kept = tidy(value, lines)
    if kept is not None:
        assert kept and kept == kept.strip()
        assert not any(unicodedata.category(c) in ("Cc", "Cs") and c != "\n" for c in kept)
        assert "  " not in kept and (lines or "\n" not in kept)


@quick
@given(value=typed, lines=st.booleans())
@example(value="e\x00\u0301", lines=False)
@example(value="\n <3 &amp", lines=True)
def test_cleaning_twice_is_cleaning_once(value: str, lines: bool) -> None:
    kept = tidy(value, lines)
    if kept is not None:
        assert plain(kept, lines=lines) == kept


@quick
@given(value=st.text(st.sampled_from("aZ 0~é€ßŁ…“’¿<&"), max_size=40), lines=st.booleans())
def test_ordinary_words_take_a_shorter_way_to_the_same(value: str, lines: bool) -> None:
    assert text._ordinary(value)
    assert text._tidy(value, lines) == text._tidy_any(value, lines)


@quick
@given(value=typed, lines=st.booleans())
def test_what_is_kept_holds_no_finished_tag(value: str, lines: bool) -> None:
    kept = tidy(value, lines)
    if kept is not None:
        assert not re.search(r"</?[A-Za-z][^<>]*>|<!--|<[!?][^<>]*>", kept)


@quick
@given(value=typed)
@example(value="1 < 2 &copy 3")
def test_what_is_no_markup_is_never_taken_for_it(value: str) -> None:
    if not MARKUP.search(value.replace("\x00", "")):
        try:
            assert plain(value)
        except DomainError as error:
            assert error.code != "text.html" or MARKUP.search("".join(c for c in value if c.isprintable()))


@quick
@given(value=typed, lines=st.booleans())
def test_an_optional_text_is_the_same_or_nothing(value: str, lines: bool) -> None:
    try:
        kept = optional(value, lines=lines)
    except DomainError as error:
        assert error.code == "text.html"
    else:
        assert kept == (tidy(value, lines) or "")


@pytest.mark.parametrize(
    "value",
    [
        "I <3 this",
        "<3",
        "a < b > c",
        "R&D",
        "&lt;b&gt;",
        "Tom & Jerry <3",
        "5 > 3",
        "–’“”",
        "🏡👩🏽‍🌾",
        "مرحبا",
        "ağaç",
        "&copy <3",
    ],
)
def test_ordinary_signs_stay_as_they_are(value: str) -> None:
    assert plain(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "<b>vet</b>",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a</p>",
        "<!-- stil -->",
        "<a href='javascript:x'>",
        "<scr\x00ipt>",
        "<svg/onload=x>",
        "<B\n>",
        "&lt;<i>",
    ],
)
def test_markup_is_refused(value: str) -> None:
    for clean in (plain, optional):
        with pytest.raises(DomainError) as refused:
            clean(value)
        assert refused.value.code == "text.html"


@pytest.mark.parametrize("value", ["", " ", "\n\t", "\x00", "\u200b", "\u2003\u00a0", "\u202e\ufeff"])
def test_what_nobody_can_see_is_empty(value: str) -> None:
    with pytest.raises(DomainError) as refused:
        plain(value)
    assert refused.value.code == "text.empty"
    assert optional(value) == ""


def test_lines_are_kept_where_they_are_meant() -> None:
    assert plain(" een \r\n twee\rdrie ", lines=True) == "een\ntwee\ndrie"
    assert plain(" een \r\n twee\rdrie ") == "een twee drie"


def test_the_same_word_is_the_same_text_however_it_was_typed() -> None:
    assert plain("cafe\u0301") == plain("caf\u00e9")


def test_a_day_is_in_the_calendar() -> None:
    assert day("2028-02-29") == "2028-02-29"
    for wrong in ("2027-02-31", "2027-13-01", "0000-01-01"):
        with pytest.raises(DomainError) as refused:
            day(wrong)
        assert refused.value.code == "day.wrong"


def test_a_text_does_not_turn_what_stands_after_it() -> None:
    assert plain("\u202eBram\u2066") == "Bram"
    assert plain("\u0645\u0631\u062d\u0628\u0627\u200f!") == "\u0645\u0631\u062d\u0628\u0627\u200f!"
    assert plain("\U0001f469\u200d\U0001f467") == "\U0001f469\u200d\U0001f467"


def test_signs_that_nobody_sees_break_no_word() -> None:
    assert plain("\ufeffbui\u00adten\u200b spe\u2060len \u202eabc\u202c\u200f!") == "buiten spelen abc!"
    assert optional("\u200b\u00ad\ufeff") == ""


@pytest.mark.parametrize(
    "kept",
    ["👩🏽‍👧‍👦", "🏳️‍🌈", "👩‍⚕️", "🤷🏽‍♀️", "می‌خواهم", "क्‍ष", "ශ්‍රී", "🇳🇱", "🏴\U000e0067\U000e0062\U000e007f"],
)
def test_joiners_stay_where_emoji_and_scripts_need_them(kept: str) -> None:
    assert plain(kept) == kept


def test_joiners_elsewhere_are_gone() -> None:
    assert plain("bui\u200cten\u200d \u200dspelen") == "buiten spelen"
