"""Who may do what: every command, for everybody who can be in the room."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from msgspec import inspect

from tests.features.group import (
    CORE,
    FACILITATOR,
    GUEST,
    KEY,
    OTHER_PARENT,
    PARENT,
    PROFESSIONAL,
    RESEARCHER,
    GroupFixture,
    make,
)
from workshop.core.access import Actor
from workshop.core.feature import refusal
from workshop.core.schema import Command, tag_of
from workshop.features import CATALOGUE
from workshop.features.cards.schema import Card, CardAdd, owns
from workshop.features.comments.schema import CommentAdd
from workshop.features.consent.schema import ConsentAgain
from workshop.features.cowriting.schema import VisionClose, VisionCursor, VisionOpen, VisionUpdate
from workshop.features.document.schema import DocumentCheck
from workshop.features.members.actors import actor_of
from workshop.features.presence.schema import Enter, Writing
from workshop.features.readings.schema import ReactionShow, ReadingReactions
from workshop.features.terms.schema import TermForms
from workshop.features.translations.schema import TranslationRead, TranslationWrite
from workshop.features.versions.schema import VersionCompare, VersionRead, VersionRestore
from workshop.features.wordings.schema import LanguageCheck

WHO = [PARENT, PROFESSIONAL, RESEARCHER, GUEST, CORE, FACILITATOR]
"""The columns of the table. `CORE` is a parent in a seat; `FACILITATOR` a professional."""

TABLE = """
                        parent              professional        researcher          guest               core        facilitator
