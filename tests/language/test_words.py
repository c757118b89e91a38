"""Forms of words, passives and simpler words."""

from __future__ import annotations

import pytest

from workshop.language import suggest
from workshop.language.counting import reader
from workshop.language.dutch import split_compound
from workshop.language.dutch_forms import adjective_e, plural, verb_forms
from workshop.language.frequency import frequencies


@pytest.mark.parametrize(
    ("verb", "third", "past", "participle"),
    [
        ("maken", "maakt", "maakte", "gemaakt"),
        ("leven", "leeft", "leefde", "geleefd"),
        ("zetten", "zet", "zette", "gezet"),
        ("leveren", "levert", "leverde", "geleverd"),
        ("implementeren", "implementeert", "implementeerde", "geïmplementeerd"),
        ("informeren", "informeert", "informeerde", "geïnformeerd"),
        ("bekijken", "bekijkt", "bekeek", "bekeken"),
        ("uitvoeren", "uitvoert", "uitvoerde", "uitgevoerd"),
        ("opnemen", "opneemt", "opnam", "opgenomen"),
        ("voldoen", "voldoet", "voldeed", "voldaan"),
        ("gebeuren", "gebeurt", "gebeurde", "gebeurd"),
    ],
)
def test_forms_of_verbs(verb: str, third: str, past: str, participle: str) -> None:
    forms = verb_forms(verb)
    assert (forms["third"], forms["past"], forms["part"]) == (third, past, participle)


def test_forms_of_other_words() -> None:
    assert [adjective_e(word) for word in ("groot", "boos", "dik", "open", "substantieel")] == [
        "grote", "boze", "dikke", "open", "substantiële",
    ]  # fmt: skip
    assert [plural(word) for word in ("gevolg", "regel", "man", "moeilijkheid", "bufferproces")] == [
        "gevolgen", "regels", "mannen", "moeilijkheden", "bufferprocessen",
    ]  # fmt: skip


def test_a_compound_has_a_head() -> None:
    assert split_compound("bewonersonderzoek", frequencies("nl")) == ("bewoners", "onderzoek")
    assert split_compound("kinderen", frequencies("nl")) is None


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Het werk wordt morgen gedaan.", True),
        ("Dat het werk gedaan wordt, weten we.", True),
        ("Er werden plannen gemaakt.", True),
        ("Het park is door ons aangelegd.", True),
        ("Zij is naar huis gegaan.", False),
        ("Hij heeft zijn werk gedaan.", False),
        ("Zij wordt juf.", False),
        ("Het wordt gezellig.", False),
    ],
)
def test_the_passive(text: str, passive: bool) -> None:
    assert any(reading.passives for _, reading in reader("nl").read(text)) is passive


@pytest.mark.parametrize(
    ("word", "sentence", "language", "first"),
    [
        ("gecommuniceerd", "Er is goed gecommuniceerd.", "nl", "gepraat"),
        ("Indien", "Indien u komt.", "nl", "Als"),
        ("met betrekking tot", "Met betrekking tot de wijk.", "nl", "over"),
        ("utilised", "It was utilised.", "en", "used"),
        ("requirements", "The requirements are clear.", "en", "needs"),
    ],
)
def test_simpler_words(word: str, sentence: str, language: str, first: str) -> None:
    assert suggest(word, sentence, language)[0] == first


def test_an_unknown_word_gets_no_suggestion() -> None:
    assert suggest("fiets", "Mijn fiets is rood.", "nl") == []
    assert suggest("", "", "nl") == []
