"""The main job in real browsers: a facilitator's desktop and two phones, from the first link to Word.

Locators are what people see and what screen readers say: roles and Dutch names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import docx
import pytest

import phases
from tests.browser.conftest import DESKTOP, PHONE, OpenScreen, axe_finds
from tests.server import ROOT, Server
from workshop.i18n import translate

if TYPE_CHECKING:
    from playwright.sync_api import Expect, Locator, Page

playwright_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
expect: Expect = playwright_api.expect
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (ROOT / "static/build/manifest.json").exists(), reason="not built: make build"),
]

STEPS = phases.process().steps
Role = Literal["button", "link"]
DREAM = "Onze droom"
CARET_SETTLES_MS = 150
STORIES = {
    "Yara": "De buurvrouw stond met soep voor de deur.",
    "Petra": "Wij zongen met alle ouders in de kring.",
    "Noor": "Op dinsdag koken wij samen.",
}
SENTENCE = "In onze wijk eten wij samen."
OFFER = "Ik bied een pan soep aan."
SPOKEN = {
    "Noor": "Wij kennen elkaar bij naam.",
    "Yara": "Onze kinderen spelen buiten.",
    "Petra": "Iedereen hoort erbij.",
}
OWN_WORDS = """(root) => [...root.querySelectorAll("p")].map((paragraph) => {
  const copy = paragraph.cloneNode(true);
  copy.querySelectorAll(".ProseMirror-widget").forEach((widget) => widget.remove());
  return copy.textContent.replaceAll("\u2060", "");
})"""


def named(thing: phases.Phase | phases.Step) -> str:
    """What a phase or a step is called in Dutch."""
    return translate(thing.name, "nl")


class Screen:
    """Somebody's screen, and what this person does on it."""

    def __init__(self, page: Page, name: str, phone: bool) -> None:
        self.page, self.name, self.phone = page, name, phone
        self.complaints: list[str] = []

    def press(
        self, name: str, role: Role = "button", *, exact: bool = True, within: Locator | None = None
    ) -> None:
        """Touch (on a phone) or click something by its name."""
        found = (within or self.page).get_by_role(role, name=name, exact=exact)
        found.tap() if self.phone else found.click()

    def type_in(self, label: str, text: str) -> None:
        """Fill in a field by its label."""
        self.page.get_by_role("textbox", name=label, exact=True).fill(text)

    def check(self) -> None:
        """Let axe-core look at the page, and see that nothing scrolls sideways."""
        self.complaints += axe_finds(self.page)
        width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        beyond = self.page.evaluate(width)
        if beyond > 0:
            self.complaints.append(f"{self.page.url} scrolls {beyond} px sideways")

    # ------------------------------------------------------------------ the room

    def write_card(self, text: str, column: str) -> None:
        """Write a card and share it."""
        columns = self.page.get_by_role("navigation", name="Kolommen")
        if columns.is_visible():
            self.press(column, within=columns, exact=False)
        field = self.page.get_by_role("textbox", name=f"Schrijf een kaartje voor: {column}")
        if not self.phone and not field.is_visible():
            self.press(f"Schrijf een kaartje voor: {column}")
        field.fill(text)
        self.press("Delen", within=field.locator("xpath=ancestor::form"))
        expect(self.card(text)).to_be_visible()
        if self.phone:
            expect(self.page.get_by_role("status").filter(has_text="Kijk naar het scherm")).to_be_visible()

    def look_at_all(self) -> None:
        """On a phone: what others wrote, or all of what is looked at one by one."""
        look = self.page.get_by_role("button", name="Kijk wat anderen schreven", exact=False)
        if self.phone and look.is_visible():
            look.tap()

    def card(self, text: str) -> Locator:
        """A card by its words."""
        return self.page.locator("[data-card]", has_text=text)

    def is_at(self, step: str) -> None:
        """The screen shows this step."""
        expect(self.page.locator(f"[data-shown-step={step}]")).to_be_visible()

    def bring_everyone_to(self, step: str) -> None:
        """The core team chooses a step and brings everyone there."""
        if self.phone:
            self.press("Al het andere")
            self.press("De weg", within=self.page.get_by_role("dialog"))
        else:
            self.press("Alle stappen")
        steps = self.page.get_by_role("navigation", name="Alle stappen")
        self.press(named(STEPS[step]), within=steps, exact=False)
        self.press("Haal iedereen hierheen")
        self.is_at(step)
        if not self.phone:
            self.press("Alle stappen")
            expect(steps).to_have_count(0)

    # ------------------------------------------------------------------ the vision

    def open_section(self, heading: str) -> None:
        """Go to the vision, and to a part of it, to write."""
        self.page.goto(re.sub(r"(/c/[^/]+)/.*", r"\1/vision", self.page.url))
        self.page.locator(".vision").wait_for()
        if self.phone:
            self.press("Schrijven")
            self.page.locator(".vision__parts > summary").tap()
        elif self.page.locator(".vision__parts").is_visible():
            self.page.locator(".vision__parts > summary").click()
        # The name of a part is followed by how many are writing in it.
        parts = self.page.get_by_role("navigation", name="Hoofdstukken", exact=True)
        self.press(heading, within=parts, exact=False)
        text = self.section(heading)
        text.tap() if self.phone else text.click()
        expect(text).to_be_focused()

    def section(self, heading: str = DREAM) -> Locator:
        """The text of a part."""
        return self.page.get_by_role("textbox", name=f"Tekst van {heading}")

    def words(self) -> list[str]:
        """The paragraphs of the dream, without others' cursors and marks."""
        return list(self.section().evaluate(OWN_WORDS))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path / "server", MINIDORP_DEMO="off") as running:
        yield running


