"""Links in a text that lead nowhere. No network: of a link to elsewhere only the form is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qs, urlsplit

from workshop.core.state import State
from workshop.features.cards.schema import Card
from workshop.features.sections.schema import Section
from workshop.features.versions.schema import Version

_LINK = re.compile(r"(?<!\w)(?:[A-Za-z]{3,6}:/{1,3}|www\.|/c/)[^\s<>\"“”„]*")
_FORM = re.compile(
    r"(?:https?://)?(?!www\.[\w-]+(?:[/?#:]|\Z))(?:[\w-]{1,63}\.)+[^\W\d_]{2,24}(?::[0-9]{1,5})?(?:[/?#]\S*)?"
)
_AFTER = ".,;:!?)]}'’…"
"""Signs that belong to the sentence and not to the link at their left."""
_ANCHOR = re.compile(r"(?:section|heading)-(.+)")


class Dead(NamedTuple):
    """A link that leads nowhere: its place, and what is gone, or "form" when it is not a link at all."""

    start: int
    end: int
    reason: str


def dead_links(text: str, community: str, state: State) -> Iterator[Dead]:
    """Find the links in a text that lead nowhere.

    Args:
        text: a passage.
        community: whose pages are looked into; other pages are elsewhere.
        state: what there is in it.
    """
    for match in _LINK.finditer(text):
        link = match[0].rstrip(_AFTER)
        reason = _reason(link, community, state)
        if reason:
            yield Dead(match.start(), match.start() + len(link), reason)


def _reason(link: str, community: str, state: State) -> str:
    try:
        parts = urlsplit(link)
    except ValueError:
        return "form"
    if parts.path.startswith(f"/c/{community}/"):
        return _gone(parts, state)
    if link.startswith("/c/"):
        return ""
    return "" if _FORM.fullmatch(link) else "form"


def _gone(parts: SplitResult, state: State) -> str:
    """What a link into this community leads to and is not there."""
    asked = parse_qs(parts.query)
    anchor = _ANCHOR.fullmatch(parts.fragment)
    sections = [*asked.get("section", []), *([anchor[1]] if anchor else [])]
    if any(card not in state[Card] for card in asked.get("card", [])):
        return "card"
    here = {one.id for one in state[Section].values() if not one.removed}
    if any(section not in here for section in sections):
        return "section"
    if any(version not in state[Version] for version in asked.get("version", [])):
        return "version"
    return ""
