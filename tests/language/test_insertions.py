"""What may be put into a sentence as it is: only what leaves the sentence whole. The rest is an idea."""

from __future__ import annotations

import csv
import re

import pytest

from workshop.language import Mark, check
from workshop.language.dutch_forms import plural
from workshop.language.fits import fits
from workshop.language.frequency import frequencies
from workshop.language.lists import DATA


def sentences(text: str, language: str = "nl") -> list[str]:
    """The whole new sentences that may be put in, in the order of the text."""
    return [change.sentence for mark in check(text, language) for change in mark.insertions]


def marked(text: str, words: str) -> Mark:
    (found,) = [mark for mark in check(text) if mark.text == words]
    return found


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Onze doelstelling is duidelijk.", "Ons doel is duidelijk."),
        ("Deze consequentie is groot.", "Dit gevolg is groot."),
        ("Wij kennen het convenant.", "Wij kennen de overeenkomst."),
        ("Wij kennen elke accommodatie.", "Wij kennen elk gebouw."),
        ("Dat komt van de GGD.", "Dat komt van de gezondheidsdienst."),
    ],
)  # fmt: skip
def test_the_article_follows_the_new_noun(text: str, new: str) -> None:
    assert new in sentences(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wij maken een klein convenant.",  # a small "overeenkomst" is "een kleine"
        "Het convenant dat wij maken, is nieuw.",  # "de overeenkomst dat"
        "Zij volgt de innovatie, die wij betalen, en de doelstelling, die wij delen.",
    ],
)
def test_what_shows_the_gender_elsewhere_leaves_an_idea(text: str) -> None:
    for new in sentences(text):
        assert "klein overeenkomst" not in new
        assert "overeenkomst dat" not in new
        assert "het doel, die" not in new


def test_a_noun_that_is_not_counted_gets_no_plural() -> None:
    for text in (
        "Er zijn veel interventies.",
        "Er zijn veel voorzieningen in de wijk.",
        "Wij geven ondersteuningen.",
    ):
        for mark in check(text):
            assert not [one for one in mark.proposals if "hulpen" in one]
            assert not [one for one in mark.insertions if "hulp" in one.text]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Iedereen dient buiten te spelen.", "Iedereen moet buiten spelen."),
        ("U dient dit op tijd door te geven.", "U moet dit op tijd doorgeven."),
        ("Wijzigingen dienen te worden gemeld.", "Wijzigingen moeten worden gemeld."),
        ("Wij vragen ouders te participeren.", "Wij vragen ouders mee te doen."),
        ("Wij willen participeren.", "Wij willen meedoen."),
        ("Omdat zij participeren, gaat het goed.", "Omdat zij meedoen, gaat het goed."),
        ("Zij participeren in de wijk.", "Zij doen in de wijk mee."),
        ("De raad verstrekt geld.", "De raad geeft geld."),
        ("Wij kennen u een bedrag toe.", "Wij geven u een bedrag."),
        ("De opvang wijst een kind af.", "De opvang weigert een kind."),
        ("Wij beloven het u toe te kennen.", "Wij beloven het u te geven."),
    ],
)  # fmt: skip
def test_te_and_the_parts_of_a_verb_go_where_they_belong(text: str, new: str) -> None:
    assert new in sentences(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Wij voldoen aan alle wensen.", "betalen"),
        ("Hoe profileert zich het centrum?", "maakt"),
        ("Hoe manifesteert zich het centrum?", "toont"),
        ("Wij realiseren ons dat het laat is.", "maken"),
        ("In onze wijk participeren ouders die wij kennen.", "meedoen"),
    ],
)
def test_a_verb_with_another_meaning_here_is_not_replaced(text: str, never: str) -> None:
    assert not [new for new in sentences(text) if never in new]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In principe komen wij.", "principe"),
        ("De behandelend arts belt u.", "behandelend"),
        ("Wij doen dit in overleg met u.", "overleg"),
        ("Dit plan komt tot stand in mei.", "stand"),
    ],
)
def test_a_word_of_a_fixed_phrase_is_not_marked_by_itself(text: str, words: str) -> None:
    assert words not in {mark.text.lower() for mark in check(text)}


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Wij zullen het plan herzien.", "Wij zullen het plan aanpassen."),
        ("Zij ontvangen geld.", "Zij krijgen geld."),
        ("Na het ontvangen van geld gaan wij weg.", "Na het krijgen van geld gaan wij weg."),
        ("Wij hebben geld ontvangen.", "Wij hebben geld gekregen."),
        ("De raad, die groot is, verstrekt geld.", "De raad, die groot is, geeft geld."),
    ],
)
def test_forms_that_look_the_same_are_told_apart(text: str, new: str) -> None:
    assert new in sentences(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wij werken in openheid en transparantie.",
        "De lijst biedt alternatieven voor woorden.",
        "U kunt gedurende drie weken niet parkeren.",
        "De verzoekende partij komt.",
        "Uw aanvraag wordt toegewezen.",
        "De kist dient als bank om te zitten.",
        "Zij draagt het uniform.",
        "Hij wordt bij ons ontvangen.",
        "Wij kopen het in 2020 vervaardigde speelgoed.",
        "Er waren slechts drie kinderen.",
        "Iedereen staat ter beschikking.",
    ],
)
def test_in_doubt_nothing_is_put_in(text: str) -> None:
    assert sentences(text) == []


