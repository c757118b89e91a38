"""Minidorp: a learning community's boards, vision and agreements, live and shared."""
