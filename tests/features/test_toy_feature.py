"""A feature is one folder: this one, of sixty lines, works everywhere although nothing else knows it.

The lines between the two rulers are what a feature's folder holds. They are driven through parsing,
rights, deciding, folding, reactions, redaction, the table, the journal, TypeScript and the protocol.
"""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import MetaData, create_engine, insert

from tests.features.group import CORE, FACILITATOR, GUEST, PAPER, PARENT, GroupFixture
from workshop.core import text
from workshop.core.access import Actor, core_team, every_member
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.feature import Catalogue, Feature, on
from workshop.core.protocol import markdown
from workshop.core.schema import (
    Command,
    CommandType,
    Fact,
    FactType,
    Id,
    Line,
    Record,
    RecordType,
    SchemaError,
    drop,
    members,
    put,
)
from workshop.core.sight import EVERYBODY, Sight
from workshop.core.state import State, fold
from workshop.core.typescript import typescript
from workshop.core.visibility import redact, view
from workshop.features import FEATURES
from workshop.features.members.schema import MemberRemoved
from workshop.live.parsing import Parser
from workshop.refusals import MESSAGES
from workshop.store.broker import MemoryBroker
from workshop.store.database import Database
from workshop.store.journal import Journal
from workshop.store.ledger import Ledger
from workshop.store.tables import CommunityRow, state_tables
from workshop.tables import METADATA, accounts

# --------------------------------------------------------------------------- the feature
SECRET_SHARED: Sight[Wish] = Sight(
    owners=lambda wish: members(wish.author) if wish.secret else members(),
    public=lambda wish: None if wish.secret else wish,
    own=lambda wish: wish,
)


class Wish(Record, collection="wishes", sight=SECRET_SHARED):
    """Something that somebody wishes."""

    text: str
    author: str | None
    secret: bool = False
    votes: list[str] = []


class WishMake(Command, tag="wish.make", who=every_member, offline="kept", on_behalf=True):
    """Make a wish."""

    wish: Id
    text: Line
    secret: bool = False


class WishGrant(Command, tag="wish.grant", who=core_team, offline="waits", on_behalf=False):
    """Take a wish that came true off the list."""

    wish: Id


class WishMade(Fact, tag="wish.made"):
    """There is a wish."""

    wish: Wish
    op = put(Wish, "wish")


class WishGranted(Fact, tag="wish.granted"):
    """A wish came true."""

    wish: str
    op = drop(Wish, "wish", erases=True)


def make(context: Context, actor: Actor, command: WishMake) -> list[Fact]:
    """Make a wish."""
    if len(context.state[Wish]) >= 3:
        raise DomainError("wish.enough")
    words = text.plain(command.text)
    return [WishMade(wish=Wish(id=command.wish, text=words, author=actor.id, secret=command.secret))]


def grant(context: Context, actor: Actor, command: WishGrant) -> list[Fact]:
    """Take a wish off the list."""
    return [WishGranted(wish=context.find(Wish, command.wish).id)]


@on(MemberRemoved)
def forget(context: Context, fact: MemberRemoved) -> list[Fact]:
    """The wishes of who leaves go along."""
    return [WishGranted(wish=one.id) for one in context.state[Wish].values() if one.author == fact.member.id]


TOY = Feature(
    name="wishes",
    records=(Wish,),
    decisions={WishMake: make, WishGrant: grant},
    facts=(WishMade, WishGranted),
    reactions=(forget,),
    messages={"wish.enough": "Three wishes are enough."},
)
# --------------------------------------------------------------------------- what follows from it

CATALOGUE = Catalogue((*FEATURES, TOY))


class ToyGroup(GroupFixture):
    """A group in a program that has the feature."""

    catalogue = CATALOGUE


@pytest.fixture
def group() -> ToyGroup:
    group = ToyGroup("dis-2")
    group.do(PARENT, WishMake, wish="wish-001", text="  Meer   bankjes ")
    group.do(PARENT, WishMake, wish="wish-002", text="Een geheim", secret=True)
    return group


