"""The vision is read aloud sentence by sentence; what has no place in it yet is listed."""

from __future__ import annotations

import pytest

from tests.browser.board import check_axe, expect, needs_browser
from tests.browser.conftest import DESKTOP, PHONE, Join, Open
from tests.live.client import Device, new_id
from tests.scenario.pages import Facilitator, Made
from tests.server import Server

pytestmark = needs_browser

VOICE = """() => {
  globalThis.spoken = [];
  class Utterance { constructor(text) { this.text = text; } }
  const voice = {
    speak(one) { spoken.push([one.text, one.rate]); this.now = one; one.onstart?.(); },
    cancel() { this.now = null; },
  };
  globalThis.over = () => voice.now?.onend();
  Object.defineProperty(globalThis, "SpeechSynthesisUtterance", { value: Utterance });
  Object.defineProperty(globalThis, "speechSynthesis", { value: voice });
}"""
LIT = "() => [...(CSS.highlights.get('read-aloud') ?? [])].map(String).join('|')"


@pytest.fixture
def host(own_server: Server, facilitator: Facilitator, community: Made) -> Device:
    """The facilitator's other device; the vision has a text."""
    page = facilitator.device(community.id)
    host = Device(own_server.url, community.id, page.member, cookie=page.cookie).connect()
    host.do("step.start", step="dst-1")
    section = next(iter(host.state["sections"]))
    host.open_section(section)
    host.share(section, host.type(section, "Wij eten samen. Iedereen hoort erbij! Wie wil er koken?"))
    return host


def test_one_sentence_after_another_lights_up_and_is_said_at_ones_own_pace(
    look: Open, join: Join, host: Device
) -> None:
    page = look(join("Yara", "parent"), PHONE)
    page.evaluate(f"({VOICE})()")
    expect(page.locator(".section__text").first).to_contain_text("Wie wil er koken?")
    page.locator("[data-do=read]").tap()
    sentence = page.locator(".read-aloud__sentence")
    heading = page.locator(".section__heading").first.inner_text()
    expect(sentence).to_have_text(heading)
    check_axe(page)
    page.evaluate("over()")
    expect(sentence).to_have_text("Wij eten samen.")
    assert page.evaluate(LIT) == "Wij eten samen."
    page.locator(".read-aloud__pace select").select_option("slow")
    page.evaluate("over()")
    assert page.evaluate(LIT) == "Iedereen hoort erbij!"
    page.get_by_role("button", name="Vorige zin").tap()
    assert page.evaluate(LIT) == "Wij eten samen."
    said = page.evaluate("spoken")
    assert [text for text, _ in said] == [
        heading, "Wij eten samen.", "Wij eten samen.", "Iedereen hoort erbij!", "Wij eten samen.",
    ]  # fmt: skip
    assert said[1][1] > said[-1][1]
    page.locator(".read-aloud [data-do=play]").tap()
    expect(page.locator(".read-aloud [data-do=play]")).to_have_text("Lees verder")
    page.keyboard.press("Escape")
    expect(page.locator(".read-aloud")).to_have_count(0)
    page.wait_for_function("() => !CSS.highlights.has('read-aloud')")
    expect(page.locator("[data-do=read]")).to_be_focused()


def test_the_place_is_kept_while_people_write_before_it(look: Open, join: Join, host: Device) -> None:
    page = look(join("Yara", "parent"), PHONE)
    page.evaluate(f"({VOICE})()")
    expect(page.locator(".section__text").first).to_contain_text("Wie wil er koken?")
    page.locator("[data-do=read]").tap()
    sentence = page.locator(".read-aloud__sentence")
    expect(sentence).to_have_text(page.locator(".section__heading").first.inner_text())
    for text in ("Wij eten samen.", "Iedereen hoort erbij!"):
        page.evaluate("over()")
        expect(sentence).to_have_text(text)
    section = next(iter(host.state["sections"]))
    host.share(section, host.type(section, "Nieuw vooraan.", first=True))
    expect(page.locator(".section__text").first).to_contain_text("Nieuw vooraan.")
    page.evaluate("over()")
    expect(sentence).to_have_text("Wie wil er koken?")


@pytest.mark.parametrize("speak", ["() => undefined", "(one) => setTimeout(() => one.onerror({}))"])
def test_a_device_without_a_voice_goes_on_by_itself(look: Open, join: Join, host: Device, speak: str) -> None:
    page = look(join("Yara", "parent"), PHONE)
    page.evaluate(f"({VOICE})()")
    page.evaluate(f"() => {{ speechSynthesis.speak = {speak}; }}")
    expect(page.locator(".section__text").first).to_contain_text("Wie wil er koken?")
    page.locator("[data-do=read]").tap()
    expect(page.locator(".read-aloud")).to_contain_text("geen stem")
    expect(page.locator(".read-aloud__sentence")).to_have_text("Wij eten samen.")
    expect(page.locator(".read-aloud__sentence")).to_have_text("Iedereen hoort erbij!")


def test_what_has_no_place_yet_is_listed_until_it_has_one(
    look: Open, facilitator: Facilitator, host: Device
) -> None:
    theme = new_id()
    for step in ("dis-2", "dis-3", "des-2", "dst-1"):
        host.do("step.start", step=step)
    host.add_card("In onze wijk eten wij samen.", "des-2", "statement")
    story = host.add_card("Op dinsdag koken wij.", "dis-2", "story")
    host.do("theme.add", theme=theme, name="Samen eten")
    host.do("card.group", card=story, theme=theme)
    page = look(facilitator, {**DESKTOP, "viewport": {"width": 1366, "height": 800}})
    listed = page.locator("[data-not-heard]")
    expect(listed.locator("> summary .badge")).to_have_text("2")
    listed.locator("> summary").click()
    listed.locator("summary", has_text="Samen eten").click()
    page.locator(".ProseMirror[role=textbox]").first.click()
    page.wait_for_timeout(100)
    listed.locator(".card", has_text="Op dinsdag").get_by_role(
        "button", name="Zet achter deze alinea"
    ).click()
    expect(listed.locator("> summary .badge")).to_have_text("1")
    listed.locator(".card", has_text="In onze wijk").get_by_role(
        "button", name="Zet achter deze alinea"
    ).click()
    expect(page.locator("[data-all-heard]")).to_be_visible()
    heading = page.locator(".section__heading").first.inner_text()
    expect(page.locator(".vision__side .card", has_text="Op dinsdag")).to_contain_text(heading)
