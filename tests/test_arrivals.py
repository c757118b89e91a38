"""Counting who is on the way in: each once, for a short while, never without bound."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.arrivals import LASTS_S, MOST, Arrivals, OnTheWay


class Clock:
    """A clock that only a test advances."""

    now = 5000.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    fake = Clock()
    monkeypatch.setattr(time, "monotonic", lambda: fake.now)
    return fake


def test_somebody_opens_the_link_chooses_a_name_and_is_in() -> None:
    arrivals = Arrivals()
    key = arrivals.note("lindebuurt", None)
    assert arrivals.count("lindebuurt") == OnTheWay(opened=1)
    assert arrivals.note("lindebuurt", key, choosing=True) == key
    assert arrivals.count("lindebuurt") == OnTheWay(choosing=1)
    arrivals.over("lindebuurt", key)
    assert arrivals.count("lindebuurt") == OnTheWay()


def test_opening_the_link_again_counts_once_and_takes_nothing_back() -> None:
    arrivals = Arrivals()
    key = arrivals.note("lindebuurt", arrivals.note("lindebuurt", None, choosing=True))
    assert arrivals.note("lindebuurt", key) == key
    assert arrivals.count("lindebuurt") == OnTheWay(choosing=1)


def test_a_key_that_was_not_given_out_is_not_kept() -> None:
    arrivals = Arrivals()
    assert arrivals.note("lindebuurt", "x" * 1000) != "x" * 1000
    arrivals.over("lindebuurt", "another")
    assert arrivals.count("lindebuurt") == OnTheWay(opened=1)


def test_a_key_of_another_community_is_somebody_new() -> None:
    arrivals = Arrivals()
    key = arrivals.note("lindebuurt", None)
    assert arrivals.note("bloemenbuurt", key) != key
    assert arrivals.count("lindebuurt") == arrivals.count("bloemenbuurt") == OnTheWay(opened=1)


def test_silence_ends_it_and_a_sign_of_life_goes_on(clock: Clock) -> None:
    arrivals = Arrivals()
    silent, alive = arrivals.note("lindebuurt", None), arrivals.note("lindebuurt", None)
    clock.now += LASTS_S - 1
    arrivals.note("lindebuurt", alive)
    clock.now += 2
    assert arrivals.count("lindebuurt") == OnTheWay(opened=1)
    assert not arrivals.known("lindebuurt", silent)
    clock.now += LASTS_S
    assert arrivals.count("lindebuurt") == OnTheWay()
    assert arrivals._seen == {}


def test_there_is_a_bound(clock: Clock) -> None:
    arrivals = Arrivals()
    keys = [arrivals.note("lindebuurt", None) for _ in range(MOST + 50)]
    assert sum(arrivals.count("lindebuurt")) == MOST
    assert keys[MOST:] == [None] * 50
    clock.now += LASTS_S + 1
    assert arrivals.note("lindebuurt", None) is not None


def test_only_a_change_is_told() -> None:
    arrivals, told = Arrivals(), list[str]()
    arrivals.listen(told.append)
    key = arrivals.note("lindebuurt", None)
    arrivals.note("lindebuurt", key)
    assert told == ["lindebuurt"]
    arrivals.note("lindebuurt", key, choosing=True)
    arrivals.note("lindebuurt", key, choosing=True)
    arrivals.over("lindebuurt", key)
    arrivals.over("lindebuurt", key)
    assert told == ["lindebuurt"] * 3


@given(st.lists(st.tuples(st.sampled_from("no"), st.integers(0, 5), st.booleans())))
def test_whatever_happens_the_numbers_are_of_people(steps: list[tuple[str, int, bool]]) -> None:
    arrivals, phones = Arrivals(), dict[int, str | None]()
    chosen = set[int]()
    for what, phone, choosing in steps:
        if what == "n":
            phones[phone] = arrivals.note("lindebuurt", phones.get(phone), choosing=choosing)
            chosen |= {phone} if choosing else set()
        else:
            arrivals.over("lindebuurt", phones.pop(phone, None))
            chosen.discard(phone)
    assert arrivals.count("lindebuurt") == OnTheWay(len(phones) - len(chosen), len(chosen))
