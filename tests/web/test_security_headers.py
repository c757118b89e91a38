"""Headers, cross-site protection, cookies, languages, and pages for accidents."""

from __future__ import annotations

import json
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.conftest import Installation, Made
from workshop.web.security import content_policy, safe_next


@pytest.mark.parametrize("page", ["/", "/signin", "/nope", "/return", "/api/nothing"])
def test_every_answer_has_the_headers(client: FlaskClient, page: str) -> None:
    headers = client.get(page).headers
    policy = headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cache-Control"] == "no-store"


def test_sockets_may_go_to_this_host_only() -> None:
    assert "connect-src 'self' ws://dorp.example:5000 wss://dorp.example:5000;" in content_policy(
        "dorp.example:5000"
    )
    assert "connect-src 'self';" in content_policy("evil; script-src *")


def test_a_form_without_the_token_is_refused(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    installation = Installation(app)
    browser = installation.browser()
    for page in ("/", "/signin", "/return", "/language", "/signout"):
        assert browser.post(page, data={"code": "CDFGHJ"}).status_code == 400, page
    token = re.search(r'name="csrf_token" value="([^"]+)"', browser.get("/").text)
    assert token
    assert browser.post("/", data={"code": "CDFGHJ", "csrf_token": token[1]}).status_code == 404


def test_every_form_carries_the_token(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    pages = [made.facilitator.get(url).text for url in ("/home", "/projects/new", f"/c/{made.id}/settings")]
    pages += [phone.get(url).text for url in ("/", f"/join/{made.code}", f"/c/{made.id}/me", "/return")]
    for page in pages:
        forms = re.findall(r'<form[^>]*method="post".*?</form>', page, re.S)
        assert forms
        assert all('name="csrf_token"' in form for form in forms)


def test_no_token_stands_in_a_page_or_address(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    call = {"code": made.code, "name": "Ali", "role": "parent"}
    token = installation.browser().post("/api/join", json=call).get_json()["token"]
    page = phone.get(f"/c/{made.id}/").text
    found = re.search(r'id="boot">(.*?)</script>', page, re.S)
    assert found
    boot = json.loads(found[1])
    assert "token" not in json.dumps(boot) and token not in page
    assert boot["me"]["member"] == installation.members(made)["Samira"].id
    assert set(boot) >= {"community", "me", "language", "phases", "urls", "server_time"}


def test_boot_data_cannot_end_its_own_script(installation: Installation, made: Made) -> None:
    from workshop.features.agenda.schema import TopicSet

    noor = installation.members(made)["Noor"].id
    installation.container.ledger.carry_out(
        made.id, noor, TopicSet(command="set-topic-1", text="5 < 6 & </ x")
    )
    page = made.facilitator.get(f"/c/{made.id}/").text
    assert "</ x" not in page


def test_secure_cookies_when_configured(app: Flask) -> None:
    app.config["SESSION_COOKIE_SECURE"] = True
    installation = Installation(app)
    browser = installation.browser()
    made = installation.community()
    answer = browser.post(
        f"/join/{made.code}", data={"name": "Sam", "role": "guest"}, base_url="https://localhost"
    )
    assert all("Secure" in cookie for cookie in answer.headers.getlist("Set-Cookie"))


@pytest.mark.parametrize(
    ("accept", "language"),
    [("en-GB,en;q=0.9", "en"), ("nl-BE", "nl"), ("ar,en;q=0.5", "en"), ("xx", "nl"), ("", "nl")],
)
def test_the_browser_tells_the_language(client: FlaskClient, accept: str, language: str) -> None:
    page = client.get("/", headers={"Accept-Language": accept}).text
    assert f'<html lang="{language}" dir="ltr">' in page


def test_a_chosen_language_stays(client: FlaskClient) -> None:
    answer = client.post("/language", data={"language": "en", "next": "/signin"})
    assert answer.location == "/signin"
    assert 'lang="en"' in client.get("/", headers={"Accept-Language": "nl"}).text
    client.post("/language", data={"language": "klingon", "next": "//evil.example"})
    assert 'lang="en"' in client.get("/").text
    assert client.post("/language", data={"language": "nl", "next": "//evil.example"}).location == "/"


def test_a_chosen_language_comes_along_to_another_phone(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    phone.post("/language", data={"language": "en"})
    words = re.findall(
        r"<span>(\w+)</span>", phone.get(f"/c/{made.id}/welcome").text.split('class="words"')[1]
    )[:3]
    other = installation.browser()
    other.post("/return", data={"code": made.code, "word": words}, headers={"Accept-Language": "nl"})
    assert '<html lang="en"' in other.get(f"/c/{made.id}/", headers={"Accept-Language": "nl"}).text


def test_an_accident_tells_nothing(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    app.config.update(PROPAGATE_EXCEPTIONS=False, TESTING=False)
    installation = Installation(app)
    monkeypatch.setattr(type(installation.container.communities), "by_code", lambda *_: 1 / 0)
    for page in ("/join/CDFGHJ", "/api/join"):
        answer = (
            installation.browser().get(page)
            if page.startswith("/join")
            else installation.browser().post(page, json={"code": "CDFGHJ", "name": "x", "role": "guest"})
        )
        assert answer.status_code == 500
        assert "ZeroDivision" not in answer.text and "Traceback" not in answer.text


def test_what_is_too_large_is_refused(app: Flask) -> None:
    answer = app.test_client().post("/signin", data={"email": "x" * (app.config["MAX_CONTENT_LENGTH"] + 1)})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "target", ["//x", "/\\x", "http://x", "x", None, "", "/\nx", "///x", "/ok\\..", "\t//x"]
)
def test_only_own_paths_are_followed(target: str | None) -> None:
    assert safe_next(target, "/otherwise") == "/otherwise"


def test_own_paths_are_followed() -> None:
    assert safe_next("/c/abc/settings?x=1#team", "/") == "/c/abc/settings?x=1#team"


def test_a_sign_that_no_database_takes_is_refused(client: FlaskClient) -> None:
    assert client.get("/c/a%00b/").status_code == 400
    assert client.post("/signin", data={"email": "a\0@b.nl", "password": "x"}).status_code == 400
    assert client.get("/signin?next=%00").status_code == 400
    assert client.get("/").status_code == 200
