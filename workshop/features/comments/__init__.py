"""Comments and proposals on the vision's text, and which sentences people do not get."""

from workshop.core.errors import N_
from workshop.core.feature import Feature
from workshop.features.comments import decide, reactions, schema

FEATURE = Feature(
    name="comments",
    records=(schema.Comment, schema.Unclear, schema.HardSentence),
    decisions={
        schema.CommentAdd: decide.add,
        schema.CommentWithdraw: decide.withdraw,
        schema.CommentSettle: decide.settle,
        schema.CommentReopen: decide.reopen,
        schema.CommentSeen: decide.see,
        schema.UnclearAdd: decide.mark_unclear,
        schema.UnclearRemove: decide.take_back,
        schema.HardSentenceClear: decide.clear,
    },
    facts=(
        schema.CommentChanged,
        schema.CommentWithdrawn,
        schema.UnclearAdded,
        schema.UnclearRemoved,
        schema.HardSentenceCounted,
        schema.HardSentenceCleared,
    ),
    reactions=(reactions.take_the_name_off, reactions.take_back_what_a_member_marked),
    messages={
        "comment.not_yours": N_("Somebody else wrote this."),
        "comment.settled": N_("Somebody else has dealt with this already."),
        "comment.no_proposal": N_("There are no other words in this comment."),
        "comment.same_words": N_("Change something first: these are the same words."),
    },
)
