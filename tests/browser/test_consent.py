"""A consent round in the room: a sentence, a better one, asking again; and people who are absent."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import docx
import pytest

from tests.browser.board import expect, needs_browser
from tests.browser.conftest import PHONE, Join, Open, axe_finds
from tests.scenario.pages import Facilitator, Made
from tests.scenario.player import Player

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = needs_browser
HARD, WELCOME = "Wij participeren in de wijk.", "Iedereen is welkom."
EASY = "Wij doen mee in de buurt."


@pytest.fixture
def host(facilitator: Facilitator, community: Made) -> Iterator[Player]:
    """The facilitator's own connection; there is a text, and the group is at the consent round."""
    device = facilitator.device(community.id).connect()
    section = section_of(device)
    device.open(section)
    device.write(section, "paragraph-1", f"{HARD} {WELCOME}")
    device.write(section, "paragraph-2", "Er is koffie.")
    device.send("step.start", step="dst-2")
    yield device
    device.leave()


def section_of(host: Player) -> str:
    return str(min(host.state["sections"].values(), key=lambda one: str(one["rank"]))["id"])


def paragraphs(host: Player) -> list[str]:
    host.open(section_of(host))
    return [line for line in host.text(section_of(host)).splitlines() if line]


def member(host: Player, name: str) -> str:
    host.until(lambda one: any(known["name"] == name for known in one.state["members"].values()))
    return next(str(one["id"]) for one in host.state["members"].values() if one["name"] == name)


def open_round(host: Player, *names: str, **fields: object) -> None:
    asked = [member(host, name) for name in names]
    host.send("consent.open", round="round-001", version="version-1", label="0.1", members=asked, **fields)


def answer(page: Page, name: str, why: str = "", sentence: str = "") -> None:
    page.get_by_role("group", name="Jouw antwoord").get_by_role("button", name=name).first.click()
    if sentence:
        page.get_by_label("Over welke zin?").select_option(sentence)
    if why:
        page.get_by_label("Waarom? Wat zou het beter maken?").fill(why)


def give(page: Page, name: str, why: str = "", sentence: str = "") -> None:
    answer(page, name, why, sentence)
    page.get_by_role("button", name="Geef mijn antwoord").click()


def ask_dialog(laptop: Page) -> Locator:
    laptop.get_by_role("button", name="Open een akkoordronde").first.click()
    return laptop.get_by_role("dialog")


def in_a_week() -> str:
    return (datetime.now(UTC).date() + timedelta(days=7)).isoformat()


def document(facilitator: Facilitator, community: Made) -> str:
    file = facilitator.download(community.id)
    return "\n".join(one.text for one in docx.Document(io.BytesIO(file.content)).paragraphs)


def test_a_paragraph_gets_a_better_sentence_and_a_new_round_with_somebody_absent(
    look: Open, join: Join, host: Player, facilitator: Facilitator, community: Made
) -> None:
    parent = look(join("Samira", "parent"), PHONE)
    join("Bram", "professional")
    member(host, "Bram")
    laptop = look(facilitator)

    dialog = ask_dialog(laptop)
    dialog.get_by_label("Waarover").select_option(label=f"In het kort: {HARD} {WELCOME}")
    dialog.get_by_text("Wie er niet is, en").click()
    dialog.get_by_role("group", name="Wie is er niet").get_by_label("Bram").check()
    dialog.get_by_label("Zij mogen antwoorden tot en met").fill(in_a_week())
    dialog.get_by_label("ouders").fill("1")
    assert axe_finds(laptop, "dialog") == []
    dialog.get_by_role("button", name="Vraag het aan").click()

    expect(parent.locator(".consent__part")).to_have_text(f"{HARD} {WELCOME}")
    expect(parent.get_by_text("Er niet bij: Bram.")).to_be_visible()
    expect(parent.get_by_text("Nodig is een antwoord van minstens 1 ouder.")).to_be_visible()
    answer(parent, "Ik heb bezwaar", "Te moeilijk.", HARD)
    parent.get_by_text("Welke zinnen vind je sterk?").click()
    parent.get_by_role("checkbox", name=WELCOME).check()
    assert axe_finds(parent) == []
    parent.get_by_role("button", name="Geef mijn antwoord").click()
    expect(laptop.locator(".beside")).to_have_count(0)
    give(laptop, "Akkoord")

    expect(laptop.locator(".beside")).to_contain_text(HARD)
    laptop.get_by_label("Een betere zin").fill(EASY)
    laptop.get_by_role("button", name="Zet die ernaast").click()
    expect(parent.locator(".beside")).to_contain_text(EASY)
    assert axe_finds(laptop) == []
    expect(laptop.locator("[data-act=adopt]")).to_have_count(0)
    laptop.get_by_role("button", name="Vraag het opnieuw met betere zinnen").click()
    laptop.get_by_role("button", name="Verander één zin en vraag het opnieuw").click()

    expect(parent.get_by_role("heading", name="Ronde 2")).to_be_visible()
    expect(parent.locator(".sheet .consent__part")).to_have_text(f"{EASY} {WELCOME}")
    expect(parent.get_by_text("Anders dan in de vorige ronde")).to_be_visible()
    expect(parent.locator(".sheet del")).to_have_text(HARD)
    give(parent, "Akkoord")
    give(laptop, "Akkoord")
    expect(laptop.get_by_text("Jullie kunnen na")).to_be_visible()
    expect(laptop.locator("[data-act=adopt]")).to_have_count(0)
    laptop.get_by_text("Iemand kon er niet bij zijn").click()
    laptop.get_by_label("Zij mogen antwoorden tot en met").fill("")
    laptop.get_by_role("button", name="Eén persoon is er niet").click()
    laptop.get_by_role("button", name="Wij zijn akkoord met dit stuk").first.click()
    expect(laptop.get_by_role("dialog")).to_contain_text("Er niet bij: Bram.")
    laptop.get_by_role("button", name="Ja, we zijn akkoord").click()

    parent.get_by_text("Ronde 2").click()
    told_absent = parent.get_by_text("Er niet bij, en dus zonder antwoord: 1 vakmens.")
    expect(told_absent.filter(visible=True)).to_have_count(1)
    assert paragraphs(host) == [f"{EASY} {WELCOME}", "Er is koffie."]
    told = document(facilitator, community)
    assert f"Met dit stuk is de groep al akkoord: “{EASY} {WELCOME}”" in told
    assert "Er niet bij, en dus zonder antwoord: 1 vakmens." in told


