"""Commands that are wrong in one way each, with the code of the refusal."""

from __future__ import annotations

from typing import Any

from tests.live.client import SCHEMA, new_id

TOO_LARGE = "x" * 300_000
CARD = {"board": "dis-2", "column": "story", "text": "Op dinsdag koken wij samen."}


def given(**fields: Any) -> dict[str, Any]:
    """A command with these fields."""
    return {"command": new_id(), **fields}


def card(**other: Any) -> dict[str, Any]:
    """A good card, or one with something else in it."""
    return given(card=new_id(), **CARD) | other


def without(field: str) -> dict[str, Any]:
    """A card that lacks a field."""
    return {name: value for name, value in card().items() if name != field}


BAD: dict[str, tuple[str, tuple[Any, ...], str]] = {
    "no payload": ("card.add", (), "bad_request"),
    "a text for a payload": ("card.add", ("a card, please",), "bad_request"),
    "a list for a payload": ("card.add", ([1, 2],), "bad_request"),
    "null for a payload": ("card.add", (None,), "bad_request"),
    "bytes for a payload": ("card.add", (b"\x00\x01",), "bad_request"),
    "two payloads": ("card.add", (card(), card()), "bad_request"),
    "an unknown event": ("card.sell", (card(),), "bad_request"),
    "an event of the server": ("facts", ({"seq": 1, "facts": []},), "bad_request"),
    "an event without a name": ("", (card(),), "bad_request"),
    "another type in the payload": ("card.add", (card(type="step.start"),), "bad_request"),
    "no command id": ("card.add", (without("command"),), "bad_request"),
    "a command id that is no id": ("card.add", (card(command="x"),), "bad_request"),
    "a command id with a line end": ("card.add", (card(command=new_id() + "\n"),), "bad_request"),
    "a missing field": ("card.add", (without("text"),), "bad_request"),
    "an unknown field": ("card.add", (card(likes=3),), "bad_request"),
    "an author of one's choice": ("card.add", (card(author="somebody"),), "bad_request"),
    "a number for a text": ("card.add", (card(text=12),), "bad_request"),
    "bytes for a text": ("card.add", (card(text=b"abc"),), "bad_request"),
    "a list for a text": ("card.add", (card(text=["a"]),), "bad_request"),
    "a text for a truth": ("card.add", (card(nameless="yes"),), "bad_request"),
    "a day that is none": ("card.add", (card(due="tomorrow"),), "bad_request"),
    "an id with a slash": ("card.add", (card(card="../../etc/passwd"),), "bad_request"),
    "an id with a line end": ("card.add", (card(card=new_id() + "\n"),), "bad_request"),
    "a long list": ("card.add", (card(origins=[new_id()] * 21),), "text.too_long"),
    "an empty text": ("card.add", (card(text=""),), "text.empty"),
    "a text of spaces": ("card.add", (card(text="  \n\t "),), "text.empty"),
    "only control characters": ("card.add", (card(text="\x00\x07\x1b"),), "text.empty"),
    "a text that is too long": ("card.add", (card(text="x" * 801),), "text.too_long"),
    "HTML": ("card.add", (card(text="<b>hallo</b>"),), "text.html"),
    "a script": ("card.add", (card(text="hoi <script>alert(1)</script>"),), "text.html"),
    "a picture that is none": ("card.add", (card(text='<img src=x onerror="alert(1)">'),), "text.html"),
    "HTML in a translation": ("card.add", (card(translation="<i>hello</i>"),), "text.html"),
    "HTML in a name": ("member.edit", (given(name="<b>Yara</b>"),), "text.html"),
    "HTML in a theme": ("theme.add", (given(theme=new_id(), name="<u>Ritme</u>"),), "text.html"),
    "a board that does not exist": ("card.add", (card(board="zzz-9"),), "step.unknown"),
    "a column that does not exist": ("card.add", (card(column="gold"),), "column.unknown"),
    "a step that has not started": ("card.add", (card(board="dre-2", column="dream"),), "step.not_open"),
    "a step that takes no cards": ("card.add", (card(board="dre-1", column="dream"),), "step.not_open"),
    "a card without name and without key": ("card.add", (card(nameless=True),), "card.no_key"),
    "a card that is not there": ("card.move", (given(card=new_id(), column="story"),), "not_found"),
    "a step to start, without the right": ("step.start", (given(step="dre-1"),), "not_allowed"),
    "a seat to give, without the right": ("seat.give", (given(seat="parent"),), "not_allowed"),
    "typing for somebody, without the right": ("card.add", (card(as_member=new_id()),), "not_allowed"),
    "writing on a board that does not exist": ("writing", (given(board="hello", on=True),), "step.unknown"),
    "a dot when there is no round": (
        "dot.place",
        (given(dot=new_id(), board="dis-2", card=new_id()),),
        "step.not_here",
    ),
    "an unknown section": ("vision.open", (given(section=new_id(), schema=SCHEMA),), "section.not_found"),
}
