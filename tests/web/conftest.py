"""People at the door: a facilitator with a community, members on phones."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient

from workshop.accounts import facilitators as accounts
from workshop.container import Container
from workshop.features.members.schema import Member

PASSWORD = "een lang wachtwoord"


@dataclass
class Made:
    """A community that a facilitator made, and the facilitator's browser."""

    id: str
    code: str
    project: str
    facilitator: FlaskClient


class Installation:
    """Makes people and communities in one application."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.container: Container = app.extensions["minidorp"]

    def browser(self) -> FlaskClient:
        """A new phone or laptop."""
        return self.app.test_client()

    def facilitator(self, email: str = "noor@example.org") -> FlaskClient:
        """A browser of somebody who just made an account."""
        browser = self.browser()
        token = accounts.first_link(self.container.db)
        answer = browser.post(f"/first/{token}", data={"email": email, "password": PASSWORD})
        assert answer.status_code == 303, answer.text
        return browser

    def community(
        self, name: str = "Lindebuurt", facilitator: FlaskClient | None = None, language: str = "nl"
    ) -> Made:
        """A community, made with the forms."""
        browser = facilitator or self.facilitator()
        answer = browser.post("/projects/new", data={"name": "Samen groot", "owner": "Gemeente"})
        project = answer.location.split("project=")[1]
        form = {
            "project": project,
            "name": name,
            "language": language,
            "topic": "Meer ontmoeten",
            "own_name": "Noor",
        }
        answer = browser.post("/communities/new", data=form)
        assert answer.status_code == 303, answer.text
        made = re.search(r"/c/([^/]+)/invite", answer.location)
        assert made
        return Made(made[1], self.join_code(made[1]), project, browser)

    def join_code(self, community: str) -> str:
        """The present join code of a community."""
        found = self.container.communities.place(community)
        assert found is not None
        return found.join_code

    def join(self, made: Made, name: str, role: str = "parent", **more: str) -> FlaskClient:
        """A phone of somebody who just came in."""
        phone = self.browser()
        answer = phone.post(f"/join/{made.code}", data={"name": name, "role": role, **more})
        assert answer.status_code == 303, answer.text
        return phone

    def members(self, made: Made) -> dict[str, Member]:
        """Who takes part, by name."""
        state = self.container.ledger.state(made.id)
        return {member.name: member for member in state[Member].values() if not member.removed}


@pytest.fixture
def installation(app: Flask) -> Installation:
    """An application with nobody in it yet."""
    return Installation(app)


@pytest.fixture
def made(installation: Installation) -> Made:
    """A community with only its facilitator."""
    return installation.community()
