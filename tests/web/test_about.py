"""The page for parents: with its own address for anybody, at the door, and inside."""

from __future__ import annotations

from tests.web.conftest import Installation, Made

ENGLISH = {"Accept-Language": "en"}


def test_anybody_can_read_it(installation: Installation) -> None:
    page = installation.browser().get("/about", headers=ENGLISH).text
    for heading in ("What is this?", "What is kept?", "How do you come back?"):
        assert heading in page
    assert 'href="/"' in page and "village.svg" in page
    assert "Wat bewaren we?" in installation.browser().get("/about", headers={"Accept-Language": "nl"}).text


def test_it_is_linked_from_the_door_and_leads_back_there(installation: Installation, made: Made) -> None:
    phone = installation.browser()
    assert f'href="/about/{made.code}"' in phone.get(f"/join/{made.code}").text
    page = phone.get(f"/about/{made.code.lower()}").text
    assert "Lindebuurt" in page and f'href="/join/{made.code}"' in page


def test_a_wrong_code_tells_nothing(installation: Installation, made: Made) -> None:
    assert installation.browser().get("/about/AAAAAA").status_code == 404


def test_inside_it_leads_to_the_room(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    assert f'href="/c/{made.id}/"' in phone.get(f"/c/{made.id}/about").text
    assert installation.browser().get(f"/c/{made.id}/about").status_code == 404
    assert f'href="/c/{made.id}/about"' in phone.get(f"/c/{made.id}/invite").text
