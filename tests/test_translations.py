"""Every text that a person sees is in the catalogue, in every language, with the same blanks."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import phases
from workshop import i18n, messages

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
TRANSLATED = [language for language in i18n.LANGUAGES if language != "en"]


def keys(found: list[messages.MsgId]) -> set[str]:
    return {one if isinstance(one, str) else "|".join(one) for one in found}


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalogue_has_exactly_the_texts_in_the_sources(language: str) -> None:
    used = keys([message for message, _path in messages.source_messages()])
    known = {messages.message_key(message) for message in i18n.read_catalogue(language) if message.id}
    assert sorted(used - known) == [], "run `make strings`, then translate"
    assert sorted(known - used) == [], "run `make strings`"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated(language: str) -> None:
    catalogue = [message for message in i18n.read_catalogue(language) if message.id]
    assert catalogue
    assert [messages.message_key(one) for one in catalogue if not all(messages.strings(one))] == []
    assert [messages.message_key(one) for one in catalogue if one.fuzzy] == []


def wrong_blanks(message: str, texts: tuple[str, ...]) -> bool:
    """Whether a translation has other placeholders than the text. A plural may leave its number out."""
    originals = message.split("|") if len(texts) > 1 else [message]
    wanted = Counter(PLACEHOLDER.findall(originals[-1]))
    for text in texts:
        found = Counter(PLACEHOLDER.findall(text))
        number = {"{n}", "%(num)s", "%(num)d"} if len(texts) > 1 else set()
        if {name for name in wanted if name not in number} - set(found) or set(found) - set(wanted) - number:
            return True
    return False


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_placeholders_are_the_same(language: str) -> None:
    texts = {
        messages.message_key(message): messages.strings(message)
        for message in i18n.read_catalogue(language)
        if message.id and all(messages.strings(message))
    }
    assert [key for key, translated in texts.items() if wrong_blanks(key, translated)] == []


def test_a_wrong_placeholder_is_found() -> None:
    assert wrong_blanks("Hello {name}", ("Dag {naam}",))
    assert wrong_blanks("Hello %(name)s", ("Dag",))
    assert not wrong_blanks("one card|{n} cards", ("één kaartje", "{n} kaartjes"))


def test_texts_in_typescript_are_found() -> None:
    source = """
      t("Join"); t('It\\'s "so"', {a: 1}); t(`Plain`); text("not this"); x.t("nor this"); t(variable);
      t("Long " +
        "text"); tn("one card", "{n} cards", n); <p>{t("In a tag")}</p>
    """
    assert list(messages.typescript_messages(source)) == [
        "Join", 'It\'s "so"', "Plain", "Long text", ("one card", "{n} cards"), "In a tag",
    ]  # fmt: skip


def test_merging_fills_in_and_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "CATALOGUES", tmp_path)
    sources = [("Join", "a.ts"), ("Leave", "a.ts"), (("one", "{n}"), "a.ts")]
    monkeypatch.setattr(messages, "source_messages", lambda: iter(sources))
    assert set(messages.update("nl", {"Join": "Doe mee", "one|{n}": "één|{n} stuks"})) == {"Leave"}
    assert messages.update("nl", {"Leave": "Ga weg"}) == []
    i18n.compile_catalogues()
    i18n.translations.cache_clear()
    try:
        assert i18n.translate("Join", "nl") == "Doe mee"
        assert i18n.translate("Join", "en") == "Join"
        assert i18n.translate("Join", "xx") == "Join"
    finally:
        i18n.translations.cache_clear()


def test_a_third_language_is_one_more_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "CATALOGUES", tmp_path)
    po = i18n.po_path("pl")
    po.parent.mkdir(parents=True)
    po.write_text("")
    assert i18n._languages() == {"pl": "Polski", "en": "English"}
    monkeypatch.setattr(i18n, "LANGUAGES", i18n._languages())
    monkeypatch.setattr(messages, "LANGUAGES", i18n._languages())
    dream = phases.process("appreciative_inquiry").phases[2]
    cards = "{n} kartka|{n} kartki|{n} kartek"
    sources = [(("one card", "{n} cards"), "static/a.ts"), (dream.name, "b.py"), (dream.classic, "b.py")]
    monkeypatch.setattr(messages, "source_messages", lambda: iter(sources))
    given = {"one card|{n} cards": cards, dream.name: "Marzyć", dream.classic: "Wizja"}
    assert messages.update("pl", given) == []
    i18n.translations.cache_clear()
    try:
        assert messages.front_end_strings("pl") == {"one card": cards.split("|")}
        assert messages.plural_rule("pl").count("?") == 2
        names = [i18n.translate_n("one card", "{n} cards", n, "pl") for n in (1, 3, 5)]
        assert names == cards.split("|")
        shown = phases.view(phases.process("appreciative_inquiry"), i18n.translator("pl"))[2]
        assert (shown.name, shown.classic) == ("Marzyć", "Wizja")
        # What is not translated yet is in English, without its context.
        assert phases.view(phases.process("appreciative_inquiry"), i18n.translator("pl"))[0].name == "Choose"
    finally:
        i18n.translations.cache_clear()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("nl-BE", "nl"), ("en_GB", "en"), ("EN", "en"), ("fr", "nl"), (None, "nl"), ("", "nl")],
)
def test_the_nearest_language(wanted: str | None, found: str) -> None:
    assert i18n.best_language(wanted, "nl") == found