def test_the_feature_is_no_more_than_sixty_lines() -> None:
    source = inspect.getsource(sys.modules[__name__]).split("# -------")[1]
    lines = [line for line in source.splitlines()[1:] if line.strip()]
    assert len(lines) <= 60


def test_its_commands_are_parsed() -> None:
    parser = Parser(CATALOGUE)
    event = '["wish.make",{"command":"command-1","wish":"wish-001","text":"Meer bankjes"}]'
    assert parser.read(event, []) == WishMake(command="command-1", wish="wish-001", text="Meer bankjes")
    for wrong, code in (("", "text.empty"), ("a" * 201, "text.too_long")):
        with pytest.raises(DomainError) as refused:
            parser.read(event.replace("Meer bankjes", wrong), [])
        assert refused.value.code == code
    with pytest.raises(DomainError):
        Parser(Catalogue(FEATURES)).read(event, [])


def test_its_rights_hold(group: ToyGroup) -> None:
    assert group.refused(PARENT, WishGrant, wish="wish-001") == "not_allowed"
    group.do(CORE, WishMake, wish="wish-003", text="Koffie", as_member=PAPER)
    assert group.state[Wish]["wish-003"].author == PAPER
    assert group.refused(CORE, WishGrant, wish="wish-001", as_member=PAPER) == "not_allowed"


def test_it_decides_and_is_folded(group: ToyGroup) -> None:
    assert group.state[Wish]["wish-001"].text == "Meer bankjes"
    group.do(CORE, WishMake, wish="wish-003", text="Koffie")
    assert group.refused(GUEST, WishMake, wish="wish-004", text="Nog een") == "wish.enough"
    group.do(CORE, WishGrant, wish="wish-001")
    assert set(group.state[Wish]) == {"wish-002", "wish-003"}
    assert group.refused(CORE, WishGrant, wish="wish-001") == "not_found"


def test_it_reacts_to_facts_of_other_features(group: ToyGroup) -> None:
    from workshop.features.members.schema import MemberRemove

    facts = group.do(FACILITATOR, MemberRemove, member=PARENT)
    assert [type(fact) for fact in facts][-3:] == [WishGranted, WishGranted, MemberRemoved]
    assert group.state[Wish] == {}


def test_it_is_redacted(group: ToyGroup) -> None:
    assert set(view(group.state, PARENT)[Wish]) == {"wish-001", "wish-002"}
    assert set(view(group.state, GUEST)[Wish]) == {"wish-001"}
    fact = WishMade(wish=group.state[Wish]["wish-002"])
    assert redact(fact, PARENT) == fact and redact(fact, GUEST) is None
    seen = fold(view(group.state, GUEST), [])
    assert seen[Wish] == view(group.state, GUEST)[Wish]


def test_it_is_kept_in_a_table_and_in_the_journal(tmp_path: Path) -> None:
    metadata = MetaData(naming_convention=METADATA.naming_convention)
    for table in METADATA.tables.values():
        if table.name not in CATALOGUE.records:
            table.to_metadata(metadata)
    tables = state_tables(CATALOGUE.records, metadata)
    assert list(tables["wishes"].c.keys()) == ["community_id", "id", "text", "author", "secret", "votes"]
    address = f"sqlite:///{tmp_path / 'toy.sqlite'}"
    metadata.create_all(create_engine(address))
    db, journal = Database(address, "OFF"), Journal(CATALOGUE, tables)
    with db.begin() as conn:
        project = {"id": "p", "name": "P", "owner": "", "partners": "", "funder": "", "created": _day()}
        conn.execute(insert(accounts.Project), project)
        row = {
            "id": "c",
            "project_id": "p",
            "slug": "l",
            "join_code": "ABC234",
            "demo": False,
            "created": _day(),
        }
        conn.execute(insert(CommunityRow), row)
    ledger = Ledger(db, journal, CATALOGUE, MemoryBroker())
    founding = ToyGroup().history
    ledger.record("c", lambda _context: list(founding))
    ledger.carry_out("c", PARENT, WishMake(command="command-1", wish="wish-001", text="Meer bankjes"))
    with db.read() as conn:
        fresh = journal.read_state(conn, "c")
        facts = [numbered.fact for numbered in journal.facts_since(conn, "c", len(founding))]
    assert fresh == ledger.state("c") and fresh is not None
    assert fresh[Wish]["wish-001"].text == "Meer bankjes"
    assert facts == [WishMade(wish=fresh[Wish]["wish-001"])]


