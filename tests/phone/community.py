"""A neighbourhood to measure in: 200 cards on one board, a vision of 5,000 words, people at work."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Any

from tests.scenario.pages import Browser, Facilitator, Made
from tests.scenario.player import Player, new_id
from tests.server import ROOT, Server

SCENARIO: dict[str, Any] = json.loads((ROOT / "workshop/demo/data/scenario.json").read_text("utf-8"))
HERE = Path(__file__).resolve().parent
BOARD, COLUMN = "dis-2", "story"
CARDS = 200
WORDS = 5_000
PARAGRAPH_WORDS = 55
WRITERS = 6
ROLES = ("parent", "professional")


@dataclass
class MeasuredCommunity:
    """What was made.

    Attributes:
        server: the running server.
        made: the community with its join code.
        member: somebody's browser, whose cookies open the pages.
        sections: heading -> id of the vision's parts, in order.
    """

    server: Server
    made: Made
    member: Browser
    sections: dict[str, str] = field(default_factory=dict)

    @property
    def room(self) -> str:
        """The address of the board."""
        return f"{self.server.url}/c/{self.made.id}/"

    @property
    def vision(self) -> str:
        """The address of the vision."""
        return f"{self.server.url}/c/{self.made.id}/vision"

    @property
    def door(self) -> str:
        """The address at which one joins."""
        return f"{self.server.url}/join/{self.made.code}"

    def cookies(self) -> list[dict[str, str]]:
        """The member's cookies, as a browser wants them."""
        found = self.member.session.cookies
        return [{"name": one.name, "value": one.value or "", "url": self.server.url} for one in found]


def sentences() -> Iterator[str]:
    """Sentences as people write them, over and over."""
    cards = [card["text_nl"] for card in SCENARIO["cards"]]
    texts = [section["text"] for section in SCENARIO["vision"]["sections"] if section["text"]]
    lines = [f"{line.strip()}." for text in texts for line in text.split(". ") if line.strip()]
    return cycle([line.replace("..", ".") for line in [*cards, *lines]])


def paragraphs(words: int) -> Iterator[str]:
    """Paragraphs of plain prose that together have at least so many words."""
    lines = sentences()
    while words > 0:
        text = ""
        while len(text.split()) < PARAGRAPH_WORDS:
            text = f"{text} {next(lines)}".strip()
        words -= len(text.split())
        yield text


@contextmanager
def measured_community(
    folder: Path, words: int = WORDS, *, one_part: bool = False
) -> Iterator[MeasuredCommunity]:
    """A running server with a neighbourhood to measure in; ended at the end.

    Args:
        folder: for the server's instance.
        words: of the whole vision.
        one_part: all of the text stands in one part; otherwise it is spread over all of them.
    """
    with Server(folder, MINIDORP_DEMO="off", MINIDORP_COMMANDS_PER_SECOND="1000") as server:
        facilitator = Facilitator(server, "marloes@voorbeeld.test")
        project = facilitator.project("Samen groot")
        topic = SCENARIO["project"]["start_topic"]
        made = facilitator.community(project, "Lindebuurt", topic, "Marloes")
        member = Browser(server.url)
        member.join(made, "Yara", "parent")
        here = MeasuredCommunity(server, made, member)
        fill(here, facilitator.device(made.id).connect(), words, one_part)
        yield here


def fill(here: MeasuredCommunity, host: Player, words: int, one_part: bool) -> None:
    """Cards on the board and words in the vision."""
    host.send("step.start", step=BOARD)
    writers = [people(here, f"Buur {n}", ROLES[n % 2]) for n in range(WRITERS)]
    fill_board(writers)
    fill_vision(here, host, words, one_part)
    for one in (*writers, host):
        one.leave()


def people(here: MeasuredCommunity, name: str, role: str) -> Player:
    """Somebody else who takes part, connected."""
    return Player.join(here.server.url, here.made.code, name, role).connect()


def fill_board(writers: list[Player], cards: int = CARDS) -> None:
    """Everybody in turn writes a card."""
    for n, text in zip(range(cards), sentences(), strict=False):
        add_card(writers[n % len(writers)], text)


def add_card(who: Player, text: str) -> None:
    """Somebody shares a card on the measured board."""
    who.send("card.add", card=new_id(), board=BOARD, column=COLUMN, text=text)


def fill_vision(here: MeasuredCommunity, host: Player, words: int, one_part: bool) -> None:
    """Writes the vision, paragraph by paragraph."""
    rows = sorted(host.state["sections"].values(), key=lambda one: one["rank"])
    here.sections = {one["heading"]: one["id"] for one in rows}
    parts = [row["id"] for row in rows if row["kind"] == "text"]
    if one_part:
        parts = parts[:1]
    for part in parts:
        host.open(part)
    for part, text in zip(cycle(parts), paragraphs(words), strict=False):
        host.write(part, new_id(), text)


@contextmanager
def typing(
    here: MeasuredCommunity, sections: list[str], people: int = 10, keys_per_second: float = 5.0
) -> Iterator[None]:
    """Lets others type in the vision, with their cursors, until the block ends.

    Args:
        here: where.
        sections: the parts in which they write, in turn.
        people: how many there are.
        keys_per_second: of each of them.
    """
    plan = {
        "url": here.server.url, "code": here.made.code, "sections": sections, "people": people,
        "wait": 1000 / keys_per_second, "seconds": 240,
    }  # fmt: skip
    process = subprocess.Popen(
        ["node", str(HERE / "others.mjs")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdin and process.stdout
        process.stdin.write(json.dumps(plan) + "\n")
        process.stdin.flush()
        if process.stdout.readline().strip() != "typing":
            raise RuntimeError("the others did not begin")
        yield
    finally:
        process.kill()
        process.wait()
