"""The arithmetic of the bench; the bench itself is not a test."""

from __future__ import annotations

from tests.load import board
from tests.load.aims import lines
from tests.load.measure import Figure, medians, rotated
from tests.load.report import as_json, number, table


def carried(target: str, value: float) -> Figure:
    return Figure(board.CAPACITY, target, 100, "events/s", value)


def test_the_median_over_the_rounds_is_taken_per_work_target_and_number_of_people() -> None:
    figures = [carried("minidorp", 8000), carried("minidorp", 6000), carried("minidorp", 6500)]
    other = Figure(board.CAPACITY, "minidorp", 30, "events/s", 9000)
    assert medians([*figures, other]) == [carried("minidorp", 6500), other]


def test_another_target_comes_first_in_every_round() -> None:
    assert [rotated("abc", number)[0] for number in (1, 2, 3, 4)] == ["a", "b", "c", "a"]
    assert rotated("abc", 2) == ["b", "c", "a"]


def test_a_line_says_how_often_more_and_whether_that_is_enough() -> None:
    found = lines([carried("minidorp", 6000), carried("socketio", 500), carried("socketio-tuned", 12_000)])
    reached = {line.aim.against: (line.value, line.reached) for line in found if line.value is not None}
    assert reached == {"socketio": (12.0, True), "socketio-tuned": (0.5, False)}


def test_what_was_not_measured_is_left_out() -> None:
    figures = [carried("minidorp", 6000)]
    assert all(line.value is None and line.reached is None for line in lines(figures))
    assert "socketio" in table([*figures, carried("socketio", 0.0)])
    kept = as_json(figures, 1, ["said"], {}, "2026-01-01")
    assert [one["reached"] for one in kept["aims"]] == [None, None]


def test_numbers_have_as_many_digits_as_tell_something() -> None:
    assert [number(value) for value in (12_345.6, 345.6, 34.56, 3.456, None)] == [
        "12,346", "346", "34.6", "3.46", "–",
    ]  # fmt: skip
