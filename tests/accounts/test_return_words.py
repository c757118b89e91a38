"""The words with which somebody comes back are short, plain and plenty."""

from __future__ import annotations

import re

import pytest

from workshop.accounts import words


@pytest.mark.parametrize("language", ["nl", "en"])
def test_return_words_are_short_and_plenty(language: str) -> None:
    listed = words.LISTS[language]
    assert len(listed) == len(set(listed)) >= 450
    assert all(re.fullmatch(r"[a-z]{2,8}", word) for word in listed)
    three = words.three(language)
    assert len(set(three)) == 3 and words.normal(" ".join(three).upper() + " !") == " ".join(three)
