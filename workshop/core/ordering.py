"""Places in a row: text keys between which there is always room for one more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fractional_indexing import generate_key_between, generate_n_keys_between


def after(last: str | None) -> str:
    """Return a rank behind `last` (None: the row is empty)."""
    return str(generate_key_between(last, None))


def between(low: str | None, high: str | None) -> str:
    """Return a rank between two neighbours; None stands for the end of the row."""
    return str(generate_key_between(low, high))


def first(count: int) -> list[str]:
    """Return `count` ranks for a new row."""
    return [str(rank) for rank in generate_n_keys_between(None, None, count)]


def before(ranks: Iterable[str], high: str) -> str:
    """Return a rank just before `high`, given the ranks of the row."""
    lower: Sequence[str] = [rank for rank in ranks if rank < high]
    return between(max(lower) if lower else None, high)
