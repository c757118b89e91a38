"""The address of the vision opens the room at the step in which it is written."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from markupsafe import escape

from tests.web.conftest import Installation, Made


def boot_of(page: str) -> dict[str, Any]:
    """What the page tells its script."""
    found = re.search(r'<script[^>]*id="boot"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


@pytest.fixture
def member(installation: Installation, made: Made) -> FlaskClient:
    return installation.join(made, "Samira")


def test_the_address_asks_the_room_for_the_step_with_the_text(member: FlaskClient, made: Made) -> None:
    page = member.get(f"/c/{made.id}/vision").text
    boot = boot_of(page)
    assert boot["look"] == "vision" and 'data-page="room"' in page
    steps = [step for phase in boot["phases"] for step in phase["steps"] if step["tool"] == "vision"]
    assert f'<h1 class="bar__step">{escape(steps[0]["name"])}</h1>' in page


def test_the_room_opens_where_the_group_is(member: FlaskClient, made: Made) -> None:
    assert boot_of(member.get(f"/c/{made.id}/").text)["look"] is None
