"""Nothing may stand where no editor would put it: a browser that meets it cannot show the text any more."""

from __future__ import annotations

import pytest

from tests.vision.writer import Writer
from workshop.vision.lib0 import Malformed, written
from workshop.vision.places import Places
from workshop.vision.update import read_update

ELEMENT, TEXT = 3, 6
STRING, FORMAT, TYPE, ANY = 4, 6, 7, 8
ORIGIN, RIGHT, KEY = 0x80, 0x40, 0x20
ROOT = written(1) + written(4) + b"text"


def named(name: str) -> bytes:
    return written(len(name)) + name.encode()


def within(client: int, clock: int) -> bytes:
    """The parent is this item."""
    return written(0) + written(client) + written(clock)


def id_(client: int, clock: int) -> bytes:
    return written(client) + written(clock)


def element(name: str) -> bytes:
    return written(ELEMENT) + named(name)


def update(*structs: bytes, client: int = 9, clock: int = 0, deleted: bytes = b"\0") -> bytes:
    """An update of one client."""
    return written(1) + written(len(structs)) + id_(client, clock) + b"".join(structs) + deleted


def places(*updates: bytes) -> Places:
    """What is known after these."""
    found = Places()
    for data in updates:
        read = read_update(data)
        found.add(read.items, found.check(read))
    return found


def refused(data: bytes, known: Places | None = None) -> str:
    with pytest.raises(Malformed) as caught:
        (known or Places()).check(read_update(data))
    return str(caught.value)


@pytest.fixture
def text() -> Places:
    """A paragraph with the id "p-1" (9, 0: the element, 9, 1: its id, 9, 2: its text) and the words "ab"."""
    writer = Writer(9)
    writer.paragraph("ab", id="p-1")
    found = places(*writer.take())
    assert [found.find((9, clock)) is not None for clock in range(6)] == [True] * 5 + [False]
    return found


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (named("loose"), STRING),
        (written(TEXT), TYPE),
        (element("list_item"), TYPE),
        (element("hard_break"), TYPE),
    ],
    ids=["words", "a text", "a list item", "a line break"],
)
def test_only_blocks_stand_at_the_top(content: bytes, kind: int) -> None:
    assert "in the root" in refused(update(bytes([kind]) + ROOT + content))
    places(update(bytes([TYPE]) + ROOT + element("paragraph")))


def test_the_top_has_no_attributes() -> None:
    assert "in the root" in refused(
        update(bytes([ANY | KEY]) + ROOT + named("id") + written(1) + b"\x77" + named("x"))
    )


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (TYPE, element("paragraph")),
        (TYPE, written(TEXT)),
        (STRING, named("x")),
        (FORMAT, named("strong") + named("{}")),
    ],
    ids=["an element", "a text", "words", "a mark"],
)
def test_an_attribute_holds_a_value_and_nothing_else(text: Places, kind: int, content: bytes) -> None:
    by_key = bytes([kind | KEY]) + within(9, 0) + named("id") + content
    assert "in paragraph" in refused(update(by_key, client=5), text)
    after_the_value = bytes([kind | ORIGIN]) + id_(9, 1) + content
    assert refused(update(after_the_value, client=5), text)


def test_a_value_after_a_value_needs_no_key(text: Places) -> None:
    value = bytes([ANY | ORIGIN]) + id_(9, next(c for c in range(5) if _is_value(text, c))) + written(1)
    text.check(read_update(update(value + b"\x77" + named("p-2"), client=5)))


def _is_value(text: Places, clock: int) -> bool:
    run = text.find((9, clock))
    return run is not None and run.key == "id"


def test_a_value_does_not_stand_among_the_words_or_blocks(text: Places) -> None:
    value = written(1) + b"\x77" + named("x")
    for clock in range(5):
        if not _is_value(text, clock):
            assert refused(update(bytes([ANY | ORIGIN]) + id_(9, clock) + value, client=5), text)


def test_blocks_do_not_stand_among_words_nor_words_among_blocks(text: Places) -> None:
    run = text.find((9, 4))
    assert run is not None and run.parent is not None
    assert refused(update(bytes([TYPE | ORIGIN]) + id_(9, 4) + element("paragraph"), client=5), text)
    assert refused(update(bytes([STRING | ORIGIN]) + id_(9, 0) + named("x"), client=5), text)
    assert refused(update(bytes([TYPE]) + within(9, 0) + element("paragraph"), client=5), text)


def test_between_two_places_is_nowhere(text: Places) -> None:
    assert "between" in refused(
        update(bytes([STRING | ORIGIN | RIGHT]) + id_(9, 4) + id_(9, 0) + named("x"), client=5), text
    )


def test_an_item_does_not_hang_on_itself_or_on_what_comes_later() -> None:
    own = bytes([TYPE | ORIGIN]) + id_(9, 0) + element("paragraph")
    assert "itself" in refused(update(own)) or "never arrived" in refused(update(own))
    later = bytes([TYPE]) + within(9, 1) + element("list_item")
    assert refused(update(later, bytes([TYPE]) + within(9, 0) + element("bullet_list")))


def test_two_clients_do_not_wait_for_each_other() -> None:
    one = written(1) + id_(9, 0) + bytes([TYPE | ORIGIN]) + id_(8, 0) + element("paragraph")
    other = written(1) + id_(8, 0) + bytes([TYPE | ORIGIN]) + id_(9, 0) + element("paragraph")
    assert "itself" in refused(written(2) + one + other + b"\0")


@pytest.mark.parametrize("number", [2**53, 2**60, 2**63])
def test_numbers_that_a_browser_cannot_count_are_refused(number: int) -> None:
    with pytest.raises(Malformed):
        read_update(update(bytes([TYPE]) + ROOT + element("paragraph"), clock=number))
    with pytest.raises(Malformed):
        read_update(update(deleted=written(1) + written(9) + written(1) + written(0) + written(number)))


def test_what_hangs_on_something_that_is_gone_for_good_is_taken() -> None:
    # A collected struct of two clocks, then words after the first of them: browsers let them go as well.
    gone = places(update(bytes([0]) + written(2)))
    gone.check(read_update(update(bytes([STRING | ORIGIN]) + id_(9, 0) + named("x"), client=5)))
