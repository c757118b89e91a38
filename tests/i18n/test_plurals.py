"""A language's plural rule reaches the browser as it is, and nothing else does."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from babel.messages.plurals import get_plural

from workshop import messages
from workshop.plurals import script_of

ARABIC = "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5)"
POLISH = "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)"


@pytest.mark.parametrize(("rule", "forms"), [("(n != 1)", 2), ("0", 1), (POLISH, 3), (ARABIC, 6)])
def test_a_rule_stays_what_it_was(rule: str, forms: int) -> None:
    assert script_of(rule, forms).replace(" ", "") == rule.replace(" ", "")


@pytest.mark.parametrize("language", ["nl", "en", "pl", "ar", "tr", "uk", "fr", "ro", "ja"])
def test_the_rules_that_languages_have_are_taken(language: str) -> None:
    number, rule = get_plural(Locale.parse(language))[:2]
    assert re.fullmatch(r"[n0-9 ?:|&=!<>%()]+", script_of(rule, number))


@pytest.mark.parametrize("rule", [
    "alert(1)", "n;alert(1)", "n=>1", "n/2", "this", "`n`", "n[0]", "n,1", "(n", "n ?", "", "n /* */",
    "m != 1", "n" + "+n" * 600, "99999999999999999999",
])  # fmt: skip
def test_anything_else_is_refused(rule: str) -> None:
    with pytest.raises(ValueError):
        script_of(rule, 2)


def test_a_form_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="does not exist"):
        script_of(POLISH, 2)


def test_the_rule_comes_from_the_catalogue() -> None:
    assert messages.plural_rule("nl").replace(" ", "") == "(n!=1)"
    assert messages.plural_rule("en").replace(" ", "") == "(n!=1)"
