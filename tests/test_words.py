"""The interface has one word for each thing, and the project's own language helper finds it readable.

The words stand in workshop/translations/words.json: for each thing its word in every language and the words
that are not used for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from workshop import i18n, messages
from workshop.language import check, score

WORDS: dict[str, Any] = json.loads((i18n.CATALOGUES / "words.json").read_text("utf-8"))
BLANK = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
HARD_KINDS = {"formal", "jargon", "abbreviation"}
LEAST_WORDS = 4
"""Shorter texts are labels; how hard a sentence is says nothing of them."""


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Every text of the interface with its msgid."""
    for message in i18n.read_catalogue("nl"):
        if not message.id:
            continue
        originals = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        for text in originals if language == "en" else messages.strings(message):
            yield originals[0], text


def without_blanks(text: str) -> str:
    """The text with an ordinary word where a value will stand."""
    return BLANK.sub("Yara", text)


def misused(text: str, patterns: list[str]) -> list[str]:
    return [found.group() for one in patterns for found in re.finditer(rf"\b(?:{one})\b", text, _flags(one))]


def _flags(pattern: str) -> re.RegexFlag:
    return re.NOFLAG if pattern.isupper() else re.IGNORECASE


@pytest.mark.parametrize("language", ["en", "nl"])
def test_each_thing_has_one_word(language: str) -> None:
    found = [
        f"{text!r} says {word!r}; the word for {term['thing']} is {term[language]!r}"
        for msgid, text in texts(language)
        if msgid not in WORDS["except"]
        for term in WORDS["terms"]
        for word in misused(BLANK.sub("", text), term[f"not_{language}"])
    ]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_text_has_words_that_people_may_not_know(language: str) -> None:
    found = [
        f"{text!r}: {mark.text} ({mark.kind})"
        for _msgid, text in texts(language)
        for mark in check(without_blanks(text), language)
        if mark.kind in HARD_KINDS and mark.text.lower() not in WORDS["known"][language]
    ]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_sentence_is_hard_to_read(language: str) -> None:
    found = [
        f"{difficulty}: {text!r}"
        for _msgid, text in texts(language)
        if len(text.split()) >= LEAST_WORDS
        and (difficulty := score(without_blanks(text), language).difficulty) > WORDS["hardest"][language]
    ]
    assert found == [], "\n".join(found)


def test_the_exceptions_are_still_needed() -> None:
    msgids = {msgid for msgid, _text in texts("en")}
    assert set(WORDS["except"]) <= msgids
    for language in ("en", "nl"):
        marked = {
            mark.text.lower()
            for _msgid, text in texts(language)
            for mark in check(without_blanks(text), language)
        }
        assert set(WORDS["known"][language]) <= marked


def test_a_wrong_word_is_found() -> None:
    assert misused("De professional kiest.", ["professionals?"]) == ["professional"]
    assert misused("Said by AI", ["AI"]) == ["AI"]
    assert misused("Ai, dat ging mis", ["AI"]) == []
