"""The neighbourhood's four meetings, played on a running server by its fourteen people.

The story only does, and notes down what it saw on the way; `test_scenario.py` says what should
have been seen.
"""

from __future__ import annotations

import contextlib
import json
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.scenario.cast import (
    ANSWERS,
    CARDS,
    LATE,
    SCENARIO,
    Cast,
    display_name,
    name_hint,
)
from tests.scenario.pages import Browser
from tests.scenario.player import Offline, Refused, insert_at, new_id, same_everywhere
from tests.server import Server

DRAFTED = "Wat ouders sterk maakt"


@dataclass
class Seen:
    """What was seen on the way, for the tests to judge."""

    late_snapshot: dict[str, Any] = field(default_factory=dict)
    late_page: str = ""
    step_when_late: str = ""
    topic_when_late: str = ""
    hint: dict[str, Any] | None = None
    resent: list[dict[str, Any]] = field(default_factory=list)
    text_was_equal_after: float = 0.0
    texts_of_two: dict[str, str] = field(default_factory=dict)
    second_dot: Refused | None = None
    totals_while_open: list[Any] = field(default_factory=list)
    dots_of_others: list[str] = field(default_factory=list)
    strange_answers: list[str] = field(default_factory=list)
    adopt_too_early: list[str] = field(default_factory=list)
    revealed: dict[str, int] = field(default_factory=dict)
    file_name: str = ""
    document: bytes = b""
    document_before: bytes = b""
    rejoined: dict[str, str] = field(default_factory=dict)


