"""People of one name are told apart, in the same way on the server and in the browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workshop.features import CATALOGUE
from workshop.features.members.labels import details, label
from workshop.features.members.schema import Member

VECTORS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("labels.json").read_text("utf-8"))


def members(vector: dict[str, Any]) -> list[Member]:
    """The members of a vector, in the order of joining."""
    return [
        Member(id=id, name=name, role=role, organisation=organisation, removed=bool(removed))
        for id, name, role, organisation, *removed in vector["members"]
    ]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["why"])
def test_people_of_one_name_are_told_apart(vector: dict[str, Any]) -> None:
    group = members(vector)
    found = {member.id: details(member, group) for member in group if not member.removed}
    assert found == vector["details"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["why"])
def test_no_two_people_have_one_label(vector: dict[str, Any]) -> None:
    state = CATALOGUE.empty_state()
    state.collections["members"] = {member.id: member for member in members(vector)}
    labels = [label(state, member, str) for member in members(vector) if not member.removed]
    assert len(set(labels)) == len(labels)
