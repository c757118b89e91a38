"""The people of the scenario with their devices, and how they come together."""

from __future__ import annotations

import json
import subprocess
import time
from functools import partial
from pathlib import Path
from typing import Any

from tests.scenario.pages import Facilitator, Made
from tests.scenario.player import Player, new_id
from tests.server import ROOT, Server

SCENARIO: dict[str, Any] = json.loads(
    (ROOT / "workshop" / "demo" / "data" / "scenario.json").read_text("utf-8")
)
CARDS: dict[str, dict[str, Any]] = {card["id"]: card for card in SCENARIO["cards"]}
PLACES = {
    "gemis": ("def-2", "missing"),
    "omgedraaid": ("def-2", "more"),
    "onderwerp": ("def-3", "topic"),
    "verhaal": ("dis-2", "story"),
    "droom": ("dre-2", "dream"),
    "zo-is-het-zin": ("des-2", "statement"),
    "ik beloof": ("dst-3", "promise"),
    "ik bied": ("dst-3", "offer"),
    "ik vraag": ("dst-3", "request"),
}
ROLES = {"ouder": "parent", "vakmens": "professional", "onderzoeker": "researcher"}
ORGANISATIONS = {
    "p08": "welfare",
    "p09": "college",
    "p10": "childcare",
    "p11": "clinic",
    "p12": "school",
    "p13": "social_team",
    "p14": "doctor",
}
ANSWERS = {"akkoord": "agree", "akkoord met zorg": "concern", "bezwaar": "objection"}
HOST, PAPER, LATE = "p08", "p07", "p14"


