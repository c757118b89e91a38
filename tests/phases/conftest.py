"""A second process, for as long as a test lasts."""

from __future__ import annotations

import pytest

from phases import PROCESSES, Process
from tests.phases.toy import TOY


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> Process:
    """The small process, registered."""
    monkeypatch.setitem(PROCESSES, TOY.id, TOY)
    return TOY
