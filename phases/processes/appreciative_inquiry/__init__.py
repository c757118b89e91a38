"""Appreciative Inquiry: from what already goes well to a vision."""

from phases.processes.appreciative_inquiry.process import APPRECIATIVE_INQUIRY

__all__ = ["APPRECIATIVE_INQUIRY"]
