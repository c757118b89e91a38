"""The invented neighbourhood as a finished state with its texts, put together without a server."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import phases
from exports.outline.document import build
from exports.outline.model import Outline, Project
from workshop.core.schema import Record
from workshop.core.state import State
from workshop.features.agreements.schema import Agreement
from workshop.features.cards.schema import Card
from workshop.features.community.schema import Community
from workshop.features.consent.schema import Answer, ConsentAnswer, ConsentRound
from workshop.features.meetings.schema import Meeting
from workshop.features.members.schema import Member, Organisation, Role, SeatHolder
from workshop.features.sections.schema import Section, Source
from workshop.features.terms.schema import Term
from workshop.features.themes.schema import Theme
from workshop.features.versions.schema import Version
from workshop.i18n import translate
from workshop.vision.tree import List, Paragraph, Text, Tree

SCENARIO = Path(__file__).resolve().parents[2] / "workshop" / "demo" / "data" / "scenario.json"
ROLES: dict[str, Role] = {"ouder": "parent", "vakmens": "professional", "onderzoeker": "researcher"}
ORGANISATIONS: dict[str, Organisation] = {
    "p08": "welfare", "p10": "childcare", "p11": "clinic", "p12": "school", "p13": "social_team",
    "p14": "doctor",
}  # fmt: skip
SEATS = {"p01": "parent", "p08": "professional", "p09": "researcher"}
PLACES = {
    "gemis": ("def-2", "missing"), "omgedraaid": ("def-2", "more"), "onderwerp": ("def-3", "topic"),
    "verhaal": ("dis-2", "story"), "droom": ("dre-2", "dream"), "zo-is-het-zin": ("des-2", "statement"),
    "ik beloof": ("dst-3", "promise"), "ik bied": ("dst-3", "offer"), "ik vraag": ("dst-3", "request"),
}  # fmt: skip
ANSWERS: dict[str, Answer] = {"akkoord": "agree", "akkoord met zorg": "concern", "bezwaar": "objection"}
WITHDRAWN_PERMISSION = "c12"

PROJECT = Project(
    name="Mini-dorpen in Voorbeeldstad",
    owner="Gemeente Voorbeeldstad",
    partners="Hogeschool Voorbeeld, Welzijn Voorbeeldstad",
    funder="Fonds Voorbeeld",
)
TODAY = date(2027, 4, 20)
VERSION = Version(id="version10", label="1.0", date="2027-04-13", adopted="2027-04-13")


@cache
def scenario() -> dict[str, Any]:
    """The whole file."""
    data: dict[str, Any] = json.loads(SCENARIO.read_text("utf-8"))
    return data


def real(name: str) -> str:
    """A name without the remark that it is invented."""
    return name.replace(" (fictief)", "")


def put(state: State, collection: str, *records: Record) -> None:
    """Put records in a state."""
    for record in records:
        state.put(collection, record.id, record)


def paragraphs(*texts: str) -> Tree:
    """A text of plain paragraphs."""
    return Tree(tuple(Paragraph((Text(text),)) for text in texts))


def state() -> State:
    """The neighbourhood after its four meetings and the withdrawal of one permission."""
    data = scenario()
    made = State()
    vision = data["vision"]
    put(made, "community", Community(
        id="community", name="Lindebuurt", language="nl", title=vision["title"],
        topic=next(card["text_nl"] for card in data["cards"] if card["id"] == "c03"), topic_card="c03",
    ))  # fmt: skip
    _people(made)
    _meetings(made)
    _cards(made)
    _sections(made, vision)
    _terms(made, data["jargon"])
    _consent(made, data["consent_rounds"])
    for number, record in enumerate(data["agreements"]):
        put(made, "agreements", Agreement(
            id=record["id"], text=record["text"], owner=record["owner"], helpers=record["helpers"],
            start=record["start"], paid_by=real(record["paid_by"] or ""), card=record["card"],
            rank=f"a{number}",
        ))  # fmt: skip
    return made


def _people(made: State) -> None:
    for person in scenario()["participants"]:
        put(made, "members", Member(
            id=person["id"], name=real(person["display_name"]), role=ROLES[person["role"]],
            organisation=ORGANISATIONS.get(person["id"]),
        ))  # fmt: skip
    for member, seat in SEATS.items():
        put(made, "seats", SeatHolder(id=seat, member=member))


def _meetings(made: State) -> None:
    for met in scenario()["meetings"]:
        put(made, "meetings", Meeting(
            id=met["id"], date=met["date"], title=met["title"], place=real(met["place"]),
            phases=met["phases"], state="closed", present=met["present"],
        ))  # fmt: skip


def _cards(made: State) -> None:
    for number, theme in enumerate(scenario()["themes"]):
        put(made, "themes", Theme(id=theme["id"], name=theme["name"], rank=f"a{number}"))
    for number, card in enumerate(scenario()["cards"]):
        board, column = PLACES[card["kind"]]
        put(made, "cards", Card(
            id=card["id"], board=board, column=column, rank=f"a{number:03d}",
            text=card.get("text_after_hint", card["text_original"]),
            author=None if card["without_name"] else card["author"], nameless=card["without_name"],
            lang=card["lang"], translation=card["text_nl"] if card["lang"] != "nl" else "",
            theme=card["theme"], quote=card["quote_ok"] and card["id"] != WITHDRAWN_PERMISSION,
            due=card.get("due"),
        ))  # fmt: skip


def _sections(made: State, vision: dict[str, Any]) -> None:
    sources = {section["heading"]: section["sources"] for section in vision["sections"]}
    for number, plan in enumerate(phases.process().outline):
        heading = translate(plan.heading, "nl")
        section = f"section{number:02d}"
        put(made, "sections", Section(
            id=section, heading=heading, level=plan.level, rank=f"a{number:02d}", kind=plan.kind,
            block=plan.block,
        ))  # fmt: skip
        for card in sources.get(heading, []):
            put(made, "sources", Source(id=f"{section}{card}", section=section, paragraph="", card=card))


def _terms(made: State, jargon: list[dict[str, Any]]) -> None:
    for entry in jargon:
        put(made, "terms", Term(
            id=entry["id"], word=entry["term"], plain=entry["plain"], explanation=entry["professional_says"],
            own_words=entry["parent_says"], state="settled",
        ))  # fmt: skip


def _consent(made: State, rounds: list[dict[str, Any]]) -> None:
    put(made, "versions", Version(id="version09", label="0.9", date="2027-04-13"), VERSION)
    for entry, version in zip(rounds, ("version09", "version10"), strict=True):
        consent = f"round{entry['round']}"
        put(made, "rounds", ConsentRound(
            id=consent, version=version, number=entry["round"], members=list(entry["answers"]), answered=14,
            state="closed", adopted=version == VERSION.id,
        ))  # fmt: skip
        for member, answer in entry["answers"].items():
            put(made, "answers", ConsentAnswer(
                id=f"{consent}.{member}", round=consent, member=member, revealed=True,
                answer=ANSWERS[answer],
            ))  # fmt: skip


def texts() -> dict[str, Tree]:
    """The text of every section: the page in short as a list, the rest as paragraphs."""
    data = scenario()
    written = {section["heading"]: section["text"] for section in data["vision"]["sections"]}
    found: dict[str, Tree] = {}
    for number, plan in enumerate(phases.process().outline):
        if plan.kind == "summary":
            items = tuple((Paragraph((Text(line),)),) for line in data["summary_page"]["sentences"])
            found[f"section{number:02d}"] = Tree((List(items),))
        elif text := written.get(translate(plan.heading, "nl")):
            found[f"section{number:02d}"] = paragraphs(text)
    return found


def outline(made: State | None = None, version: Version | None = VERSION, language: str = "nl") -> Outline:
    """The neighbourhood's document."""
    return build(made or state(), texts(), PROJECT, language, version, today=TODAY)
