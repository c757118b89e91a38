"""The four meetings of the demo, played through with the same commands that people send.

Nothing is written past the ledger: what the demo shows is what the program can do.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Any

from msgspec.structs import replace
from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from workshop.core.context import Context
from workshop.core.schema import Command, Fact
from workshop.demo import neighbourhood as source
from workshop.features.agenda.schema import StepStart, TopicSet
from workshop.features.agreements.schema import AgreementAdd
from workshop.features.cards.schema import Card, CardAdd, CardQuote
from workshop.features.community.schema import CommunityEdit
from workshop.features.consent.schema import ConsentClose, ConsentGive, ConsentOpen
from workshop.features.meetings.schema import Meeting, MeetingChanged, MeetingClose, MeetingOpen, MeetingPlan
from workshop.features.members.schema import Member, MemberAdd, MemberJoined, SeatGive
from workshop.features.sections.schema import Section, SourceAdd
from workshop.features.terms.schema import TermAsk, TermExplain, TermSay, TermSettle
from workshop.features.themes.schema import CardGroup, ThemeAdd
from workshop.features.voting.schema import DotPlace, DotsClose, DotsOpen
from workshop.store.ledger import Ledger
from workshop.vision.schema import ROOT
from workshop.vision.seed import seed_text

WriteText = Callable[[str, bytes], None]
"""Puts Yjs bytes in a section's text: (section id, bytes)."""

FIRST_PARAGRAPH = "first"
MINUTE_MS = 60_000


def key(kind: str, number: str) -> str:
    """The id in the demo of a thing in the file."""
    return f"demo-{kind}-{number}"


def on_time(context: Context) -> list[Fact]:
    """The meeting that goes on began when its plan says. All of it was played in one moment, which would show
    as hours before the plan."""
    meeting = next(one for one in context.state[Meeting].values() if one.state == "open")
    here = next(at for at, item in enumerate(meeting.agenda) if item.id == meeting.item)
    before = [0, *accumulate(item.minutes * MINUTE_MS for item in meeting.agenda[:here])]
    opened = context.now_ms - before[-1]
    agenda = [
        replace(item, started_at=opened + before[at]) if at <= here else replace(item, started_at=None)
        for at, item in enumerate(meeting.agenda)
    ]
    told = replace(meeting, agenda=agenda, opened_at=opened, item_started_at=context.now_ms)
    return [MeetingChanged(meeting=told)]