class Story(Cast):
    """Plays everything, in order."""

    def __init__(self, server: Server, folder: Path) -> None:
        super().__init__(server, folder)
        self.seen = Seen()

    def play(self) -> Story:
        """Everything, from the empty server to the Word file three days after the last meeting."""
        self.gather()
        self.first_meeting()
        self.second_meeting()
        self.third_meeting()
        self.fourth_meeting()
        self.three_days_later()
        return self

    # ---------------------------------------------------------------- first meeting

    def first_meeting(self) -> None:
        """Choosing and telling."""
        self.open_meeting("m1")
        self.start("def-1", "def-2")
        self.put("c01", "c02")
        self.join_late()
        self.start("def-3")
        self.put("c03")
        self.host("topic.set", card=self.id("c03"))
        self.start("dis-1", "dis-2")
        self.put("c04", "c05", "c06", "c07", "c08", "c09", "c10")
        self.without_name()
        self.put("c12")
        self.start("dis-3")
        for theme in SCENARIO["themes"]:
            cards = [self.id(c) for c in CARDS if CARDS[c]["theme"] == theme["id"] and c <= "c12"]
            self.host("theme.add", theme=self.id(theme["id"]), name=theme["name"], cards=cards)
        self.close_meeting("m1")

    def join_late(self) -> None:
        """Event 1: p14 joins after twenty minutes."""
        self.seen.step_when_late = "def-2"
        self.seen.topic_when_late = SCENARIO["project"]["start_topic"]
        person = next(p for p in SCENARIO["participants"] if p["id"] == LATE)
        phone = Browser(self.server.url)
        phone.join(self.here, display_name(person), "professional", "doctor")
        late = self.players[LATE] = phone.device(self.here.id).connect()
        self.seen.late_snapshot = json.loads(json.dumps(late.state))
        self.seen.late_page = phone.page(f"/c/{self.here.id}/")

    def without_name(self) -> None:
        """Event 2: p01 types a card without name; the page sees a child's name and proposes a text."""
        data = CARDS["c11"]
        self.seen.hint = name_hint(data["text_original"], self.folder)
        assert self.seen.hint is not None
        self.do("p01", "card.add", **(self.fields("c11") | {"text": self.seen.hint["proposal"]}))

    # --------------------------------------------------------------- second meeting

    def second_meeting(self) -> None:
        """Dreaming."""
        self.open_meeting("m2")
        self.start("dre-1", "dre-2")
        self.put("c13")
        self.lose_connection()
        self.put("c15", "c16", "c17", "c18", "c19")
        self.start("dre-3", "dre-4", "dre-5")
        self.group("c13", "c14", "c15", "c16", "c17", "c18", "c19")
        self.close_meeting("m2")

    def lose_connection(self) -> None:
        """Event 3: p06 is gone for a while at the moment of sending; the phone sends it again."""
        phone = self.players["p06"]
        command = {"command": new_id(), **self.fields("c14")}
        phone.send_and_forget("card.add", **command)
        phone.cut()
        self.do("p05", "writing", board="dre-2", on=True)
        with contextlib.suppress(Offline):
            phone.send("card.add", **command)
        phone.connect()
        self.seen.resent.append(phone.send("card.add", **command))
        self.seen.resent.append(phone.send("card.add", **command))

    def group(self, *cards: str) -> None:
        """Put cards in their themes."""
        for card in cards:
            self.host("card.group", card=self.id(card), theme=self.id(CARDS[card]["theme"]))

    # ---------------------------------------------------------------- third meeting

    def third_meeting(self) -> None:
        """Making: sentences, dots, words, and the text of the vision in everybody's own jargon."""
        self.open_meeting("m3")
        self.start("des-1", "des-2")
        self.put("c20", "c21", "c22", "c23", "c24")
        self.group("c20", "c21", "c22", "c23", "c24")
        self.draft()
        self.two_in_one_paragraph()
        self.start("des-3", "des-4")
        self.dots()
        self.start("des-5")
        for word in SCENARIO["jargon"]:
            self.exchange(word)
        self.close_meeting("m3")

    def draft(self) -> None:
        """p02 writes the first text of every section, with the words that will be asked about."""
        self.sections = {s["heading"]: s["id"] for s in self.players["p02"].state["sections"].values()}
        first = SCENARIO["consent_rounds"][0]
        written = [section for section in SCENARIO["vision"]["sections"] if section["text"]]
        chapters = [(one["heading"], one["text"], one["sources"]) for one in written]
        chapters.append(("In het kort", " ".join(SCENARIO["summary_page"]["sentences"]), []))
        for heading, text, sources in chapters:
            for word in SCENARIO["jargon"]:
                text = text.replace(word["final_sentence"], word["draft_sentence"])
            text = text.replace(first["new_sentence"], first["old_sentence"])
            section = self.sections[heading]
            self.players["p02"].open(section)
            self.players["p02"].write(section, "alinea", text)
            for card in sources:
                if card in self.ids:
                    self.source(section, card)

    def source(self, section: str, card: str) -> None:
        """Put a card behind the paragraph of a section."""
        self.do("p02", "source.add", source=new_id(), section=section, paragraph="alinea", card=self.id(card))

    def two_in_one_paragraph(self) -> None:
        """Event 4: p02 and p10 type in the same paragraph at the same moment; all look on."""
        section = self.sections[DRAFTED]
        for player in self.players.values():
            player.open(section)
        two = {"p02": insert_at(lambda line: line.index("mooi"), "vaak "), "p10": insert_at(len, " Samen.")}
        updates = {who: self.players[who].change(section, edit) for who, edit in two.items()}
        sending = [
            threading.Thread(target=self.players[who].share, args=(section, update))
            for who, update in updates.items()
        ]
        for thread in sending:
            thread.start()
        self.seen.text_was_equal_after = same_everywhere(self.players.values(), section, 2.0)
        for thread in sending:
            thread.join()
        same_everywhere(self.players.values(), section, 2.0)
        self.seen.texts_of_two = {who: player.text(section) for who, player in self.players.items()}
        self.players["p02"].replace(section, "vaak mooi", "mooi")
        self.players["p10"].replace(section, " Samen.", "")

    def dots(self) -> None:
        """Event 5: everyone has one dot; p10 tries a second one."""
        self.host("dots.open", board="des-4", budget=1)
        for vote in SCENARIO["votes"]:
            self.do(vote["voter"], "dot.place", dot=new_id(), board="des-4", card=self.id(vote["card"]))
        try:
            self.do("p10", "dot.place", dot=new_id(), board="des-4", card=self.id("c20"))
        except Refused as refused:
            self.seen.second_dot = refused
        self.settle()
        for player in self.players.values():
            self.seen.totals_while_open.append(player.state["boards"]["des-4"]["dots_totals"])
            self.seen.dots_of_others += [
                dot["id"]
                for dot in player.state["dots"].values()
                if player.member not in (dot["member"], dot["typed_by"])
            ]
        self.host("dots.close", board="des-4")

    def exchange(self, word: dict[str, Any]) -> None:
        """A word is explained, said in own words and confirmed; then the text says it plainly."""
        term = self.id(word["id"])
        self.do(word["asked_by"], "term.ask", term=term, word=word["term"])
        self.do(word["explained_by"], "term.explain", term=term, text=word["professional_says"])
        self.do(word["asked_by"], "term.say", term=term, own_words=word["parent_says"], plain=word["plain"])
        self.do(word["confirmed_by_parent"], "term.settle", term=term)
        self.mend(word["draft_sentence"], word["final_sentence"])

    def mend(self, old: str, new: str) -> None:
        """p02 changes a sentence wherever it stands in the vision."""
        writer = self.players["p02"]
        for section in self.sections.values():
            if section in writer.sheets and old in writer.text(section):
                writer.replace(section, old, new)

    # --------------------------------------------------------------- fourth meeting

    def fourth_meeting(self) -> None:
        """Doing: consent twice, promises, agreements."""
        self.open_meeting("m4")
        self.start("dst-1", "dst-2")
        first, second = SCENARIO["consent_rounds"]
        self.open_round(first)
        self.answer_in_turn(first)
        self.try_to_adopt(self.id("round 1"))
        self.ask_again(first, second)
        self.answer_in_turn(second)
        self.host("consent.close", round=self.id("round 2"), adopt=True)
        self.start("dst-3")
        self.put("c25", "c26", "c27", "c28", "c29", "c30")
        for section in SCENARIO["vision"]["sections"]:
            for card in section["sources"]:
                if card >= "c25":
                    self.source(self.sections[section["heading"]], card)
        self.start("dst-4")
        for data in SCENARIO["agreements"]:
            self.host(
                "agreement.add",
                agreement=self.id(data["id"]),
                text=data["text"],
                start=data["start"],
                owner=self.member(data["owner"]) if data["owner"] else None,
                helpers=[self.member(who) for who in data["helpers"]],
                paid_by=data["paid_by"] or "",
                card=self.id(data["card"]),
            )
        self.close_meeting("m4")

    def open_round(self, data: dict[str, Any]) -> None:
        """Event 6: everybody is asked about the text as it is."""
        self.host(
            "consent.open",
            round=self.id("round 1"),
            version=self.id("version 1"),
            label=data["version"],
            members=[self.member(who) for who in data["answers"]],
        )

    def ask_again(self, first: dict[str, Any], second: dict[str, Any]) -> None:
        """Event 7: p02 writes a better sentence beside the old one, and all are asked about the new text."""
        better = new_id()
        beside = {"sentence": first["old_sentence"], "text": first["new_sentence"]}
        self.do("p02", "consent.reword", rewording=better, round=self.id("round 1"), **beside)
        self.host(
            "consent.again",
            round=self.id("round 1"),
            next=self.id("round 2"),
            version=self.id("version 2"),
            label=second["version"],
            rewordings=[better],
        )

    def answer_in_turn(self, data: dict[str, Any]) -> None:
        """All answer, with what can be seen before the last one did. The objection is to one sentence."""
        number = str(data["round"])
        consent = self.id(f"round {number}")
        said = {data[kind]["by"]: data[kind]["text"] for kind in ("objection", "concern") if kind in data}
        for who, answer in data["answers"].items():
            if who == LATE:
                self.look_into_the_round(consent, said)
            about = data["old_sentence"] if ANSWERS[answer] == "objection" else ""
            given = {"answer": ANSWERS[answer], "reason": said.get(who, ""), "sentence": about}
            self.do(who, "consent.answer", round=consent, **given)
        self.settle()
        for who, player in self.players.items():
            answers = [a for a in player.state["answers"].values() if a["round"] == consent]
            self.seen.revealed[f"{number} {who}"] = len(answers)

    def look_into_the_round(self, consent: str, said: dict[str, str]) -> None:
        """When one answer is missing, note what anybody can see of the others' answers."""
        self.settle()
        for who, player in self.players.items():
            everything = json.dumps([player.read(), player.heard], default=repr, ensure_ascii=False)
            if any(text in everything for text in said.values()):
                self.seen.strange_answers.append(f"{who} sees a reason")
            self.seen.strange_answers += [
                f"{who} sees the answer of {answer['member']}"
                for answer in player.state["answers"].values()
                if answer["round"] == consent and player.member != answer["member"]
            ]
        self.try_to_adopt(consent)

    def try_to_adopt(self, consent: str) -> None:
        """The host tries to close the round as agreed on."""
        try:
            self.host("consent.close", round=consent, adopt=True)
        except Refused as refused:
            self.seen.adopt_too_early.append(refused.code)

    def three_days_later(self) -> None:
        """Event 8: p12 takes the permission to quote c12 back; then the Word file is made."""
        self.seen.document_before = self.facilitator.download(self.here.id).content
        self.do("p12", "card.quote", card=self.id("c12"), allowed=False)
        answer = self.facilitator.download(self.here.id)
        assert answer.status_code == 200, answer.text
        self.seen.document = answer.content
        self.seen.file_name = answer.headers["Content-Disposition"]
        self.settle()
