"""Coming in with a picture, in real browsers."""

from __future__ import annotations

from tests.browser.board import act, at, card, check_axe, expect, go_to, needs_browser, share, write
from tests.browser.conftest import PHONE, Join, Open
from tests.scenario.pages import Facilitator

pytestmark = needs_browser


def test_one_arrives_with_a_picture(facilitator: Facilitator, look: Open, join: Join) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "def-1")
    at(phone, "def-1")
    radios = phone.locator(".moment input")
    expect(radios).to_have_count(12)
    boxes = [box for one in phone.locator(".moment").all() if (box := one.bounding_box())]
    assert min(min(box["width"], box["height"]) for box in boxes) >= 44
    assert sum(box["y"] == boxes[0]["y"] for box in boxes) in (3, 4)
    phone.locator(".moment").nth(1).tap()
    expect(radios.nth(1)).to_be_checked()
    share(phone)
    seen = laptop.locator(".card .card__picture")
    expect(seen).to_have_count(1)
    assert seen.get_attribute("alt")
    expect(laptop.locator(".card")).to_contain_text("Yara")
    expect(phone.locator(".ask__shared .card__picture")).to_be_visible()
    check_axe(phone)
    phone.locator("[data-do=another]").tap()
    expect(radios.nth(1)).not_to_be_checked()
    assert seen.evaluate("async (image) => { await image.decode(); return image.naturalWidth }") > 0
    check_axe(phone)


def test_a_picture_is_kept_until_it_is_shared(facilitator: Facilitator, look: Open) -> None:
    page = look(facilitator)
    go_to(page, "def-1")
    page.locator(".moment input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".moment input").nth(1)).to_be_checked()
    page.reload()
    expect(page.locator(".moment input").nth(1)).to_be_checked()
    write(page, "Buiten zijn.")
    expect(card(page, "Buiten").locator(".card__picture")).to_be_visible()
    act(page, "Buiten", "withdraw")
    expect(page.locator(".board .card")).to_have_count(0)
    page.locator(".toast .button").first.click()
    expect(card(page, "Buiten").locator(".card__picture")).to_be_visible()
    check_axe(page)


def test_a_hidden_picture_is_not_shown_to_others(facilitator: Facilitator, look: Open, join: Join) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "def-1")
    laptop.locator("[data-do=hide]").click()
    at(phone, "def-1")
    expect(phone.locator(".badge", has=phone.locator("use[href$='#hidden']"))).to_be_visible()
    phone.locator(".moment").nth(2).tap()
    share(phone)
    expect(phone.locator(".card .card__picture")).to_be_visible()
    expect(laptop.locator(".card.is-hidden")).to_have_count(1)
    expect(laptop.locator(".card .card__picture")).to_have_count(0)
    laptop.locator("[data-act=reveal]").click()
    expect(laptop.locator(".card .card__picture")).to_be_visible()


def test_passing_shows_nothing_to_anybody(facilitator: Facilitator, look: Open, join: Join) -> None:
    laptop, phone = look(facilitator), look(join("Yara", "parent"), PHONE)
    go_to(laptop, "def-1")
    at(phone, "def-1")
    phone.locator("[data-do=pass]").tap()
    back = phone.locator("[data-passed]")
    expect(back).to_be_focused()
    expect(phone.locator(".moment")).to_have_count(0)
    back.tap()
    expect(phone.locator(".moment")).to_have_count(12)
    expect(laptop.locator(".card")).to_have_count(0)
