"""Join codes: what they are made of, how they are shown, and how people type and paste them."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

# Without 0 O 1 I L 2 Z 5 S 8 B, which look alike, and without vowels, which make words.
CODE_LETTERS = "CDFGHJKMNPQRTVWXY34679"
CODE_LENGTH = 6
LONGEST = 2000
"""Characters of what somebody pastes that are looked at."""

_ALIKE = str.maketrans(
    # Cyrillic, Greek and others that are drawn as the letter or digit behind them.
    "АВСԌЕНІЈКМОРԚЅТԜХҮУѴЗЧБΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳᏀᎠᎳᏙᏴ",
    "ABCGEHIJKMOPQSTWXYYV346ABEZHIKMNOPTYXCJGDWVB",
)
# What is in no code but looks like something that is: read wrong from a beamer or a handwritten note.
_MISREAD = str.maketrans("O0U", "QQV")
_GAP = r"[^A-Z0-9]{0,4}"
_ONE = f"[{CODE_LETTERS}]"
_LINK = re.compile(r"(?:/JOIN/|[?&]CODE=)((?:[^A-Z0-9?&#/]*[A-Z0-9]){6})")
_RUN = re.compile(
    rf"(?:(?<![A-Z0-9])|(?<=CODE))(?=({_ONE}(?:{_GAP}{_ONE}){{{CODE_LENGTH - 1}}})(?![A-Z0-9]))"
)
_NO_SIGN = re.compile(r"[^A-Z0-9]+")


def new_code() -> str:
    """Return a code by chance."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def spoken_code(code: str) -> str:
    """Return the code as it is shown: in two groups of three."""
    return f"{code[:3]} {code[3:]}"


def read_code(typed: str) -> str:
    """Return the code in what somebody typed or pasted, as codes are kept.

    A link, a sentence around it, spaces, dashes, lower case, the digits of any script and letters of
    other alphabets that look the same are understood.

    Args:
        typed: anything.
    Returns: the code; what was typed in plain capitals and digits (at most 20) when there is no code in it.
    """
    text = _plain(typed[:LONGEST])
    linked = _LINK.search(text)
    if linked:
        return _NO_SIGN.sub("", linked[1]).translate(_readable(linked[1]))
    for read in (text, text.translate(_MISREAD)):
        found = min(_candidates(read), default=None)
        if found is not None:
            return found[-1]
    return _NO_SIGN.sub("", text)[:20]


def _readable(code: str) -> dict[int, int]:
    """What to change in the code of a link: nothing where it is whole, and what was misread elsewhere."""
    whole = all(sign in CODE_LETTERS for sign in _NO_SIGN.sub("", code))
    return {} if whole else _MISREAD


def _plain(typed: str) -> str:
    """What was typed in Latin capitals and European digits; other signs stay where they were."""
    signs = []
    for sign in unicodedata.normalize("NFKD", unquote(typed)).translate(_ALIKE).upper().translate(_ALIKE):
        digit = unicodedata.decimal(sign, None)
        if digit is not None:
            signs.append(str(digit))
        elif unicodedata.category(sign) not in ("Cf", "Mn", "Me"):
            signs.append(sign)
    return "".join(signs)


def _candidates(text: str) -> Iterator[tuple[int, int, str]]:
    """Every row of signs that may be the code, with how unlikely that is and where it stands."""
    for match in _RUN.finditer(text):
        parts = [len(part) for part in _NO_SIGN.split(match[1])]
        likely = 0 if parts == [CODE_LENGTH] else 1 if parts == [3, 3] else 2
        yield likely, match.start(), _NO_SIGN.sub("", match[1])
