"""The ledger: what it answered is in the database, and the database reads back as the same state."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select

from tests.core.records import MEMBERS, facts
from workshop.accounts.tables import Project
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.core.state import fold
from workshop.core.visibility import redact, view
from workshop.features import CATALOGUE
from workshop.features.agenda.schema import StepStarted, TopicChanged, TopicSet
from workshop.features.agreements.schema import AgreementAdd, AgreementEdit, AgreementRemoved
from workshop.features.cards.schema import Card, CardAdd, CardEdit, CardWithdraw
from workshop.features.community.decide import community_of
from workshop.features.community.schema import Community, CommunityEdited
from workshop.features.members.schema import Member, MemberEdit, MemberJoined, SeatGiven, SeatHolder
from workshop.features.terms.schema import TermAsk, TermRemoved
from workshop.migrations import migrate
from workshop.store import ledger as ledgers
from workshop.store.broker import MemoryBroker, Subscriber
from workshop.store.database import Database
from workshop.store.journal import Journal, Numbered
from workshop.store.ledger import Ledger, Work
from workshop.store.tables import CommunityRow, FactRow
from workshop.tables import METADATA, STATE_TABLES

COMMUNITY = "community-1"
JOURNAL = Journal(CATALOGUE, STATE_TABLES)
log_table = FactRow.metadata.tables["facts"]


def open_ledger(path: Path, broker: MemoryBroker | None = None) -> tuple[Database, Ledger]:
    """A ledger on a database of its own, with one founded community."""
    db = Database(f"sqlite:///{path}", "OFF")
    migrate(db, METADATA)
    now = datetime.now(UTC)
    with db.begin() as conn:
        conn.execute(
            insert(Project).values(id="project-1", name="P", owner="", partners="", funder="", created=now)
        )
        conn.execute(
            insert(CommunityRow).values(
                id=COMMUNITY, project_id="project-1", slug="l", join_code="ABC234", demo=False, created=now
            )
        )
    ledger = Ledger(db, JOURNAL, CATALOGUE, broker or MemoryBroker())
    ledger.record(
        COMMUNITY,
        lambda _room: [
            CommunityEdited(community=Community(id="community", name="L", language="nl", topic="T")),
            MemberJoined(member=Member(id="yara-001", name="Yara", role="parent")),
            MemberJoined(member=Member(id="bram-001", name="Bram", role="parent")),
            StepStarted(step="dis-2", visited=["dis-2"]),
        ],
    )
    return db, ledger


@pytest.fixture
def container(tmp_path: Path) -> tuple[Database, Ledger]:
    return open_ledger(tmp_path / "ledger.sqlite")


def card(number: int, **fields: Any) -> CardAdd:
    values: dict[str, Any] = {
        "command": f"command-{number}",
        "card": f"card-{number:04}",
        "board": "dis-2",
        "column": "story",
        "text": "Op dinsdag koken wij samen.",
    }
    return CardAdd(**{**values, **fields})


def decided(facts: list[Fact], _context: Context) -> list[Fact]:
    """A decision that was taken before."""
    return facts


@settings(deadline=None, max_examples=20, suppress_health_check=list(HealthCheck))
@given(
    batches=st.lists(
        st.lists(st.sampled_from(list(CATALOGUE.facts.values())).flatmap(facts), min_size=1, max_size=5),
        max_size=8,
    ),
    data=st.data(),
)
def test_a_fresh_read_and_every_resume_equal_the_fold(
    batches: list[list[Fact]], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    db, ledger = open_ledger(tmp_path_factory.mktemp("db") / "l.sqlite")
    stops = [(ledger.state(COMMUNITY).seq, ledger.state(COMMUNITY).copy())]
    for batch in batches:
        ledger.record(COMMUNITY, partial(decided, batch))
        stops.append((ledger.state(COMMUNITY).seq, ledger.state(COMMUNITY).copy()))
    now = ledger.state(COMMUNITY)
    seq, then = data.draw(st.sampled_from(stops))
    with db.read() as conn:
        fresh = JOURNAL.read_state(conn, COMMUNITY)
        missed = JOURNAL.facts_since(conn, COMMUNITY, seq)
    assert fresh == now
    for viewer in [*MEMBERS, None, ""]:
        seen = [fact for fact in (redact(n.fact, viewer) for n in missed) if fact is not None]
        assert fold(view(then, viewer), seen).collections == view(now, viewer).collections
    db.close()


def test_a_command_counts_once_however_often_it_is_sent(container: tuple[Database, Ledger]) -> None:
    _, ledger = container
    first = ledger.do(ledger.command_work(COMMUNITY, "yara-001", card(1)))
    again = ledger.do(ledger.command_work(COMMUNITY, "yara-001", card(1)))
    assert again.facts == [] and again.seq == first.seq
    assert len(ledger.state(COMMUNITY)[Card]) == 1


def test_a_withdrawn_card_does_not_come_back_with_a_late_resend(container: tuple[Database, Ledger]) -> None:
    _, ledger = container
    ledger.carry_out(COMMUNITY, "yara-001", card(1))
    ledger.carry_out(COMMUNITY, "yara-001", CardWithdraw(command="withdraw-1", card="card-0001"))
    ledger.carry_out(COMMUNITY, "yara-001", card(1))
    assert ledger.state(COMMUNITY)[Card] == {}


def bodies(db: Database) -> list[str]:
    """Everything that the log still says."""
    with db.read() as conn:
        return [body for (body,) in conn.execute(select(log_table.c.body)) if body]


def test_the_text_of_a_withdrawn_card_is_gone_from_the_log(container: tuple[Database, Ledger]) -> None:
    db, ledger = container
    ledger.carry_out(COMMUNITY, "yara-001", card(1))
    edit = CardEdit(command="edit-0001", card="card-0001", rev=0, text="Op woensdag koken wij.")
    ledger.carry_out(COMMUNITY, "yara-001", edit)
    ledger.carry_out(COMMUNITY, "yara-001", CardWithdraw(command="withdraw-1", card="card-0001"))
    with db.read() as conn:
        bodies = [body for (body,) in conn.execute(select(log_table.c.body)) if body]
    assert not any("koken" in body for body in bodies)


def test_what_was_erased_is_soon_gone_from_every_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledgers, "SWEEP_AFTER_S", 0.1)
    _, ledger = open_ledger(tmp_path / "l.sqlite")
    ledger.start()
    ledger.carry_out(COMMUNITY, "yara-001", card(1))

    def files() -> bytes:
        return b"".join(file.read_bytes() for file in tmp_path.iterdir())

    assert b"koken" in files()
    ledger.carry_out(COMMUNITY, "yara-001", CardWithdraw(command="withdraw-1", card="card-0001"))
    deadline = monotonic() + 5
    while b"koken" in files() and monotonic() < deadline:
        sleep(0.05)
    assert b"koken" not in files()


def test_nobody_else_on_the_machine_can_read_along(
    container: tuple[Database, Ledger], tmp_path: Path
) -> None:
    _, ledger = container
    ledger.carry_out(COMMUNITY, "yara-001", card(1))
    assert [file.name for file in tmp_path.iterdir() if file.stat().st_mode & 0o077] == []


def test_a_withdrawn_topic_is_gone_from_the_log_too(container: tuple[Database, Ledger]) -> None:
    db, ledger = container
    ledger.carry_out(COMMUNITY, "yara-001", card(1))
    words = ledger.state(COMMUNITY)[Card]["card-0001"].text
    ledger.record(COMMUNITY, lambda _room: [TopicChanged(topic=words, topic_card="card-0001")])
    ledger.carry_out(COMMUNITY, "yara-001", CardWithdraw(command="withdraw-1", card="card-0001"))
    with db.read() as conn:
        bodies = [body for (body,) in conn.execute(select(log_table.c.body)) if body]
        assert JOURNAL.read_state(conn, COMMUNITY) == ledger.state(COMMUNITY)
    assert not any("koken" in body for body in bodies)


def test_a_topic_that_gave_way_leaves_with_its_card(container: tuple[Database, Ledger]) -> None:
    db, ledger = container
    seat = SeatHolder(id="parent", member="yara-001")
    ledger.record(COMMUNITY, lambda _room: [SeatGiven(seat=seat)])
    ledger.carry_out(COMMUNITY, "yara-001", card(1))
    ledger.carry_out(COMMUNITY, "yara-001", TopicSet(command="topic-0001", card="card-0001"))
    ledger.carry_out(COMMUNITY, "yara-001", TopicSet(command="topic-0002", text="Meer buiten"))
    ledger.carry_out(COMMUNITY, "yara-001", CardWithdraw(command="withdraw-1", card="card-0001"))
    assert not any("koken" in body for body in bodies(db))
    assert community_of(ledger.state(COMMUNITY)).topic == "Meer buiten"


def test_a_name_that_was_changed_is_gone_from_the_log(container: tuple[Database, Ledger]) -> None:
    db, ledger = container
    ledger.carry_out(COMMUNITY, "yara-001", MemberEdit(command="member-0001", name="Y."))
    assert not any("Yara" in body for body in bodies(db))


def test_what_an_agreement_or_a_term_said_before_is_gone_from_the_log(
    container: tuple[Database, Ledger],
) -> None:
    db, ledger = container
    for kind, fields in (
        (AgreementAdd, {"agreement": "agreement-1", "text": "Soep koken"}),
        (AgreementEdit, {"agreement": "agreement-1", "text": "Soep eten", "rev": 0}),
        (TermAsk, {"term": "term-0001", "word": "kookpunt"}),
    ):
        ledger.carry_out(COMMUNITY, "yara-001", kind(command=f"{kind.__name__}-1", **fields))
    assert not any("koken" in body for body in bodies(db))
    ledger.record(COMMUNITY, lambda _room: [TermRemoved(term="term-0001")])
    ledger.record(COMMUNITY, lambda _room: [AgreementRemoved(agreement="agreement-1")])
    assert not any("kookpunt" in body or "eten" in body for body in bodies(db))


def test_the_log_does_not_tell_at_what_moment_a_card_was_written(tmp_path: Path) -> None:
    db, ledger = open_ledger(tmp_path / "l.sqlite")
    ledger.carry_out(COMMUNITY, "yara-001", card(1, nameless=True, key="k" * 16))
    with db.read() as conn:
        for at in conn.scalars(select(log_table.c.at)):
            assert at.time() == time()


def test_a_refused_command_changes_nothing(container: tuple[Database, Ledger]) -> None:
    db, ledger = container
    before = ledger.state(COMMUNITY).copy()
    with pytest.raises(DomainError) as refused:
        ledger.carry_out(COMMUNITY, "yara-001", card(1, column="nowhere"))
    assert refused.value.code == "column.unknown"
    with db.read() as conn:
        assert JOURNAL.read_state(conn, COMMUNITY) == before == ledger.state(COMMUNITY)


class Listener(Subscriber):
    """Keeps what it was told."""

    def __init__(self) -> None:
        self.numbered: list[Numbered] = []

    def facts(self, community: str, batch: Sequence[Numbered]) -> None:
        self.numbered += batch


def test_many_at_once_are_all_carried_out_in_one_order(tmp_path: Path) -> None:
    broker, listener = MemoryBroker(), Listener()
    _, ledger = open_ledger(tmp_path / "l.sqlite", broker)
    broker.subscribe(listener)
    ledger.start()
    start = ledger.state(COMMUNITY).seq
    threads = [
        threading.Thread(target=ledger.carry_out, args=(COMMUNITY, "yara-001", card(number)))
        for number in range(1, 41)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert [numbered.seq for numbered in listener.numbered] == list(range(start + 1, start + 41))
    assert len({c.rank for c in ledger.state(COMMUNITY)[Card].values()}) == 40


def test_work_that_breaks_does_not_harm_the_work_beside_it(container: tuple[Database, Ledger]) -> None:
    db, ledger = container

    def broken(_unit: object, _room: object) -> list[Fact]:
        raise ValueError("a fault in our own code")

    good, bad = ledger.command_work(COMMUNITY, "yara-001", card(1)), Work(COMMUNITY, broken)
    ledger._batch([ledger.command_work(COMMUNITY, "bram-001", card(2)), bad, good])
    assert bad.error is not None and bad.error.code == "server_error"
    assert good.error is None
    with db.read() as conn:
        fresh = JOURNAL.read_state(conn, COMMUNITY)
    assert fresh is not None and set(fresh[Card]) == {"card-0001", "card-0002"}
    assert fresh == ledger.state(COMMUNITY)


def test_what_another_process_wrote_is_noticed_and_passed_on(tmp_path: Path) -> None:
    broker, listener = MemoryBroker(), Listener()
    db, ledger = open_ledger(tmp_path / "l.sqlite", broker)
    broker.subscribe(listener)
    ledger.state(COMMUNITY)
    Ledger(db, JOURNAL, CATALOGUE, MemoryBroker()).carry_out(COMMUNITY, "bram-001", card(1))
    ledger.carry_out(COMMUNITY, "yara-001", card(2))
    assert set(ledger.state(COMMUNITY)[Card]) == {"card-0001", "card-0002"}
    assert len(listener.numbered) == 2


def test_a_community_that_is_gone_is_said_so(container: tuple[Database, Ledger]) -> None:
    _, ledger = container
    with pytest.raises(DomainError) as refused:
        ledger.carry_out("nowhere-1", "yara-001", card(1))
    assert refused.value.code == "community.gone"
