"""Whatever happened in a community: nothing leaves it that its people did not allow."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from exports.formats import docx
from exports.outline import voices
from exports.outline.document import build
from exports.outline.model import Outline, Table, Voice
from exports.outline.words import ONE_OF_ROLE, Words
from phases import process
from tests.exports import lindebuurt
from tests.exports.reading import parts_of, words_of
from workshop.core.state import State
from workshop.features.agreements.schema import Agreement
from workshop.features.cards.schema import Card
from workshop.features.community.decide import community_of
from workshop.features.members.schema import Member
from workshop.features.sections.schema import Section, Source

PLACES = [(step.id, column.id) for step in process().steps.values() for column in step.columns]
MEMBERS = [f"member{number}" for number in range(6)]
PEOPLE = st.sampled_from([*MEMBERS, "gone"])
CARDS = [f"card{number}" for number in range(12)]
ROLES = ["parent", "professional", "researcher", "guest"]


@st.composite
def communities(draw: st.DrawFn) -> State:
    """A community in which cards, people and everything that points at them are arbitrary.

    Card n says "SECRETn" and its translation "OTHERn"; member n is called "NAMEn".
    """
    state = lindebuurt.state()
    for name in ("cards", "members", "agreements", "sources", "seats", "themes", "answers", "rounds"):
        state.collections[name] = {}
    for number, member in enumerate(MEMBERS):
        removed = draw(st.booleans())
        lindebuurt.put(state, "members", Member(
            id=member, name="" if removed else f"NAME{number}.", role=draw(st.sampled_from(ROLES)),
            removed=removed, facilitator=draw(st.booleans()),
        ))  # fmt: skip
    for number, card in enumerate(CARDS):
        if draw(st.booleans()):
            lindebuurt.put(state, "cards", _card(draw, number, card))
    for number in range(draw(st.integers(0, 8))):
        lindebuurt.put(state, "sources", Source(
            id=f"source{number}", section=draw(st.sampled_from(sorted(state[Section]))), paragraph="",
            card=draw(st.sampled_from(CARDS)),
        ))  # fmt: skip
    for number in range(draw(st.integers(0, 3))):
        lindebuurt.put(state, "agreements", Agreement(
            id=f"agreement{number}", text="Wij doen dit.", owner=draw(st.none() | PEOPLE),
            helpers=draw(st.lists(PEOPLE, unique=True)), card=draw(st.none() | st.sampled_from(CARDS)),
        ))  # fmt: skip
    topic = draw(st.none() | st.sampled_from(range(len(CARDS))))
    if topic is not None:
        text = f"SECRET{topic}."
        lindebuurt.put(state, "community", replace(community_of(state), topic=text, topic_card=CARDS[topic]))
    return state


def _card(draw: st.DrawFn, number: int, identity: str) -> Card:
    board, column = draw(st.sampled_from(PLACES))
    nameless = draw(st.booleans())
    return Card(
        id=identity, board=board, column=column, rank="a", text=f"SECRET{number}.", nameless=nameless,
        author=None if nameless else draw(st.none() | PEOPLE),
        hidden=draw(st.booleans()), quote=draw(st.booleans()), quote_name=draw(st.booleans()),
        lang=draw(st.sampled_from(["nl", "tr", "ar"])),
        translation=draw(st.sampled_from(["", f"OTHER{number}."])),
        due=draw(st.sampled_from([None, "2027-05-01"])),
    )  # fmt: skip


def built(state: State, adopted: bool = True) -> Outline:
    version = lindebuurt.VERSION if adopted else None
    return build(state, lindebuurt.texts(), lindebuurt.PROJECT, "nl", version, today=lindebuurt.TODAY)


def quotable(state: State, number: int) -> bool:
    card = state[Card].get(CARDS[number])
    return card is not None and card.quote and not card.hidden


def quotes_of(outline: Outline) -> list[Voice]:
    return [block for one in outline.chapters for block in one.blocks if isinstance(block, Voice)]


def alike(state: State, role: str) -> list[bool]:
    return [member.role == role and not member.removed for member in state[Member].values()]


@given(state=communities(), adopted=st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_only_cards_with_permission_are_quoted(state: State, adopted: bool) -> None:
    text = "\n".join(words_of(built(state, adopted)))
    on_voice_boards = {board for _title, boards in voices.groups(process()) for board in boards}
    for number, identity in enumerate(CARDS):
        if not quotable(state, number):
            assert f"SECRET{number}." not in text
            assert f"OTHER{number}." not in text
        elif state[Card][identity].board in on_voice_boards:
            assert f"SECRET{number}." in text


@given(state=communities())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_only_who_promised_something_is_named_and_only_there(state: State) -> None:
    for card in list(state[Card].values()):
        lindebuurt.put(state, "cards", replace(card, quote_name=False))
    outline = built(state)
    tables = [block for chapter in outline.chapters for block in chapter.blocks if isinstance(block, Table)]
    promises = [table for table in tables if table.caption == "Onze afspraken"]
    allowed = "\n".join(words_of(tuple(promises)))
    owners = {agreement.owner for agreement in state[Agreement].values()}
    for number, identity in enumerate(MEMBERS):
        name = f"NAME{number}."
        named = identity in owners and not state[Member][identity].removed
        assert (name in allowed) == named
        assert "\n".join(words_of(outline)).count(name) == allowed.count(name)


@given(state=communities(), adopted=st.booleans())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_quote_has_the_name_of_who_wanted_that_and_of_nobody_else(state: State, adopted: bool) -> None:
    together = "samen geschreven"
    said = [one for one in quotes_of(built(state, adopted)) if one.by != together]
    alone = [role for role in ONE_OF_ROLE if sum(alike(state, role)) == 1]
    for number, identity in enumerate(CARDS):
        card = state[Card].get(identity)
        for voice in (one for one in said if one.text == f"SECRET{number}."):
            member = state[Member].get(card.author) if card and card.author else None
            named = card is not None and card.quote_name and member is not None and not member.removed
            assert (voice.by == (member.name if member else "")) == named
            assert voice.by not in {Words("nl").one_of(role) for role in alone}


@given(state=communities())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_file_holds_no_more_than_the_outline(state: State) -> None:
    outline = built(state)
    text = "\n".join(words_of(outline))
    packed = b"\n".join(parts_of(docx.render(outline)).values())
    for number in range(len(CARDS)):
        for word in (f"SECRET{number}.", f"OTHER{number}.", f"NAME{number}."):
            if word not in text:
                assert word.encode() not in packed
    for identity in (*MEMBERS, *CARDS):
        assert identity.encode() not in packed
