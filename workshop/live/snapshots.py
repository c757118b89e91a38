"""What somebody who enters is sent of a community: encoded once for everybody, and the own things apart."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

import msgspec

from workshop.state import State, owned, view

KEPT = 64
"""Communities of which the encoded state is kept, for who comes next."""


class Snapshots:
    """Encoded states of the communities that people are entering."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[int, msgspec.Raw, dict[str, dict[str, list[Any]]]]] = OrderedDict()

    def of(self, community: str, state: State, member: str) -> dict[str, Any]:
        """Return `snapshot` (as everybody sees it) and `own` (what this member sees more of).

        Args:
            community: its id.
            state: its state, in full.
            member: who enters.
        """
        kept = self._kept.get(community)
        if kept is None or kept[0] != state.seq:
            common = {"seq": state.seq, "collections": view(state, None).collections}
            kept = self._kept[community] = (state.seq, msgspec.Raw(msgspec.json.encode(common)), owned(state))
        self._kept.move_to_end(community)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return {"snapshot": kept[1], "own": kept[2].get(member, {})}