class Play:
    """Carries out the commands of one community, as its members.

    Args:
        ledger: of the container.
        community: id of an empty community.
        write: puts bytes in a section's text.
    """

    def __init__(self, ledger: Ledger, community: str, write: WriteText) -> None:
        self.ledger = ledger
        self.community = community
        self.write = write
        self.people = {person.id: person for person in source.people()}
        self.notes = {note.id: note for note in source.notes()}

    def do(self, who: str, command: type[Command], **fields: Any) -> None:
        """Send a command as one of the people; on paper, the host types for them."""
        if self.people[who].paper:
            who, fields["as_member"] = source.HOST, key("member", who)
        made = command(command=secrets.token_urlsafe(12), **fields)
        self.ledger.carry_out(self.community, key("member", who), made)

    def host(self, command: type[Command], **fields: Any) -> None:
        """Send a command as the one who guides the meetings."""
        self.do(source.HOST, command, **fields)

    def all(self) -> None:
        """Everything, from the first meeting until after the last one."""
        self.arrive()
        self.first_meeting()
        self.second_meeting()
        self.third_meeting()
        self.fourth_meeting()
        self.do("p12", CardQuote, card=key("card", "c12"), allowed=False)
        # Who walks in finds something to do: cards to read, and one to write.
        self.host(StepStart, step=source.steps_of("promises")[-1])
        self.ledger.record(self.community, on_time)

    # -------------------------------------------------------------------- the group

    def arrive(self) -> None:
        """Members, seats, the vision's title and the plan of the meetings."""
        for person in self.people.values():
            if not person.paper:
                self.join(person)
        for person in self.people.values():
            if person.paper:
                self.host(MemberAdd, member=key("member", person.id), name=person.name, role=person.role)
        for who, seat in source.SEATS.items():
            self.host(SeatGive, seat=seat, member=key("member", who))
        self.host(CommunityEdit, title=source.raw()["vision"]["title"])
        for one in source.gatherings():
            self.host(
                MeetingPlan,
                meeting=key("meeting", one.id),
                date=one.date,
                title=one.title,
                place=one.place,
                phases=one.phases,
            )

    def join(self, person: source.Person) -> None:
        """Let one of the people in. Nobody can sign in as one of them; the tour guides in the host's seat."""
        member = Member(
            id=key("member", person.id),
            name=person.name,
            role=person.role,
            organisation=person.organisation,
            facilitator=person.id == source.HOST,
        )
        self.ledger.record(self.community, lambda _room: [MemberJoined(member=member)])

    def open(self, meeting: str) -> None:
        """Open a meeting with who was there."""
        one = next(one for one in source.gatherings() if one.id == meeting)
        present = [key("member", who) for who in one.present]
        self.host(MeetingOpen, meeting=key("meeting", meeting), present=present)

    def close(self, meeting: str) -> None:
        """Close a meeting."""
        self.host(MeetingClose, meeting=key("meeting", meeting))

    def steps(self, *steps: str) -> None:
        """Bring everyone along these steps, writing what was written in each."""
        for step in steps:
            self.host(StepStart, step=step)
            for note in self.notes.values():
                if note.board == step:
                    self.card(note)

    def card(self, note: source.Note) -> None:
        """Write one card."""
        self.do(
            note.writer,
            CardAdd,
            card=key("card", note.id),
            board=note.board,
            column=note.column,
            text=note.text,
            picture=note.picture,
            nameless=note.nameless,
            key=secrets.token_urlsafe(24) if note.nameless else None,
            lang=note.lang,
            translation=note.translation,
            quote=note.quote,
            due=note.due,
            origins=[key("card", origin) for origin in note.origins],
        )

    def group(self, board: str) -> None:
        """Put the cards of a board in their themes."""
        for note in self.notes.values():
            if note.board == board and note.theme:
                self.host(CardGroup, card=key("card", note.id), theme=key("theme", note.theme))

    # ----------------------------------------------------------------- the meetings

    def first_meeting(self) -> None:
        """Choosing and telling: the topic, the stories, what makes us strong."""
        self.open("m1")
        self.steps(*source.steps_of("choosing"))
        chosen = source.raw()["project"]["chosen_topic_card"]
        self.host(TopicSet, card=key("card", chosen))
        self.steps(*source.steps_of("telling"))
        for theme in source.raw()["themes"]:
            self.host(ThemeAdd, theme=key("theme", theme["id"]), name=theme["name"], cards=[])
        self.group(source.board("stories"))
        self.close("m1")

    def second_meeting(self) -> None:
        """Dreaming."""
        self.open("m2")
        self.steps(*source.steps_of("dreaming"))
        self.group(source.board("dreams"))
        self.close("m2")

    def third_meeting(self) -> None:
        """Making: sentences, dots, words; and the first text of the vision."""
        self.open("m3")
        self.steps(*source.steps_of("writing"))
        self.group(source.board("sentences"))
        self.steps(*source.steps_of("weighing"))
        self.dots()
        self.steps(*source.steps_of("words"))
        self.words()
        self.steps(*source.steps_of("text"))
        self.texts()
        self.sources()
        self.close("m3")

    def dots(self) -> None:
        """The dot round."""
        board = source.board("dots")
        self.host(DotsOpen, board=board, budget=1)
        for vote in source.raw()["votes"]:
            self.do(
                vote["voter"],
                DotPlace,
                dot=key("dot", vote["id"]),
                board=board,
                card=key("card", vote["card"]),
            )
        self.host(DotsClose, board=board)

    def words(self) -> None:
        """The word exchange: asked, explained, said in own words, confirmed."""
        for word in source.raw()["jargon"]:
            term = key("term", word["id"])
            self.do(word["asked_by"], TermAsk, term=term, word=word["term"])
            self.do(word["explained_by"], TermExplain, term=term, text=word["professional_says"])
            self.do(word["asked_by"], TermSay, term=term, own_words=word["parent_says"], plain=word["plain"])
            self.do(word["confirmed_by_parent"], TermSettle, term=term)

    def sections(self) -> dict[str, str]:
        """Heading -> id of the sections."""
        return {one.heading: one.id for one in self.ledger.state(self.community)[Section].values()}

    def texts(self) -> None:
        """The text as it was before the first consent round."""
        first = source.raw()["consent_rounds"][0]
        old, new = first["old_sentence"], first["new_sentence"]
        sections = self.sections()
        for chapter in source.chapters():
            texts = [text.replace(new, old) for text in chapter.paragraphs]
            self.write(sections[chapter.heading], seed_text(_named(texts)))

    def sources(self) -> None:
        """Put the cards that there are by now behind the paragraphs they are a source of."""
        sections, cards = self.sections(), self.ledger.state(self.community)[Card]
        for chapter in source.chapters():
            section = sections[chapter.heading]
            for number in chapter.sources:
                if key("card", number) in cards:
                    self.do(
                        "p02",
                        SourceAdd,
                        source=f"{section}-{number}",
                        section=section,
                        paragraph=FIRST_PARAGRAPH,
                        card=key("card", number),
                    )

    def fourth_meeting(self) -> None:
        """Doing: consent in two rounds, promises, agreements. It stays open, so that a visitor comes into a
        meeting that goes on."""
        self.open("m4")
        self.steps(*source.steps_of("consent"))
        first, second = source.raw()["consent_rounds"]
        self.consent(first, adopt=False)
        self.mend(first["old_sentence"], first["new_sentence"])
        self.consent(second, adopt=True)
        self.steps(*source.steps_of("promises"))
        self.sources()
        self.steps(*source.steps_of("agreements"))
        for agreement in source.raw()["agreements"]:
            self.agree(agreement)

    def consent(self, data: dict[str, Any], adopt: bool) -> None:
        """One consent round, everyone in turn."""
        number = str(data["round"])
        one = key("round", number)
        self.host(
            ConsentOpen,
            round=one,
            version=key("version", number),
            label=data["version"],
            members=[key("member", who) for who in data["answers"]],
        )
        reasons = {data[kind]["by"]: data[kind]["text"] for kind in ("objection", "concern") if kind in data}
        for who, answer in data["answers"].items():
            self.do(who, ConsentGive, round=one, answer=source.ANSWERS[answer], reason=reasons.get(who, ""))
        self.host(ConsentClose, round=one, adopt=adopt)

    def mend(self, old: str, new: str) -> None:
        """Change one sentence wherever it stands, as an editor does."""
        sections = self.sections()
        for chapter in source.chapters():
            if any(new in text for text in chapter.paragraphs):
                seeded = [text.replace(new, old) for text in chapter.paragraphs]
                self.write(sections[chapter.heading], replace_in_seed(seeded, old, new))

    def agree(self, data: dict[str, Any]) -> None:
        """Write down one agreement; what nobody knows yet stays open."""
        self.host(
            AgreementAdd,
            agreement=key("agreement", data["id"]),
            text=data["text"],
            owner=key("member", data["owner"]) if data["owner"] else None,
            helpers=_members(data["helpers"]),
            start=data["start"],
            paid_by=source.real(data["paid_by"] or ""),
            card=key("card", data["card"]),
        )


