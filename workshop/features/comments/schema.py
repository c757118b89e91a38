"""Comments and proposals on words of the vision, and how many people do not get a sentence.

The text itself holds nothing of it. What is said hangs on a paragraph and on the words as they were, so
that it is found again after other changes, and shows when its own words changed.
"""

from __future__ import annotations

from typing import Annotated, Literal, cast

from msgspec import Meta

from workshop.core.access import Actor, every_member, rule
from workshop.core.schema import (
    Command,
    Fact,
    Id,
    Key,
    Milliseconds,
    OptionalBody,
    Record,
    drop,
    members,
    put,
)
from workshop.core.sight import EVERYBODY, Sight
from workshop.core.state import GroupedBy, State

Words = Annotated[str, Meta(min_length=1, max_length=2000, description="words of the text, as they are now")]
NewWords = Annotated[str, Meta(max_length=2000)]
Paragraph = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{0,40}\Z", description="its id, where it has one")]
Place = Annotated[
    str, Meta(pattern=r"^[A-Za-z0-9_-]{0,80}\Z", description="where they begin: a Yjs relative position")
]
Outcome = Literal["taken", "declined", "done"]


class Comment(Record, collection="comments", sight=EVERYBODY):
    """What somebody says about words of a section's text. `proposal`: other words in their place, "" to leave
    them out; null when it is only a comment. `author`: null when that one left. `seen`: whether the author
    knows how it was settled."""

    section: str
    paragraph: str
    place: str
    words: str
    text: str
    proposal: str | None
    author: str | None
    made: Milliseconds
    state: Literal["open", "taken", "declined", "done"] = "open"
    answer: str = ""
    seen: bool = True


ONLY_WHO_MARKED: Sight[Unclear] = Sight(
    owners=lambda unclear: members(unclear.member), public=lambda unclear: None, own=lambda unclear: unclear
)
"""Nobody else ever sees who does not get a sentence."""


class Unclear(Record, collection="unclear", sight=ONLY_WHO_MARKED):
    """One member does not get one sentence. It is there so that everybody counts once."""

    sentence: str
    member: str


class HardSentence(Record, collection="hard_sentences", sight=EVERYBODY):
    """How many people do not get a sentence; the id follows from the section and the words."""

    section: str
    paragraph: str
    place: str
    words: str
    count: int


BY_SENTENCE: GroupedBy[Unclear] = GroupedBy(lambda unclear: unclear.sentence)
"""Who does not get a sentence."""


@rule("comment_author")
def comment_author(actor: Actor, command: Command, state: State) -> str | None:
    """Whoever wrote it. About one that is not there, the decision says so."""
    comment = state[Comment].get(cast(CommentSeen, command).comment)
    return None if comment is None or comment.author == actor.id else "comment.not_yours"


@rule("comment_author_or_core_team")
def comment_author_or_core_team(actor: Actor, command: Command, state: State) -> str | None:
    """Whoever wrote it, and the core team."""
    return None if actor.steering else comment_author.check(actor, command, state)


class CommentAdd(Command, tag="comment.add", who=every_member, offline="kept", on_behalf=False):
    """Say something about words of a section's text, or propose other words (`proposal`; "" leaves them out).
    Whoever reads may do so, also where others write."""

    comment: Id
    section: Id
    paragraph: Paragraph = ""
    place: Place = ""
    words: Words
    text: OptionalBody = ""
    proposal: NewWords | None = None


class CommentWithdraw(
    Command, tag="comment.withdraw", who=comment_author_or_core_team, offline="waits", on_behalf=False
):
    """Take a comment or a proposal away."""

    comment: Id


class CommentSettle(Command, tag="comment.settle", who=every_member, offline="waits", on_behalf=False):
    """Settle a comment or a proposal: whoever writes in the section does. A proposal is taken or declined,
    a comment is done. Who takes a proposal then puts its words in the text."""

    comment: Id
    outcome: Outcome
    answer: OptionalBody = ""


class CommentReopen(Command, tag="comment.reopen", who=every_member, offline="waits", on_behalf=False):
    """Open a comment or a proposal again: whoever writes in the section does."""

    comment: Id


class CommentSeen(Command, tag="comment.seen", who=comment_author, offline="kept", on_behalf=False):
    """The author has seen how it was settled."""

    comment: Id


class UnclearAdd(Command, tag="unclear.add", who=every_member, offline="kept", on_behalf=False):
    """Say that one does not get a sentence. Only the total is shown."""

    unclear: Id
    section: Id
    paragraph: Paragraph = ""
    place: Place = ""
    words: Words


class UnclearRemove(Command, tag="unclear.remove", who=every_member, offline="kept", on_behalf=False):
    """Take that back."""

    unclear: Id


class HardSentenceClear(
    Command, tag="hard_sentence.clear", who=every_member, offline="waits", on_behalf=False
):
    """Forget the marks on a sentence that was dealt with: whoever writes in the section does."""

    sentence: Key


class CommentChanged(Fact, tag="comment.changed"):
    """There is a comment or a proposal, or it was settled or opened again."""

    comment: Comment
    op = put(Comment, "comment", erases=True)


class CommentWithdrawn(Fact, tag="comment.withdrawn"):
    """A comment or a proposal is gone."""

    comment: str
    op = drop(Comment, "comment", erases=True)


class UnclearAdded(Fact, tag="unclear.added"):
    """Somebody does not get a sentence. Goes to that one only."""

    unclear: Unclear
    op = put(Unclear, "unclear")


class UnclearRemoved(Fact, tag="unclear.removed"):
    """A mark is gone. It names nobody, so it may go to everybody."""

    unclear: str
    op = drop(Unclear, "unclear", erases=True)


class HardSentenceCounted(Fact, tag="hard_sentence.counted"):
    """So many people do not get a sentence."""

    sentence: HardSentence
    op = put(HardSentence, "sentence")


class HardSentenceCleared(Fact, tag="hard_sentence.cleared"):
    """Nobody marks a sentence any more."""

    sentence: str
    op = drop(HardSentence, "sentence", erases=True)
