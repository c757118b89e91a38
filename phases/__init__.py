"""The processes that a community can follow, as data."""

from phases.model import (
    Column,
    Kind,
    NameSet,
    Phase,
    Process,
    SectionPlan,
    Step,
    Tool,
    fill,
)
from phases.registry import DEFAULT_PROCESS, PROCESSES, UnknownProcess, process
from phases.view import VIEWS, ColumnView, PhaseView, StepView, view

__all__ = [
    "DEFAULT_PROCESS",
    "PROCESSES",
    "VIEWS",
    "Column",
    "ColumnView",
    "Kind",
    "NameSet",
    "Phase",
    "PhaseView",
    "Process",
    "SectionPlan",
    "Step",
    "StepView",
    "Tool",
    "UnknownProcess",
    "fill",
    "process",
    "view",
]
