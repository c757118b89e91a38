"""What is kept for who enters next: of this state, at this number, and of nothing that is gone."""

from __future__ import annotations

import msgspec

from workshop.core.state import State
from workshop.features.boards.schema import Board
from workshop.live.snapshots import Snapshots


def with_board(board: str, seq: int = 7) -> State:
    state = State(seq=seq)
    state[Board][board] = Board(id=board)
    return state


def boards(snapshots: Snapshots, state: State) -> set[str]:
    found = msgspec.json.decode(snapshots.of("here", state, "yara")["snapshot"])
    assert found["seq"] == state.seq
    return set(found["collections"]["boards"])


def test_it_is_encoded_once_for_each_number() -> None:
    snapshots, state = Snapshots(), with_board("def-1")
    first = snapshots.of("here", state, "yara")["snapshot"]
    assert snapshots.of("here", state, "bram")["snapshot"] is first
    state[Board]["def-2"] = Board(id="def-2")
    state.seq += 1
    assert boards(snapshots, state) == {"def-1", "def-2"}


def test_a_community_that_began_anew_is_not_mistaken_for_what_it_was() -> None:
    snapshots, before = Snapshots(), with_board("def-1")
    assert boards(snapshots, before) == {"def-1"}
    assert boards(snapshots, with_board("dis-2")) == {"dis-2"}


def test_nothing_is_kept_of_a_community_that_was_thrown_away() -> None:
    snapshots = Snapshots()
    snapshots.of("here", with_board("def-1"), "yara")
    snapshots.ended("here")
    assert not snapshots._kept
