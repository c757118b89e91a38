"""Versions: the text of the vision as it was at a moment."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from workshop.core.access import core_team, every_member
from workshop.core.schema import Command, Fact, Id, Record, patch, put
from workshop.core.sight import EVERYBODY

Label = Annotated[str, Meta(pattern=r"^[0-9]{1,2}\.[0-9]{1,2}\Z", description="a number such as 0.9")]
Title = Annotated[str, Meta(min_length=1, max_length=80)]
VersionOrNow = Annotated[
    str, Meta(pattern=r"^([A-Za-z0-9_-]{8,40})?\Z", description="a version; empty: the text as it is now")
]
Occasion = Literal["round", "named", "meeting_opened", "meeting_closed", "before_restore", "restored"]


class Version(Record, collection="versions", sight=EVERYBODY):
    """A frozen text of the vision. `label`: its number, for a version that a round was about. `adopted`:
    the day it was agreed on, if it was. `name`: what somebody called it. `occasion`: why it was frozen.
    `number`: its place in the order in which versions were frozen. `meeting`: at which meeting. `origin`:
    the version of which it is the text again."""

    label: str
    date: str
    adopted: str | None = None
    name: str = ""
    occasion: Occasion = "round"
    number: int = 0
    meeting: str | None = None
    origin: str | None = None


class VersionFreeze(Command, tag="version.freeze", who=core_team, offline="waits", on_behalf=False):
    """Freeze the text as it is now, under a name."""

    version: Id
    name: Title


class VersionName(Command, tag="version.name", who=core_team, offline="waits", on_behalf=False):
    """Give a version a name, or another one."""

    version: Id
    name: Title


class VersionRestore(Command, tag="version.restore", who=core_team, offline="refused", on_behalf=False):
    """Make the text what it was in the version `origin`. The text as it is now is frozen first, as `before`;
    the text that comes is frozen as `version`. Chapters that came later stay."""

    version: Id
    before: Id
    origin: Id


class VersionRead(Command, tag="version.read", who=every_member, offline="refused", on_behalf=False):
    """Read a version, sentence by sentence. Answered with `sections`."""

    version: VersionOrNow = ""


class VersionCompare(Command, tag="version.compare", who=every_member, offline="refused", on_behalf=False):
    """Compare two versions, sentence by sentence. Answered with `sections`."""

    old: VersionOrNow
    new: VersionOrNow = ""


class VersionFrozen(Fact, tag="version.frozen"):
    """The text of the vision was frozen."""

    version: Version
    op = put(Version, "version")


class VersionNamed(Fact, tag="version.named"):
    """A version has another name."""

    version: str
    name: str
    op = patch(Version, "version", "name")


class VersionAdopted(Fact, tag="version.adopted"):
    """A version was agreed on, on a day."""

    version: str
    adopted: str
    op = patch(Version, "version", "adopted")