def test_the_browser_gets_its_types_and_traits() -> None:
    generated = typescript(CATALOGUE, {})
    assert "export interface Wish {\n  id: string;\n  text: string;\n  author: string | null;" in generated
    assert '"wish.made": {"kind": "put", "collection": "wishes", "field": "wish"}' in generated
    assert '"wish.make": {"offline": "kept", "on_behalf": true}' in generated
    assert "wishes: Record<string, Wish>;" in generated


def test_it_stands_in_the_protocol() -> None:
    page = markdown(CATALOGUE, {**MESSAGES, **TOY.messages})
    assert "### Wish\n\nCollection `wishes`. Something that somebody wishes." in page
    assert "### `wish.grant`\n\nTake a wish that came true off the list.\n\nWho: `core_team`." in page
    assert "Does: drops the record named by `wish` in `wishes`." in page
    assert "| `wish.enough` | Three wishes are enough. |" in page


# --------------------------------------------------------------------------- nothing by default


@pytest.mark.parametrize("left_out", ["who", "offline", "on_behalf"])
def test_a_command_that_leaves_something_out_cannot_be_made(left_out: str) -> None:
    said: dict[str, Any] = {"who": every_member, "offline": "kept", "on_behalf": False}
    del said[left_out]
    with pytest.raises(SchemaError, match=left_out):
        CommandType("Careless", (Command,), {"__annotations__": {}}, tag="careless", **said)


@pytest.mark.parametrize("said", [{"sight": EVERYBODY}, {"collection": "things"}])
def test_a_record_that_leaves_something_out_cannot_be_made(said: dict[str, Any]) -> None:
    with pytest.raises(SchemaError):
        RecordType("Careless", (Record,), {"__annotations__": {}}, **said)


def test_a_fact_that_does_nothing_cannot_be_made() -> None:
    with pytest.raises(SchemaError):
        FactType("Careless", (Fact,), {"__annotations__": {}}, tag="careless")


@pytest.mark.parametrize(
    "feature",
    [
        Feature(name="again", records=(Wish,)),
        Feature(name="again", facts=(WishMade,)),
        Feature(name="again", handled=(WishMake,)),
        Feature(name="again", messages={"wish.enough": "Again."}),
    ],
)
def test_nothing_is_declared_twice(feature: Feature) -> None:
    with pytest.raises(SchemaError):
        Catalogue((*FEATURES, TOY, feature))


def test_a_fact_is_about_a_record_that_a_feature_keeps() -> None:
    with pytest.raises(SchemaError):
        Catalogue((Feature(name="half", facts=(WishMade,)),))


def test_a_reaction_may_not_refuse(group: ToyGroup) -> None:
    @on(WishGranted)
    def refuse(context: Context, fact: WishGranted) -> list[Fact]:
        raise DomainError("not_allowed")

    stubborn = Catalogue((*FEATURES, TOY, Feature(name="stubborn", reactions=(refuse,))))
    with pytest.raises(RuntimeError):
        list(stubborn.carry_through(group.context, [WishGranted(wish="wish-001")]))


def _day() -> object:
    from datetime import datetime

    return datetime(2027, 1, 1)


def test_a_state_reads_as_json(group: ToyGroup) -> None:
    assert isinstance(group.state, State)
    assert b'"wishes"' in msgspec.json.encode(group.state.collections)