def test_a_fixed_phrase_is_marked_whole() -> None:
    assert "regel" not in marked("In principe komen wij.", "In principe").proposals


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Er is adequate hulp.", "Er is goede hulp."),
        ("Er is een aanzienlijke groep.", "Er is een grote groep."),
        ("Het aantal is aanzienlijk gestegen.", "Het aantal is flink gestegen."),
        ("Er is onvoldoende geld.", "Er is te weinig geld."),
        ("Spelen is essentieel voor kinderen.", "Spelen is belangrijk voor kinderen."),
    ],
)
def test_an_adjective_has_the_ending_of_its_place(text: str, new: str) -> None:
    assert new in sentences(text)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Indien het regent, blijven wij thuis.", "Als het regent, blijven wij thuis."),
        ("Tevens komen de buren.", "Ook komen de buren."),
        ("Wij hebben een vraag ten aanzien van het eten.", "Wij hebben een vraag over het eten."),
        ("Wij eten brood, kaas enz. met de buren.", "Wij eten brood, kaas en zo verder met de buren."),
        ("Wij eten brood, kaas enz.", "Wij eten brood, kaas en zo verder."),
    ],
)
def test_words_that_never_change(text: str, new: str) -> None:
    assert new in sentences(text)


def test_an_insertion_tells_where_it_goes() -> None:
    text = "Hallo. Onze doelstelling is duidelijk."
    (change,) = marked(text, "doelstelling").insertions
    assert text[change.start : change.end] == "Onze doelstelling"
    assert text[: change.start] + change.text + text[change.end :] == "Hallo. Ons doel is duidelijk."
    assert change.before + change.text + change.after == "Ons doel is duidelijk."


def test_english_changes_a_and_an() -> None:
    assert "It is a need." in sentences("It is a requirement.", "en")


# Words about people that nobody wants to hear about themselves.
BELITTLING = re.compile(
    r"\b(zwakk?e?|dom|domme|arme?|achterlijke?|gestoorde?|luie?|hulpeloze?|minderwaardige?|primitieve?|"
    r"onmondige?|asociale?|onwetende?|onbekwame?|slachtoffers?|probleemgevallen)\b"
)


@pytest.mark.parametrize("name", ["simpler", "own", "jargon", "deficit", "abbreviations", "office"])
def test_no_proposal_belittles_people(name: str) -> None:
    with (DATA / f"{name}_nl.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            assert not BELITTLING.search(row["simpler"]), row["word"]


def test_vulnerable_people_are_not_called_weak() -> None:
    mark = marked("Wij helpen kwetsbare mensen.", "kwetsbare")
    assert mark.kind == "deficit"
    assert mark.insertions == ()
    assert not [one for one in mark.proposals if "zwak" in one]


def test_every_noun_that_fits_has_a_gender_and_a_plural() -> None:
    for word, known in fits("nl").items():
        for fit in known.options:
            assert fit.use in ("", "attr", "adv", "det", "noun", "end", "uncounted"), word
            assert fit.gender in ("", "d", "h"), word
            if fit.gender and not fit.mass and not fit.many and " " not in fit.word:
                assert frequencies("nl").get(plural(fit.word), 0.0) > 0, fit.word
