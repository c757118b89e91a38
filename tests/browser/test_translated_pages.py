"""A page that the browser translates stays alive: whatever changes goes on changing.

The translator is played as Chrome's does it: every text node is taken out of the page, and two `<font>`
elements with the translated words stand in its place; new text nodes follow a moment later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.board import act, at, card, expect, go_to, needs_browser, texts, write
from tests.browser.conftest import Join, Open
from tests.scenario.pages import Facilitator

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_browser

TRANSLATOR = """(byReplacing) => {
  const left = "script, style, textarea, font, [translate=no], .notranslate";
  const font = () => {
    const made = document.createElement("font");
    made.style.verticalAlign = "inherit";
    return made;
  };
  const wrap = (text) => {
    if (!text.data.trim() || !text.isConnected || text.parentElement.closest(left)) return;
    const outer = font(), inner = font();
    inner.textContent = `«${text.data}»`;
    outer.append(inner);
    const parent = text.parentElement;
    if (byReplacing) parent.replaceChild(outer, text);
    else { parent.insertBefore(outer, text); parent.removeChild(text); }
  };
  const all = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return wrap(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    found.forEach(wrap);
  };
  document.documentElement.classList.add("translated-ltr");
  all(document.body);
  new MutationObserver((records) => {
    for (const { addedNodes, target, type } of records)
      if (type === "characterData") all(target); else for (const node of addedNodes) all(node);
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""


def translate(page: Page, by_replacing: bool = True) -> None:
    """The person chooses "Translate this page"."""
    page.evaluate(TRANSLATOR, by_replacing)
    expect(page.locator("h1 font font")).not_to_have_count(0)


@pytest.mark.parametrize("by_replacing", [True, False], ids=["replaced", "inserted and removed"])
def test_cards_go_on_changing(facilitator: Facilitator, look: Open, join: Join, by_replacing: bool) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"))
    go_to(laptop, "dis-2")
    at(phone, "dis-2")
    for text in ("Samen koken", "Soep van de buurvrouw", "Zingen in de kring"):
        write(laptop, text)
        expect(card(phone, text)).to_be_visible()
    translate(phone, by_replacing)
    assert texts(phone) == ["«Samen koken»", "«Soep van de buurvrouw»", "«Zingen in de kring»"]
    act(laptop, "Soep", "edit")
    laptop.locator("#edit-text").fill("Brood van de buurman")
    laptop.locator(".dialog__actions .button--primary").click()
    expect(card(phone, "«Brood van de buurman»")).to_be_visible()
    expect(card(phone, "Soep")).to_have_count(0)
    act(laptop, "Zingen", "up")
    expect(card(phone, "Zingen")).to_be_visible()
    expect(phone.locator(".board .card__text").nth(1)).to_have_text("«Zingen in de kring»")
    act(laptop, "Samen koken", "withdraw")
    expect(card(phone, "Samen koken")).to_have_count(0)
    write(laptop, "Nieuw verhaal")
    expect(card(phone, "«Nieuw verhaal»")).to_be_visible()
    assert texts(phone) == ["«Zingen in de kring»", "«Brood van de buurman»", "«Nieuw verhaal»"]
    expect(phone.locator(".column__head .badge")).to_have_text("«3»")


def test_somebody_works_in_a_translated_page(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator)
    go_to(page, "dis-2")
    write(page, "Samen koken")
    expect(card(page, "Samen koken")).to_be_visible()
    translate(page)
    write(page, "Soep")
    expect(card(page, "«Soep»")).to_be_visible()
    expect(page.locator(".column__head .badge").first).to_have_text("«2»")
    act(page, "Soep", "edit")
    page.locator("#edit-text").fill("Soep op de stoep")
    page.locator(".dialog__actions .button--primary").click()
    expect(page.locator(".dialog")).to_have_count(0)
    expect(card(page, "«Soep op de stoep»")).to_be_visible()
    page.locator("[data-do=clock]").click()
    page.locator(".steer__clock[aria-haspopup=menu]").click()
    page.locator("[data-action=m2]").click()
    expect(page.locator(".timer")).to_contain_text("1:5")
    clock = page.locator(".timer").inner_text()
    expect(page.locator(".timer")).not_to_have_text(clock)
    expect(page.locator(".timer font font")).to_have_count(1)
    go_to(page, "dre-2")
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1 > font")).to_have_count(1)
    go_to(page, "dis-2")
    assert texts(page) == ["«Samen koken»", "«Soep op de stoep»"]


def test_after_a_whole_walk_a_translated_page_says_what_a_new_one_says(
    facilitator: Facilitator, look: Open, join: Join
) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"))
    go_to(laptop, "def-3")
    at(phone, "def-3")
    translate(phone)
    for column, text in enumerate(("Meer samen doen", "Dichtbij elkaar")):
        write(laptop, text)
        expect(card(phone, f"«{text}»")).to_be_visible()
        expect(laptop.locator(".board .card")).to_have_count(column + 1)
    laptop.locator("#budget").fill("2")
    laptop.locator("[data-act=open-dots]").click()
    card(phone, "Dichtbij").locator(".dots button").last.click()
    expect(phone.locator(".dots-left")).to_contain_text("«Je hebt nog één stip van de 2»")
    card(phone, "Dichtbij").locator(".dots button").last.click()
    expect(phone.locator(".dots-left")).to_contain_text("nog 0 stippen")
    laptop.locator("[data-act=close-dots]").click()
    expect(card(phone, "Dichtbij").locator(".tally")).to_contain_text("2")
    for step in ("des-5", "dis-2", "dis-3", "dst-4", "def-3"):
        go_to(laptop, step)
        at(phone, step)
        expect(phone.locator("h1")).to_contain_text("«")
        fresh = phone.context.new_page()
        fresh.goto(phone.url)
        at(fresh, step)
        for page in (phone, fresh):  # parts of the page that come later are there
            expect(page.locator(".room__main p.visually-hidden")).to_have_count(0)
        translated = phone.locator(".room__main").inner_text().replace("«", "").replace("»", "")
        assert translated.split() == fresh.locator(".room__main").inner_text().split()
        fresh.close()


def test_taking_the_translation_back_leaves_a_live_page(
    facilitator: Facilitator, look: Open, join: Join
) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"))
    go_to(laptop, "dis-2")
    at(phone, "dis-2")
    write(laptop, "Samen koken")
    expect(card(phone, "Samen koken")).to_be_visible()
    phone.evaluate(
        """() => {
          const text = document.querySelector(".card__text").firstChild;
          const font = document.createElement("font");
          font.textContent = "«Samen koken»";
          text.replaceWith(font);
          globalThis.back = () => font.replaceWith(text);
        }"""
    )
    expect(card(phone, "«Samen koken»")).to_be_visible()
    phone.evaluate("() => globalThis.back()")
    expect(phone.locator(".card__text")).to_have_text("Samen koken")
    act(laptop, "Samen koken", "edit")
    laptop.locator("#edit-text").fill("Samen eten")
    laptop.locator(".dialog__actions .button--primary").click()
    expect(phone.locator(".card__text")).to_have_text("Samen eten")


def test_without_a_translator_nothing_of_the_browser_is_replaced(
    facilitator: Facilitator, look: Open
) -> None:
    page = look(facilitator)
    go_to(page, "dis-2")
    write(page, "Samen koken")
    expect(card(page, "Samen koken")).to_be_visible()
    assert "native code" in page.evaluate("() => String(Node.prototype.insertBefore)")
    translate(page)
    assert "native code" not in page.evaluate("() => String(Node.prototype.insertBefore)")


def test_the_shared_text_is_not_translated(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator)
    page.goto(f"{page.url}vision")
    expect(page.locator(".section__text").first).to_have_attribute("translate", "no")
