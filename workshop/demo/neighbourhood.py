"""The invented neighbourhood of the demo, read from its file into plain records."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from workshop.features.cards.schema import Picture
from workshop.features.members.schema import Organisation, Role, Seat

DATA = Path(__file__).resolve().parent / "data"

ROLES: dict[str, Role] = {"ouder": "parent", "vakmens": "professional", "onderzoeker": "researcher"}
ORGANISATIONS: dict[str, Organisation] = {
    "p08": "welfare",
    "p10": "childcare",
    "p11": "clinic",
    "p12": "school",
    "p13": "social_team",
    "p14": "doctor",
}
SEATS: dict[str, Seat] = {"p01": "parent", "p08": "professional", "p09": "researcher"}
ANSWERS = {"akkoord": "agree", "akkoord met zorg": "concern", "bezwaar": "objection"}
HOST = "p08"
"""Guides the meetings, and types for whoever has no phone."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the file; `paper`: without a phone."""

    id: str
    name: str
    role: Role
    paper: bool

    @property
    def organisation(self) -> Organisation | None:
        """What kind of organisation a professional comes from."""
        return ORGANISATIONS.get(self.id)


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting in the file."""

    id: str
    date: str
    title: str
    place: str
    phases: list[str]
    present: list[str]


@dataclass(frozen=True, slots=True)
class Note:
    """A card in the file. `writer`: who types it, also of a card that keeps no name."""

    id: str
    board: str
    column: str
    text: str
    writer: str
    nameless: bool
    lang: str
    translation: str
    theme: str | None
    quote: bool
    origins: list[str]
    due: str | None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the vision in the file."""

    heading: str
    paragraphs: list[str]
    sources: list[str]


def real(name: str) -> str:
    """A name without the remark that it is invented; the demo says so once, for all of it."""
    return name.replace(" (fictief)", "")


@cache
def raw() -> dict[str, Any]:
    """The whole file."""
    data: dict[str, Any] = json.loads((DATA / "scenario.json").read_text("utf-8"))
    return data


@cache
def extra() -> dict[str, Any]:
    """What the demo adds: cards for the boards that have none, and how the steps follow each other."""
    data: dict[str, Any] = json.loads((DATA / "extra.json").read_text("utf-8"))
    return data


def steps_of(part: str) -> list[str]:
    """The steps of a part of the meetings, in the order in which the group takes them."""
    steps: list[str] = extra()["steps"][part]
    return steps


def board(name: str) -> str:
    """The id of a board that the play works on."""
    return str(extra()["boards"][name])


def people() -> list[Person]:
    """Everybody who takes part, in order."""
    return [
        Person(p["id"], real(p["display_name"]), ROLES[p["role"]], p["device"].startswith("geen telefoon"))
        for p in raw()["participants"]
    ]


def gatherings() -> list[Gathering]:
    """The meetings, in order."""
    return [
        Gathering(m["id"], m["date"], m["title"], real(m["place"]), m["phases"], m["present"])
        for m in raw()["meetings"]
    ]


def notes() -> list[Note]:
    """The cards, in order."""
    added = extra()["cards"]
    return [*(_note(card) for card in raw()["cards"]), *(_extra(n, card) for n, card in enumerate(added, 1))]


def _extra(number: int, card: dict[str, Any]) -> Note:
    return Note(
        id=f"x{number:02}",
        board=card["board"],
        column=card["column"],
        text=card["text"],
        writer=card["by"],
        nameless=False,
        lang="nl",
        translation="",
        theme=None,
        quote=False,
        origins=[],
        due=None,
        picture=card.get("picture"),
    )


def _note(card: dict[str, Any]) -> Note:
    board, column = extra()["places"][card["kind"]]
    foreign = card["lang"] != "nl"
    origins = list(card.get("grown_from", []))
    origins += [card[link] for link in ("turned_from", "for_card") if card.get(link)]
    return Note(
        id=card["id"],
        board=board,
        column=column,
        text=card.get("text_after_hint", card["text_original"]),
        writer=card["author"] or card["group"][0],
        nameless=card["without_name"],
        lang=card["lang"],
        translation=card["text_nl"] if foreign else "",
        theme=card["theme"],
        quote=card["quote_ok"],
        origins=origins,
        due=card.get("due"),
    )


def chapters() -> list[Chapter]:
    """The sections of the vision that have a text, with the page in short first."""
    short = Chapter("In het kort", list(raw()["summary_page"]["sentences"]), [])
    written = (section for section in raw()["vision"]["sections"] if section["text"])
    return [short, *(Chapter(one["heading"], [one["text"]], one["sources"]) for one in written)]
