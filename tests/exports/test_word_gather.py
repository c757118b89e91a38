"""From the database to the file: which text, which title, whose community."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from exports import gather
from tests.exports.reading import headings, lines
from workshop.accounts import projects
from workshop.config import Config
from workshop.container import Container, open_container
from workshop.core.errors import DomainError
from workshop.features.community.decide import community_of
from workshop.features.community.schema import CommunityEdited
from workshop.features.consent.schema import Version, VersionAdopted, VersionFrozen
from workshop.features.sections.schema import Section, SectionEdited
from workshop.vision.seed import seed_text
from workshop.vision.store import VisionStore


@pytest.fixture
def house(tmp_path: Path) -> Container:
    return open_container(Config(instance=tmp_path, demo=False, secret_key="only-for-tests", port=0))


def community(house: Container, name: str) -> str:
    """A community in a project of its own."""
    project = projects.create(house.db, None, f"Project {name}", "Gemeente", "", "")
    return house.communities.create(project, name, "nl", "Meer ontmoeten")


def dream(house: Container, place: str) -> Section:
    """The section that people write their dream in."""
    sections = house.ledger.state(place)[Section].values()
    return next(section for section in sections if section.heading == "Onze droom")


def write(house: Container, place: str, text: str) -> None:
    """Replace the text of that section."""
    with house.db.begin() as connection:
        VisionStore().compact(connection, place, dream(house, place).id, seed_text([text]))


def text_of(house: Container, place: str, draft: bool = False) -> str:
    data = gather.document(house.db, house.ledger, place, draft=draft).data
    return "\n".join(text for _style, text in lines(data))


def adopt(house: Container, place: str, label: str, day: str) -> None:
    """Freeze the text as it is and agree on it."""
    identity = f"version-{label}"
    version = Version(id=identity, label=label, date=day)
    house.ledger.record(place, lambda _room: [VersionFrozen(version=version)])
    house.ledger.record(place, lambda _room: [VersionAdopted(version=identity, adopted=day)])


def test_without_a_decision_the_draft_is_written(house: Container) -> None:
    place = community(house, "Lindebuurt")
    write(house, place, "Wij kennen elkaar.")
    file = gather.document(house.db, house.ledger, place)
    assert file.name.startswith("Visie_Lindebuurt_concept_")
    assert "Wij kennen elkaar." in text_of(house, place)
    assert "Project Lindebuurt" in text_of(house, place)


def test_what_was_agreed_on_stays_as_it_was(house: Container) -> None:
    place = community(house, "Lindebuurt")
    write(house, place, "Elke dinsdag is de Speelkeet open.")
    adopt(house, place, "1.0", "2027-04-13")
    write(house, place, "Dit is nieuw en nog niet besproken.")
    section, record = dream(house, place), community_of(house.ledger.state(place))
    house.ledger.record(place, lambda _room: [SectionEdited(section=replace(section, heading="Anders"))])
    house.ledger.record(place, lambda _room: [CommunityEdited(community=replace(record, title="Nieuw"))])
    file = gather.document(house.db, house.ledger, place)
    assert file.name == "Visie_Lindebuurt_v1.0.docx"
    assert "Onze droom" in headings(file.data)
    agreed, draft = text_of(house, place), text_of(house, place, draft=True)
    assert "Elke dinsdag is de Speelkeet open." in agreed
    assert "nog niet besproken" not in agreed
    assert "Nieuw" not in agreed
    assert "nog niet besproken" in draft
    assert "Anders" in draft


def test_the_version_that_was_agreed_on_last_counts(house: Container) -> None:
    place = community(house, "Lindebuurt")
    for label, day in (("1.0", "2027-04-13"), ("1.10", "2028-04-13"), ("1.9", "2028-04-13")):
        write(house, place, f"Tekst {label}.")
        adopt(house, place, label, day)
    assert "Tekst 1.10." in text_of(house, place)


def test_nothing_of_another_community_is_in_it(house: Container) -> None:
    here, there = community(house, "Lindebuurt"), community(house, "Havenkwartier")
    write(house, here, "Wij kennen elkaar.")
    write(house, there, "ISOLATIETEST")
    assert "ISOLATIETEST" not in text_of(house, here)
    assert "Havenkwartier" not in text_of(house, here)


def test_a_community_that_is_not_there_is_refused(house: Container) -> None:
    with pytest.raises(DomainError):
        gather.document(house.db, house.ledger, "nergens")
