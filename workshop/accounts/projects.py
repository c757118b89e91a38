"""Projects: who owns, joins in and pays, and which facilitators work in them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import insert, select

from workshop.accounts.communities import Place, places
from workshop.accounts.tables import Account, Project, ProjectMember
from workshop.core import text
from workshop.core.errors import DomainError
from workshop.store.database import Database
from workshop.store.tables import CommunityRow


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A project with its communities."""

    id: str
    name: str
    owner: str
    partners: str
    funder: str
    communities: list[Place]


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _line(value: str, most: int = 200) -> str:
    line = text.optional(value)
    if len(line) > most:
        raise DomainError("text.too_long")
    return line


def create(db: Database, account: str | None, name: str, owner: str, partners: str, funder: str) -> str:
    """Make a project. `account` may work in it from then on.

    Returns: the project's id.
    Raises:
        DomainError: `text.empty`, `text.html`, `text.too_long`.
    """
    project_id = secrets.token_urlsafe(9)
    values = {"name": text.plain(name), "owner": _line(owner), "partners": _line(partners, 400)}
    with db.begin() as connection:
        connection.execute(
            insert(Project).values(id=project_id, funder=_line(funder), created=_now(), **values)
        )
        if account:
            connection.execute(insert(ProjectMember).values(project_id=project_id, account_id=account))
    return project_id


def of_account(db: Database, account: str) -> list[ProjectView]:
    """The projects in which this account works, with their communities."""
    with db.read() as connection:
        projects = connection.execute(
            select(Project.id, Project.name, Project.owner, Project.partners, Project.funder)
            .join(ProjectMember, ProjectMember.project_id == Project.id)
            .where(ProjectMember.account_id == account)
            .order_by(Project.created)
        ).all()
        ids = [project.id for project in projects]
        rows = connection.execute(places().where(CommunityRow.project_id.in_(ids))).all()
    found = [Place(*row) for row in rows]
    return [ProjectView(*p, [place for place in found if place.project_id == p.id]) for p in projects]


def share(db: Database, project_id: str, email: str) -> None:
    """Let another facilitator work in a project.

    Raises:
        DomainError: `email.unknown`.
    """
    with db.begin() as connection:
        account = connection.scalar(select(Account.id).where(Account.email == email.strip().lower()))
        if account is None:
            raise DomainError("email.unknown")
        known = connection.scalar(
            select(ProjectMember.account_id).where(
                ProjectMember.project_id == project_id, ProjectMember.account_id == account
            )
        )
        if known is None:
            connection.execute(insert(ProjectMember).values(project_id=project_id, account_id=account))


def works_in(db: Database, account: str, project_id: str) -> bool:
    """Whether this account may work in this project."""
    with db.read() as connection:
        return (
            connection.scalar(
                select(ProjectMember.account_id).where(
                    ProjectMember.project_id == project_id, ProjectMember.account_id == account
                )
            )
            is not None
        )
