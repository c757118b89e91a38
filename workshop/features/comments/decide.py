"""Comments, proposals and their outcome; how many people do not get a sentence."""

from __future__ import annotations

from hashlib import sha256

from msgspec.structs import replace

from workshop.core import text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features.comments.schema import (
    BY_SENTENCE,
    Comment,
    CommentAdd,
    CommentChanged,
    CommentReopen,
    CommentSeen,
    CommentSettle,
    CommentWithdraw,
    CommentWithdrawn,
    HardSentence,
    HardSentenceClear,
    HardSentenceCleared,
    HardSentenceCounted,
    Unclear,
    UnclearAdd,
    UnclearAdded,
    UnclearRemove,
    UnclearRemoved,
)
from workshop.features.sections.decide import require, require_writer
from workshop.features.sections.schema import Section


def add(context: Context, actor: Actor, command: CommentAdd) -> list[Fact]:
    """Say something about words of the text, or propose other words."""
    context.refuse_existing(Comment, command.comment)
    require(context.state, command.section)
    words = text.quoted(command.words)
    said = text.optional(command.text, lines=True)
    proposal = None if command.proposal is None else text.optional(command.proposal)
    if proposal is None and not said:
        raise DomainError("text.empty")
    if proposal == words:
        raise DomainError("comment.same_words")
    return [
        CommentChanged(
            comment=Comment(
                id=command.comment,
                section=command.section,
                paragraph=command.paragraph,
                place=command.place,
                words=words,
                text=said,
                proposal=proposal,
                author=actor.id,
                made=context.now_ms,
            )
        )
    ]


def withdraw(context: Context, actor: Actor, command: CommentWithdraw) -> list[Fact]:
    """Take a comment or a proposal away."""
    return [CommentWithdrawn(comment=context.find(Comment, command.comment).id)]


def _to_settle(context: Context, actor: Actor, comment_id: str) -> Comment:
    """Return a comment on a section in which the actor writes."""
    comment = context.find(Comment, comment_id)
    require_writer(context.find(Section, comment.section, "section.not_found"), actor)
    return comment


def settle(context: Context, actor: Actor, command: CommentSettle) -> list[Fact]:
    """Take or decline a proposal, or be done with a comment. The first one who does so does it."""
    comment = _to_settle(context, actor, command.comment)
    if comment.state != "open":
        raise DomainError("comment.settled")
    if command.outcome == "taken" and comment.proposal is None:
        raise DomainError("comment.no_proposal")
    return [
        CommentChanged(
            comment=replace(
                comment,
                state=command.outcome,
                answer=text.optional(command.answer, lines=True),
                seen=comment.author in (None, actor.id),
            )
        )
    ]


def reopen(context: Context, actor: Actor, command: CommentReopen) -> list[Fact]:
    """Open a comment or a proposal again."""
    comment = _to_settle(context, actor, command.comment)
    if comment.state == "open":
        return []
    return [CommentChanged(comment=replace(comment, state="open", answer="", seen=True))]


def see(context: Context, actor: Actor, command: CommentSeen) -> list[Fact]:
    """Remember that the author knows how it was settled."""
    comment = context.find(Comment, command.comment)
    return [] if comment.seen else [CommentChanged(comment=replace(comment, seen=True))]


def sentence_id(section: str, words: str) -> str:
    """Return the id under which a sentence of a section is counted."""
    return sha256(f"{section}\n{words}".encode()).hexdigest()[:40]


def mark_unclear(context: Context, actor: Actor, command: UnclearAdd) -> list[Fact]:
    """Count somebody who does not get a sentence, once."""
    context.refuse_existing(Unclear, command.unclear)
    require(context.state, command.section)
    words = text.quoted(command.words)
    sentence = sentence_id(command.section, words)
    marks = context.state.group(Unclear, BY_SENTENCE, sentence).values()
    if any(unclear.member == actor.id for unclear in marks):
        return []
    known = context.state[HardSentence].get(sentence) or HardSentence(
        id=sentence,
        section=command.section,
        paragraph=command.paragraph,
        place=command.place,
        words=words,
        count=0,
    )
    return [
        UnclearAdded(unclear=Unclear(id=command.unclear, sentence=sentence, member=actor.id)),
        HardSentenceCounted(sentence=replace(known, count=known.count + 1)),
    ]


def take_back(context: Context, actor: Actor, command: UnclearRemove) -> list[Fact]:
    """Take an own mark back."""
    unclear = context.find(Unclear, command.unclear)
    if unclear.member != actor.id:
        raise DomainError("not_found")
    return removed(context, unclear)


def removed(context: Context, unclear: Unclear) -> list[Fact]:
    """Return what it means that a mark is gone: one less, and with the last one nothing is left."""
    sentence = context.state[HardSentence][unclear.sentence]
    return [
        UnclearRemoved(unclear=unclear.id),
        HardSentenceCounted(sentence=replace(sentence, count=sentence.count - 1))
        if sentence.count > 1
        else HardSentenceCleared(sentence=sentence.id),
    ]


def clear(context: Context, actor: Actor, command: HardSentenceClear) -> list[Fact]:
    """Forget the marks on a sentence that was dealt with."""
    sentence = context.find(HardSentence, command.sentence)
    require_writer(context.find(Section, sentence.section, "section.not_found"), actor)
    marks = context.state.group(Unclear, BY_SENTENCE, sentence.id)
    return [
        *(UnclearRemoved(unclear=unclear) for unclear in marks),
        HardSentenceCleared(sentence=sentence.id),
    ]