class Cast:
    """The people with their devices, and what all of them do alike."""

    def __init__(self, server: Server, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.players: dict[str, Player] = {}
        self.ids: dict[str, str] = {}
        self.device_secrets: dict[str, str] = {}
        self.sections: dict[str, str] = {}

    # ------------------------------------------------------------------ the basics

    def id(self, name: str) -> str:
        """The id of a thing in the scenario, made by a device at its first mention."""
        return self.ids.setdefault(name, new_id())

    def member(self, who: str) -> str:
        """The member id of somebody in the scenario."""
        return self.id(who) if who == PAPER else self.players[who].member

    def do(self, who: str, command: str, /, **fields: Any) -> dict[str, Any]:
        """Somebody sends a command; without a phone, the host types for them."""
        if who == PAPER:
            return self.players[HOST].send(command, as_member=self.id(PAPER), **fields)
        return self.players[who].send(command, **fields)

    def host(self, command: str, /, **fields: Any) -> dict[str, Any]:
        """The host sends a command."""
        return self.players[HOST].send(command, **fields)

    def settle(self) -> None:
        """Wait until every device shows what a fresh read of its person's state gives.

        Not until it has the last number: a fact that somebody may not see is not sent to them.
        """
        for player in self.players.values():
            fresh = player.read()["collections"]
            player.until(partial(_shows, fresh))

    def start(self, *steps: str) -> None:
        """Bring everyone to these steps, one after the other."""
        for step in steps:
            self.host("step.start", step=step)

    def put(self, *cards: str) -> None:
        """The people of these cards write them."""
        for card in cards:
            self.do(CARDS[card]["author"] or CARDS[card]["group"][0], "card.add", **self.fields(card))

    def fields(self, card: str) -> dict[str, Any]:
        """What a device sends for a card of the scenario."""
        data = CARDS[card]
        board, column = PLACES[data["kind"]]
        origins = [*data.get("grown_from", [])]
        origins += [data[link] for link in ("turned_from", "for_card") if link in data]
        made = {
            "card": self.id(card),
            "board": board,
            "column": column,
            "lang": data["lang"],
            "text": data["text_original"],
            "quote": data["quote_ok"],
            "translation": "" if data["lang"] == "nl" else data["text_nl"],
            "origins": [self.id(origin) for origin in origins],
            "due": data.get("due"),
        }
        if data["without_name"]:
            made |= {"nameless": True, "key": self.device_secrets.setdefault(card, new_id())}
        return made

    # ------------------------------------------------------------------ before it all

    def gather(self) -> None:
        """The facilitator makes two neighbourhoods; everybody but the late one joins the first."""
        project = SCENARIO["project"]
        self.facilitator = Facilitator(self.server, "marloes@voorbeeld.test")
        made = self.facilitator.project("Samen groot")
        self.here = self.facilitator.community(made, "Lindebuurt", project["start_topic"], "Marloes")
        self.there = self.facilitator.community(made, "Havenkwartier", project["start_topic"], "Marloes")
        self.players[HOST] = self.facilitator.device(self.here.id).connect()
        self.host("member.edit", organisation=ORGANISATIONS[HOST])
        for person in SCENARIO["participants"]:
            if person["id"] == PAPER:
                self.host("member.add", member=self.id(PAPER), name=display_name(person), role="parent")
            elif person["id"] not in (HOST, LATE):
                self.players[person["id"]] = self.join(person, self.here)
        for seat, who in (("parent", "p01"), ("professional", "p08"), ("researcher", "p09")):
            self.host("seat.give", seat=seat, member=self.member(who))
        self.host("community.edit", title=SCENARIO["vision"]["title"])
        for meeting in SCENARIO["meetings"]:
            self.host(
                "meeting.plan",
                meeting=self.id(meeting["id"]),
                date=meeting["date"],
                title=meeting["title"],
                place=meeting["place"],
                phases=meeting["phases"],
            )
        self.probe()

    def join(self, person: dict[str, Any], place: Made) -> Player:
        """Somebody joins with the code and opens the page."""
        role, organisation = ROLES[person["role"]], ORGANISATIONS.get(person["id"])
        return Player.join(self.server.url, place.code, display_name(person), role, organisation).connect()

    def probe(self) -> None:
        """Somebody in another neighbourhood writes a card that must never be seen in this one."""
        host = self.facilitator.device(self.there.id).connect()
        host.send("step.start", step="def-2")
        card = SCENARIO["isolation_probe"]["card"]
        other = Player.join(self.server.url, self.there.code, "Ans", "parent").connect()
        other.send("card.add", card=new_id(), board="def-2", column="more", text=card["text_nl"], quote=True)
        self.neighbours = [host, other]

    def open_meeting(self, meeting: str) -> None:
        """Open a meeting; who has no phone is named."""
        data = next(one for one in SCENARIO["meetings"] if one["id"] == meeting)
        for who in set(self.players) - set(data["present"]):
            self.players[who].leave()
        time.sleep(0.2)
        self.host("meeting.open", meeting=self.id(meeting), present=[self.id(PAPER)])

    def close_meeting(self, meeting: str) -> None:
        """Close a meeting; whoever was away comes back for the next."""
        self.host("meeting.close", meeting=self.id(meeting))
        for player in self.players.values():
            if player._io is None:
                player.connect()
        self.settle()


def _shows(collections: dict[str, Any], player: Player) -> bool:
    return player.state == collections


def display_name(person: dict[str, Any]) -> str:
    return str(person["display_name"]).replace(" (fictief)", "")


def name_hint(text: str, folder: Path) -> dict[str, Any] | None:
    """Ask the page's own code whether it sees a child's name."""
    bundle = folder / "nameHint.mjs"
    if not bundle.exists():
        source = ROOT / "static" / "src" / "core" / "private" / "nameHint.ts"
        esbuild = ROOT / "node_modules" / ".bin" / "esbuild"
        subprocess.run(
            [esbuild, source, "--bundle", "--format=esm", "--platform=node", f"--outfile={bundle}"],
            check=True,
            capture_output=True,
        )
    script = (
        f"import {{ nameHint }} from {json.dumps(bundle.as_uri())};"
        "console.log(JSON.stringify(nameHint(process.argv[1])));"
    )
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script, text], check=True, capture_output=True, text=True
    )
    found: dict[str, Any] | None = json.loads(done.stdout)
    return found
