"""What somebody who enters is sent of a community: encoded once for everybody, and the own things apart."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, NamedTuple
from weakref import ref

import msgspec

from workshop.core.state import State
from workshop.core.visibility import owned, view
from workshop.store.broker import Subscriber

KEPT = 64
"""Communities of which the encoded state is kept, for who comes next."""


class _Kept(NamedTuple):
    # The state itself too: a demo that was reset counts its facts anew, and may come to the same number.
    state: ref[State]
    seq: int
    everybody: msgspec.Raw
    own: dict[str, dict[str, list[Any]]]


class Snapshots(Subscriber):
    """Encoded states of the communities that people are entering."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, _Kept] = OrderedDict()

    def ended(self, community: str) -> None:
        """Keep nothing of a community that was thrown away."""
        self._kept.pop(community, None)

    def of(self, community: str, state: State, member: str) -> dict[str, Any]:
        """Return `snapshot` (as everybody sees it) and `own` (what this member sees more of).

        Args:
            community: its id.
            state: its state, in full.
            member: who enters; empty for a screen, which owns nothing.
        """
        kept = self._kept.get(community)
        if kept is None or kept.state() is not state or kept.seq != state.seq:
            common = {"seq": state.seq, "collections": view(state, None).collections}
            encoded = msgspec.Raw(msgspec.json.encode(common))
            kept = self._kept[community] = _Kept(ref(state), state.seq, encoded, owned(state))
        self._kept.move_to_end(community)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return {"snapshot": kept.everybody, "own": kept.own.get(member, {})}
