"""The same commands without the rest of the program: `python -m workshop.language score --lang nl`."""

from workshop.language.cli import language_commands

language_commands(prog_name="python -m workshop.language")
