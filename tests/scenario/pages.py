"""What people do in pages: joining, and for the facilitator signing in and making a community."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import requests

from tests.scenario.player import Player
from tests.server import Server


@dataclass(frozen=True)
class Made:
    """A community that was made: its id and its join code."""

    id: str
    code: str


class Browser:
    """A browser without a screen: pages, forms and cookies, in Dutch."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.session = requests.Session()
        self.session.headers["Accept-Language"] = "nl"

    def page(self, path: str) -> str:
        """Open a page of this site; return what is on it."""
        answer = self.session.get(self.url + path, timeout=20)
        assert answer.status_code == 200, answer.text
        return answer.text

    def submit(self, page: str, action: str, **fields: str | list[str]) -> requests.Response:
        """Open a page with a form, fill it in and send it."""
        answer = self.send(page, action, **fields)
        assert answer.status_code == 200, answer.text
        return answer

    def send(self, page: str, action: str, **fields: str | list[str]) -> requests.Response:
        """Open a page with a form and send something with that form's token; return whatever comes."""
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', self.page(page))
        assert token, f"no form on {page}"
        return self.session.post(
            self.url + action,
            data={"csrf_token": token[1], **fields},
            headers={"Referer": self.url + page},
            timeout=20,
        )

    def join(self, place: Made, name: str, role: str, organisation: str = "") -> None:
        """Join with a code."""
        door = f"/join/{place.code}"
        self.submit(door, door, name=name, role=role, organisation=organisation)

    def device(self, community: str) -> Player:
        """This browser's live page in a community, known by its cookies."""
        boot = re.search(r'<script[^>]*id="boot"[^>]*>(.*?)</script>', self.page(f"/c/{community}/"), re.S)
        assert boot, "the page does not say who is looking"
        member = json.loads(boot[1])["me"]["member"]
        cookie = "; ".join(f"{c.name}={c.value}" for c in self.session.cookies)
        return Player(self.url, community, member, cookie=cookie)


class Facilitator(Browser):
    """Somebody who signs in with the one-time link of a new server."""

    def __init__(self, server: Server, email: str) -> None:
        super().__init__(server.url)
        link = server.first_link.removeprefix(server.url)
        self.submit(link, link, email=email, password="een lang en goed wachtwoord")

    def project(self, name: str) -> str:
        """Make a project; return its id."""
        page = "/projects/new"
        answer = self.submit(page, page, name=name, owner="Gemeente Voorbeeldstad", partners="", funder="")
        found = re.search(r"project=([A-Za-z0-9_-]+)", answer.url)
        assert found, answer.url
        return found[1]

    def community(self, project: str, name: str, topic: str, own_name: str, process: str = "") -> Made:
        """Make a community, with a process or the first one; return it with its join code."""
        answer = self.submit(
            f"/communities/new?project={project}",
            "/communities/new",
            project=project,
            name=name,
            language="nl",
            topic=topic,
            own_name=own_name,
            process=process,
        )
        community = re.search(r"/c/([^/]+)/invite", answer.url)
        code = re.search(r"/join/([A-Z0-9]{6})", answer.text)
        assert community and code, answer.url
        return Made(community[1], code[1])

    def download(self, community: str) -> requests.Response:
        """The vision as a Word file."""
        return self.session.get(f"{self.url}/c/{community}/document.docx", timeout=60)
