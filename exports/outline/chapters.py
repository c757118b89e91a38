"""The chapters that the document adds to the text: how it was made, who took part, and what is next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from exports.outline import voices
from exports.outline.model import (
    Block,
    Cell,
    Chapter,
    Heading,
    List,
    Paragraph,
    Project,
    Span,
    Table,
    body,
    cell,
    note,
    plain,
)
from exports.outline.words import ROLES, Words
from workshop.core.state import State
from workshop.features.agenda.schema import PhaseTitle
from workshop.features.agreements.schema import Agreement
from workshop.features.cards.schema import Card
from workshop.features.community.decide import community_of
from workshop.features.consent.schema import ConsentAnswer, ConsentRound
from workshop.features.meetings.schema import Meeting
from workshop.features.members.schema import Member, SeatHolder
from workshop.features.terms.schema import Term
from workshop.features.themes.schema import Theme
from workshop.features.versions.schema import Version


def agreements(state: State, words: Words) -> Block:
    """The table of agreements; what is not known yet is said in words."""
    records = sorted(state[Agreement].values(), key=lambda record: (record.rank, record.id))
    if not records:
        return note(words.gettext("No agreements have been written down yet."))
    return Table(
        caption=words.gettext("Our agreements"),
        header=(
            words.gettext("What"),
            words.gettext("Who"),
            words.gettext("When"),
            words.gettext("Who pays"),
        ),
        rows=tuple(_agreement(state, record, words) for record in records),
        widths=(36, 25, 20, 19),
    )


def _agreement(state: State, record: Agreement, words: Words) -> tuple[Cell, ...]:
    owner = state[Member].get(record.owner) if record.owner else None
    helping: Counter[str] = Counter(
        state[Member][helper].role for helper in record.helpers if helper in state[Member]
    )
    lines = [_first_name(owner, words) if owner else words.gettext("no owner")]
    if helping:
        people = [
            words.one_of(role) if helping[role] == 1 else words.some_of(role, helping[role])
            for role in ROLES
            if helping[role]
        ]
        lines.append(words.gettext("together with %(people)s", people=words.both(people)))
    when = cell(words.day(record.start)) if record.start else cell(words.gettext("no date"), muted=True)
    paid = record.paid_by.strip()
    return (
        cell(record.text),
        cell(*lines, muted=owner is None),
        when,
        cell(paid) if paid else cell(words.gettext("not known yet"), muted=True),
    )


def _first_name(member: Member, words: Words) -> str:
    """The only name in the document: who promised something in front of everyone."""
    name = member.name.split()
    return name[0] if name and not member.removed else words.one_of(member.role)


def made(state: State, words: Words) -> Chapter:
    """How the vision was made: the meetings, and what came out of them."""
    process = voices.process_of(state)
    blocks: list[Block] = [body(words.gettext(process.account))]
    topic = _topic(state, words)
    if topic:
        intro = words.gettext(process.topic_intro)
        blocks.append(Paragraph((Span(intro + " "), *topic)))
    held = [meeting for meeting in _meetings(state) if meeting.state != "planned"]
    if held:
        blocks.append(_meetings_table(state, held, words))
    harvest = _harvest(state, words)
    if harvest:
        blocks.append(body(harvest))
    return Chapter(words.gettext("How we made this"), tuple(blocks), new_page=True)


def _topic(state: State, words: Words) -> tuple[Span, ...]:
    """The topic, unless it is the text of a card that is gone or may not be quoted; where it was said in
    another language, with its own words."""
    community = community_of(state)
    card = state[Card].get(community.topic_card) if community.topic_card else None
    if not community.topic.strip() or (community.topic_card and not (card and voices.quotable(card))):
        return ()
    original = community.topic_original.strip()
    lang = "" if original or community.topic_lang == words.language else community.topic_lang
    said = Span(community.topic.strip(), strong=True, lang=lang)
    return (said, Span(f"\n{original}", lang=community.topic_lang)) if original else (said,)


def _meetings(state: State) -> list[Meeting]:
    return sorted(state[Meeting].values(), key=lambda meeting: (meeting.date, meeting.id))


def _meetings_table(state: State, held: list[Meeting], words: Words) -> Table:
    return Table(
        caption=words.gettext("Our meetings"),
        header=(
            words.gettext("When"),
            words.gettext("Meeting"),
            words.gettext("Where"),
            words.gettext("What we did"),
        ),
        rows=tuple(
            (
                cell(words.day(meeting.date)),
                cell(meeting.title),
                cell(meeting.place),
                cell(words.both(_phase_names(state, meeting, words))),
            )
            for meeting in held
        ),
        widths=(24, 26, 26, 24),
    )


def _phase_names(state: State, meeting: Meeting, words: Words) -> list[str]:
    own = state[PhaseTitle]
    return [
        own[phase.id].name if phase.id in own else words.gettext(phase.name)
        for phase in voices.process_of(state).phases
        if phase.id in meeting.phases
    ]


def _harvest(state: State, words: Words) -> str:
    cards = [card for card in state[Card].values() if not card.hidden]
    if not cards:
        return ""
    found = [words.ngettext("We wrote %(num)s card.", "We wrote %(num)s cards.", len(cards))]
    parts = list(_counted(state, cards, words))
    if parts:
        found.append(words.gettext("Among them: %(things)s.", things=words.both(parts)))
    used = {card.theme for card in cards}
    themes = [theme for theme in state[Theme].values() if theme.id in used]
    if themes:
        names = "; ".join(theme.name for theme in sorted(themes, key=lambda theme: (theme.rank, theme.id)))
        found.append(words.gettext("We put cards together in themes: %(names)s.", names=names))
    return " ".join(found)


def _counted(state: State, cards: list[Card], words: Words) -> Iterator[str]:
    """How many cards there are of every kind that is counted."""
    process = voices.process_of(state)
    for kind in process.kinds:
        boards = process.producing(frozenset({kind.id}))
        number = sum(card.board in boards for card in cards)
        if kind.count and number:
            yield words.ngettext(*kind.count, number)


def took_part(state: State, words: Words) -> Chapter:
    """How many took part, per role, and from which kinds of organisation."""
    people = _participants(state)
    counts = words.counts(Counter(member.role for member in people))
    kinds = {member.organisation for member in people if member.organisation}
    blocks: list[Block] = [Paragraph(plain(counts + "."), kind="lead")] if counts else [_nobody(words)]
    if kinds:
        blocks.append(
            body(
                words.gettext(
                    "The professionals come from: %(organisations)s.",
                    organisations=words.organisations(kinds),
                )
            )
        )
    blocks.append(
        body(words.gettext("We do not print the names of who took part. Everyone counted equally."))
    )
    return Chapter(words.gettext("Who took part"), tuple(blocks))


def _nobody(words: Words) -> Paragraph:
    return note(words.gettext("Nobody has taken part yet."))


def _participants(state: State) -> list[Member]:
    """Who really took part: was at a meeting, wrote, answered or promised something.

    Who only looked around is not counted; before the first meeting everyone is. A facilitator
    counts with a seat in the core team only: otherwise it is the one who set things up.
    """
    seated = {seat.member for seat in state[SeatHolder].values()}
    people = [m for m in state[Member].values() if not m.facilitator or m.id in seated]
    if all(meeting.state == "planned" for meeting in state[Meeting].values()):
        return people
    active = set(_active(state)) | seated
    return [member for member in people if member.id in active]


def _active(state: State) -> Iterator[str]:
    for meeting in state[Meeting].values():
        yield from meeting.present
    for card in state[Card].values():
        if card.author and not card.nameless:
            yield card.author
    for answer in state[ConsentAnswer].values():
        yield answer.member
    for agreement in state[Agreement].values():
        yield from agreement.helpers
        if agreement.owner:
            yield agreement.owner


def neighbourhood_voices(state: State, words: Words) -> Chapter:
    """Cards whose writers said that they may be quoted."""
    blocks: list[Block] = []
    for title, boards in voices.groups(voices.process_of(state)):
        cards = voices.on_boards(state, boards)
        if cards:
            blocks.append(Heading(plain(words.gettext(title))))
            blocks += [voices.voice(state, card, words) for card in cards]
    if blocks:
        blocks.insert(
            0,
            body(
                words.gettext(
                    "These words come from our cards. The people who wrote them agreed that they are here."
                )
            ),
        )
    else:
        blocks.append(note(words.gettext("Nobody has given permission yet to quote a card.")))
    return Chapter(words.gettext("Voices from the neighbourhood"), tuple(blocks), new_page=True)


def glossary(state: State, words: Words) -> Chapter:
    """The settled words of the word exchange."""
    terms = [term for term in state[Term].values() if term.state == "settled" and term.plain.strip()]
    title = words.gettext("Word list")
    if not terms:
        return Chapter(title, (note(words.gettext("There are no difficult words to explain.")),))
    table = Table(
        caption=words.gettext("Difficult words in ordinary words"),
        header=(words.gettext("Difficult word"), words.gettext("We say")),
        rows=tuple(
            (Cell((plain(term.word, strong=True),)), cell(term.plain))
            for term in sorted(terms, key=lambda term: (term.word.casefold(), term.id))
        ),
        widths=(36, 64),
    )
    intro = words.gettext(
        "Professionals sometimes use difficult words. Parents chose ordinary words for them."
    )
    return Chapter(title, (body(intro), table))


def onward(state: State, words: Words, today: date) -> Chapter:
    """What was promised, offered and asked, and when the group meets again."""
    blocks: list[Block] = []
    for step in voices.process_of(state).steps.values():
        for column in step.columns:
            if column.onward is None:
                continue
            cards = [card for card in voices.on_boards(state, (step.id,)) if card.column == column.id]
            if cards:
                blocks.append(Heading(plain(words.gettext(column.onward))))
                blocks.append(List(tuple((_exchange(state, card, words),) for card in cards)))
    blocks.append(Heading(plain(words.gettext("We meet again"))))
    blocks += [body(text) for text in _again(state, words, today)]
    return Chapter(words.gettext("What comes next"), tuple(blocks))


def _exchange(state: State, card: Card, words: Words) -> Paragraph:
    foreign = card.lang != words.language
    spans = [Span(card.text.strip(), lang=card.lang if foreign else "")]
    if foreign and card.translation.strip():
        spans.append(Span("\n" + card.translation.strip()))
    about = voices.who(state, card, words)
    if card.due:
        about = f"{about}, {words.day(card.due)}"
    return Paragraph((*spans, Span(f" ({about})", em=True)))


def _again(state: State, words: Words, today: date) -> Iterator[str]:
    planned = [m for m in _meetings(state) if m.state == "planned" and m.date >= today.isoformat()]
    if planned:
        meeting = planned[0]
        about = ", ".join(part for part in (words.day(meeting.date), meeting.title, meeting.place) if part)
        yield words.gettext("Our next meeting: %(meeting)s.", meeting=about)
    else:
        yield words.gettext("The next meeting has not been planned yet.")
    yield words.gettext(
        "Twice a year we look back together. What went well? What do we want more of? "
        "Then we change this vision where that is needed."
    )


def colophon(state: State, project: Project, words: Words, version: Version | None, today: date) -> Chapter:
    """Who is behind it, and how the text was decided."""
    facts = (
        (words.gettext("Project"), project.name),
        (words.gettext("Owner"), project.owner),
        (words.gettext("Partners"), project.partners),
        (words.gettext("Funder"), project.funder),
    )
    blocks: list[Block] = [
        Paragraph((Span(f"{label}: ", strong=True), Span(value.strip())))
        for label, value in facts
        if value.strip()
    ]
    blocks.append(body(" ".join(_decided(state, words, version))))
    blocks.append(
        body(words.gettext("This document was made with Minidorp on %(day)s.", day=words.day(today)))
    )
    return Chapter(words.gettext("Colophon"), tuple(blocks))


def _decided(state: State, words: Words, version: Version | None) -> Iterator[str]:
    if version is None:
        yield words.gettext("This is a draft. The group has not decided about this text yet.")
        for one in state[ConsentRound].values():
            if one.words and one.adopted:
                yield words.gettext("The group did agree on this part: “%(words)s”", words=one.words)
                yield from _absent(one, words)
        return
    rounds = [r for r in state[ConsentRound].values() if r.state != "open" and not r.words]
    final = next((r for r in rounds if r.version == version.id and r.adopted), None)
    if final is None:
        return
    yield words.ngettext(
        "We asked %(num)s person: can you go on with this text?",
        "We asked %(num)s people one by one: can you go on with this text?",
        len(final.members),
    )
    yield from _absent(final, words)
    if len(rounds) > 1:
        yield words.ngettext("We needed %(num)s round.", "We needed %(num)s rounds.", len(rounds))
    yield words.gettext("In the end nobody had an objection.")
    concerns = _concerns(state, final)
    if concerns:
        yield words.ngettext(
            "%(num)s person still had a concern. We take it along.",
            "%(num)s people still had a concern. We take it along.",
            concerns,
        )


def _absent(final: ConsentRound, words: Words) -> Iterator[str]:
    """Who was asked and could not come, by role: nobody is named."""
    if final.absent_roles:
        counts: dict[str, int] = {one.role: one.count for one in final.absent_roles}
        yield words.gettext("Absent, and so without an answer: %(people)s.", people=words.counts(counts))


def _concerns(state: State, final: ConsentRound) -> int:
    return sum(a.round == final.id and a.answer == "concern" for a in state[ConsentAnswer].values())
