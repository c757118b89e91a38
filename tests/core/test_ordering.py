"""Places in a row: there is always room for one more, and the order is what people made it."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.core import ordering


def test_a_new_row_is_in_order() -> None:
    for count in (0, 1, 12, 100):
        row = ordering.first(count)
        assert row == sorted(set(row)) and len(row) == count


@settings(deadline=None, max_examples=50)
@given(places=st.lists(st.integers(0, 1000), min_size=1, max_size=60))
def test_there_is_always_a_rank_between_two(places: list[int]) -> None:
    row: list[str] = []
    for place in places:
        at = place % (len(row) + 1)
        low, high = row[at - 1] if at else None, row[at] if at < len(row) else None
        rank = ordering.between(low, high)
        assert (low is None or low < rank) and (high is None or rank < high)
        row.insert(at, rank)
    assert row == sorted(set(row))


@settings(deadline=None, max_examples=30)
@given(count=st.integers(2, 20), data=st.data())
def test_just_before_a_card_is_just_before_it(count: int, data: st.DataObject) -> None:
    row = ordering.first(count)
    high = data.draw(st.sampled_from(row))
    rank = ordering.before(row, high)
    assert sorted([*row, rank]).index(rank) == row.index(high)


def test_the_order_is_kept_over_hundreds_of_moves() -> None:
    chance = random.Random(7)
    order = list(range(30))
    rank = dict(zip(order, ordering.first(30), strict=True))
    for _ in range(600):
        moved = order.pop(chance.randrange(30))
        del rank[moved]
        at = chance.randrange(30)
        order.insert(at, moved)
        if at == 29:
            rank[moved] = ordering.after(max(rank.values()))
        else:
            rank[moved] = ordering.before(rank.values(), rank[order[at + 1]])
        assert sorted(order, key=rank.__getitem__) == order
    assert max(map(len, rank.values())) < 60


def test_always_at_the_same_spot_stays_short_enough() -> None:
    low, high = ordering.first(2)
    for _ in range(300):
        high = ordering.between(low, high)
    assert low < high and len(high) < 100


def test_a_long_row_has_short_ranks() -> None:
    last = None
    for _ in range(5000):
        last = ordering.after(last)
    assert last is not None and len(last) <= 4
