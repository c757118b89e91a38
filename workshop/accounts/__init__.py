"""Facilitators who sign in, projects, communities and how their members come in."""
