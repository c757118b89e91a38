"""Plural rules: from a catalogue's header to what a browser can run."""

from __future__ import annotations

import re
from gettext import c2py

TOKEN = re.compile(r"\s*(\d{1,9}|n|\?|:|\|\||&&|==|!=|<=|>=|[<>%*+!()-])")
LONGEST = 1000


def script_of(expression: str, forms: int) -> str:
    """A Plural-Forms expression as a JavaScript expression that gives the number of the form.

    Only what C and JavaScript read alike is let through: whole numbers, `n`, and operators. So not
    `/`, which leaves a fraction in JavaScript.

    Args:
        expression: the part after `plural=`, in C.
        forms: how many forms there are.
    Raises:
        ValueError: it is no such expression, or it gives a form that does not exist.
    """
    tokens, at = [], 0
    while at < len(expression.rstrip()):
        token = TOKEN.match(expression, at)
        if token is None or len(expression) > LONGEST:
            raise ValueError(f"no plain plural expression: {expression!r}")
        tokens.append(token.group(1))
        at = token.end()
    rule = c2py(expression)
    if not all(0 <= int(rule(number)) < forms for number in range(201)):
        raise ValueError(f"gives a form that does not exist: {expression!r}")
    return " ".join(tokens)