def _members(people: Iterable[str]) -> list[str]:
    return [key("member", who) for who in people]


def _named(paragraphs: list[str]) -> list[tuple[str, str]]:
    """Paragraphs with ids that sources can refer to."""
    return [(f"line-{n}" if n else FIRST_PARAGRAPH, text) for n, text in enumerate(paragraphs)]


def replace_in_seed(seeded: list[str], old: str, new: str) -> bytes:
    """The Yjs bytes with which somebody changes one sentence of a seeded text.

    Only the words that differ are typed, so that cursors and sources stay where they are.

    Args:
        seeded: the paragraphs as they were seeded.
        old: the sentence that stands in one of them.
        new: the sentence that takes its place.
    """
    doc: Doc[XmlFragment] = Doc()
    fragment = doc.get(ROOT, type=XmlFragment)
    doc.apply_update(seed_text(_named(seeded)))
    before = doc.get_state()
    number = next(n for n, text in enumerate(seeded) if old in text)
    paragraph = fragment.children[number]
    text = paragraph.children[0] if isinstance(paragraph, XmlElement) else None
    if not isinstance(text, XmlText):
        raise ValueError("nothing was seeded")
    start, end = difference(old, new)
    place = seeded[number].index(old) + start
    # pycrdt counts in bytes of UTF-8.
    first = len(seeded[number][:place].encode())
    last = first + len(old[start : len(old) - end].encode())
    with doc.transaction():
        if last > first:
            del text[first:last]
        text.insert(first, new[start : len(new) - end])
    return doc.get_update(before)


def difference(old: str, new: str) -> tuple[int, int]:
    """How many letters at the start, and how many of the rest at the end, are the same."""
    shortest = min(len(old), len(new))
    start = next((n for n in range(shortest) if old[n] != new[n]), shortest)
    rest = shortest - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return start, end
