"""Versions: frozen under a name at any time, and by themselves around a meeting."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.features.group import CORE, NOW, PARENT, GroupFixture, make, refusal_of
from workshop.core.errors import DomainError
from workshop.features.community.decide import community_of
from workshop.features.community.schema import CommunityEdited
from workshop.features.consent.schema import ConsentOpen
from workshop.features.meetings.schema import Meeting, MeetingChanged, MeetingClose, MeetingOpen, MeetingPlan
from workshop.features.sections.decide import in_order
from workshop.features.sections.schema import Section, SectionAdd, SectionEdit, SectionRemove, SectionWriters
from workshop.features.versions import decide
from workshop.features.versions.schema import Version, VersionFreeze, VersionName, VersionRestore

WRITING = "des-1"
MEETING = {"meeting": "meeting-1", "date": "2027-03-02", "title": "Ontwerpen"}


@pytest.fixture
def group() -> GroupFixture:
    return GroupFixture(WRITING)


def versions(group: GroupFixture) -> list[Version]:
    return sorted(group.state[Version].values(), key=lambda version: version.number)


def occasions(group: GroupFixture) -> list[str]:
    return [version.occasion for version in versions(group)]


def restore(group: GroupFixture, origin: str, sections: list[Section]) -> None:
    command = make(VersionRestore, version="version-9", before="version-8", origin=origin)
    assert isinstance(command, VersionRestore)
    group.fold(decide.restore(group.context, command, sections))


def test_the_text_is_kept_under_a_name_at_any_time(group: GroupFixture) -> None:
    group.do(CORE, VersionFreeze, version="version-1", name=" Voor de  zomer ")
    (version,) = versions(group)
    assert (version.name, version.label, version.occasion) == ("Voor de zomer", "", "named")
    assert (version.date, version.adopted, version.number) == (NOW.date().isoformat(), None, 1)
    assert group.refused(CORE, VersionFreeze, version="version-1", name="Nog eens") == "exists"
    assert refusal_of(VersionFreeze, version="version-1", name="")
    assert group.refused(CORE, VersionFreeze, version="version-2", name="<b>vet</b>") == "text.html"


def test_a_version_gets_another_name(group: GroupFixture) -> None:
    group.do(CORE, VersionFreeze, version="version-1", name="Eerste")
    group.do(CORE, VersionName, version="version-1", name="Voor de zomer")
    assert versions(group)[0].name == "Voor de zomer"
    assert group.do(CORE, VersionName, version="version-1", name="Voor de zomer") == []
    assert group.refused(CORE, VersionName, version="version-404", name="Nee") == "not_found"


def test_the_text_is_frozen_when_a_meeting_begins_and_when_it_ends(group: GroupFixture) -> None:
    group.do(CORE, MeetingPlan, **MEETING)
    assert versions(group) == []
    group.do(CORE, MeetingOpen, meeting="meeting-1")
    group.do(CORE, MeetingOpen, meeting="meeting-1")
    group.do(CORE, VersionFreeze, version="version-1", name="Halverwege")
    group.do(CORE, MeetingClose, meeting="meeting-1")
    assert occasions(group) == ["meeting_opened", "named", "meeting_closed"]
    assert {version.meeting for version in versions(group)} == {"meeting-1"}
    assert {version.name for version in versions(group)} == {"", "Halverwege"}


def test_before_the_group_writes_nothing_is_frozen() -> None:
    group = GroupFixture("def-1")
    group.do(CORE, MeetingPlan, **MEETING)
    group.do(CORE, MeetingOpen, meeting="meeting-1")
    group.do(CORE, MeetingClose, meeting="meeting-1")
    assert versions(group) == []


def test_a_meeting_begins_where_the_process_is_not_known(group: GroupFixture) -> None:
    group.do(CORE, MeetingPlan, **MEETING)
    group.fold([CommunityEdited(community=replace(community_of(group.state), process="of-a-later-release"))])
    begun = replace(group.state[Meeting]["meeting-1"], state="open")
    group.fold([MeetingChanged(meeting=begun)])
    assert group.state[Meeting]["meeting-1"].state == "open"
    assert versions(group) == []


def test_a_meeting_that_closes_another_one_freezes_for_both(group: GroupFixture) -> None:
    for number in (1, 2):
        group.do(CORE, MeetingPlan, **{**MEETING, "meeting": f"meeting-{number}"})
        group.do(CORE, MeetingOpen, meeting=f"meeting-{number}")
    assert [(one.occasion, one.meeting) for one in versions(group)] == [
        ("meeting_opened", "meeting-1"),
        ("meeting_closed", "meeting-1"),
        ("meeting_opened", "meeting-2"),
    ]


def test_going_back_keeps_the_text_that_was_and_brings_chapters_back(group: GroupFixture) -> None:
    then = in_order(group.state)
    group.do(CORE, VersionFreeze, version="version-1", name="Eerste")
    group.do(CORE, SectionRemove, section=then[0].id)
    group.do(PARENT, SectionEdit, section=then[1].id, heading="Anders")
    group.do(PARENT, SectionAdd, section="section-new", heading="Later")
    restore(group, "version-1", then)
    assert in_order(group.state) == [*then, group.state[Section]["section-new"]]
    first, before, after = versions(group)
    assert (before.id, before.occasion, before.number) == ("version-8", "before_restore", first.number + 1)
    assert (after.id, after.occasion, after.number) == ("version-9", "restored", first.number + 2)
    assert (after.origin, after.label) == ("version-1", "")


def test_going_back_leaves_who_may_write_as_it_was_set_last(group: GroupFixture) -> None:
    then = in_order(group.state)
    group.do(CORE, VersionFreeze, version="version-1", name="Eerste")
    group.do(CORE, SectionWriters, section=then[0].id, roles=[])
    group.do(CORE, SectionEdit, section=then[0].id, heading="Anders")
    restore(group, "version-1", then)
    back = group.state[Section][then[0].id]
    assert (back.heading, back.writers) == (then[0].heading, [])


def test_going_back_needs_a_version_and_new_ids(group: GroupFixture) -> None:
    with pytest.raises(DomainError, match="not_found"):
        restore(group, "version-404", [])
    group.do(CORE, VersionFreeze, version="version-8", name="Eerste")
    with pytest.raises(DomainError, match="exists"):
        restore(group, "version-8", [])


def test_versions_without_a_number_do_not_take_one(group: GroupFixture) -> None:
    for number in (1, 2):
        group.do(CORE, VersionFreeze, version=f"version-{number}", name="Zomaar")
    asked = {"round": "round-001", "version": "version-3", "label": "0.1", "members": [PARENT]}
    group.do(CORE, ConsentOpen, **asked)
    assert occasions(group) == ["named", "named", "round"]
