"""A join code is found in whatever somebody types or pastes, on any keyboard."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.accounts.codes import CODE_LENGTH, CODE_LETTERS, LONGEST, new_code, read_code, spoken_code

CODES = st.text(CODE_LETTERS, min_size=CODE_LENGTH, max_size=CODE_LENGTH)
SEPARATORS = st.sampled_from(
    ["", " ", "-", ".", "\u00a0", "\u2013", " - ", "\u200b", "\u2060", "\u202f", "\n", "_", "·"]
)
FULL_WIDTH = str.maketrans({sign: chr(ord(sign) + 0xFEE0) for sign in CODE_LETTERS})
ARABIC = str.maketrans("34679", "٣٤٦٧٩")
PERSIAN = str.maketrans("34679", "۳۴۶۷۹")
DEVANAGARI = str.maketrans("34679", "३४६७९")
CYRILLIC = str.maketrans("CHKMPTXY", "СНКМРТХУ")
GREEK = str.maketrans("HKMNPTXY", "ΗΚΜΝΡΤΧΥ")
KEYBOARDS = (FULL_WIDTH, ARABIC, PERSIAN, DEVANAGARI, CYRILLIC, GREEK)
WORDS = (
    "De code van onze groep is {}, tot morgen!", "Code: {}", "code:{}", "CODE {}.", "Kom je ook? {}",
    "Minidorp op http://192.168.1.20:5000 met code {}", "Vul in: \u201c{}\u201d", "({})",
    "Hallo, 18 mei om 9 uur. {}", "الرمز: {}", "Код: {}", "代码：{}。", "➡️ {} ⬅️",
)  # fmt: skip
LINKS = (
    "http://127.0.0.1:5000/join/{}", "https://dorp.example.org/join/{}", "dorp.example.org/join/{}/",
    "https://dorp.example.org/join/{}?utm_source=app&x=3#top",
    "https://dorp.example.org/minidorp/join/{} Tot dan!",
    "https://dorp.example.org/{}", "/join/{}", "join/{}", "https://dorp.example.org/return?code={}",
    "https://safe.example.net/?url=https%3A%2F%2Fdorp.example.org%2Fjoin%2F{}%3Fx%3D1&data=05",
    "Doe mee: <https://dorp.example.org/join/{}>", "HTTPS://DORP.EXAMPLE.ORG/JOIN/{}",
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("m36mfv", "M36MFV"),
        ("Code: M36 MFV", "M36MFV"),
        (" m 3 6 - m f v ", "M36MFV"),
        ("codeM36MFV", "M36MFV"),
        ("Ｍ３６ ＭＦＶ", "M36MFV"),
        ("𝐌𝟑𝟔 𝐌𝐅𝐕", "M36MFV"),
        ("М٣٦МFV", "M36MFV"),
        ("мз6мfv", "M36MFV"),
        ("M3\ufe0f\u20e36MFV", "M36MFV"),
        ("https://dorp.example.org/join/M36-MFV", "M36MFV"),
        ("https://dorp.example.org/join/M36%20MFV", "M36MFV"),
    ],
)
def test_what_people_type(typed: str, code: str) -> None:
    assert read_code(typed) == code


@pytest.mark.parametrize(
    ("typed", "code"), [("ODUCKY", "QDVCKY"), ("0DVCKY", "QDVCKY"), ("oducky", "QDVCKY")]
)
def test_a_sign_that_no_code_has_is_taken_for_the_one_it_looks_like(typed: str, code: str) -> None:
    assert read_code(typed) == code


@given(CODES, st.lists(SEPARATORS, min_size=5, max_size=5), st.booleans())
def test_whatever_stands_between_the_signs(code: str, between: list[str], small: bool) -> None:
    typed = "".join(sign + gap for sign, gap in zip(code, [*between, ""], strict=True))
    assert read_code(typed.lower() if small else typed) == code


@given(CODES, st.sampled_from(KEYBOARDS), st.sampled_from(KEYBOARDS))
def test_any_keyboard(code: str, one: dict[int, int], other: dict[int, int]) -> None:
    assert read_code(code.translate(one).translate(other)) == code
    assert read_code(spoken_code(code).translate(one).lower()) == code


@given(CODES, st.sampled_from(WORDS), st.booleans())
def test_a_sentence_around_it(code: str, words: str, spaced: bool) -> None:
    assert read_code(words.format(spoken_code(code) if spaced else code)) == code


@given(CODES, st.sampled_from(LINKS), st.sampled_from(["{}", "Code: {}", "Kijk eens: {} !"]), st.booleans())
def test_the_whole_link(code: str, link: str, around: str, small: bool) -> None:
    typed = around.format(link.format(code))
    assert read_code(typed.lower() if small else typed) == code


@given(st.text())
def test_anything_gives_plain_capitals_and_digits(typed: str) -> None:
    read = read_code(typed)
    assert len(read) <= 20
    assert all(sign.isascii() and (sign.isdigit() or sign.isupper()) for sign in read)
    assert read_code(read) == read or len(read) > CODE_LENGTH


@given(CODES)
def test_reading_twice_is_reading_once(code: str) -> None:
    assert read_code(read_code(code)) == code
    assert read_code(unicodedata.normalize("NFD", code)) == code


def test_what_is_not_a_code_stays_recognisable() -> None:
    assert read_code("AAAAAA") == "AAAAAA"
    assert read_code("") == read_code(" \u200b - ") == ""


def test_a_very_long_text_takes_no_time() -> None:
    for piece in ("C ", "C", "3-", "/join/", "%2F", "code="):
        started = time.perf_counter()
        read_code(piece * LONGEST)
        assert time.perf_counter() - started < 0.5


def test_a_new_code_is_read_as_itself() -> None:
    assert all(read_code(code) == code for code in (new_code() for _ in range(200)))
