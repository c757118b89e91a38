"""What the document has and what it misses, from the state and the texts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phases import process
from tests.features.group import CORE, GUEST, PARENT, PROFESSIONAL, GroupFixture
from workshop.features.agreements.schema import AgreementAdd, AgreementEdit
from workshop.features.cards.schema import CardAdd, CardQuote
from workshop.features.document.check import Document, Line, Passage, check, missing
from workshop.features.document.schema import Accepted, PrivateAccept
from workshop.features.members.schema import MemberEdit
from workshop.features.sections.schema import Section, SectionAdd, SectionEdit, SectionRemove, SourceAdd

VALUE, STRENGTH, CRAFT, EXPERIENCE = "section-04", "section-09", "section-10", "section-11"
TOLD = "Wij helpen hier alle ouders met wat zij op een dag nodig hebben."
STORY = "Mijn buurvrouw bracht soep toen ik ziek in bed lag."
EXAMPLES: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("private_examples.json").read_text("utf-8")
)


@pytest.fixture
def group() -> GroupFixture:
    group = GroupFixture("dis-2")
    group.do(
        PARENT, CardAdd, card="card-0001", board="dis-2", column="story", text=STORY, lang="nl", quote=False
    )
    return group


def looked_at(group: GroupFixture, texts: Mapping[str, str | list[Passage]]) -> list[Line]:
    given = {
        section: [Passage(text)] if isinstance(text, str) else text
        for section, text in (dict.fromkeys(group.state[Section], "") | dict(texts)).items()
    }
    return check(Document("linde", group.state, process(), "nl", given))


def of(lines: list[Line], rule: str, block: str = "") -> list[Line]:
    return [line for line in lines if line.rule == rule and line.block == block]


def one(lines: list[Line], rule: str, block: str = "") -> Line:
    [line] = of(lines, rule, block)
    return line


# ---------------------------------------------------------------- what every vision tells


def test_every_vision_tells_four_things(group: GroupFixture) -> None:
    lines = [line for line in looked_at(group, {}) if line.rule == "block"]
    assert [line.block for line in lines] == ["strength", "craft", "experience", "together"]
    assert [(line.present, line.reason) for line in lines] == [
        (False, "empty"), (False, "empty"), (False, "empty"), (False, "absent"),
    ]  # fmt: skip


def test_a_few_words_tell_nothing_yet(group: GroupFixture) -> None:
    assert not one(looked_at(group, {STRENGTH: "Wij helpen elkaar."}), "block", "strength").present
    line = one(looked_at(group, {STRENGTH: TOLD}), "block", "strength")
    assert (line.present, line.section) == (True, STRENGTH)


def test_a_part_that_was_put_aside_tells_nothing(group: GroupFixture) -> None:
    group.do(CORE, SectionRemove, section=STRENGTH)
    line = one(looked_at(group, {STRENGTH: TOLD}), "block", "strength")
    assert (line.present, line.section, line.reason) == (False, "", "absent")


def test_a_part_of_ones_own_tells_what_its_building_block_says(group: GroupFixture) -> None:
    group.do(PARENT, SectionAdd, section="section-own", heading="Samen sterk")
    assert not one(looked_at(group, {"section-own": TOLD}), "block", "together").present
    group.do(CORE, SectionEdit, section="section-own", block="together")
    assert one(looked_at(group, {"section-own": TOLD}), "block", "together").section == "section-own"


def test_what_parents_know_tells_what_is_done_together_when_it_says_so(group: GroupFixture) -> None:
    assert not one(looked_at(group, {EXPERIENCE: TOLD}), "block", "together").present
    line = one(looked_at(group, {EXPERIENCE: f"{TOLD} Daarom beslissen we samen."}), "block", "together")
    assert (line.present, line.section) == (True, EXPERIENCE)


# ---------------------------------------------------------------- the starter values


def test_a_value_has_words_an_example_and_a_voice(group: GroupFixture) -> None:
    lines = looked_at(group, {VALUE: TOLD})
    told = [one(lines, rule, "safe_play").present for rule in ("words", "example", "voice")]
    assert told == [True, False, False]
    assert len(of(lines, "words", "safe_play")) == 1
    assert {line.block for line in lines if line.rule == "words"} == {
        "safe_play", "own_pace", "fun", "meeting", "talents",
    }  # fmt: skip


def test_words_or_a_story_make_an_example(group: GroupFixture) -> None:
    said = looked_at(group, {VALUE: f"{TOLD} Bijvoorbeeld op het plein."})
    assert one(said, "example", "safe_play").present
    group.do(PARENT, SourceAdd, source="source-01", section=VALUE, paragraph="", card="card-0001")
    lines = looked_at(group, {VALUE: TOLD})
    assert one(lines, "example", "safe_play").present
    assert not one(lines, "voice", "safe_play").present


def test_a_card_that_may_be_quoted_or_a_quotation_is_a_voice(group: GroupFixture) -> None:
    group.do(PARENT, SourceAdd, source="source-01", section=VALUE, paragraph="", card="card-0001")
    group.do(PARENT, CardQuote, card="card-0001", allowed=True)
    assert one(looked_at(group, {VALUE: TOLD}), "voice", "safe_play").present
    quoted = [Passage(TOLD), Passage("Ik voel mij hier thuis.", quoted=True)]
    assert one(looked_at(group, {"section-05": quoted}), "voice", "own_pace").present


def test_a_value_that_the_group_dropped_is_one_line(group: GroupFixture) -> None:
    group.do(CORE, SectionRemove, section=VALUE)
    lines = [line for line in looked_at(group, {}) if line.block == "safe_play"]
    assert [(line.rule, line.present, line.reason) for line in lines] == [("words", False, "absent")]


# ---------------------------------------------------------------- agreements and quotes


def test_an_agreement_needs_somebody_who_does_it(group: GroupFixture) -> None:
    assert one(looked_at(group, {}), "owner").present
    group.do(PARENT, AgreementAdd, agreement="agreement-1", text="Wij koken.")
    line = one(looked_at(group, {}), "owner")
    assert (line.present, line.agreement, line.words) == (False, "agreement-1", "Wij koken.")
    group.do(PARENT, AgreementEdit, agreement="agreement-1", text="Wij koken.", owner=PROFESSIONAL, rev=0)
    assert one(looked_at(group, {}), "owner").present


@pytest.mark.parametrize(
    "passage",
    [
        Passage(STORY, quoted=True),
        Passage(f"Een moeder zei: “{STORY}” Dat is mooi."),
        Passage("Zij zei: ‘bracht soep toen ik ziek in bed lag’."),
        Passage(f"“Zo was het. {STORY}”"),
    ],
)
def test_words_of_a_card_are_quoted_with_permission(group: GroupFixture, passage: Passage) -> None:
    line = one(looked_at(group, {VALUE: [passage]}), "quote")
    assert (line.present, line.card, line.section) == (False, "card-0001", VALUE)
    assert line.words in passage.text
    group.do(PARENT, CardQuote, card="card-0001", allowed=True)
    assert one(looked_at(group, {VALUE: [passage]}), "quote").present


def test_other_words_between_quotation_marks_need_nothing(group: GroupFixture) -> None:
    texts = [
        "Wij zeggen “samen groot” tegen elkaar.",
        "“Wij doen wat we hier met elkaar kunnen doen.”",
        STORY,
    ]
    for text in texts:
        assert one(looked_at(group, {VALUE: text}), "quote").present


# ---------------------------------------------------------------- links


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("/c/linde/vision?card=card-0404", "card"),
        ("https://minidorp.example/c/linde/vision?card=card-0404", "card"),
        ("https://minidorp.example/c/linde/vision#section-section-99", "section"),
        ("/c/linde/vision?version=version-404", "version"),
        ("https://speelkeet", "form"),
        ("http:/speelkeet.nl", "form"),
        ("https://", "form"),
        ("www.speelkeet", "form"),
        ("htps://speelkeet.nl", "form"),
        ("https://[speelkeet.nl", "form"),
    ],
)
def test_a_link_that_leads_nowhere_is_missing(group: GroupFixture, link: str, reason: str) -> None:
    line = one(looked_at(group, {VALUE: f"👍 Kijk op {link}, daar staat het."}), "link")
    assert (line.present, line.reason, line.words) == (False, reason, link)
    units = line.text.encode("utf-16-le")
    assert units[2 * line.start : 2 * line.end].decode("utf-16-le") == link


@pytest.mark.parametrize(
    "link",
    [
        "/c/linde/vision?card=card-0001",
        "/c/linde/vision#section-section-04",
        "/c/linde/",
        "/c/other/vision?card=card-0404",
        "https://www.speelkeet.nl/agenda?dag=1#maandag",
        "www.speelkeet.nl",
        "http://café.example:8080/x",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(group: GroupFixture, link: str) -> None:
    assert one(looked_at(group, {VALUE: f"Kijk op {link}. (Of {link})"}), "link").present


def test_what_hangs_on_a_part_or_paragraph_that_is_gone_is_a_dead_link(group: GroupFixture) -> None:
    group.do(PARENT, AgreementAdd, agreement="agreement-1", text="Wij koken.", section=STRENGTH)
    group.do(PARENT, SourceAdd, source="source-01", section=VALUE, paragraph="p1", card="card-0001")
    here = {VALUE: [Passage(TOLD, ids=("p0", "p1"))]}
    assert one(looked_at(group, here), "link").present
    line = one(looked_at(group, {VALUE: [Passage(TOLD, ids=("p0",))]}), "link")
    assert (line.reason, line.card, line.source, line.section) == (
        "paragraph",
        "card-0001",
        "source-01",
        VALUE,
    )
    group.do(CORE, SectionRemove, section=STRENGTH)
    line = one(looked_at(group, here), "link")
    assert (line.reason, line.agreement) == ("section", "agreement-1")


# ---------------------------------------------------------------- what may be private


def test_what_looks_private_in_the_text_is_shown_until_people_say_that_it_may_stand_there(
    group: GroupFixture,
) -> None:
    text = {VALUE: "👍 Bel de Speelkeet: 038-4567890."}
    line = one(looked_at(group, text), "private")
    assert (line.present, line.reason, line.words, line.section) == (False, "phone", "038-4567890", VALUE)
    assert (line.start, line.end) == (line.text.index("038") + 1, len(line.text))
    group.do(GUEST, PrivateAccept, accepted="accepted-1", stands_in=VALUE, fingerprint=line.fingerprint)
    assert one(looked_at(group, text), "private").present
    assert not one(looked_at(group, {CRAFT: text[VALUE]}), "private").present
    assert "038" not in str(group.state[Accepted])


def test_cards_that_the_document_may_quote_are_looked_at_too(group: GroupFixture) -> None:
    group.do(PARENT, CardAdd, card="card-0002", board="dis-2", column="story", text="Mijn zoon Daan zong.")
    assert one(looked_at(group, {}), "private").present
    group.do(PARENT, CardQuote, card="card-0002", allowed=True)
    line = one(looked_at(group, {}), "private")
    assert (line.reason, line.words, line.card, line.section) == ("name", "Daan", "card-0002", "")


def test_translations_agreements_and_headings_are_looked_at_too(group: GroupFixture) -> None:
    said = {"text": "Oğlum şarkı söyledi.", "translation": "Mijn zoon Daan zong.", "quote": True}
    group.do(PARENT, CardAdd, card="card-0002", board="dis-2", column="story", lang="tr", **said)
    group.do(PARENT, AgreementAdd, agreement="agreement-1", text="Bel 038-4567890.", owner=PARENT)
    group.do(PARENT, SectionAdd, section="section-own", heading="De Speelkeet, Lindelaan 12")
    lines = of(looked_at(group, {}), "private")
    assert [(line.words, line.section, line.agreement, line.card) for line in lines] == [
        ("Lindelaan 12", "section-own", "", ""),
        ("038-4567890", "", "agreement-1", ""),
        ("Daan", "", "", "card-0002"),
    ]
    assert lines[0].text == ""
    group.do(
        PARENT,
        PrivateAccept,
        accepted="accepted-1",
        stands_in="agreement-1",
        fingerprint=lines[1].fingerprint,
    )
    assert len(of(looked_at(group, {}), "private")) == 2


def test_a_member_is_no_child(group: GroupFixture) -> None:
    text = {VALUE: "Op maandag kookt Anna voor ons."}
    assert not one(looked_at(group, text), "private").present
    group.do(GUEST, MemberEdit, name="Anna de Boer")
    assert one(looked_at(group, text), "private").present


PIECES = [part for example in EXAMPLES for part in example["text"].split()] + [
    STORY,
    "“",
    "”",
    "https://",
    "‘",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30).map(" ".join)


@settings(deadline=None)
@given(texts=st.dictionaries(st.sampled_from([VALUE, STRENGTH, EXPERIENCE, "section-99"]), TEXTS))
def test_every_line_about_a_text_leads_to_its_words(texts: dict[str, str]) -> None:
    group = GroupFixture("dis-2")
    group.card()
    for line in looked_at(group, texts):
        if line.text:
            assert line.text == texts[line.section]
            units = line.text.encode("utf-16-le", "surrogatepass")
            place = units[2 * line.start : 2 * line.end].decode("utf-16-le", "surrogatepass")
            assert place == line.words != ""


def test_what_is_missing_is_counted(group: GroupFixture) -> None:
    lines = looked_at(group, {})
    assert missing(lines) == sum(1 for line in lines if not line.present) > 10
