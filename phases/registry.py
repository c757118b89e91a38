"""The processes that there are, by id."""

from __future__ import annotations

from phases.model import Process
from phases.processes import ALL

DEFAULT_PROCESS = "appreciative_inquiry"
"""The process of a community for which nothing else was chosen."""

PROCESSES: dict[str, Process] = {process.id: process for process in ALL}
"""Every process by its id, in the order in which they are offered."""


class UnknownProcess(LookupError):
    """There is no process with this id here: the record comes from another version of the program."""

    def __init__(self, process_id: str) -> None:
        super().__init__(f"no process {process_id!r}; known are: {', '.join(PROCESSES)}")
        self.process_id = process_id


def process(process_id: str = DEFAULT_PROCESS) -> Process:
    """The process with this id.

    Raises:
        UnknownProcess: there is none.
    """
    found = PROCESSES.get(process_id)
    if found is None:
        raise UnknownProcess(process_id)
    return found
