"""Where every item of a text stands, and whether a new one may stand where it would.

An update tells of most items only what they come after, so a check needs to know where that is. A browser
that meets an item in a place where its editor has none cannot show the text any more, or deletes it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from workshop.vision.lib0 import Malformed
from workshop.vision.schema import CHILDREN, MAX_DEPTH, TEXT, TOP
from workshop.vision.update import ANY, DELETED, FORMAT, GC, STRING, TYPE, Id, Item, Update

_ROOT: Id = (-1, 0)
"""Stands for the root among the ids of parents."""


@dataclass(slots=True)
class Run:
    """Items with one place, one after the other.

    Attributes:
        start, end: their clocks.
        parent: what they stand in, or `_ROOT`; None for what is gone for good: what hangs on it is as well.
        key: the attribute that they are values of.
        name: of an element or text; empty for what holds nothing.
        depth: of an element or text, how many it stands in.
    """

    start: int
    end: int
    parent: Id | None = None
    key: str | None = None
    name: str = ""
    depth: int = 0


@dataclass(slots=True)
class _Runs:
    """The runs of one client."""

    starts: list[int] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)

    def find(self, clock: int) -> Run | None:
        at = bisect_right(self.starts, clock) - 1
        return self.runs[at] if at >= 0 and clock < self.runs[at].end else None

    def add(self, run: Run) -> None:
        last = self.runs[-1] if self.runs else None
        if last is not None and run.start < last.end:
            # What is known stays; only what comes after it is new.
            if run.end <= last.end:
                return
            run.start = last.end
        same = last is not None and (last.end, last.parent, last.key) == (run.start, run.parent, run.key)
        if last is not None and same and not run.name and not last.name:
            last.end = run.end
            return
        self.starts.append(run.start)
        self.runs.append(run)


class Places:
    """Knows where the items of one text stand."""

    def __init__(self) -> None:
        self._clients: dict[int, _Runs] = {}
        self._pairs: set[Id] = set()

    def learn(self, update: Update) -> None:
        """Take over what a text has already; what has no place in it counts as gone."""
        self.add(update.items, _Placing(self, update).all(checked=False))
        self.add_pairs(update)

    def check(self, update: Update) -> list[Run]:
        """Return where the items of an update would stand, for `add`.

        Raises:
            Malformed: one of them may not stand there, or hangs on itself.
        """
        typed = self._typed(update.items[0]) if len(update.items) == 1 else None
        return [typed] if typed is not None else _Placing(self, update).all(checked=True)

    def _typed(self, item: Item) -> Run | None:
        """Return the place of words after known words: nearly every update. None for anything else."""
        if item.kind != STRING or item.origin is None or item.right is not None:
            return None
        before = self.find(item.origin)
        if before is None or before.parent is None or before.key is not None or before.name:
            return None
        holder = self.find(before.parent)
        if holder is None or holder.name != TEXT:
            return None
        return Run(item.clock, item.clock + item.length, before.parent)

    def add(self, items: list[Item], runs: list[Run]) -> None:
        """Remember the items of an update, with what `check` returned."""
        for item, run in zip(items, runs, strict=True):
            self._clients.setdefault(item.client, _Runs()).add(run)

    def add_pairs(self, update: Update) -> None:
        """Remember which characters of an update take two clocks."""
        self._pairs.update(update.pairs)

    def torn(self, update: Update) -> tuple[set[Id], set[Id]]:
        """Return the characters that an update cuts in two: those that were known, and those it brings."""
        own = set(update.pairs)
        if not own and not self._pairs:
            return set(), set()
        cuts: list[Id] = [item.origin for item in update.items if item.origin is not None]
        cuts += [(item.right[0], item.right[1] - 1) for item in update.items if item.right is not None]
        for client, clock, length in update.deletions:
            cuts += [(client, clock - 1), (client, clock + length - 1)]
        known = self._pairs.intersection(cuts)
        return known, own.intersection(cuts) - known

    def find(self, id_: Id) -> Run | None:
        """Return the run of an item; None when it is not known."""
        runs = self._clients.get(id_[0])
        return None if runs is None else runs.find(id_[1])


class _Placing:
    """Finds the places of an update's items, each after those that it hangs on."""

    def __init__(self, places: Places, update: Update) -> None:
        self._places = places
        self._items = update.items
        self._found: list[Run | None] = [None] * len(update.items)
        self._starts: dict[int, tuple[list[int], list[int]]] = {}
        for at, item in enumerate(update.items):
            starts, where = self._starts.setdefault(item.client, ([], []))
            starts.append(item.clock)
            where.append(at)

    def all(self, *, checked: bool) -> list[Run]:
        """Return the run of every item.

        Raises:
            Malformed: an item hangs on itself, or (`checked`) may not stand where it would.
        """
        for at in range(len(self._items)):
            if self._found[at] is None:
                self._place_after_others(at, checked)
        return [run for run in self._found if run is not None]

    def _place_after_others(self, first: int, checked: bool) -> None:
        stack, entered = [first], {first}
        while stack:
            at = stack[-1]
            missing = next((other for other in self._hangs_on(at) if self._found[other] is None), None)
            item = self._items[at]
            if missing is None:
                self._found[at] = self._place(item, checked) if checked else self._place_or_gone(item)
                stack.pop()
            elif missing in entered:
                if checked:
                    raise Malformed("an item that hangs on itself")
                self._found[missing] = _gone(self._items[missing])
            else:
                entered.add(missing)
                stack.append(missing)

    def _hangs_on(self, at: int) -> Iterator[int]:
        """Yield the items of this update that must be there before this one."""
        item = self._items[at]
        if at and self._items[at - 1].client == item.client:
            yield at - 1
        for id_ in (item.origin, item.right, item.parent):
            other = None if id_ is None else self._new(id_)
            if other is not None:
                yield other

    def _new(self, id_: Id) -> int | None:
        """Return the number of the item of this update that an id is in."""
        found = self._starts.get(id_[0])
        if found is None:
            return None
        starts, where = found
        at = bisect_right(starts, id_[1]) - 1
        if at < 0:
            return None
        item = self._items[where[at]]
        return where[at] if id_[1] < item.clock + item.length else None

    def _run(self, id_: Id) -> Run:
        # What is known counts: an update cannot say it anew.
        known = self._places.find(id_)
        if known is not None:
            return known
        at = self._new(id_)
        run = None if at is None else self._found[at]
        if run is None:
            raise Malformed("refers to something that never arrived")
        return run

    def _place_or_gone(self, item: Item) -> Run:
        try:
            return self._place(item, checked=False)
        except Malformed:
            return _gone(item)

    def _place(self, item: Item, checked: bool) -> Run:
        run = Run(item.clock, item.clock + item.length, name=item.name)
        if item.kind != GC:
            run.parent, run.key = self._where(item)
        if run.parent is not None:
            holder = None if run.parent == _ROOT else self._run(run.parent)
            run.depth = 1 if holder is None else holder.depth + 1
            if checked and not _may_stand(item, run, holder):
                raise Malformed(f"{item.name or item.kind} in {holder.name if holder else 'the root'}")
        return run

    def _where(self, item: Item) -> tuple[Id | None, str | None]:
        """Return what an item stands in, and under which key."""
        beside = [self._run(id_) for id_ in (item.origin, item.right) if id_ is not None]
        if beside:
            places = {(run.parent, run.key) for run in beside}
            if (None, None) in places:
                return None, None
            if len(places) > 1:
                raise Malformed("between two places")
            return beside[0].parent, beside[0].key
        if item.parent is None:
            return _ROOT, item.key
        holder = self._run(item.parent)
        if holder.name:
            # What is in something that is gone for good is gone as well.
            return (None, None) if holder.parent is None else (item.parent, item.key)
        if holder.key is not None:
            raise Malformed("in an attribute")
        return None, None


def _gone(item: Item) -> Run:
    return Run(item.clock, item.clock + item.length)


def _may_stand(item: Item, run: Run, holder: Run | None) -> bool:
    if item.kind == DELETED:
        return True
    if holder is None:
        return run.key is None and item.kind == TYPE and item.name in TOP
    if holder.name == TEXT:
        return run.key is None and item.kind in (STRING, FORMAT)
    if run.key is not None:
        return item.kind == ANY
    fits = item.kind == TYPE and item.name in CHILDREN[holder.name]
    return fits and (item.name == TEXT or run.depth <= MAX_DEPTH)
