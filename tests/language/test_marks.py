"""What is marked, why, and what is proposed instead."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from workshop.language import Mark, check, score, sentence_scores
from workshop.language import checks as helper
from workshop.language.lists import lists
from workshop.language.mark import REASONS

SCENARIO = json.loads(
    (Path(__file__).resolve().parents[2] / "workshop/demo/data/scenario.json").read_text(encoding="utf-8")
)
JARGON = SCENARIO["jargon"]
VISION = (Path(__file__).resolve().parent / "vision.txt").read_text(encoding="utf-8")


def kinds(text: str, language: str = "nl") -> set[str]:
    return {mark.kind for mark in check(text, language)}


def only(text: str, kind: str, language: str = "nl") -> Mark:
    (mark,) = [mark for mark in check(text, language) if mark.kind == kind]
    return mark


def test_a_plain_vision_gets_at_most_three_marks() -> None:
    assert len(VISION.split()) > 390
    assert len(check(VISION, "nl")) <= 3


@pytest.mark.parametrize("term", JARGON, ids=[term["term"] for term in JARGON])
def test_jargon_is_marked_in_the_draft_and_gone_in_the_final_sentence(term: dict[str, str]) -> None:
    words = {word for mark in check(term["draft_sentence"]) for word in mark.text.lower().split()}
    assert any(word.startswith(term["term"].split()[0][:8]) for word in words)
    assert check(term["final_sentence"]) == []


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("Wij bespreken de vroegsignalering.", "jargon", "vroegsignalering"),
        ("Zij participeren in de buurt.", "formal", "participeren"),
        ("Met betrekking tot de wijk weten we niets.", "formal", "Met betrekking tot"),
        ("Het speelveld wordt door ons schoongemaakt.", "passive", "wordt door ons schoongemaakt"),
        ("De tuin is door de ouders gemaakt.", "passive", "is door de ouders gemaakt"),
        ("De hulp m.b.t. spelen helpt ons.", "abbreviation", "m.b.t."),
        ("Wij praten met de GGD over eten.", "abbreviation", "GGD"),
        ("Ouders (en oma’s) komen langs.", "brackets", "(en oma’s)"),
        ("Moeders en/of vaders komen langs.", "brackets", "en/of"),
        ("Wij helpen probleemgezinnen.", "deficit", "probleemgezinnen"),
        ("Het is niet ongebruikelijk dat wij spelen.", "double_negative", "niet ongebruikelijk"),
        ("Wij zorgen voor het verbeteren van de straat.", "nominalisation", "het verbeteren van"),
        ("Wij lezen het palimpsest.", "rare", "palimpsest"),
        (
            "Wij praten in het huis aan de rand van het park over de plannen voor de kinderen.",
            "prepositions",
            "in het huis aan de rand van het park over de plannen",
        ),
    ],
)
def test_what_is_marked_in_dutch(text: str, kind: str, where: str) -> None:
    assert where in {mark.text for mark in check(text) if mark.kind == kind}


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("We utilize the garden.", "formal", "utilize"),
        ("The garden was cleaned by parents.", "passive", "was cleaned"),
        ("We work on safeguarding.", "jargon", "safeguarding"),
        ("We help problem families.", "deficit", "problem families"),
        ("Children, e.g. toddlers, play here.", "abbreviation", "e.g."),
    ],
)
def test_what_is_marked_in_english(text: str, kind: str, where: str) -> None:
    assert where in {mark.text for mark in check(text, "en") if mark.kind == kind}


def test_words_that_belong_together_but_stand_far_apart() -> None:
    text = "De gemeente heeft vorige week na lang overleg met alle ouders uit de buurt een speeltuin geopend."
    mark = only(text, "tangconstructie")
    assert mark.text.startswith("heeft")
    assert mark.text.endswith("geopend")
    assert "heeft" in mark.reason("en") and "geopend" in mark.reason("en")
    assert "tangconstructie" not in kinds("De gemeente heeft een speeltuin geopend.")


def test_a_long_sentence_is_marked_whole() -> None:
    text = "Wij " + "spelen en " * 12 + "zingen."
    assert only(text, "long").text == text
    assert "26" in only(text, "long").reason("en")


def test_a_text_without_people_is_marked_once() -> None:
    text = "De straat is schoon. De bomen zijn groen. Het plein is groot. " * 5
    assert [mark.kind for mark in check(text)] == ["address"]
    assert check(text + "Wij spelen hier.") == []


def test_plain_sentences_are_left_alone() -> None:
    for text in (
        "Kinderen spelen samen.",
        "Hij is gekomen.",
        "Ouders weten veel.",
        "Lotte en Amira koken soep.",
    ):
        assert check(text) == [], text


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("Het plan is geïmplementeerd.", "ingevoerd"),
        ("Wij constateren het.", "zien"),
        ("De gemeente verstrekt geld.", "geeft"),
        ("Het geld is verstrekt.", "gegeven"),
        ("Een aanzienlijke groep komt.", "grote"),
        ("De consequenties zijn klein.", "gevolgen"),
        ("Indien het regent, blijven we thuis.", "Als"),
    ],
)
def test_what_may_be_put_in_has_the_form_of_the_sentence(text: str, proposal: str) -> None:
    assert only(text, "formal").insertions[0].text == proposal


def test_what_does_not_fit_is_an_idea_only() -> None:
    mark = only("Wij bespreken de vroegsignalering.", "jargon")
    assert mark.proposals and not mark.insertions


def test_what_people_accept_is_not_marked_again() -> None:
    text = "Wij bespreken de vroegsignalering."
    (mark,) = check(text)
    assert check(text, accepted={mark.key}) == []
    assert check(text, accepted={"vroegsignalering"}) == []
    assert check(text, accepted={"formal:vroegsignalering"}) == [mark]


def test_marks_move_with_their_sentence() -> None:
    text = "Wij bespreken de vroegsignalering."
    (alone,), (later,) = check(text), check("Hallo. " + text)
    assert later.start == alone.start + len("Hallo. ")


def test_checking_again_after_one_change_takes_milliseconds() -> None:
    check(VISION)
    started = time.process_time()
    for number in range(20):
        check(VISION.replace("eigen tempo", f"eigen tempo {number}"))
    # 5 ms is the aim; a busy machine gets four times that.
    assert (time.process_time() - started) / 20 < 0.02


def test_every_kind_has_a_reason_without_a_level() -> None:
    for reason in REASONS.values():
        assert "B1" not in reason


def test_the_list_of_jargon_is_long_enough() -> None:
    terms = {
        entry.word for rows in lists("nl").single.values() for entry, _ in rows if entry.listed == "jargon"
    } | {entry.word for rows in lists("nl").phrases.values() for _, entry in rows if entry.listed == "jargon"}
    assert len(terms) >= 80


def test_a_text_is_harder_than_its_plain_version() -> None:
    hard = (
        "Met betrekking tot de implementatie van de integrale aanpak wordt door de ketenpartners een "
        "evaluatie uitgevoerd, waarbij de participatie van ouders wordt geoptimaliseerd."
    )
    easy = "Wij kijken samen hoe het gaat. Ouders doen mee. Zo helpen we elkaar beter."
    assert score(hard).difficulty > score(easy).difficulty
    assert score(hard).because
    first, *_, last = sentence_scores(hard + " " + easy)
    assert first.difficulty > last.difficulty


def test_a_mark_is_where_its_word_is_whatever_nobody_sees_in_it() -> None:
    text = "👩‍👧 Wij parti\u00adci\u200bperen hierin."
    (mark,) = [one for one in helper.check(text, "nl", (), "nl")["marks"] if one["kind"] != "abstract"]
    assert mark["text"] == "parti\u00adci\u200bperen"
    there = text.encode("utf-16-le")[mark["start"] * 2 : mark["end"] * 2].decode("utf-16-le")
    assert there == mark["text"]
