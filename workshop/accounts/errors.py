"""The codes of what can go wrong at the door, with their messages."""

from workshop.core.errors import N_

MESSAGES: dict[str, str] = {
    "wrong_code": N_("We do not know this code. Check the letters and try again."),
    "wrong_words": N_("We do not know these three words. Check them and try again."),
    "wrong_password": N_("This e-mail address and password do not belong together."),
    "email.wrong": N_("This is not an e-mail address we can use."),
    "email.taken": N_("There is already an account with this e-mail address. Sign in with it."),
    "email.unknown": N_("We do not know a facilitator with this e-mail address."),
    "password.short": N_("Take a longer password: at least %(least)s characters."),
    "role.missing": N_("Choose who you are first."),
    "screen.link_gone": N_("This link to the screen was taken back. Ask the facilitator for a new one."),
    "link_used": N_("This link was used before. Ask for a new one."),
}
