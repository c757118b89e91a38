"""What is hard in the build of a sentence or a text, and what only looks like it."""

from __future__ import annotations

import pytest

from workshop.language import check


def marked(text: str, kind: str) -> list[str]:
    return [mark.text for mark in check(text) if mark.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Het bezwaarschrift is te laat.",
        "Dat uw bezwaarschrift is gekomen, weten wij.",
        "Ouders zijn verplicht mee te doen.",
        "Wij zijn verhinderd.",
        "Het plan is gereed.",
        "Dat het gedrag is veranderd, weten wij.",
        "U bent verzekerd.",
        "De overeenkomst is klaar.",
    ],
)
def test_a_noun_or_adjective_makes_no_passive(text: str) -> None:
    assert marked(text, "passive") == []


def test_a_state_with_who_did_it_is_a_passive() -> None:
    assert marked("De straat is door de buren afgesloten.", "passive")


@pytest.mark.parametrize(
    "text",
    [
        "Wij vragen u het formulier thuis met uw kind aan de grote tafel in te vullen.",
        "Hij is blij dat elk kind in de buurt op het grote plein mag spelen.",
        "Wij gaan vandaag met alle kinderen naar het grote park en dat bevalt goed.",
        "Het was de dag waar wij elkaar op het plein zagen zonder dat iemand bang was.",
    ],
)
def test_a_tang_stays_within_its_clause(text: str) -> None:
    assert marked(text, "tangconstructie") == []


def test_prepositions_pile_up_only_without_a_verb_between() -> None:
    assert marked(
        "Wij praten in het huis aan de rand van het park over de plannen voor de kinderen.", "prepositions"
    )
    assert (
        marked("Wij gaan op dinsdag met de bus naar het park om in het water te spelen.", "prepositions")
        == []
    )


def test_a_word_is_marked_once_a_text() -> None:
    text = "Wij maken een convenant. Het convenant is klaar. Alle convenanten zijn klaar."
    assert marked(text, "formal") == ["convenant"]


@pytest.mark.parametrize(
    "text",
    [
        "Het Centrum voor Jeugd en Gezin (CJG) helpt u. Bel het CJG.",
        "Bel het CJG (Centrum voor Jeugd en Gezin).",
    ],
)
def test_an_abbreviation_that_is_explained_is_not_marked(text: str) -> None:
    assert marked(text, "abbreviation") == []


def test_an_unknown_abbreviation_is_marked_and_a_known_one_is_not() -> None:
    assert marked("Wij vragen een VOG.", "abbreviation") == ["VOG"]
    assert marked("Wij kijken geen TV in de EU.", "abbreviation") == []
    assert marked("LET OP DAT HET NAT IS", "abbreviation") == []


def test_two_compounds_with_one_head_are_one() -> None:
    assert marked("Wij geven opvoed- en opgroeisteun.", "rare") == ["opvoed- en opgroeisteun"]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Wij kennen u een bedrag toe.", "formal", "kennen u een bedrag toe"),
        ("Hierbij delen wij u iets mede.", "formal", "delen wij u iets mede"),
        ("U heeft het recht uw dossier in te zien.", "formal", "in te zien"),
        ("Na ondertekening bellen wij u.", "formal", "ondertekening"),
        ("Na toewijzing bellen wij u.", "nominalisation", "Na toewijzing"),
        ("Clustering van plekken helpt.", "nominalisation", "Clustering van"),
        ("U dient te bellen.", "formal", "dient"),
        ("Wij doen dit in het kader van het feest.", "formal", "in het kader van"),
        ("Spelen is van belang.", "formal", "van belang"),
        ("Wij willen vorm geven aan een plan.", "formal", "vorm geven aan"),
        ("U ziet de dagtekening.", "formal", "dagtekening"),
        ("Wij vragen een machtiging.", "formal", "machtiging"),
        ("Alle jeugdigen komen.", "formal", "jeugdigen"),
        ("Wij praten over de opvoedsituatie.", "rare", "opvoedsituatie"),
        ("Wij praten over de transformatieopgave.", "rare", "transformatieopgave"),
    ],
)
def test_what_offices_write_is_found(text: str, kind: str, words: str) -> None:
    assert words in marked(text, kind)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Het plan is bijna klaar, u hoort snel van ons.", ["u hoort"]),
        ("Als het plan klaar is, hoort u snel van ons.", []),
        ("Het plan is bijna klaar, maar u hoort snel van ons.", []),
        ("Wij kopen appels, peren en bananen.", []),
        ("Omdat het regent, blijven wij thuis.", []),
    ],
)
def test_a_comma_that_joins_two_sentences_is_marked(text: str, words: list[str]) -> None:
    assert marked(text, "splice") == words


def test_a_long_paragraph_is_marked_whole() -> None:
    text = "Wij spelen samen op het plein. " * 21
    assert marked(text, "paragraph") == [text]
    assert marked("\n\n".join(["Wij spelen samen op het plein. " * 10] * 3), "paragraph") == []


def test_many_things_in_one_sentence_want_a_list() -> None:
    text = (
        "Wilt u voor het feest een kleed, een lekkere taart, een fles water, een pet voor uw kind en goede "
        "zin meenemen?"
    )
    assert marked(text, "list")
    assert marked("Wij kopen appels, peren, bananen en noten.", "list") == []


def test_the_main_point_of_a_letter_comes_early() -> None:
    talk = "Op maandag hebben wij uw brief gelezen en daar met elkaar over gepraat. " * 6
    assert marked(f"Geachte mevrouw Smit,\n{talk}\nWij hebben besloten dat u geld krijgt.", "late")
    assert marked(f"Geachte mevrouw Smit,\nWij hebben besloten dat u geld krijgt.\n{talk}", "late") == []