enter                   yes                 yes                 yes                 yes                 yes         yes
writing                 yes                 yes                 yes                 yes                 yes         yes
community.edit          no                  no                  no                  no                  yes         yes
topic.set               no                  no                  no                  no                  yes         yes
member.add              no                  no                  no                  no                  yes         yes
member.edit             yes                 yes                 yes                 yes                 yes         yes
member.remove:self      yes                 yes                 yes                 yes                 yes         yes
member.remove:other     no                  no                  no                  no                  yes         yes
member.remove:host      no                  no                  no                  no                  no          yes
seat.give               no                  no                  no                  no                  no          yes
step.start              no                  no                  no                  no                  yes         yes
timer.start             no                  no                  no                  no                  yes         yes
timer.stop              no                  no                  no                  no                  yes         yes
phase.rename            no                  no                  no                  no                  yes         yes
prompt.set              no                  no                  no                  no                  yes         yes
meeting.plan            no                  no                  no                  no                  yes         yes
meeting.agenda          no                  no                  no                  no                  yes         yes
meeting.go_to           no                  no                  no                  no                  yes         yes
meeting.open            no                  no                  no                  no                  yes         yes
meeting.close           no                  no                  no                  no                  yes         yes
meeting.remove          no                  no                  no                  no                  yes         yes
card.add                yes                 yes                 yes                 yes                 yes         yes
card.edit:own           yes                 yes                 yes                 yes                 yes         yes
card.edit:other         card.not_yours      card.not_yours      card.not_yours      card.not_yours      card.not_yours  card.not_yours
card.edit:nameless      card.not_yours      card.not_yours      card.not_yours      card.not_yours      card.not_yours  card.not_yours
card.edit:key           yes                 yes                 yes                 yes                 yes         yes
card.edit:shared        yes                 yes                 yes                 yes                 yes         yes
card.move               yes                 yes                 yes                 yes                 yes         yes
card.withdraw:own       yes                 yes                 yes                 yes                 yes         yes
card.withdraw:other     card.not_yours      card.not_yours      card.not_yours      card.not_yours      yes         yes
card.withdraw:nameless  card.not_yours      card.not_yours      card.not_yours      card.not_yours      yes         yes
card.withdraw:key       yes                 yes                 yes                 yes                 yes         yes
card.withdraw:shared    no                  no                  no                  no                  yes         yes
card.quote:own          yes                 yes                 yes                 yes                 yes         yes
card.quote:other        card.not_yours      card.not_yours      card.not_yours      card.not_yours      card.not_yours  card.not_yours
card.quote:nameless     card.not_yours      card.not_yours      card.not_yours      card.not_yours      card.not_yours  card.not_yours
card.quote:key          yes                 yes                 yes                 yes                 yes         yes
card.quote:shared       no                  no                  no                  no                  yes         yes
card.group              yes                 yes                 yes                 yes                 yes         yes
theme.add               yes                 yes                 yes                 yes                 yes         yes
theme.rename            yes                 yes                 yes                 yes                 yes         yes
theme.remove            yes                 yes                 yes                 yes                 yes         yes
board.hide              no                  no                  no                  no                  yes         yes
board.reveal            no                  no                  no                  no                  yes         yes
dots.open               no                  no                  no                  no                  yes         yes
dot.place               yes                 yes                 yes                 yes                 yes         yes
dot.take                yes                 yes                 yes                 yes                 yes         yes
dots.close              no                  no                  no                  no                  yes         yes
term.ask                yes                 yes                 yes                 yes                 yes         yes
term.explain            term.not_professional  yes              yes                 term.not_professional  term.not_professional  yes
term.say                yes                 term.not_parent     term.not_parent     term.not_parent     yes         term.not_parent
term.settle             yes                 term.not_parent     term.not_parent     term.not_parent     yes         term.not_parent
term.remove             no                  no                  no                  no                  yes         yes
section.add             yes                 yes                 yes                 yes                 yes         yes
section.edit            yes                 yes                 yes                 yes                 yes         yes
section.move            yes                 yes                 yes                 yes                 yes         yes
section.writers         no                  no                  no                  no                  yes         yes
section.remove          no                  no                  no                  no                  yes         yes
section.restore         no                  no                  no                  no                  yes         yes
source.add              yes                 yes                 yes                 yes                 yes         yes
source.remove           yes                 yes                 yes                 yes                 yes         yes
version.freeze            no                  no                  no                  no                  yes         yes
version.name            no                  no                  no                  no                  yes         yes
version.restore         no                  no                  no                  no                  yes         yes
document.check          yes                 yes                 yes                 yes                 yes         yes
private.accept          yes                 yes                 yes                 yes                 yes         yes
private.reopen          yes                 yes                 yes                 yes                 yes         yes
version.read            yes                 yes                 yes                 yes                 yes         yes
version.compare         yes                 yes                 yes                 yes                 yes         yes
comment.add             yes                 yes                 yes                 yes                 yes         yes
comment.withdraw:own    yes                 yes                 yes                 yes                 yes         yes
comment.withdraw:other  comment.not_yours   comment.not_yours   comment.not_yours   comment.not_yours   yes         yes
comment.settle          yes                 yes                 yes                 yes                 yes         yes
comment.reopen          yes                 yes                 yes                 yes                 yes         yes
comment.seen:own        yes                 yes                 yes                 yes                 yes         yes
comment.seen:other      comment.not_yours   comment.not_yours   comment.not_yours   comment.not_yours   comment.not_yours  comment.not_yours
unclear.add             yes                 yes                 yes                 yes                 yes         yes
unclear.remove          yes                 yes                 yes                 yes                 yes         yes
hard_sentence.clear     yes                 yes                 yes                 yes                 yes         yes
translation.read        yes                 yes                 yes                 yes                 yes         yes
translation.write       yes                 yes                 yes                 yes                 yes         yes
reading.open            no                  no                  no                  no                  yes         yes
reading.close           no                  no                  no                  no                  yes         yes
reading.reactions       yes                 yes                 yes                 yes                 yes         yes
reaction.show           no                  no                  no                  no                  yes         yes
consent.open            no                  no                  no                  no                  yes         yes
consent.absent          no                  no                  no                  no                  yes         yes
consent.again           no                  no                  no                  no                  yes         yes
consent.reword          yes                 yes                 yes                 yes                 yes         yes
consent.answer          yes                 yes                 yes                 yes                 yes         yes
consent.close           no                  no                  no                  no                  yes         yes
agreement.add           yes                 yes                 yes                 yes                 yes         yes
agreement.edit          yes                 yes                 yes                 yes                 yes         yes
agreement.remove        yes                 yes                 yes                 yes                 yes         yes
vision.open             yes                 yes                 yes                 yes                 yes         yes
vision.update           yes                 yes                 yes                 yes                 yes         yes
vision.cursor           yes                 yes                 yes                 yes                 yes         yes
vision.close            yes                 yes                 yes                 yes                 yes         yes
language.check          yes                 yes                 yes                 yes                 yes         yes
term.forms              yes                 yes                 yes                 yes                 yes         yes
wording.accept          yes                 yes                 yes                 yes                 yes         yes
wording.reopen          yes                 yes                 yes                 yes                 yes         yes
screen.point            no                  no                  no                  no                  yes         yes
screen.name             yes                 yes                 yes                 yes                 yes         yes
"""  # noqa: E501
"""Command (and on what) -> for everybody `yes`, `no` (not_allowed), or the code of the refusal.
A service may still say no, to anybody: `consent.answer` to who was not asked, `comment.settle` to who does
not write in its section, for example."""

ROWS = {line.split()[0]: line.split()[1:] for line in TABLE.strip().splitlines()[1:]}
KINDS = {tag_of(kind): kind for kind in CATALOGUE.commands.values()}
LIVE = {
    ConsentAgain,
    DocumentCheck,
    Enter,
    LanguageCheck,
    TermForms,
    ReactionShow,
    ReadingReactions,
    TranslationRead,
    TranslationWrite,
    VersionCompare,
    VersionRead,
    VersionRestore,
    VisionClose,
    VisionCursor,
    VisionOpen,
    VisionUpdate,
    Writing,
}
"""Commands of the connection itself, which no service decides on."""


def sample(kind: inspect.Type, name: str) -> Any:
    """Return a value that a field takes."""
    if isinstance(kind, inspect.Metadata):
        return sample(kind.type, name)
    if isinstance(kind, inspect.LiteralType):
        return kind.values[0]
    if isinstance(kind, inspect.ListType):
        return [sample(kind.item_type, name)] * (kind.min_length or 0)
    simple: dict[type[inspect.Type], Any] = {
        inspect.IntType: 60 if name == "seconds" else 1,
        inspect.BoolType: True,
        inspect.BytesType: b"",
    }
    strings = {
        "date": "2027-05-01",
        "language": "nl",
        "lang": "so",
        "address": "a" * 24,
        "label": "1.0",
        "phase": "dream",
        "fingerprint": 16 * "0",
    }
    return simple.get(type(kind), strings.get(name, "record-0001"))


def example(kind: type[Command], **fields: Any) -> Command:
    """Return a command of this kind with every required field filled in."""
    described = inspect.type_info(kind)
    assert isinstance(described, inspect.StructType)
    needed = {f.name: sample(f.type, f.name) for f in described.fields if f.required and f.name != "command"}
    if not all(isinstance(value, str | int | list) for value in needed.values()):
        return kind(command="command-1", **{**needed, **fields})
    return make(kind, **{**needed, **fields})


@pytest.fixture(scope="module")
def group() -> GroupFixture:
    group = GroupFixture("dis-2", "des-2")
    for who in WHO:
        group.card(f"card-{who}", who=who)
        group.do(who, CommentAdd, comment=f"comment-{who}", section="section-01", words="Wij.", text="Wie?")
    said = {"section": "section-01", "words": "Wij.", "text": "Wie?"}
    group.do(OTHER_PARENT, CommentAdd, comment="comment-other", **said)
    group.card("card-other", who=OTHER_PARENT)
    group.card("card-nameless", who=PARENT, nameless=True, key=KEY)
    group.card("card-shared", board="des-2", column="statement")
    return group


def given(row: str, who: str) -> Command:
    name, _, on = row.partition(":")
    fields: dict[str, dict[str, Any]] = {
        "own": {"card": f"card-{who}"},
        "other": {"card": "card-other"},
        "nameless": {"card": "card-nameless"},
        "key": {"card": "card-nameless", "key": KEY},
        "shared": {"card": "card-shared"},
        "": {},
    }
    if name in ("comment.withdraw", "comment.seen"):
        return example(KINDS[name], comment=f"comment-{who if on == 'own' else 'other'}")
    if name == "member.remove":
        return example(KINDS[name], member={"self": who, "other": OTHER_PARENT, "host": FACILITATOR}[on])
    return example(KINDS[name], **fields[on])


@pytest.mark.parametrize("row", ROWS)
def test_who_may(row: str, group: GroupFixture) -> None:
    found = {}
    for who in WHO:
        actor = actor_of(group.state, who)
        assert actor is not None
        code = refusal(actor, given(row, who), group.state)
        found[who] = "no" if code == "not_allowed" else code or "yes"
    assert found == dict(zip(WHO, ROWS[row], strict=True))


def test_every_command_stands_in_the_table() -> None:
    assert {row.partition(":")[0] for row in ROWS} == set(KINDS)


def test_every_command_has_a_service_or_is_of_the_connection() -> None:
    assert (
        set(CATALOGUE.decisions) | LIVE == set(CATALOGUE.commands.values())
        and not set(CATALOGUE.decisions) & LIVE
    )


@pytest.mark.parametrize("name", [tag_of(kind) for kind in CATALOGUE.decisions])
def test_what_is_refused_here_is_refused_before_any_service_looks(name: str, group: GroupFixture) -> None:
    for row in (row for row in ROWS if row.partition(":")[0] == name):
        for who, expected in zip(WHO, ROWS[row], strict=True):
            if expected != "yes":
                command = given(row, who)
                fields = msgspec.structs.asdict(command)
                del fields["command"]
                code = group.refused(who, type(command), **fields)
                assert code == ("not_allowed" if expected == "no" else expected)


def test_a_card_that_is_gone_is_nobodys_so_the_service_says_it_is_gone(group: GroupFixture) -> None:
    for name in ("card.edit", "card.withdraw", "card.quote"):
        actor = actor_of(group.state, PARENT)
        assert actor is not None
        assert refusal(actor, example(KINDS[name], card="card-0404"), group.state) is None


def test_an_own_card_is_known_by_its_author_or_by_its_key(group: GroupFixture) -> None:
    cards, writer = group.state[Card], Actor(PARENT, "parent")
    assert owns(writer, cards[f"card-{PARENT}"], None)
    assert not owns(writer, cards["card-other"], KEY)
    assert not owns(writer, cards["card-nameless"], None)
    assert owns(Actor(GUEST, "guest"), cards["card-nameless"], KEY)
    assert not owns(writer, cards["card-shared"], None)


def test_who_left_is_nobody() -> None:
    group = GroupFixture("dis-2")
    assert actor_of(group.state, "member-404") is None
    seated = actor_of(group.state, CORE)
    assert seated == Actor(CORE, "parent", steering=True)
    assert actor_of(group.state, FACILITATOR) == Actor(FACILITATOR, "professional", True, True)
    assert isinstance(example(CardAdd), CardAdd)
