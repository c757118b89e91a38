"""The community itself: its name, language, process, and where the group is."""

from __future__ import annotations

from phases import DEFAULT_PROCESS
from workshop.core.access import core_team
from workshop.core.schema import Command, Fact, Line, Milliseconds, Record, put
from workshop.core.sight import EVERYBODY

COMMUNITY = "community"
"""The id of the one record."""


class Community(Record, collection="community", sight=EVERYBODY):
    """The community itself; its collection holds one record, with id "community".
    `process`: which process it follows; that never changes. `topic`: in the community's language.
    `topic_lang` and `topic_original`: of a topic that was said in another language, which one, and its own
    words. Without `topic_original` nobody translated it yet, and `topic` holds its own words."""

    name: str
    language: str
    process: str = DEFAULT_PROCESS
    topic: str
    topic_card: str | None = None
    topic_lang: str = ""
    topic_original: str = ""
    title: str = ""
    step: str | None = None
    visited: list[str] = []
    timer_ends: Milliseconds | None = None
    timer_seconds: int | None = None


class CommunityEdit(Command, tag="community.edit", who=core_team, offline="waits", on_behalf=False):
    """Change the community's name or its vision's title."""

    name: Line | None = None
    title: Line | None = None


class CommunityEdited(Fact, tag="community.edited"):
    """The community as a whole: when it was made, or its name or title changed."""

    community: Community
    op = put(Community, "community", erases=True)
