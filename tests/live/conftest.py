"""A running server with communities on it, for the tests of one module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.live.town import Place, Town
from tests.server import Server


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A server with a facilitator, shared by the tests of one module."""
    with Server(tmp_path_factory.mktemp("live"), **Town.SETTINGS) as server:
        yield Town(server)


@pytest.fixture
def place(town: Town) -> Iterator[Place]:
    """A community of one's own, with every step on the road to the cards started."""
    made = town.place()
    yield made
    made.leave()
