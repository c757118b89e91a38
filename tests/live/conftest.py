"""A running server with communities on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.live.liveserver import LiveCommunity, LiveServer
from tests.server import Server


@pytest.fixture(scope="session")
def live_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """A server with a facilitator, shared by the tests of a worker."""
    with Server(tmp_path_factory.mktemp("live"), **LiveServer.SETTINGS) as server:
        yield LiveServer(server)


@pytest.fixture
def community(live_server: LiveServer) -> Iterator[LiveCommunity]:
    """A community of one's own, with every step on the road to the cards started."""
    made = live_server.community()
    yield made
    made.leave()
