"""Every change that real Yjs makes is taken, and every copy of the text is the same in the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frontend import bundled
from tests.vision.yjs import WRITERS, Story, faults, stories

STORIES = 150


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[Story]:
    program: Path = bundled(WRITERS, tmp_path_factory.mktemp("writers"))
    return list(stories(program, 1, STORIES))


def test_every_update_is_taken_and_all_copies_are_equal(told: list[Story]) -> None:
    assert len(told) == STORIES and sum(len(story.updates) for story in told) > 10 * STORIES
    assert [fault for story in told for fault in faults(story)] == []
