"""Words of the word exchange in a text: found in every ordinary form, with the group's own words first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.language import Agreed, Mark, check, term_forms

WORDS = ["participatie", "laagdrempelig", "signaleren", "netwerken", "integraal werken", "doorgaande lijn"]


def agreed(text: str, *pairs: tuple[str, str], language: str = "nl") -> list[Mark]:
    words = [Agreed(word, plain) for word, plain in pairs]
    return [mark for mark in check(text, language, agreed=words) if mark.kind == "agreed"]


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("interventie", {"interventie", "interventies"}),
        ("bufferprocessen", {"bufferprocessen", "bufferproces"}),
        ("laagdrempelig", {"laagdrempelig", "laagdrempelige", "laagdrempeliger", "laagdrempeligste"}),
        ("signaleren", {"signaleren", "signaleert", "signaleerden", "gesignaleerd", "gesignaleerde"}),
        ("signaleert", {"signaleren", "gesignaleerd"}),
        ("kwetsbaar gezin", {"kwetsbaar gezin", "kwetsbare gezinnen"}),
        ("integraal werken", {"werken integraal", "integraal werkt", "werkt integraal"}),
        ("brieven", {"brief", "brieven"}),
    ],
)  # fmt: skip
def test_a_word_has_its_ordinary_forms(word: str, forms: set[str]) -> None:
    assert forms <= set(term_forms(word, "nl"))


def test_english_words_have_theirs_and_other_languages_the_word_itself() -> None:
    assert set(term_forms("networks", "en")) == {"network", "networks"}
    assert {"facilitate", "facilitates", "facilitated"} <= set(term_forms("Facilitate", "en"))
    assert list(term_forms("Katılım", "tr")) == ["katılım".lower()]


def test_no_form_is_another_word() -> None:
    assert "basi" not in term_forms("basis", "nl")
    assert "bufferprocessenen" not in term_forms("bufferprocessen", "nl")


@given(st.text(max_size=60), st.sampled_from(["nl", "en", "pl"]))
def test_whatever_is_asked_stands_first_among_its_forms(word: str, language: str) -> None:
    forms = list(term_forms(word, language))
    assert forms[:1] == ([" ".join(word.lower().split())] if word.split() else [])
    assert all(form.strip() == form and form for form in forms)


@pytest.mark.parametrize(
    ("text", "pair", "new"),
    [
        ("Participatie is belangrijk.", ("participatie", "meedoen"), "Meedoen is belangrijk."),
        ("De participatie van ouders.", ("participatie", "meedoen"), "Het meedoen van ouders."),
        ("Een laagdrempelige plek.", ("laagdrempelig", "makkelijk"), "Een makkelijke plek."),
        ("Wij hebben zorgen gesignaleerd.", ("signaleren", "zien"), "Wij hebben zorgen gezien."),
        ("Er is een accommodatie.", ("accommodatie", "plek"), "Er is een plek."),
        ("Accommodaties zijn er veel.", ("accommodatie", "plek"), "Plekken zijn er veel."),
    ],
)
def test_our_own_words_are_the_first_proposal(text: str, pair: tuple[str, str], new: str) -> None:
    (mark,) = agreed(text, pair)
    assert mark.insertions[0].sentence == new
    assert pair[1] in mark.reason("nl")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Wij versterken de bufferprocessen.", ("bufferprocessen", "wat ouders sterk maakt")),
        ("Het netwerk is groot.", ("netwerk", "de mensen om je heen")),
        ("Een interventie helpt.", ("interventie", "hulp")),
        ("Wij werken integraal rond het gezin.", ("integraal werken", "samenwerken")),
        ("Dit is laagdrempeliger.", ("laagdrempelig", "makkelijk")),
    ],
)
def test_where_the_sentence_would_break_our_words_are_an_idea(text: str, pair: tuple[str, str]) -> None:
    (mark,) = agreed(text, pair)
    assert mark.insertions == ()
    assert mark.proposals == (pair[1],)


def test_every_place_is_marked_and_no_other_mark_stands_on_it() -> None:
    text = "Participatie helpt. Wij willen participatie. Zij participeren."
    words = [Agreed("participatie", "meedoen"), Agreed("participeren", "meedoen")]
    marks = check(text, "nl", agreed=words)
    assert [mark.text for mark in marks] == ["Participatie", "participatie", "participeren"]
    assert {mark.kind for mark in marks} == {"agreed"}


def test_in_english_too() -> None:
    (mark,) = agreed("We facilitate this.", ("facilitate", "help"), language="en")
    assert mark.insertions[0].sentence == "We help this."


@given(st.lists(st.sampled_from(["Wij", "de", "een", "samen", "participatie", "signaleert", ".", "zijn"])))
def test_a_proposal_replaces_nothing_but_its_words(parts: list[str]) -> None:
    text = " ".join(parts)
    for mark in agreed(text, ("participatie", "meedoen"), ("signaleren", "zien")):
        assert text[mark.start : mark.end] == mark.text
        for change in mark.insertions:
            assert change.start <= mark.start and mark.end <= change.end
            assert change.before + text[change.start : change.end] + change.after in text
