"""Everything that can go wrong because of what somebody asked, with a stable code.

The codes are part of the protocol. The messages are English msgids; the edge (HTTP,
socket, command line) translates them into the person's language.
"""

from __future__ import annotations


def N_(message: str) -> str:
    """Mark a text for the translation catalogue."""
    return message


MESSAGES: dict[str, str] = {
    "bad_request": N_("This message could not be read. Reload the page and try again."),
    "too_large": N_("This is too long to send."),
    "too_fast": N_("That went a bit too fast. Wait a moment and try again."),
    "not_signed_in": N_("You are not in this group yet. Join with the code."),
    "not_allowed": N_("You cannot do this. Ask your facilitator."),
    "not_entered": N_("The connection was not ready yet. Try again."),
    "not_found": N_("This is no longer here."),
    "community.gone": N_("This group no longer exists."),
    "exists": N_("This is already there."),
    "server_error": N_("Something went wrong on our side. Nothing was changed. Try again."),
    "text.html": N_("Leave out code such as <b>. Write plain words."),
    "text.empty": N_("Write something first."),
    "text.too_long": N_("This is too long. Make it shorter."),
    "day.wrong": N_("This day does not exist. Choose another one."),
}
"""Codes that any feature may use, with their messages. A feature's own codes stand with the feature."""


class DomainError(Exception):
    """A refusal that the person can understand. Nothing was changed.

    Args:
        code: declared in MESSAGES or by a feature.
        params: values that fill the message's placeholders.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