def test_who_could_not_come_answers_later_and_an_objection_still_counts(
    look: Open, join: Join, host: Player, facilitator: Facilitator, community: Made
) -> None:
    parent = look(join("Samira", "parent"), PHONE)
    late = join("Bram", "professional")
    laptop = look(facilitator)
    open_round(host, "Samira", "Bram", absent=[member(host, "Bram")], until=in_a_week())
    give(parent, "Ik heb bezwaar", "Te vaag.", WELCOME)
    expect(laptop.locator(".beside")).to_have_count(1)

    later = look(late, PHONE)
    expect(later.get_by_text("Je kon er niet bij zijn. Je mag antwoorden tot en met")).to_be_visible()
    give(later, "Ik heb bezwaar", "Wie doet dit?", WELCOME)
    expect(laptop.get_by_role("listitem").filter(has_text="Wie doet dit?")).to_be_visible()
    expect(laptop.locator(".beside")).to_have_count(1)
    expect(laptop.get_by_text("Er niet bij: Bram.")).to_have_count(0)
    expect(laptop.locator("[data-act=adopt]")).to_have_count(0)

    for page in (parent, later):
        expect(laptop.locator("[data-act=adopt]")).to_have_count(0)
        answer(page, "Akkoord")
        page.get_by_role("button", name="Verander mijn antwoord").click()
    laptop.locator("[data-act=adopt]").click()
    laptop.get_by_role("button", name="Ja, we zijn akkoord").click()
    expect(laptop.get_by_role("heading", name="Dit is onze visie.")).to_be_visible()
    told = document(facilitator, community)
    assert "Aan het eind had niemand een bezwaar." in told
    assert "Er niet bij" not in told


def test_what_a_helper_typed_is_not_on_the_helpers_screen(
    look: Open, join: Join, host: Player, facilitator: Facilitator
) -> None:
    join("Samira", "parent")
    host.send("member.add", member="member-joop", name="Opa Joop", role="parent")
    laptop = look(facilitator)
    open_round(host, "Samira", "Opa Joop")
    laptop.get_by_label("Ik antwoord voor").select_option("Opa Joop")
    give(laptop, "Ik heb bezwaar", "Ik mis de opa's.")
    expect(laptop.get_by_text("Opa Joop heeft geantwoord.")).to_be_visible()
    expect(laptop.get_by_text("Door iemand anders getypt, voor: Opa Joop.")).to_be_visible()
    for _ in range(2):
        assert "mis de opa" not in laptop.content()
        assert laptop.locator("[aria-pressed=true][data-answer]").count() == 0
        assert laptop.evaluate("JSON.stringify({...localStorage})").find("mis de opa") < 0
        laptop.reload()
        laptop.get_by_label("Ik antwoord voor").select_option("Opa Joop")
        expect(laptop.get_by_text("Opa Joop heeft geantwoord.")).to_be_visible()
