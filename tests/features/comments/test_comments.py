"""Comments and proposals on the text: who reads says something, who writes settles it, its author is told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.features.group import (
    CORE,
    FACILITATOR,
    GUEST,
    OTHER_PARENT,
    PARENT,
    PROFESSIONAL,
    RESEARCHER,
    GroupFixture,
    refusal_of,
)
from workshop.features.comments.schema import (
    Comment,
    CommentAdd,
    CommentReopen,
    CommentSeen,
    CommentSettle,
    CommentWithdraw,
)
from workshop.features.members.schema import MemberRemove
from workshop.features.sections.schema import (
    Section,
    SectionEdit,
    SectionRemove,
    SectionWriters,
    SourceAdd,
    SourceRemove,
)

SECTION, WORDS = "section-02", "Wij faciliteren ontmoeting."
SAID: dict[str, Any] = {"comment": "comment-01", "section": SECTION, "words": WORDS}


@pytest.fixture
def group() -> GroupFixture:
    return GroupFixture("dis-2", "dst-1")


def comment(group: GroupFixture) -> Comment:
    return group.state[Comment]["comment-01"]


def propose(group: GroupFixture, who: str = PARENT, **fields: Any) -> Comment:
    group.do(who, CommentAdd, **{**SAID, "proposal": "Wij komen bij elkaar.", **fields})
    return comment(group)


def settle(group: GroupFixture, outcome: str, who: str = PROFESSIONAL, **fields: Any) -> Comment:
    group.do(who, CommentSettle, comment="comment-01", outcome=outcome, **fields)
    return comment(group)


def test_a_comment_holds_the_words_and_where_they_stand(group: GroupFixture) -> None:
    group.do(GUEST, CommentAdd, **SAID, paragraph="p1", place="AAE-b", text=" Wat is\n dat? ")
    said = comment(group)
    assert (said.section, said.paragraph, said.place, said.words) == (SECTION, "p1", "AAE-b", WORDS)
    assert (said.text, said.proposal, said.author, said.state) == ("Wat is\ndat?", None, GUEST, "open")
    assert said.made == group.context.now_ms


def test_a_proposal_shows_old_and_new_and_may_leave_words_out(group: GroupFixture) -> None:
    made = propose(group)
    assert (made.words, made.proposal) == (WORDS, "Wij komen bij elkaar.")
    assert propose(group, comment="comment-02").proposal is not None
    group.do(PARENT, CommentAdd, **{**SAID, "comment": "comment-03", "proposal": ""})
    assert group.state[Comment]["comment-03"].proposal == ""


def test_what_says_nothing_or_changes_nothing_is_none(group: GroupFixture) -> None:
    assert group.refused(PARENT, CommentAdd, **SAID) == "text.empty"
    assert group.refused(PARENT, CommentAdd, **SAID, proposal=f" {WORDS} ") == "comment.same_words"
    assert group.refused(PARENT, CommentAdd, **{**SAID, "words": " \n"}, text="Wat?") == "text.empty"
    assert group.refused(PARENT, CommentAdd, **SAID, text="<b>Wat</b>") == "text.html"
    assert "place" in refusal_of(CommentAdd, **SAID, place="../")
    gone = {**SAID, "section": "section-404", "text": "Wat?"}
    assert group.refused(PARENT, CommentAdd, **gone) == "section.not_found"
    propose(group)
    assert group.refused(PARENT, CommentAdd, **SAID, text="Wat?") == "exists"


def test_words_of_the_text_are_quoted_whatever_they_are(group: GroupFixture) -> None:
    group.do(PARENT, CommentAdd, **{**SAID, "words": "a <b>vet</b>\n\x00  woord"}, text="Zonder haken?")
    assert comment(group).words == "a <b>vet</b> woord"


def test_a_proposal_is_taken_or_declined_and_its_author_is_told(group: GroupFixture) -> None:
    for outcome in ("taken", "declined"):
        propose(group)
        settled = settle(group, outcome, answer="Mooier zo.")
        assert (settled.state, settled.answer, settled.seen) == (outcome, "Mooier zo.", False)
        group.do(PARENT, CommentSeen, comment="comment-01")
        assert comment(group).seen
        group.do(PARENT, CommentWithdraw, comment="comment-01")


def test_who_settles_the_own_proposal_is_not_told(group: GroupFixture) -> None:
    propose(group)
    assert settle(group, "taken", who=PARENT).seen


def test_the_first_who_settles_it_does_so(group: GroupFixture) -> None:
    propose(group)
    settle(group, "taken")
    late = {"comment": "comment-01", "outcome": "declined"}
    assert group.refused(RESEARCHER, CommentSettle, **late) == "comment.settled"


def test_a_comment_is_done_and_never_taken(group: GroupFixture) -> None:
    group.do(PARENT, CommentAdd, **SAID, text="Wat is dat?")
    taken = {"comment": "comment-01", "outcome": "taken"}
    assert group.refused(PROFESSIONAL, CommentSettle, **taken) == "comment.no_proposal"
    assert settle(group, "done", answer="Dat staat er nu bij.").state == "done"


def test_what_was_settled_is_opened_again(group: GroupFixture) -> None:
    propose(group)
    settle(group, "declined", answer="Nee.")
    group.do(PROFESSIONAL, CommentReopen, comment="comment-01")
    assert (comment(group).state, comment(group).answer, comment(group).seen) == ("open", "", True)
    assert group.do(PROFESSIONAL, CommentReopen, comment="comment-01") == []


def test_ones_own_is_taken_away_and_by_the_core_team(group: GroupFixture) -> None:
    propose(group)
    assert group.refused(OTHER_PARENT, CommentWithdraw, comment="comment-01") == "comment.not_yours"
    group.do(PARENT, CommentWithdraw, comment="comment-01")
    assert group.state[Comment] == {}
    assert group.refused(PARENT, CommentWithdraw, comment="comment-01") == "not_found"
    propose(group)
    group.do(CORE, CommentWithdraw, comment="comment-01")
    assert group.state[Comment] == {}


def test_who_leaves_is_named_nowhere_and_what_was_said_stays(group: GroupFixture) -> None:
    propose(group)
    settle(group, "taken")
    group.do(FACILITATOR, MemberRemove, member=PARENT)
    left = comment(group)
    assert (left.author, left.state, left.words, left.seen) == (None, "taken", WORDS, True)


# ---------------------------------------------------------------------- who writes in a section


def section(group: GroupFixture) -> Section:
    return group.state[Section][SECTION]


@pytest.mark.parametrize(
    ("roles", "writers"),
    [
        (None, {PARENT, PROFESSIONAL, RESEARCHER, GUEST, CORE, FACILITATOR}),
        ([], {CORE, FACILITATOR}),
        (["professional"], {PROFESSIONAL, CORE, FACILITATOR}),
        (["guest", "researcher"], {GUEST, RESEARCHER, CORE, FACILITATOR}),
    ],
)
def test_who_writes_is_set_per_section(
    group: GroupFixture, roles: list[str] | None, writers: set[str]
) -> None:
    group.do(CORE, SectionWriters, section=SECTION, roles=roles)
    card = group.card("card-0001").id
    for who in (PARENT, PROFESSIONAL, RESEARCHER, GUEST, CORE, FACILITATOR):
        propose(group)
        settled = {"comment": "comment-01", "outcome": "declined"}
        heading = {"section": SECTION, "heading": "Anders"}
        source = {"source": "source-01", "section": SECTION, "paragraph": "", "card": card}
        if who in writers:
            settle(group, "declined", who=who)
            group.do(who, CommentReopen, comment="comment-01")
            group.do(who, SectionEdit, **heading)
            group.do(who, SourceAdd, **source)
            group.do(who, SourceRemove, source="source-01")
        else:
            assert group.refused(who, CommentSettle, **settled) == "section.read_only"
            assert group.refused(who, CommentReopen, comment="comment-01") == "section.read_only"
            assert group.refused(who, SectionEdit, **heading) == "section.read_only"
            assert group.refused(who, SourceAdd, **source) == "section.read_only"
        group.do(CORE, CommentWithdraw, comment="comment-01")
    group.do(PARENT, SectionEdit, section="section-03", heading="Hier wel")


def test_a_source_stays_where_one_may_not_write(group: GroupFixture) -> None:
    card = group.card("card-0001").id
    group.do(PARENT, SourceAdd, source="source-01", section=SECTION, paragraph="", card=card)
    group.do(CORE, SectionWriters, section=SECTION, roles=[])
    assert group.refused(PARENT, SourceRemove, source="source-01") == "section.read_only"


def test_the_core_team_says_who_writes(group: GroupFixture) -> None:
    assert group.refused(PARENT, SectionWriters, section=SECTION, roles=[]) == "not_allowed"
    group.do(CORE, SectionWriters, section=SECTION, roles=["parent", "guest", "parent"])
    assert section(group).writers == ["guest", "parent"]
    assert group.do(CORE, SectionWriters, section=SECTION, roles=["guest", "parent"]) == []
    group.do(CORE, SectionWriters, section=SECTION, roles=None)
    assert section(group).writers is None
    assert "roles" in refusal_of(SectionWriters, section=SECTION, roles=["neighbour"])
    group.do(CORE, SectionRemove, section=SECTION)
    assert group.refused(CORE, SectionWriters, section=SECTION, roles=[]) == "section.not_found"
