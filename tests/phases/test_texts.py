"""What people read of a process is there in every language, plain, and short enough."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import msgspec
import pytest

import phases
from phases import (
    AgendaItem,
    BuildingBlock,
    Column,
    Kind,
    MeetingPlan,
    NameSet,
    Phase,
    Process,
    SectionPlan,
    Step,
)
from phases.model import CONTEXT_END
from workshop import i18n

TRANSLATED = [language for language in i18n.LANGUAGES if language != i18n.SOURCE_LANGUAGE]
NO_TEXTS: dict[type, set[str]] = {
    Process: {"id"},
    Phase: {"id", "colour", "picture"},
    Step: {"id", "phase", "tool", "shows", "takes", "earlier", "produces", "about"},
    MeetingPlan: {"id", "phases", "between"},
    AgendaItem: {"id", "kind", "step"},
    Column: {"id"},
    Kind: {"id", "count"},
    NameSet: {"id", "language", "names"},
    BuildingBlock: {"id", "kind", "within", "signs"},
    SectionPlan: {"kind", "block"},
}
"""Per class, the fields with strings that are no msgids."""


def texts(thing: object) -> Iterator[str]:
    """Every msgid in a process."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from texts(item)
    elif is_dataclass(thing):
        for field in fields(thing):
            if field.name not in NO_TEXTS[type(thing)]:
                yield from texts(getattr(thing, field.name))


each_process = pytest.mark.parametrize("process", phases.PROCESSES.values(), ids=lambda process: process.id)


@each_process
@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_there_in_every_language(process: Process, language: str) -> None:
    catalogue = i18n.read_catalogue(language)
    found = list(texts(process))
    assert len(found) > 50
    for text in found:
        context, _, msgid = text.rpartition(CONTEXT_END)
        message = catalogue.get(msgid, context or None)
        assert message is not None and isinstance(message.string, str) and message.string.strip(), text
        assert i18n.translate(text, language) == message.string
        for blank in ("{topic}", "{dots}"):
            assert (blank in msgid) == (blank in message.string), text
        # Spaces at the end count: the first words of a card are written on.
        assert msgid.endswith(" ") == message.string.endswith(" "), text
        # One word may be the same in both languages; a sentence is not.
        assert message.string != msgid or " " not in msgid.strip(), text


@each_process
@pytest.mark.parametrize("language", TRANSLATED)
def test_every_count_is_there_in_every_form(process: Process, language: str) -> None:
    catalogue = i18n.read_catalogue(language)
    for one, many in (kind.count for kind in process.kinds if kind.count):
        message = catalogue.get(one)
        assert message is not None and message.id == (one, many)
        assert isinstance(message.string, list | tuple)
        assert len(message.string) == catalogue.num_plurals and all(message.string)


@each_process
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_nobody_sees_a_context_the_abbreviation_or_a_language_level(process: Process, language: str) -> None:
    for text in texts(process):
        wording = i18n.translate(text, language)
        assert CONTEXT_END not in wording
        assert not re.search(r"\bAI\b|\bB1\b", wording), wording


@each_process
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_instructions_fit_a_phone(process: Process, language: str) -> None:
    translate = i18n.translator(language)
    for step in process.steps.values():
        assert len(translate(step.how)) <= 230, step.id
        assert all(len(translate(text)) <= 170 for text in step.wordings), step.id
        assert 5 <= step.minutes <= 30


@each_process
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_browser_gets_it_all_as_plain_data(process: Process, language: str) -> None:
    views = phases.view(process, i18n.translator(language))
    data = msgspec.to_builtins(views)
    assert msgspec.convert(json.loads(json.dumps(data)), list[phases.PhaseView]) == views
    assert [phase.id for phase in views] == [phase.id for phase in process.phases]
    for step in (step for phase in views for step in phase.steps):
        known = process.steps[step.id]
        assert step.name == i18n.translate(known.name, language)
        assert step.allows == sorted(known.allows)
        assert (step.offers_topic, step.drafts, step.tips) == (known.offers_topic, known.drafts, known.tips)
        assert [column.dated for column in step.columns] == [column.dated for column in known.columns]
