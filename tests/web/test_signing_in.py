"""Facilitators: the one-time link, password, signing in and out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from tests.web.conftest import PASSWORD, Installation
from workshop.accounts import facilitators as accounts
from workshop.accounts.tables import Account, FirstLink
from workshop.core.errors import DomainError


def test_the_first_link_makes_an_account_once(installation: Installation) -> None:
    token = accounts.first_link(installation.container.db)
    browser = installation.browser()
    assert browser.get(f"/first/{token}").status_code == 200
    form = {"email": " Noor@Example.org ", "password": PASSWORD}
    assert browser.post(f"/first/{token}", data=form).location == "/home"
    assert browser.get("/home").status_code == 200
    again = installation.browser().post(f"/first/{token}", data={**form, "email": "b@example.org"})
    assert again.status_code == 410
    assert installation.browser().get(f"/first/{token}").status_code == 410


def test_only_hashes_are_kept(installation: Installation) -> None:
    token = accounts.first_link(installation.container.db)
    installation.facilitator()
    with installation.container.db.read() as connection:
        kept = connection.execute(select(FirstLink.token_hash)).scalars().all()
        password = connection.scalar(select(Account.password_hash))
    assert token not in kept
    assert password is not None and password.startswith("$argon2id$")


@pytest.mark.parametrize(
    ("email", "password"),
    [("noor", PASSWORD), ("noor@example.org", "te kort"), ("a@b@c.nl", PASSWORD), ("", PASSWORD)],
)
def test_a_wrong_form_makes_no_account_and_keeps_the_link(
    installation: Installation, email: str, password: str
) -> None:
    token = accounts.first_link(installation.container.db)
    answer = installation.browser().post(f"/first/{token}", data={"email": email, "password": password})
    assert answer.status_code == 400
    assert "error" in answer.text
    assert not accounts.any_account(installation.container.db)
    assert accounts.link_is_open(installation.container.db, token)


def test_one_address_has_one_account(installation: Installation) -> None:
    installation.facilitator("noor@example.org")
    token = accounts.first_link(installation.container.db)
    answer = installation.browser().post(
        f"/first/{token}", data={"email": "NOOR@example.org", "password": PASSWORD}
    )
    assert answer.status_code == 400
    assert accounts.link_is_open(installation.container.db, token), "the refusal did not use up the link"


def test_a_link_grows_old(installation: Installation) -> None:
    token = accounts.first_link(installation.container.db)
    with installation.container.db.begin() as connection:
        created = connection.scalar(select(FirstLink.created))
        assert created is not None
        old = created - accounts.LINK_LIVES - timedelta(minutes=1)
        connection.execute(update(FirstLink).values(created=old))
    assert installation.browser().get(f"/first/{token}").status_code == 410


def test_signing_in_and_out(installation: Installation) -> None:
    installation.facilitator()
    browser = installation.browser()
    answer = browser.post("/signin", data={"email": "Noor@example.org", "password": PASSWORD})
    assert answer.status_code == 303 and answer.location == "/home"
    assert browser.post("/signout").status_code == 303
    assert browser.get("/home").location == "/signin?next=/home"


@pytest.mark.parametrize("email", ["noor@example.org", "nobody@example.org"])
def test_a_wrong_password_says_the_same_as_a_wrong_address(installation: Installation, email: str) -> None:
    installation.facilitator()
    answer = installation.browser().post("/signin", data={"email": email, "password": "iets anders hier"})
    assert answer.status_code == 403
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize(
    ("target", "goes_to"),
    [
        ("/projects/new", "/projects/new"),
        ("//evil.example", "/home"),
        ("https://evil.example/", "/home"),
        ("/\\evil.example", "/home"),
        ("javascript:alert(1)", "/home"),
        ("", "/home"),
        ("/a\r\nb", "/home"),
        ("/\t/evil.example", "/home"),
    ],
)
def test_after_signing_in_people_stay_on_this_site(
    installation: Installation, target: str, goes_to: str
) -> None:
    installation.facilitator()
    answer = installation.browser().post(
        "/signin", data={"email": "noor@example.org", "password": PASSWORD, "next": target}
    )
    assert answer.location == goes_to


def test_signing_in_starts_a_new_session(installation: Installation) -> None:
    installation.facilitator()
    browser = installation.browser()
    with browser.session_transaction() as session:
        session["planted"] = "by somebody else"
    browser.post("/signin", data={"email": "noor@example.org", "password": PASSWORD})
    with browser.session_transaction() as session:
        assert "planted" not in session


def test_too_many_wrong_passwords_have_to_wait(installation: Installation) -> None:
    installation.facilitator()
    form = {"email": "noor@example.org", "password": "verkeerd wachtwoord"}
    answers: list[TestResponse] = [installation.browser().post("/signin", data=form) for _ in range(12)]
    assert answers[-1].status_code == 429
    assert installation.browser().post("/signin", data={**form, "password": PASSWORD}).status_code == 429


def test_many_tries_at_the_same_moment_are_as_many_tries(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    form, tried = {"email": "noor@example.org", "password": "verkeerd wachtwoord"}, []

    def slow(*_given: object) -> None:
        tried.append(1)
        if len(tried) < 25:
            installation.browser().post("/signin", data=form)  # comes in while this one is being tried
        raise DomainError("wrong_password")

    monkeypatch.setattr(accounts, "sign_in", slow)
    installation.browser().post("/signin", data=form)
    assert len(tried) == 10


def test_who_signs_in_has_all_tries_again(installation: Installation) -> None:
    installation.facilitator()
    form = {"email": "noor@example.org", "password": "verkeerd wachtwoord"}
    for wrong in (9, 9):
        for _ in range(wrong):
            assert installation.browser().post("/signin", data=form).status_code == 403
        assert installation.browser().post("/signin", data={**form, "password": PASSWORD}).status_code == 303
