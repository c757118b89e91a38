"""What is in the document of the invented neighbourhood, and what is not."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from exports.formats import docx
from exports.outline.document import build, file_name
from exports.outline.model import Project
from tests.exports import lindebuurt
from tests.exports.reading import chapter, headings, lines, parts_of
from workshop.features.agreements.schema import Agreement
from workshop.features.cards.schema import Card
from workshop.features.community.decide import community_of
from workshop.features.consent.schema import ConsentRound, RoleCount
from workshop.features.meetings.schema import Meeting
from workshop.features.members.schema import Member
from workshop.features.sections.schema import Section

EXPECTED = lindebuurt.scenario()["expected_export"]


@pytest.fixture(scope="module")
def document() -> bytes:
    return docx.render(lindebuurt.outline())


def whole(data: bytes) -> str:
    return "\n".join(text for _style, text in lines(data))


def test_the_chapters_come_in_the_expected_order(document: bytes) -> None:
    assert headings(document) == EXPECTED["headings"]


def test_the_sections_of_level_two_stand_inside_their_chapter(document: bytes) -> None:
    inside = [text for style, text in chapter(document, "Dit vinden wij belangrijk") if style == "Heading 2"]
    sections = lindebuurt.scenario()["vision"]["sections"]
    assert inside == [section["heading"] for section in sections if section["level"] == 2]


@pytest.mark.parametrize("text", EXPECTED["must_contain"])
def test_it_contains(document: bytes, text: str) -> None:
    assert text in whole(document)


@pytest.mark.parametrize("text", EXPECTED["must_not_contain"])
def test_it_does_not_contain(document: bytes, text: str) -> None:
    assert text not in whole(document)
    assert not [name for name, part in parts_of(document).items() if text.encode() in part]


def test_every_sentence_of_the_vision_is_in_it(document: bytes) -> None:
    text = whole(document)
    for section in lindebuurt.scenario()["vision"]["sections"]:
        assert section["text"] in text
    for sentence in lindebuurt.scenario()["summary_page"]["sentences"]:
        assert sentence in text


def test_terms_stand_in_the_word_list_only(document: bytes) -> None:
    inside = " ".join(text for _style, text in chapter(document, "Woordenlijst"))
    for entry in lindebuurt.scenario()["jargon"]:
        assert entry["term"] in inside
        assert entry["plain"] in inside
        assert whole(document).count(entry["term"]) == 1


def test_quotes_are_attributed_to_a_role(document: bytes) -> None:
    by = {text for style, text in lines(document) if style == "Quote By"}
    assert by == {"– een ouder", "– een vakmens", "– zonder naam", "– samen geschreven"}


def test_a_quote_stands_in_its_own_language_with_its_translation(document: bytes) -> None:
    voices = [text for _style, text in chapter(document, "Stemmen uit de wijk")]
    turkish = next(number for number, text in enumerate(voices) if text.startswith("“Kızım parkta"))
    assert voices[turkish + 1].startswith("“Mijn dochter vond in het park")
    assert voices[turkish + 2] == "– een ouder"


def test_names_stand_behind_agreements_only(document: bytes) -> None:
    text = [line for _style, line in lines(document)]
    for person in lindebuurt.scenario()["participants"]:
        name = lindebuurt.real(person["display_name"])
        owner = name in ("Marloes", "Nadia")
        assert sum(name in line for line in text) == (1 if owner else 0)


def test_the_meetings_are_told_with_day_place_and_phases(document: bytes) -> None:
    made = [text for _style, text in chapter(document, "Hoe we dit hebben gemaakt")]
    assert {"12 januari 2027", "Kiezen en vertellen", "De Speelkeet", "13 april 2027"} <= set(made)
    assert "We schreven 30 kaartjes. Daarbij zijn 9 verhalen en 7 dromen." in " ".join(made)


def test_the_decision_is_told(document: bytes) -> None:
    told = " ".join(text for _style, text in chapter(document, "Colofon"))
    assert "14 mensen" in told
    assert "2 rondes" in told
    assert "Fonds Voorbeeld" in told


def test_who_was_absent_is_told_by_role_and_by_nobodys_name() -> None:
    state = lindebuurt.state()
    final = next(one for one in state[ConsentRound].values() if one.adopted)
    absent = [RoleCount(role="parent", count=2), RoleCount(role="professional", count=1)]
    lindebuurt.put(state, "rounds", replace(final, absent=["p01", "p02", "p08"], absent_roles=absent))
    told = " ".join(text for _style, text in chapter(docx.render(lindebuurt.outline(state)), "Colofon"))
    assert "Er niet bij, en dus zonder antwoord: 2 ouders en opvoeders, 1 vakmens." in told
    for member in ("p01", "p02", "p08"):
        assert state[Member][member].name not in told


def test_a_round_about_one_paragraph_agrees_on_no_more_than_that() -> None:
    state = lindebuurt.state()
    final = next(one for one in state[ConsentRound].values() if one.adopted)
    part = replace(final, id="part", words="Wij eten samen.", section="section00")
    lindebuurt.put(state, "rounds", part)
    draft = " ".join(
        text for _style, text in chapter(docx.render(lindebuurt.outline(state, version=None)), "Colofon")
    )
    assert "Met dit stuk is de groep al akkoord: “Wij eten samen.”" in draft
    agreed = " ".join(text for _style, text in chapter(docx.render(lindebuurt.outline(state)), "Colofon"))
    assert "Wij eten samen." not in agreed and "2 rondes" in agreed


def test_the_file_name() -> None:
    assert file_name(lindebuurt.outline()) == EXPECTED["file"]


def test_a_file_name_takes_any_name() -> None:
    state = lindebuurt.state()
    for name in ("../..\\Ünïcode wijk: 2/3? (fictief)", "حيّنا", "\ud800", "x" * 200):
        lindebuurt.put(state, "community", replace(community_of(state), name=name))
        made = file_name(lindebuurt.outline(state))
        assert made.isascii()
        assert len(made) < 90
        assert not set(made) & set('\\/:*?"<>| ')


def test_a_draft_says_so() -> None:
    outline = lindebuurt.outline(version=None)
    data = docx.render(outline)
    assert "Concept van 20 april 2027" in whole(data)
    assert "Versie" not in whole(data)
    assert "nog niet over deze tekst besloten" in whole(data)
    assert file_name(outline) == "Visie_Lindebuurt_concept_2027-04-20.docx"


def test_an_english_community_has_an_english_document() -> None:
    data = docx.render(lindebuurt.outline(language="en"))
    assert headings(data)[7:] == [
        "How we made this", "Who took part", "Voices from the neighbourhood", "Word list", "What comes next",
        "Colophon",
    ]  # fmt: skip
    assert "Version 1.0, agreed on 13 April 2027" in whole(data)
    assert "7 parents and carers, 6 professionals, 1 researcher" in whole(data)


def test_what_is_open_in_an_agreement_is_said_in_words() -> None:
    state = lindebuurt.state()
    state.collections["agreements"] = {}
    lindebuurt.put(state, "agreements", Agreement(id="open", text="Een bankje."))
    rows = [text for _style, text in lines(docx.render(lindebuurt.outline(state)))]
    start = rows.index("Een bankje.")
    assert rows[start : start + 4] == ["Een bankje.", "geen eigenaar", "geen datum", "nog niet bekend"]


def test_who_left_is_no_longer_named() -> None:
    state = lindebuurt.state()
    lindebuurt.put(state, "members", replace(state[Member]["p08"], name="", removed=True))
    table = [text for _style, text in chapter(docx.render(lindebuurt.outline(state)), "Dit spreken we af")]
    assert "een vakmens" in table


def test_who_only_looked_around_is_not_counted() -> None:
    state = lindebuurt.state()
    lindebuurt.put(state, "members", Member(id="visitor", name="Kijker", role="parent"))
    lindebuurt.put(state, "members", Member(id="host", name="Gids", role="professional", facilitator=True))
    assert EXPECTED["must_contain"][1] in whole(docx.render(lindebuurt.outline(state)))


def test_the_next_meeting_is_the_first_one_to_come() -> None:
    state = lindebuurt.state()
    for day in ("2027-09-14", "2027-06-08", "2027-01-01"):
        met = Meeting(id=day, date=day, title="Terugkijken", place="De Speelkeet")
        lindebuurt.put(state, "meetings", met)
    told = " ".join(text for _style, text in chapter(docx.render(lindebuurt.outline(state)), "Hoe verder"))
    assert "Onze volgende bijeenkomst: 8 juni 2027, Terugkijken, De Speelkeet." in told


def test_a_topic_from_a_card_that_may_not_be_quoted_is_left_out() -> None:
    state = lindebuurt.state()
    topic = community_of(state).topic
    assert topic in whole(docx.render(lindebuurt.outline(state)))
    lindebuurt.put(state, "cards", replace(state[Card]["c03"], quote=False))
    assert topic not in whole(docx.render(lindebuurt.outline(state)))
    del state[Card]["c03"]
    assert topic not in whole(docx.render(lindebuurt.outline(state)))


def test_a_topic_in_another_language_stands_in_that_of_the_group_with_its_own_words() -> None:
    state = lindebuurt.state()
    said = replace(
        community_of(state), topic="Samen eten", topic_lang="so", topic_original="Cunto wadajir ah"
    )
    lindebuurt.put(state, "community", said)
    document = docx.render(lindebuurt.outline(state))
    made = [text for _style, text in chapter(document, "Hoe we dit hebben gemaakt")]
    assert any("Samen eten" in text and "Cunto wadajir ah" in text for text in made)
    lindebuurt.put(state, "cards", replace(state[Card]["c03"], quote=False))
    assert "Cunto wadajir ah" not in whole(docx.render(lindebuurt.outline(state)))


def test_a_section_that_was_put_aside_after_the_decision_stays_in_the_version() -> None:
    state = lindebuurt.state()
    dream = next(section for section in state[Section].values() if section.heading == "Onze droom")
    lindebuurt.put(state, "sections", replace(dream, removed=True))
    assert "Onze droom" in headings(docx.render(lindebuurt.outline(state)))
    assert "Onze droom" not in headings(docx.render(lindebuurt.outline(state, version=None)))


def test_a_document_of_a_community_that_has_just_begun() -> None:
    state = lindebuurt.state()
    for name in state.collections:
        if name not in ("community", "sections"):
            state.collections[name] = {}
    lindebuurt.put(state, "community", replace(community_of(state), topic="", topic_card=None, title=""))
    lindebuurt.put(state, "sections", Section(id="loose", heading="Los", level=2, rank="a"))
    outline = build(state, {}, Project(), "nl", today=date(2027, 1, 1))
    data = docx.render(outline)
    assert headings(data)[0] == "In het kort"
    assert "Hier staat nog geen tekst." in whole(data)
    assert "De visie van Lindebuurt" in whole(data)
    assert "Er zijn nog geen afspraken opgeschreven." in whole(data)
