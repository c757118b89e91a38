"""One table per collection of the state; the columns are the record's fields."""

from __future__ import annotations

from typing import cast

from sqlalchemy import BigInteger, Table
from sqlalchemy.orm import Mapped, mapped_column

from phases import DEFAULT_PROCESS
from workshop.models.base import InCommunity


class CommunityState(InCommunity):
    __tablename__ = "community"
    name: Mapped[str]
    language: Mapped[str]
    process: Mapped[str] = mapped_column(server_default=DEFAULT_PROCESS)
    topic: Mapped[str]
    topic_card: Mapped[str | None]
    title: Mapped[str]
    step: Mapped[str | None]
    visited: Mapped[list[str]]
    timer_ends: Mapped[int | None] = mapped_column(BigInteger)
    timer_seconds: Mapped[int | None]


class Member(InCommunity):
    __tablename__ = "members"
    name: Mapped[str]
    role: Mapped[str]
    organisation: Mapped[str | None]
    paper: Mapped[bool]
    facilitator: Mapped[bool]
    removed: Mapped[bool]


class SeatHolder(InCommunity):
    __tablename__ = "seats"
    member: Mapped[str]


class PhaseTitle(InCommunity):
    __tablename__ = "phase_titles"
    name: Mapped[str]


class Prompt(InCommunity):
    __tablename__ = "prompts"
    text: Mapped[str]


class Meeting(InCommunity):
    __tablename__ = "meetings"
    date: Mapped[str]
    title: Mapped[str]
    place: Mapped[str]
    phases: Mapped[list[str]]
    state: Mapped[str]
    present: Mapped[list[str]]


class Board(InCommunity):
    __tablename__ = "boards"
    hidden: Mapped[bool]
    round: Mapped[int]
    dots_open: Mapped[bool]
    dots_budget: Mapped[int]
    dots_totals: Mapped[dict[str, int] | None]


class Card(InCommunity):
    __tablename__ = "cards"
    board: Mapped[str]
    column: Mapped[str]
    rank: Mapped[str]
    text: Mapped[str]
    picture: Mapped[str | None]
    author: Mapped[str | None]
    nameless: Mapped[bool]
    hidden: Mapped[bool]
    key: Mapped[str | None]
    lang: Mapped[str]
    translation: Mapped[str]
    theme: Mapped[str | None]
    quote: Mapped[bool]
    origins: Mapped[list[str]]
    due: Mapped[str | None]
    rev: Mapped[int]


class Theme(InCommunity):
    __tablename__ = "themes"
    name: Mapped[str]
    rank: Mapped[str]


class Dot(InCommunity):
    __tablename__ = "dots"
    board: Mapped[str]
    round: Mapped[int]
    member: Mapped[str]
    card: Mapped[str]
    typed_by: Mapped[str | None]


class Term(InCommunity):
    __tablename__ = "terms"
    word: Mapped[str]
    asked_by: Mapped[str | None]
    explanation: Mapped[str]
    explained_by: Mapped[str | None]
    own_words: Mapped[str]
    said_by: Mapped[str | None]
    plain: Mapped[str]
    settled_by: Mapped[str | None]
    state: Mapped[str]


class Wording(InCommunity):
    __tablename__ = "wordings"
    words: Mapped[str]


class Section(InCommunity):
    __tablename__ = "sections"
    heading: Mapped[str]
    level: Mapped[int]
    rank: Mapped[str]
    kind: Mapped[str]
    block: Mapped[str | None]
    removed: Mapped[bool]


class Source(InCommunity):
    __tablename__ = "sources"
    section: Mapped[str]
    paragraph: Mapped[str]
    card: Mapped[str]


class Version(InCommunity):
    __tablename__ = "versions"
    label: Mapped[str]
    date: Mapped[str]
    adopted: Mapped[str | None]


class ConsentRound(InCommunity):
    __tablename__ = "rounds"
    version: Mapped[str]
    number: Mapped[int]
    members: Mapped[list[str]]
    answered: Mapped[int]
    state: Mapped[str]
    adopted: Mapped[bool]


class ConsentAnswer(InCommunity):
    __tablename__ = "answers"
    round: Mapped[str]
    member: Mapped[str]
    answer: Mapped[str]
    reason: Mapped[str]
    revealed: Mapped[bool]
    typed_by: Mapped[str | None]


class Agreement(InCommunity):
    __tablename__ = "agreements"
    text: Mapped[str]
    owner: Mapped[str | None]
    helpers: Mapped[list[str]]
    start: Mapped[str | None]
    paid_by: Mapped[str]
    card: Mapped[str | None]
    section: Mapped[str | None]
    rank: Mapped[str]
    rev: Mapped[int]


COLLECTION_TABLES: dict[str, Table] = {
    model.__tablename__: cast(Table, model.__table__)
    for model in (
        CommunityState, Member, SeatHolder, PhaseTitle, Prompt, Meeting, Board, Card, Theme, Dot, Term,
        Wording, Section, Source, Version, ConsentRound, ConsentAnswer, Agreement,
    )
}
"""Collection name -> its table."""