def make_a_community(noor: Screen, server: Server) -> None:
    """From the one-time link to the page with the code."""
    page = noor.page
    page.goto(server.first_link)
    noor.check()
    noor.type_in("E-mailadres", "noor@voorbeeld.test")
    page.get_by_label("Wachtwoord").fill("een lang en goed wachtwoord")
    noor.press("Maak account en begin")
    noor.check()
    noor.press("Maak een project", "link")
    noor.check()
    noor.type_in("Naam van het project", "Samen groot")
    page.locator("form").get_by_role("button", name=re.compile("Verder|leergemeenschap|Ga door")).click()
    noor.check()
    noor.type_in("Naam van de wijk", "Lindebuurt")
    noor.type_in("Je eigen voornaam", "Noor")
    noor.press("Maak de leergemeenschap")
    expect(page.get_by_role("heading", name="Doe mee met je telefoon")).to_be_visible()
    noor.check()


def code_on_the_beamer(noor: Screen) -> str:
    """The code as it is read out: with spaces."""
    told = noor.page.get_by_role("img", name=re.compile(r"^(\w ){5}\w$")).get_attribute("aria-label")
    return str(told)


def join(who: Screen, server: Server, code: str, role: str) -> str:
    """Type the code, say who you are; the three words."""
    who.page.goto(server.url)
    who.check()
    who.type_in("Code van je groep", code.lower())
    who.press("Naar binnen")
    expect(who.page.get_by_role("heading", level=1, name="Lindebuurt")).to_be_visible()
    who.check()
    who.page.get_by_text(role, exact=True).tap()
    expect(who.page.get_by_role("radio", name=re.compile(f"^{role}"))).to_be_checked()
    who.type_in("Je voornaam", who.name)
    who.press("Kom binnen", exact=False)
    expect(who.page.get_by_role("heading", name=f"Welkom, {who.name}")).to_be_visible()
    who.check()
    words = str(who.page.locator("#words").inner_text())
    assert len(words.split()) == 3
    who.press("Ik heb ze, ga verder")
    expect(who.page.get_by_role("heading", level=1, name=named(STEPS["def-1"]))).to_be_visible()
    return words


