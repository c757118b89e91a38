"""Words that only offices use: nouns with an empty verb, compounds, formal words; and what is left alone."""

from __future__ import annotations

import pytest

from workshop.language import check


def marked(text: str, *kinds: str) -> list[str]:
    return [mark.text for mark in check(text) if mark.kind in kinds]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U kunt een klacht indienen.", "indienen"),
        ("Wij nemen morgen contact met u op.", "nemen morgen contact"),
        ("Wij hebben met de ouders overleg gevoerd.", "overleg gevoerd"),
        ("De leidster legt verantwoording af.", "legt"),
        ("Er is toestemming verkregen.", "verkregen"),
        ("De groep heeft vertraging opgelopen.", "opgelopen"),
        ("Het plan is tot stand gebracht.", "tot stand gebracht"),
    ],
)
def test_a_noun_with_a_verb_that_says_little_is_marked(text: str, words: str) -> None:
    assert any(words in one for one in marked(text, "formal"))


@pytest.mark.parametrize(
    "text",
    [
        "De kinderen maken een tekening.",
        "Wij geven de planten water.",
        "Mijn zus doet de was.",
        "Neem je een zusje mee?",
        "De bakker geeft ons een brood.",
    ],
)
def test_the_same_verbs_with_other_nouns_are_plain(text: str) -> None:
    assert marked(text, "formal") == []


@pytest.mark.parametrize(
    "word",
    ["huurtarieven", "kadernota", "spelaanbod", "opvoedingsdoelen", "ontmoetingsruimte", "locatiemanager"],
)
def test_a_little_used_compound_with_a_part_of_offices_is_marked(word: str) -> None:
    assert marked(f"Wij praten morgen over de {word}.", "rare", "formal") == [word]


@pytest.mark.parametrize(
    "word",
    ["kruiwagen", "taxibus", "wijkraad", "straatoverleg", "trommelvlies", "courgettes", "regenlaarzen"],
)
def test_a_rare_word_for_something_from_every_day_is_left_alone(word: str) -> None:
    assert marked(f"Wij praten morgen over de {word}.", "rare", "formal") == []


@pytest.mark.parametrize(
    "words",
    [
        "Hierbij",
        "verwijzen",
        "verhinderd bent",
        "toegankelijk",
        "gecreëerd",
        "waargenomen",
        "Doorgaans",
        "geconfronteerd met",
        "sprake is",
        "verantwoordelijk voor",
    ],
)
def test_a_formal_word_is_marked_in_the_form_in_which_it_stands(words: str) -> None:
    texts = {
        "Hierbij": "Hierbij sturen wij u het plan.",
        "verwijzen": "Wij verwijzen u naar de school.",
        "verhinderd bent": "Als u verhinderd bent, belt u ons.",
        "toegankelijk": "Het plein is toegankelijk.",
        "gecreëerd": "Zij hebben een plek gecreëerd.",
        "waargenomen": "Wij hebben dat waargenomen.",
        "Doorgaans": "Doorgaans gaat dat goed.",
        "geconfronteerd met": "Zij zijn geconfronteerd met regen.",
        "sprake is": "Wij zien dat hiervan sprake is.",
        "verantwoordelijk voor": "De mentor is verantwoordelijk voor de groep.",
    }
    assert words in marked(texts[words], "formal")


@pytest.mark.parametrize(
    "text",
    [
        "Je hoeft niets te weten van tuinieren.",
        "Dat trekt ratten aan.",
        "Wij vragen het bij deze school.",
        "Zij speelde ook in 2008.",
        "Er hing een bericht op de deur.",
        "We werken hierbij samen.",
    ],
)
def test_words_with_a_plain_meaning_are_left_alone(text: str) -> None:
    assert marked(text, "formal") == []


def test_te_weten_is_formal_beside_a_sign() -> None:
    assert marked("Er zijn twee scholen, te weten de Regenboog en de Vlinder.", "formal") == ["te weten"]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("U dient er zorg voor te dragen dat zij komt.", "dient", "moet er zorg voor dragen"),
        ("Wij vragen u uw vakantie kenbaar te maken.", "kenbaar te maken", "door te geven"),
    ],
)
def test_a_change_keeps_what_belongs_together(text: str, old: str, new: str) -> None:
    changes = {mark.text: [one.text for one in mark.insertions] for mark in check(text)}
    assert changes[old] == [new]


@pytest.mark.parametrize(
    "text",
    [
        "Het plan is in 2021 geëvalueerd.",
        "Een jeugdige krijgt hulp.",
        "Er is een inventarisatie uitgevoerd van de plekken.",
        "Ten aanzien van de prijs wordt voorgesteld te wachten.",
        "Indien noodzakelijk wordt gebeld.",
    ],
)
def test_what_would_bend_the_sentence_is_an_idea(text: str) -> None:
    assert [one.text for mark in check(text) for one in mark.insertions] == []


@pytest.mark.parametrize(
    "text",
    [
        "Het formulier is lang maar moet wel klaar zijn.",
        "Om dat te voorkomen is het goed om te bellen.",
        "Kinderen worden bovengemiddeld groot.",
        "Parkeren is hier toegestaan.",
    ],
)
def test_what_only_looks_like_a_participle_makes_no_passive(text: str) -> None:
    assert marked(text, "passive") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Er wordt bezien of hulp nodig is.", "wordt bezien"),
        ("Om dat te voorkomen is besloten te wachten.", "is besloten"),
        ("Het formulier is lang maar moet wel zijn ondertekend.", "zijn ondertekend"),
        ("De groei wordt gemonitord.", "wordt gemonitord"),
    ],
)
def test_the_participle_of_the_same_clause_is_taken(text: str, words: str) -> None:
    assert marked(text, "passive") == [words]
