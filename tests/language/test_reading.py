"""Sentences and words are found, whatever the text, in a time that grows with its length only."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.language import check, score, suggest
from workshop.language.reading import MAX_TOKENS, sentences


def texts(text: str) -> list[str]:
    return [text[part.start : part.end] for part in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dit is één. Dit is twee!", ["Dit is één.", "Dit is twee!"]),
        ("Dhr. Jansen komt. Wij ook.", ["Dhr. Jansen komt.", "Wij ook."]),
        ("Het gaat m.b.t. de wijk goed.", ["Het gaat m.b.t. de wijk goed."]),
        ("J. de Vries woont hier.", ["J. de Vries woont hier."]),
        ("Het kost 8,50 per keer. Nee?", ["Het kost 8,50 per keer.", "Nee?"]),
        (
            "# Onze droom\nWij spelen.\n- samen\n- buiten",
            ["# Onze droom", "Wij spelen.", "- samen", "- buiten"],
        ),
        ("Een regel die\ndoorloopt op de volgende.", ["Een regel die\ndoorloopt op de volgende."]),
        ("„Kom binnen.” Zij kwam.", ["„Kom binnen.”", "Zij kwam."]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_an_endless_sentence_is_cut() -> None:
    assert all(len(part.tokens) <= MAX_TOKENS for part in sentences("woord " * 5_000))


@given(st.text(max_size=400), st.sampled_from(["nl", "en"]))
def test_any_text_is_answered_and_marks_lie_inside_it(text: str, language: str) -> None:
    found = score(text, language)
    for mark in found.marks:
        assert 0 <= mark.start < mark.end <= len(text)
        assert mark.text == text[mark.start : mark.end]
        assert mark.reason("nl") and mark.reason("en")
    assert score(text, language).difficulty == found.difficulty
    suggest(text[:80], text, language)


BAD = {
    "no space": "a" * 1_000_000,
    "hyphens": "a-" * 500_000,
    "full stops": "a. " * 300_000,
    "open brackets": "( " * 500_000,
    "passives": "worden gedaan " * 70_000,
    "negations": "niet geen " * 100_000,
    "Arabic": "مرحبا بالعالم " * 70_000,
    "emoji": "😀👨‍👩‍👧" * 200_000,
    "mixed scripts": "aбم中 " * 200_000,
    "broken UTF-8": b"\xff\xfe\xc3( \xe2\x28".decode("utf-8", "replace") * 100_000,
    "new lines": "\n" * 1_000_000,
    "zeros": "\0" * 1_000_000,
}


@pytest.mark.parametrize("name", BAD)
def test_a_megabyte_of_anything_is_answered_soon(name: str) -> None:
    score("Eerst laden.", "nl")
    started = time.process_time()
    score(BAD[name], "nl")
    assert time.process_time() - started < 10


def test_another_script_is_not_judged() -> None:
    assert check("مرحبا بالعالم هذا نص طويل جدا " * 20, "nl") == []
    assert check("Добро пожаловать в наш район, здесь живут семьи с детьми", "nl") == []


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="no plain-language help"):
        check("Guten Tag", "de")
