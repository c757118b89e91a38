"""Cursors speak of their sender only."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Awareness, Doc

from workshop.core.errors import DomainError
from workshop.vision.awareness import check_cursor, merge_cursors


def cursor(state: Any) -> bytes:
    awareness = Awareness(Doc())
    awareness.set_local_state(state)
    return awareness.encode_awareness_update([awareness.client_id])


POSITION = {"anchor": {"type": {"client": 1, "clock": 0}, "item": None, "assoc": 0}, "head": None}


@pytest.mark.parametrize(
    "state",
    [
        None,
        {"user": {"member": "member-1"}},
        {"user": {"member": "member-1"}, "cursor": POSITION},
        {"user": {"member": "member-1"}, "cursor": None},
    ],
)
def test_an_own_cursor_passes(state: Any) -> None:
    check_cursor(cursor(state), "member-1")


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"user": {"member": "member-2"}},
        {"user": {"member": "member-1", "name": "<b>Fatma</b>"}},
        {"user": {"member": "member-1"}, "more": 1},
        {"user": {"member": "member-1"}, "cursor": "x" * 2000},
        7,
        [],
    ],
)
def test_anything_else_is_refused(state: Any) -> None:
    with pytest.raises(DomainError) as caught:
        check_cursor(cursor(state), "member-1")
    assert caught.value.code == "vision.bad_cursor"


def test_deep_json_is_refused() -> None:
    state = json.dumps({"user": {"member": "member-1"}, "cursor": 0})
    text = state.replace("0}", "[" * 900 + "]" * 100 + "}")
    data = b"\x01\x01\x01" + len(text).to_bytes(2, "little") + text.encode()
    with pytest.raises(DomainError):
        check_cursor(data, "member-1")


@given(st.binary(max_size=300))
def test_no_bytes_do_harm(data: bytes) -> None:
    try:
        check_cursor(data, "member-1")
    except DomainError as error:
        assert error.code == "vision.bad_cursor"


@given(st.lists(st.sampled_from(["yara", "bram", "marloes"]), min_size=1, max_size=200))
def test_many_cursors_in_one_say_what_each_said(members: list[str]) -> None:
    reader = Awareness(Doc())
    sent = [cursor({"user": {"member": member}}) for member in members]
    reader.apply_awareness_update(merge_cursors(sent), "remote")
    said = [state["user"]["member"] for state in reader.states.values() if state]
    assert sorted(said) == sorted(members)
