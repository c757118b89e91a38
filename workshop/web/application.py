"""What every page needs from the application, found in one place."""

from __future__ import annotations

import secrets
from typing import Any, TypeVar

import msgspec
from flask import current_app

from workshop.accounts.communities import Communities
from workshop.config import Config
from workshop.container import Container
from workshop.core.errors import DomainError
from workshop.core.schema import Command
from workshop.documents import Documents
from workshop.store.database import Database
from workshop.store.ledger import Ledger

C = TypeVar("C", bound=Command)


def container() -> Container:
    """The running program."""
    found: Container = current_app.extensions["minidorp"]
    return found


def config() -> Config:
    """The settings of this server."""
    return container().config


def documents() -> Documents:
    """What makes the files that people take out."""
    found: Documents = current_app.extensions["minidorp_documents"]
    return found


def db() -> Database:
    """The database."""
    return container().db


def ledger() -> Ledger:
    """Where commands are carried out."""
    return container().ledger


def communities() -> Communities:
    """All communities."""
    return container().communities


def new_id() -> str:
    """An id for a new record or command."""
    return secrets.token_urlsafe(12)


def command(kind: type[C], **fields: Any) -> C:
    """Make a command from what a form brought, checked like one that came over the socket.

    Raises:
        DomainError: `text.empty`, `text.too_long` or `bad_request`.
    """
    try:
        return msgspec.convert({"type": kind.__struct_config__.tag, "command": new_id(), **fields}, kind)
    except msgspec.ValidationError as error:
        message = str(error)
        if "length >=" in message:
            raise DomainError("text.empty") from None
        raise DomainError("text.too_long" if "length <=" in message else "bad_request") from None


def carry_out(community_id: str, member_id: str, kind: type[C], **fields: Any) -> None:
    """Carry out a command that came in with a form.

    Raises:
        DomainError: why it could not be done.
    """
    ledger().carry_out(community_id, member_id, command(kind, **fields))