def seats(noor: Screen) -> None:
    """The parent and the professional get a seat in the core team."""
    noor.page.goto(noor.page.url.replace("/invite", "/settings"))
    for role, name in (("Vakmens", "Petra"), ("Ouder", "Yara")):
        noor.page.get_by_role("combobox", name=f"Wie zit hier? {role}").select_option(label=name)
        noor.press(f"Geef de plek {role}")
    noor.check()
    noor.page.goto(noor.page.url.split("/settings")[0] + "/")
    noor.is_at("def-1")


def tell(noor: Screen, yara: Screen, petra: Screen) -> None:
    """Cards are live on every screen; Yara, a parent with a seat, groups them in a theme."""
    everybody = (noor, yara, petra)
    noor.bring_everyone_to("dis-2")
    for who in everybody:
        who.is_at("dis-2")
        who.write_card(STORIES[who.name], "Verhalen")
        who.check()
    for who in everybody:
        who.look_at_all()
        for author, story in STORIES.items():
            expect(who.card(story)).to_contain_text(author)
        who.check()
    yara.bring_everyone_to("dis-3")
    for who in everybody:
        who.is_at("dis-3")
    for story in (STORIES["Yara"], STORIES["Noor"]):
        yara.card(story).get_by_text("Kies").first.tap()
    yara.press("Bij elkaar leggen")
    dialog = yara.page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill("Samen eten")
    yara.press("Bij elkaar leggen", within=dialog)
    for who in everybody:
        theme = who.page.get_by_role("region", name="Samen eten")
        expect(theme.locator("[data-card]")).to_have_count(2)
        who.check()


def choose(noor: Screen, yara: Screen, petra: Screen) -> None:
    """Sentences, dots with a budget; totals only when the round is closed."""
    everybody = (noor, yara, petra)
    noor.bring_everyone_to("des-2")
    petra.is_at("des-2")
    petra.write_card(SENTENCE, "Zo-is-het-zinnen")
    yara.write_card("In onze wijk groet iedereen elkaar.", "Zo-is-het-zinnen")
    noor.check()
    noor.bring_everyone_to("des-4")
    noor.page.get_by_label("Stippen voor iedereen").fill("1")
    noor.press("Open de stippen")
    for who in (yara, petra):
        who.is_at("des-4")
        who.press(f"Geef een stip aan: {SENTENCE}")
        given = who.card(SENTENCE).get_by_role("img", name=re.compile("stip"))
        expect(given).to_be_visible()
        who.press("1 van 2")
        others = who.page.get_by_role("button", name="Geef een stip aan", exact=False)
        expect(others).to_have_count(2)
        for n in range(others.count()):
            expect(others.nth(n)).to_be_disabled()
        who.check()
    for who in everybody:
        expect(who.page.locator(".tally")).to_have_count(0)
    noor.press("Tel de stippen")
    for who in everybody:
        expect(who.card(SENTENCE)).to_contain_text("2 stippen")
        expect(who.card("groet iedereen")).to_contain_text("0 stippen")
        who.check()


def write_together(noor: Screen, yara: Screen, petra: Screen) -> None:
    """Three people in one part of the vision at the same time; a card behind a paragraph."""
    everybody = (noor, yara, petra)
    noor.bring_everyone_to("dst-1")
    for who in everybody:
        who.open_section(DREAM)
        who.page.keyboard.press("Control+End")
        # Just after it got the focus, the editor takes some 50 ms to learn where the caret went.
        who.page.wait_for_timeout(CARET_SETTLES_MS)
        if who is not noor:
            who.page.keyboard.press("Enter")
    longest = max(len(words) for words in SPOKEN.values())
    for at in range(longest):
        for who in everybody:
            words = SPOKEN[who.name]
            if at < len(words):
                who.page.keyboard.type(words[at])
    for who in everybody:
        for words in SPOKEN.values():
            expect(who.section().locator("p", has_text=words)).to_have_count(1)
        expect(who.page.get_by_role("status").filter(has_text="Bewaard")).to_be_attached()
    assert noor.words() == yara.words() == petra.words()
    assert sorted(filter(None, noor.words())) == sorted(SPOKEN.values())
    put_behind(noor, SPOKEN["Noor"], STORIES["Yara"])
    for who in everybody:
        paragraph = who.section().locator("p", has_text=SPOKEN["Noor"])
        expect(paragraph.get_by_role("button", name=re.compile("kaartje"))).to_be_visible()
        who.check()


