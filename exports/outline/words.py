"""The document's own words: in the language of the community, for people, days and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list

from workshop.i18n import N_, translate, translate_n

ROLES = ("parent", "professional", "researcher", "guest")
"""The order in which roles are counted."""

ONE_OF_ROLE = {
    "parent": N_("a parent"),
    "professional": N_("a professional"),
    "researcher": N_("a researcher"),
    "guest": N_("a guest"),
}
ORGANISATIONS = {
    "childcare": N_("childcare"),
    "school": N_("school"),
    "clinic": N_("child health clinic"),
    "doctor": N_("doctor's practice"),
    "social_team": N_("neighbourhood team"),
    "welfare": N_("community work"),
    "library": N_("library"),
    "municipality": N_("municipality"),
    "college": N_("college or university"),
    "care": N_("youth care"),
    "other": N_("other organisations"),
}
LOCALES = {"nl": "nl_NL", "en": "en_GB"}


class Words:
    """Says things in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.locale = _locale(language)

    def gettext(self, msgid: str, **params: object) -> str:
        """A text from the catalogue."""
        return translate(msgid, self.language, **params)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """A text from the catalogue for `n` things."""
        return translate_n(one, many, n, self.language)

    def day(self, iso: str | date) -> str:
        """A day in full, such as 13 April 2027; what is no day is given back as it is."""
        try:
            day = date.fromisoformat(iso) if isinstance(iso, str) else iso
        except ValueError:
            return str(iso)
        return format_date(day, "d MMMM y", locale=self.locale)

    def both(self, things: Sequence[str]) -> str:
        """Things in a row: one, two and three."""
        return format_list(list(things), locale=self.locale)

    def language_name(self, code: str) -> str:
        """The name of a language in this language, or nothing when it is not known."""
        try:
            return Locale.parse(code).get_display_name(self.locale) or ""
        except (UnknownLocaleError, ValueError):
            return ""

    def one_of(self, role: str) -> str:
        """Somebody with this role, without a name."""
        return self.gettext(ONE_OF_ROLE.get(role, ONE_OF_ROLE["guest"]))

    def some_of(self, role: str, n: int) -> str:
        """`n` people with this role."""
        if role == "parent":
            return self.ngettext("%(num)s parent or carer", "%(num)s parents and carers", n)
        if role == "professional":
            return self.ngettext("%(num)s professional", "%(num)s professionals", n)
        if role == "researcher":
            return self.ngettext("%(num)s researcher", "%(num)s researchers", n)
        return self.ngettext("%(num)s guest", "%(num)s guests", n)

    def counts(self, per_role: Mapping[str, int]) -> str:
        """How many of each role, those with somebody in it."""
        return ", ".join(self.some_of(role, per_role[role]) for role in ROLES if per_role.get(role))

    def organisations(self, kinds: Iterable[str]) -> str:
        """Kinds of organisation in a row, in the fixed order."""
        present = set(kinds)
        return self.both([self.gettext(name) for kind, name in ORGANISATIONS.items() if kind in present])


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(LOCALES.get(language, language))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")
