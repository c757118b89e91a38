"""SOAR: four questions in one or two meetings, from what is strong to results."""

from phases.processes.soar.process import SOAR

__all__ = ["SOAR"]
