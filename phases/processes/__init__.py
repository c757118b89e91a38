"""The processes, one folder each. `ALL` is the only list of them."""

from phases.model import Process
from phases.processes.appreciative_inquiry import APPRECIATIVE_INQUIRY
from phases.processes.soar import SOAR

ALL: tuple[Process, ...] = (APPRECIATIVE_INQUIRY, SOAR)
"""Every process, in the order in which they are offered."""
