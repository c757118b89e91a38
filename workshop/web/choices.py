"""What people can choose from in forms, with the words for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast, get_args

from flask_babel import gettext

from workshop.core.errors import N_, DomainError
from workshop.core.state import State
from workshop.features.members.labels import Detail, label
from workshop.features.members.schema import Member, Organisation, Role, Seat


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; `name` and `hint` are msgids."""

    id: str
    name: str
    hint: str = ""


ROLES = (
    Choice("parent", N_("Parent"), N_("I have a child, or I care for one")),
    Choice("professional", N_("Professional"), N_("I work with children and parents")),
    Choice("researcher", N_("Researcher"), N_("I do research together with you")),
    Choice("guest", N_("Guest"), N_("I am here to listen and help")),
)
ORGANISATIONS = (
    Choice("childcare", N_("Childcare or playgroup")),
    Choice("school", N_("Primary school")),
    Choice("clinic", N_("Child health clinic")),
    Choice("doctor", N_("Doctor or midwife")),
    Choice("social_team", N_("Neighbourhood team")),
    Choice("welfare", N_("Community work")),
    Choice("library", N_("Library")),
    Choice("municipality", N_("Municipality")),
    Choice("college", N_("College or university")),
    Choice("care", N_("Youth care or other care")),
    Choice("other", N_("Something else")),
)
SEATS = (
    Choice("researcher", N_("Researcher")),
    Choice("professional", N_("Professional")),
    Choice("parent", N_("Parent")),
)
ITEM_KINDS = (
    Choice("coffee", N_("Coming in, with coffee")),
    Choice("recap", N_("Looking back")),
    Choice("break", N_("Break")),
    Choice("round", N_("Closing round")),
    Choice("celebrate", N_("Celebrating")),
    Choice("other", N_("Something else")),
)
"""The parts of a meeting for which there is no step."""


def role(value: str | None) -> Role:
    """The chosen role.

    Raises:
        DomainError: `role.missing`.
    """
    if value not in get_args(Role):
        raise DomainError("role.missing")
    return cast(Role, value)


def organisation(value: str | None) -> Organisation | None:
    """The chosen kind of organisation; None when nothing was chosen."""
    return cast(Organisation, value) if value in get_args(Organisation) else None


def seat(value: str | None) -> Seat:
    """The chosen seat.

    Raises:
        DomainError: `bad_request`.
    """
    if value not in get_args(Seat):
        raise DomainError("bad_request")
    return cast(Seat, value)


def labels(state: State) -> dict[str, str]:
    """What to call each member where somebody is chosen, by id: no two people are called the same."""
    names = {choice.id: choice.name for choice in (*ORGANISATIONS, *ROLES)}

    def word(detail: Detail) -> str:
        return str(detail) if isinstance(detail, int) else str(gettext(names[detail])).lower()

    return {one.id: label(state, one, word) for one in state[Member].values() if not one.removed}
