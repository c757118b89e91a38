"""A comma that joins two sentences, and commas that do something else."""

from __future__ import annotations

import pytest

from workshop.language import check


def splices(text: str) -> list[str]:
    return [mark.text for mark in check(text) if mark.kind == "splice"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ik werk vier dagen per week, mijn man werkt ook vier dagen.", "mijn man werkt"),
        ("De juf is lief, ze luistert naar ons.", "ze luistert"),
        ("Mijn dochter gaat graag naar school, dat is wel eens anders geweest.", "dat is"),
        ("Vorig jaar was het veld nog leeg, nu staan er speeltoestellen.", "nu staan"),
        ("Ik ken hier niemand, iedereen is aan het werk.", "iedereen is"),
        ("Het is druk op straat, auto's rijden veel te hard.", "auto's rijden"),
        ("Toen we hier kwamen wonen kenden we niemand, nu groet iedereen ons.", "nu groet"),
        ("Als het regent zitten we binnen, dat vind ik jammer.", "dat vind"),
        ("Mijn zoon heeft veel energie, hij moet elke dag naar buiten.", "hij moet"),
        ("Kom gerust langs, de koffie staat klaar.", "de koffie staat"),
        ("Dat vind ik fijn, zo weet ik wat er gebeurt.", "zo weet"),
        ("Er is geen plek voor tieners, die hangen nu bij de winkel.", "die hangen"),
        ("Ik heb gebeld, niemand nam op.", "niemand nam"),
        ("We willen graag meedenken, daarom schrijven wij deze brief.", "daarom schrijven"),
        ("Het kost niet veel, een paar planken is genoeg.", "een paar planken is"),
        ("Soms is het moeilijk, dan bel ik mijn zus.", "dan bel"),
        ("Ik vind het belangrijk dat kinderen buiten spelen, binnen zitten ze al genoeg.", "binnen zitten"),
        ("Mijn buurvrouw past op, ze is al zeventig.", "ze is"),
        ("Wij hebben geen tuin, het balkon is klein, dus we gaan naar het park.", "het balkon is"),
        ("Alles was geregeld, we hoefden niks te doen.", "we hoefden"),
        ("De opvang sluit om zes uur, ik ben pas om half zeven vrij.", "ik ben"),
        ("Fatima helpt altijd, zij spreekt vier talen.", "zij spreekt"),
        ("Vroeger speelden wij op straat, dat kan nu niet meer.", "dat kan"),
        ("Mijn kinderen zijn groot, ze redden zich wel.", "ze redden"),
        ("Hij is drie, praten doet hij nog niet.", "praten doet"),
        ("Ik ben trots op deze buurt, hier helpt iedereen elkaar.", "hier helpt"),
        ("Wij wonen aan de rand van de wijk, de bus stopt hier niet meer.", "de bus stopt"),
        ("Het plein is nat, de kinderen kunnen er niet spelen.", "de kinderen kunnen"),
        ("De vergunning is verleend, de werkzaamheden starten in mei.", "de werkzaamheden starten"),
        ("Het was gezellig, de kinderen hebben genoten, de buren ook.", "de kinderen hebben"),
        ("Mijn man werkt in ploegen, ik breng de kinderen en mijn moeder haalt ze op.", "ik breng"),
        ("Bij de ene moet je bellen, bij de andere moet je mailen.", "bij de andere moet"),
        ("Op maandag is de opvang dicht, op dinsdag is hij open.", "op dinsdag is"),
        ("Voor de kleintjes is er een zandbak, voor de groten is er niets.", "voor de groten is"),
        ("De aanvraag is compleet, binnen acht weken krijgt u antwoord.", "binnen acht weken krijgt"),
        ("Het maakt mij niet uit wie het doet, iemand moet beginnen.", "iemand moet"),
        ("Het gaat niet om geld, het gaat om tijd.", "het gaat"),
        ("Mijn dochter zit in groep vier, haar vriendin in groep vijf, ze lopen samen.", "ze lopen"),
        ("We hebben een app, daarin staat alles.", "daarin staat"),
        ("Ik ben opgegroeid in Marokko, daar zorgt de hele straat voor je kind.", "daar zorgt"),
        (
            "In deze straat wonen veel gezinnen met jonge kinderen, een speeltuin is er niet.",
            "een speeltuin is",
        ),
    ],
)
def test_a_sentence_that_starts_after_a_comma_is_marked(text: str, words: str) -> None:
    assert words in splices(text)


@pytest.mark.parametrize(
    "text",
    [
        "Is er iets, bel dan.",
        "Nee hoor, dat klopt niet.",
        "Als het plan klaar is, hoort u van ons.",
        "Zij zei, ik kom straks.",
        "Hoe meer je oefent, hoe beter het gaat.",
        "Het huis, dat leeg staat, wordt verkocht.",
        "De buurman, die ziek is, kan niet komen.",
        "Wij zingen, wij dansen en wij eten.",
        "Wat ik leuk vind, is dat iedereen meedoet.",
        "Wie eerder weg moet, zegt het even.",
        "Volgens mij is dat goed, denk ik.",
        "Mijn zus, een verpleegkundige, helpt ons.",
        "Kinderen van vier, vijf en zes jaar spelen samen.",
        "Als het regent, dan blijven we thuis.",
        "Mocht u vragen hebben, dan kunt u bellen.",
        "Dat is fijn, want ik werk veel.",
        "Beste ouders, wij nodigen u uit.",
        "Geachte mevrouw, u krijgt geld.",
        "Ja, dat is goed.",
        "Samira, de moeder van Noor, maakt soep.",
        "Ik hoop dat je komt, ook als het regent.",
        "In de zomer, als het warm is, spelen we buiten.",
        "Ondanks de regen, die de hele dag viel, was het gezellig.",
        "Hij kocht brood, melk, kaas en fruit.",
        "Na het eten, om half een, gaan de kinderen slapen.",
        "De grote, rode bal is kapot.",
        "Bent u het niet eens met dit besluit, dan kunt u bezwaar maken.",
        "Het is mooi, groot en licht.",
        "Of u nu komt of niet, het feest gaat door.",
        "Zodra wij meer weten, hoort u van ons.",
        "Om mee te doen, belt u de gemeente.",
        "Er waren drie vragen, namelijk over geld, tijd en ruimte.",
        "We praten, lachen en eten samen.",
        "Het team, bestaande uit vijf leidsters, is klaar.",
        "Hoewel het laat was, bleven we zitten.",
        "Als je iets niet weet, en dat komt voor, vraag je het.",
        "Wij gaan naar het park, de speeltuin en de kinderboerderij.",
        "Zonder hulp van de buren, de school en de gemeente was het niet gelukt.",
        "Deze lening heeft een vaste, lage rente van één procent.",
        "De dienst vroeg of de school, de enige in de wijk, open blijft.",
    ],
)
def test_a_comma_inside_a_sentence_is_left_alone(text: str) -> None:
    assert splices(text) == []


def test_every_sentence_that_starts_after_a_comma_is_marked() -> None:
    text = "Ik woon hier al lang, het is een fijne straat, de buren helpen elkaar graag."
    assert splices(text) == ["het is", "de buren helpen"]
