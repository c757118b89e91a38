"""What a format says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exports.outline.model import Outline


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that a community can take out.

    Attributes:
        id: its name on the command line and the ending of the file.
        media_type: its MIME type.
        render: makes the file of an outline. It only takes the processor: it runs in a thread of its own.
    """

    id: str
    media_type: str
    render: Callable[[Outline], bytes]
