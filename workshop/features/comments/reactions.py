"""What happens to comments and marks when somebody leaves."""

from __future__ import annotations

from msgspec.structs import replace

from workshop.core.context import Context
from workshop.core.feature import on
from workshop.core.schema import Fact
from workshop.features.comments.decide import removed
from workshop.features.comments.schema import Comment, CommentChanged, Unclear
from workshop.features.members.schema import MemberRemoved


@on(MemberRemoved)
def take_the_name_off(context: Context, fact: MemberRemoved) -> list[Fact]:
    """What was said about the text stays, without a name."""
    return [
        CommentChanged(comment=replace(comment, author=None, seen=True))
        for comment in context.state[Comment].values()
        if comment.author == fact.member.id
    ]


@on(MemberRemoved)
def take_back_what_a_member_marked(context: Context, fact: MemberRemoved) -> list[Fact]:
    """Who leaves takes along which sentences were not clear."""
    return [
        one
        for unclear in context.state[Unclear].values()
        if unclear.member == fact.member.id
        for one in removed(context, unclear)
    ]
