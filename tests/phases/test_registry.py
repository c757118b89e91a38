"""Processes are found by id; one that this program does not have is said to be so."""

from __future__ import annotations

from pathlib import Path

import pytest

import phases
from phases import Process, processes
from phases.processes import ALL


def test_every_process_of_the_list_is_found_by_its_id() -> None:
    assert list(phases.PROCESSES.values()) == list(ALL)
    for process in ALL:
        assert phases.process(process.id) is process


def test_the_default_is_one_of_them() -> None:
    assert phases.process() is phases.PROCESSES[phases.DEFAULT_PROCESS]


def test_an_unknown_process_is_named_with_those_that_are_known(toy: Process) -> None:
    with pytest.raises(phases.UnknownProcess) as refused:
        phases.process("five-steps")
    assert "five-steps" in str(refused.value)
    assert all(known in str(refused.value) for known in (phases.DEFAULT_PROCESS, toy.id))


def test_every_process_has_a_folder_of_its_own_name() -> None:
    folders = {path.parent.name for path in Path(processes.__file__).parent.glob("*/__init__.py")}
    assert folders == {process.id for process in ALL}
