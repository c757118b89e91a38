"""Facilitators: the one-time link, e-mail and password, signing in."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, Row, func, insert, select, update

from workshop.accounts.tables import Account, FirstLink
from workshop.core.errors import DomainError
from workshop.store.database import Database
from workshop.threads import run_in_thread

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200
LINK_LIVES = timedelta(days=14)
_EMAIL = re.compile(r"^[^@\s<>\"',;:]{1,64}@[^@\s<>\"',;:.]+(\.[^@\s<>\"',;:.]+)+$")
_hasher = PasswordHasher()


@cache
def _nobody() -> str:
    """A hash to refuse somebody unknown with, as slowly as somebody with a wrong password."""
    return _hasher.hash(secrets.token_urlsafe(16))


@dataclass(frozen=True, slots=True)
class Facilitator:
    """An account as the pages know it."""

    id: str
    email: str
    language: str


def digest(secret: str) -> str:
    """SHA-256 of a secret that was made by chance (so it needs no slow hash)."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def any_account(db: Database) -> bool:
    """Whether anybody can sign in yet."""
    with db.read() as connection:
        return bool(connection.scalar(select(func.count()).select_from(Account)))


def first_link(db: Database) -> str:
    """Make a one-time link's token; only its hash is kept.

    Returns: the token, for `/first/<token>`.
    """
    token = secrets.token_urlsafe(24)
    with db.begin() as connection:
        connection.execute(insert(FirstLink).values(token_hash=digest(token), created=_now(), used=None))
    return token


def link_is_open(db: Database, token: str) -> bool:
    """Whether this one-time link can still be used."""
    with db.read() as connection:
        return _open_link(connection, token)


def _open_link(connection: Connection, token: str) -> bool:
    found = connection.execute(
        select(FirstLink.created, FirstLink.used).where(FirstLink.token_hash == digest(token))
    ).first()
    return found is not None and found.used is None and found.created > _now() - LINK_LIVES


def register(db: Database, token: str, email: str, password: str, language: str) -> Facilitator:
    """Use a one-time link: make the account it stands for.

    Args:
        token: from the link.
        email: with which the person signs in from now on.
        password: at least `SHORTEST_PASSWORD` characters.
        language: for the pages.
    Raises:
        DomainError: `link_used`, `email.wrong`, `email.taken`, `password.short`.
    """
    email = _clean_email(email)
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise DomainError("password.short", least=SHORTEST_PASSWORD)
    if not link_is_open(db, token):
        raise DomainError("link_used")
    password_hash = run_in_thread(_hasher.hash, password)
    facilitator = Facilitator(secrets.token_urlsafe(9), email, language)
    with db.begin() as connection:
        claimed = connection.execute(
            update(FirstLink)
            .where(FirstLink.token_hash == digest(token), FirstLink.used.is_(None))
            .values(used=_now())
        )
        if claimed.rowcount != 1:
            raise DomainError("link_used")
        if connection.scalar(select(Account.id).where(Account.email == email)):
            raise DomainError("email.taken")
        connection.execute(
            insert(Account).values(
                id=facilitator.id, email=email, password_hash=password_hash, language=language, created=_now()
            )
        )
    return facilitator


def _clean_email(email: str) -> str:
    email = email.strip().lower()
    if len(email) > 200 or not _EMAIL.match(email):
        raise DomainError("email.wrong")
    return email


def sign_in(db: Database, email: str, password: str) -> Facilitator:
    """The account that belongs to this e-mail and password.

    Raises:
        DomainError: `wrong_password`; the same for an unknown address.
    """
    with db.read() as connection:
        found = connection.execute(
            select(Account.id, Account.email, Account.language, Account.password_hash).where(
                Account.email == email.strip().lower()
            )
        ).first()
    try:
        run_in_thread(
            _hasher.verify, found.password_hash if found else _nobody(), password[:LONGEST_PASSWORD]
        )
    except (VerificationError, InvalidHashError):
        raise DomainError("wrong_password") from None
    if found is None:
        raise DomainError("wrong_password")
    return Facilitator(found.id, found.email, found.language)


def find(db: Database, account_id: str) -> Facilitator | None:
    """The account with this id."""
    with db.read() as connection:
        found: Row[str, str, str] | None = connection.execute(
            select(Account.id, Account.email, Account.language).where(Account.id == account_id)
        ).first()
    return Facilitator(*found) if found else None


def set_language(db: Database, account_id: str, language: str) -> None:
    """Remember the language of somebody's pages."""
    with db.begin() as connection:
        connection.execute(update(Account).where(Account.id == account_id).values(language=language))
