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
    "wrong_code": N_("We do not know this code. Check the letters and try again."),
    "wrong_words": N_("We do not know these three words. Check them and try again."),
    "wrong_password": N_("This e-mail address and password do not belong together."),
    "email.wrong": N_("This is not an e-mail address we can use."),
    "email.taken": N_("There is already an account with this e-mail address. Sign in with it."),
    "email.unknown": N_("We do not know a facilitator with this e-mail address."),
    "password.short": N_("Take a longer password: at least %(least)s characters."),
    "role.missing": N_("Choose who you are first."),
    "link_used": N_("This link was used before. Ask for a new one."),
    "text.html": N_("Leave out code such as <b>. Write plain words."),
    "text.empty": N_("Write something first."),
    "day.wrong": N_("This day does not exist. Choose another one."),
    "text.too_long": N_("This is too long. Make it shorter."),
    "member.gone": N_("This person is no longer in the group."),
    "member.only_paper": N_("You can only type for somebody without a phone."),
    "seat.wrong_role": N_("This seat is for somebody with another role."),
    "process.unknown": N_("This way of working does not exist here."),
    "phase.unknown": N_("This phase does not exist."),
    "step.unknown": N_("This step does not exist."),
    "step.not_open": N_("This step has not started yet."),
    "step.not_here": N_("You cannot do this in this step."),
    "column.unknown": N_("This column does not exist."),
    "card.changed": N_("Somebody just changed this. Look at it first, then try again."),
    "card.not_yours": N_("Only the writer can change this card."),
    "card.no_key": N_("A card without a name needs a key from your device."),
    "card.no_pictures": N_("There are no pictures to choose from here."),
    "card.hidden": N_("This card is still hidden."),
    "dots.closed": N_("The dots are not open now."),
    "dots.open": N_("The dots are still open. Close them first."),
    "dots.none_left": N_("You have no dots left. Take one back first."),
    "meeting.no_date": N_("Choose a day for the meeting."),
    "meeting.wrong_state": N_("This meeting cannot be changed like that any more."),
    "term.not_professional": N_("A professional explains this word."),
    "term.not_parent": N_("A parent says this in own words."),
    "term.not_ready": N_("This word has not come that far yet."),
    "section.not_found": N_("This part of the text is no longer here."),
    "consent.one_at_a_time": N_("There is already a round open."),
    "consent.label_used": N_("There is already a version with this number."),
    "consent.not_asked": N_("You were not asked in this round."),
    "consent.closed": N_("This round is closed."),
    "consent.reason_needed": N_("Say in a few words why. Then the group can look for a better sentence."),
    "consent.not_everyone": N_("Not everyone has answered yet."),
    "consent.open_objection": N_(
        "There is still an objection. Look for a better sentence together and ask again."
    ),
    "vision.bad_update": N_("This change could not be read. Reload the page."),
    "vision.bad_cursor": N_("This cursor could not be read."),
    "vision.stale_schema": N_("There is a new version of this page. Reload it before you write on."),
    "vision.too_long": N_("This part of the text is full. Make a new part."),
    "vision.not_open": N_("Open this part of the text first."),
}


class DomainError(Exception):
    """A refusal that the person can understand. Nothing was changed.

    Args:
        code: one of MESSAGES.
        params: values that fill the message's placeholders.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        if code not in MESSAGES:
            raise KeyError(code)
        super().__init__(code)
        self.code = code
        self.params = params

    @property
    def message(self) -> str:
        """The English message, with its placeholders."""
        return MESSAGES[self.code]