def put_behind(who: Screen, paragraph: str, story: str) -> None:
    """Put a card behind a paragraph of the vision."""
    who.section().locator("p", has_text=paragraph).click()
    panel = who.page.get_by_role("complementary", name="Kaartjes")
    panel.get_by_label("Zoek in de kaartjes").fill(story.split()[1])
    who.check()
    row = panel.locator(".card", has_text=story).first
    who.press("Zet achter deze alinea", within=row)


def agree(noor: Screen, yara: Screen, petra: Screen) -> None:
    """A consent round in which nobody objects, and an agreement."""
    for who in (yara, petra, noor):
        who.page.goto(who.page.url.replace("/vision", "/"))
    noor.bring_everyone_to("dst-2")
    noor.press("Open een akkoordronde")
    dialog = noor.page.get_by_role("dialog")
    noor.check()
    dialog.locator("button.button--primary").click()
    for who in (yara, petra, noor):
        who.is_at("dst-2")
        answers = who.page.get_by_role("group", name="Jouw antwoord")
        answers.get_by_role("button", name="Akkoord").first.click()
        who.press("Geef mijn antwoord")
        who.check()
    noor.press(
        "Wij zijn akkoord met deze versie",
        within=noor.page.get_by_role("region", name="De groep begeleiden"),
    )
    noor.press("Ja, we zijn akkoord", within=noor.page.get_by_role("dialog"))
    for who in (yara, petra, noor):
        expect(who.page.get_by_text(re.compile("^vastgesteld op"))).to_be_visible()
    petra.bring_everyone_to("dst-3")
    yara.is_at("dst-3")
    yara.write_card(OFFER, "Ik bied")
    noor.bring_everyone_to("dst-4")
    noor.page.get_by_role("button", name=f"Maak een afspraak van: {OFFER}").click()
    dialog = noor.page.get_by_role("dialog")
    noor.check()
    dialog.get_by_label("Wie betaalt", exact=False).fill("de gemeente")
    dialog.locator("button.button--primary").click()
    for who in (noor, yara, petra):
        agreement = who.page.get_by_role("article", name=OFFER)
        expect(agreement).to_contain_text("Yara")
        expect(agreement).to_contain_text("de gemeente")
        who.check()


def download(noor: Screen, folder: Path) -> str:
    """The Word file, as one text."""
    noor.press("Over deze stap, en meer")
    noor.press("Meer", within=noor.page.get_by_role("navigation", name="Onderdelen"))
    with noor.page.expect_download() as started:
        noor.press("Word-document", "link")
    path = folder / "visie.docx"
    started.value.save_as(path)
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_from_the_first_link_to_the_word_file(
    server: Server, open_screen: OpenScreen, tmp_path: Path
) -> None:
    noor = Screen(open_screen(DESKTOP), "Noor", phone=False)
    yara = Screen(open_screen(PHONE), "Yara", phone=True)
    petra = Screen(open_screen(PHONE), "Petra", phone=True)
    make_a_community(noor, server)
    code = code_on_the_beamer(noor)
    assert join(yara, server, code, "Ouder") != join(petra, server, code, "Vakmens")
    seats(noor)
    tell(noor, yara, petra)
    choose(noor, yara, petra)
    write_together(noor, yara, petra)
    agree(noor, yara, petra)
    words = download(noor, tmp_path)
    for expected in (*SPOKEN.values(), DREAM, "Lindebuurt", OFFER, "Yara", "de gemeente"):
        assert expected in words, expected
    assert [*noor.complaints, *yara.complaints, *petra.complaints] == []
