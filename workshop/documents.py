"""The port for what a community takes out: pages and the command line ask it for a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class File:
    """A finished file."""

    name: str
    media_type: str
    data: bytes


class Documents(Protocol):
    """Makes files of communities."""

    @property
    def formats(self) -> Sequence[str]:
        """The kinds of file that there are."""

    def make(self, community_id: str, kind: str, *, draft: bool = False, translation: str = "") -> File:
        """Return a community's vision as a file: the text that was agreed on last, or the draft.

        Args:
            community_id: whose vision.
            kind: one of `formats`.
            draft: the text as it is now, also when an earlier one was agreed on.
            translation: a language; what people translated into it stands under each part.
        Raises:
            DomainError: `community.gone`, or `not_found` for a kind that there is not.
        """
