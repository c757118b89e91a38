"""From the database to the file: which text, which title, whose community."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from exports.documents import ExportedDocuments
from tests.exports.reading import chapter, headings, lines
from workshop.accounts import projects
from workshop.config import Config
from workshop.container import Container, open_container
from workshop.core.errors import DomainError
from workshop.features.community.decide import community_of
from workshop.features.community.schema import CommunityEdited
from workshop.features.sections.schema import Section, SectionEdited
from workshop.features.versions.schema import Version, VersionAdopted, VersionFrozen
from workshop.vision.seed import seed_text
from workshop.vision.store import VisionStore
from workshop.vision.translated import written
from workshop.vision.translation_handlers import keep_pairs, read_pairs


@pytest.fixture
def container(tmp_path: Path) -> Container:
    return open_container(Config(instance=tmp_path, demo=False, secret_key="only-for-tests", port=0))


def community(container: Container, name: str) -> str:
    """A community in a project of its own."""
    project = projects.create(container.db, None, f"Project {name}", "Gemeente", "", "")
    return container.communities.create(project, name, "nl", "Meer ontmoeten")


def dream(container: Container, community_id: str) -> Section:
    """The section that people write their dream in."""
    sections = container.ledger.state(community_id)[Section].values()
    return next(section for section in sections if section.heading == "Onze droom")


def write(container: Container, community_id: str, text: str) -> None:
    """Replace the text of that section."""
    with container.db.begin() as connection:
        VisionStore().compact(connection, community_id, dream(container, community_id).id, seed_text([text]))


def documents(container: Container) -> ExportedDocuments:
    """What makes the files."""
    return ExportedDocuments(container.db, container.ledger)


def text_of(container: Container, community_id: str, draft: bool = False) -> str:
    data = documents(container).make(community_id, "docx", draft=draft).data
    return "\n".join(text for _style, text in lines(data))


def adopt(container: Container, community_id: str, label: str, day: str) -> None:
    """Freeze the text as it is and agree on it."""
    identity = f"version-{label}"
    version = Version(id=identity, label=label, date=day)
    container.ledger.record(community_id, lambda _room: [VersionFrozen(version=version)])
    container.ledger.record(community_id, lambda _room: [VersionAdopted(version=identity, adopted=day)])


def test_without_a_decision_the_draft_is_written(container: Container) -> None:
    community_id = community(container, "Lindebuurt")
    write(container, community_id, "Wij kennen elkaar.")
    file = documents(container).make(community_id, "docx")
    assert file.name.startswith("Visie_Lindebuurt_concept_")
    assert "Wij kennen elkaar." in text_of(container, community_id)
    assert "Project Lindebuurt" in text_of(container, community_id)


def test_what_was_agreed_on_stays_as_it_was(container: Container) -> None:
    community_id = community(container, "Lindebuurt")
    write(container, community_id, "Elke dinsdag is de Speelkeet open.")
    adopt(container, community_id, "1.0", "2027-04-13")
    write(container, community_id, "Dit is nieuw en nog niet besproken.")
    section, record = dream(container, community_id), community_of(container.ledger.state(community_id))
    container.ledger.record(
        community_id, lambda _room: [SectionEdited(section=replace(section, heading="Anders"))]
    )
    container.ledger.record(
        community_id, lambda _room: [CommunityEdited(community=replace(record, title="Nieuw"))]
    )
    file = documents(container).make(community_id, "docx")
    assert file.name == "Visie_Lindebuurt_v1.0.docx"
    assert "Onze droom" in headings(file.data)
    agreed, draft = text_of(container, community_id), text_of(container, community_id, draft=True)
    assert "Elke dinsdag is de Speelkeet open." in agreed
    assert "nog niet besproken" not in agreed
    assert "Nieuw" not in agreed
    assert "nog niet besproken" in draft
    assert "Anders" in draft


def test_the_version_that_was_agreed_on_last_counts(container: Container) -> None:
    community_id = community(container, "Lindebuurt")
    for label, day in (("1.0", "2027-04-13"), ("1.10", "2028-04-13"), ("1.9", "2028-04-13")):
        write(container, community_id, f"Tekst {label}.")
        adopt(container, community_id, label, day)
    assert "Tekst 1.10." in text_of(container, community_id)


def test_nothing_of_another_community_is_in_it(container: Container) -> None:
    here, there = community(container, "Lindebuurt"), community(container, "Havenkwartier")
    write(container, here, "Wij kennen elkaar.")
    write(container, there, "ISOLATIETEST")
    assert "ISOLATIETEST" not in text_of(container, here)
    assert "Havenkwartier" not in text_of(container, here)


def translate(container: Container, community_id: str, original: str, words: str, lang: str = "ar") -> None:
    """Somebody translates a paragraph of that section."""
    section = dream(container, community_id).id
    with container.db.begin() as connection:
        pairs = read_pairs(connection, community_id, section, lang)
        keep_pairs(connection, community_id, section, lang, written(pairs, original, words))


def test_what_still_fits_of_a_translation_stands_under_its_part_when_it_is_chosen(
    container: Container,
) -> None:
    community_id = community(container, "Lindebuurt")
    write(container, community_id, "Wij eten samen op dinsdag.")
    translate(container, community_id, "Wij eten samen op dinsdag.", "نأكل معا يوم الثلاثاء.")
    translate(container, community_id, "Onze droom", "حلمنا")
    made = documents(container)
    data = made.make(community_id, "docx", translation="ar").data
    under = [text for _style, text in chapter(data, "Onze droom")]
    assert under.index("حلمنا") < under.index("نأكل معا يوم الثلاثاء.")
    assert "حلمنا" not in text_of(container, community_id)
    adopt(container, community_id, "1.0", "2027-04-13")
    write(container, community_id, "Wij eten samen op vrijdag.")
    agreed = made.make(community_id, "docx", translation="ar").data
    assert "نأكل معا يوم الثلاثاء." in [text for _style, text in lines(agreed)]
    draft = made.make(community_id, "docx", draft=True, translation="ar").data
    assert "نأكل معا يوم الثلاثاء." not in [text for _style, text in lines(draft)]


def test_a_community_that_is_not_there_is_refused(container: Container) -> None:
    with pytest.raises(DomainError):
        documents(container).make("nergens", "docx")


def test_a_format_that_is_not_there_is_refused(container: Container) -> None:
    community_id = community(container, "Lindebuurt")
    with pytest.raises(DomainError) as refused:
        documents(container).make(community_id, "exe")
    assert refused.value.code == "not_found"
