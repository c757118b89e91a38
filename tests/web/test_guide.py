"""The guide in the program: open to everybody, in one's own language, with pictures by safe names only."""

from __future__ import annotations

import json
import re
from itertools import product

from flask import Flask

from phases import process
from tests.web.conftest import Installation, Made
from workshop.guide import guide
from workshop.web.guide import PAGES

DUTCH = {"Accept-Language": "nl"}


def test_the_contents_are_open_without_signing_in(app: Flask) -> None:
    page = app.test_client().get("/guide", headers=DUTCH)
    assert page.status_code == 200
    for name in guide("nl").order:
        assert f'href="/guide/{name}"' in page.text


def test_every_page_is_there_in_the_language_of_the_reader(app: Flask) -> None:
    browser = app.test_client()
    for language, name in product(("nl", "en"), guide("en").order):
        page = browser.get(f"/guide/{name}", headers={"Accept-Language": language})
        assert page.status_code == 200
        assert f"<h1>{guide(language).pages[name].title}</h1>" in page.text
        assert 'aria-current="page"' in page.text


def test_pages_lead_to_the_next_and_the_one_before(app: Flask) -> None:
    first, second, *_ = guide("en").order
    last = guide("en").order[-1]
    browser = app.test_client()
    assert 'rel="prev"' not in browser.get(f"/guide/{first}").text
    assert f'rel="next" href="/guide/{second}"' in browser.get(f"/guide/{first}").text
    assert f'rel="prev" href="/guide/{first}"' in browser.get(f"/guide/{second}").text
    assert 'rel="next"' not in browser.get(f"/guide/{last}").text


def test_the_part_for_the_drawer_is_only_the_text(app: Flask) -> None:
    part = app.test_client().get("/guide/choose?part=1", headers=DUTCH).text
    assert part.startswith("<article") and "<html" not in part
    assert f"<h1>{guide('nl').pages['choose'].title}</h1>" in part


def test_a_page_that_is_not_there_is_not_found(app: Flask) -> None:
    browser = app.test_client()
    for name in ("nowhere", "../README", "..%2fREADME", "INDEX", "start.md"):
        assert browser.get(f"/guide/{name}").status_code == 404, name


def test_pictures_may_be_kept_for_ever_by_the_address_in_the_page(app: Flask) -> None:
    browser = app.test_client()
    addresses = re.findall(r'src="(/guide/pictures/[^"]+)"', browser.get("/guide/choose").text)
    assert len(addresses) == 2
    for address in addresses:
        picture = browser.get(address)
        assert (picture.status_code, picture.mimetype) == (200, "image/png")
        assert "immutable" in picture.headers["Cache-Control"]
        assert "immutable" not in browser.get(address.partition("?")[0]).headers["Cache-Control"]


def test_only_pictures_of_the_guide_are_sent(app: Flask) -> None:
    browser = app.test_client()
    for name in ("../../LICENSE", "..%2f..%2fLICENSE", "nowhere-1280", "..", "a_b", "%00"):
        assert browser.get(f"/guide/pictures/{name}.png").status_code in (400, 404), name


def test_the_question_mark_on_a_page_leads_to_the_page_about_it(
    installation: Installation, made: Made
) -> None:
    for address, name in (
        ("/home", "group"),
        (f"/c/{made.id}/invite", "invite"),
        (f"/c/{made.id}/settings", "settings"),
        (f"/c/{made.id}/me", "privacy"),
    ):
        assert f'href="/guide/{name}" title=' in made.facilitator.get(address).text
    assert 'href="/guide/start" title=' in installation.browser().get("/").text
    assert 'href="/guide" title=' in installation.browser().get("/nowhere").text


def test_every_page_with_help_of_its_own_exists(app: Flask) -> None:
    assert set(PAGES) <= set(app.view_functions)


def test_the_room_knows_the_page_of_every_step(made: Made) -> None:
    page = made.facilitator.get(f"/c/{made.id}/").text
    found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', page, re.DOTALL)
    assert found
    boot = json.loads(found[1])
    assert boot["urls"]["guide"] == "/guide"
    steps = {step["id"]: step["help"] for phase in boot["phases"] for step in phase["steps"]}
    assert steps == {step.id: step.help for step in process().steps.values()}
