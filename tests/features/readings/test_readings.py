"""Reading along: the core team publishes a draft, one at a time, and ends that with one act."""

from __future__ import annotations

import pytest

from tests.features.group import CORE, FACILITATOR, PARENT, GroupFixture, refusal_of
from workshop.core.errors import DomainError
from workshop.features.readings.schema import Reading, ReadingClose, ReadingOpen
from workshop.features.versions.schema import Version

ADDRESS = "an-address-that-nobody-guesses"


def publish(group: GroupFixture, number: int = 1, who: str = CORE) -> None:
    group.do(
        who,
        ReadingOpen,
        reading=f"reading-{number}",
        version=f"version-{number}",
        name="Om mee te lezen",
        address=f"{ADDRESS}-{number}",
    )


def test_publishing_freezes_the_text() -> None:
    group = GroupFixture("dst-1")
    publish(group)
    reading = group.state[Reading]["reading-1"]
    assert (reading.version, reading.address, reading.closed) == ("version-1", f"{ADDRESS}-1", False)
    assert group.state[Version]["version-1"].name == "Om mee te lezen"


def test_one_draft_is_read_at_a_time() -> None:
    group = GroupFixture("dst-1")
    publish(group)
    with pytest.raises(DomainError) as refused:
        publish(group, 2)
    assert refused.value.code == "reading.open_already"
    group.do(FACILITATOR, ReadingClose, reading="reading-1")
    publish(group, 2)
    assert [reading.closed for reading in group.state[Reading].values()] == [True, False]


def test_closing_twice_is_closing_once() -> None:
    group = GroupFixture("dst-1")
    publish(group)
    assert group.do(CORE, ReadingClose, reading="reading-1")
    assert group.do(CORE, ReadingClose, reading="reading-1") == []


def test_only_the_core_team_publishes_and_closes() -> None:
    group = GroupFixture("dst-1")
    with pytest.raises(DomainError):
        publish(group, who=PARENT)
    publish(group)
    with pytest.raises(DomainError):
        group.do(PARENT, ReadingClose, reading="reading-1")


def test_an_address_is_long_enough_not_to_be_guessed() -> None:
    given = {"reading": "reading-1", "version": "version-1", "name": "x"}
    assert refusal_of(ReadingOpen, **given, address="buurt")
