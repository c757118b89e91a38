"""What looks private in a text is found, and little else; the browser runs the same examples."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.frontend import bundled
from workshop.features.document.private import find, key_of

EXAMPLES: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("private_examples.json").read_text("utf-8")
)
PIECES = sorted({word for one in EXAMPLES for word in one["text"].split(" ")})
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40).map(" ".join)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one["text"][:40])
def test_finds_what_looks_private_and_nothing_else(example: dict[str, Any]) -> None:
    text = example["text"]
    assert [[one.kind, text[one.start : one.end]] for one in find(text)] == example["found"]


def test_a_first_name_of_a_member_needs_words_that_make_it_a_childs() -> None:
    assert find("Daarna zong Anna voor ons.", fine={"Anna"}) == []
    assert find("Daarna zong Anna voor ons.") != []
    assert find("Mijn dochter Anna zong.", fine={"Anna"}) != []


@given(text=TEXTS | st.text(max_size=300))
def test_what_is_found_lies_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for one in find(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end


@given(text=TEXTS, name=st.sampled_from(["Daan", "Anna", "Sara"]))
def test_saying_that_a_name_is_fine_finds_no_more(text: str, name: str) -> None:
    assert set(find(text, {name})) <= set(find(text))


def test_the_number_of_words_is_that_of_the_browser() -> None:
    assert key_of("phone", "06-12345678") == "d7d7845ca3609156"


def test_the_browser_finds_the_same_in_texts_by_chance(tmp_path: Path) -> None:
    chance = Random(20261125)
    signs = [
        " ",
        " ",
        ", ",
        ". ",
        "\n",
        "👍 ",
        "(4) ",
        " van drie ",
        "-",
        "+",
        "0",
        "é",
        "İ",
        "\u0301",
        "\u2028",
    ]
    texts = [
        "".join(chance.choice(PIECES) + chance.choice(signs) for _ in range(chance.randrange(1, 25)))
        for _ in range(1500)
    ]
    program = (
        f"import {{ findPrivate, keyOf }} from {json.dumps(str(bundled('core/private/find.ts', tmp_path)))};"
        "let read = ''; for await (const part of process.stdin) read += part;"
        "const found = JSON.parse(read).map((text) => findPrivate(text).map(({ kind, start, end, sure }) =>"
        "({ kind, words: text.slice(start, end), sure, key: keyOf(kind, text.slice(start, end)) })));"
        "console.log(JSON.stringify(found));"
    )
    run = subprocess.run(
        ["node", "--input-type=module", "-e", program],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    ours = [
        [
            {
                "kind": one.kind,
                "words": text[one.start : one.end],
                "sure": one.sure,
                "key": key_of(one.kind, text[one.start : one.end]),
            }
            for one in find(text)
        ]
        for text in texts
    ]
    assert json.loads(run.stdout) == ours
    assert sum(map(bool, ours)) > len(texts) / 3
