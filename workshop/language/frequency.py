"""How common words are: Zipf values (1 = once in a hundred million words, 7 = "de") per language.

The figures come from the data file of the package `wordfreq`. That file is read here directly: importing
the package costs more time than reading the file, and nothing else of it is needed.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import msgpack

UNKNOWN = 0.0
"""The Zipf value of a word that is not in the list."""


@lru_cache(maxsize=4)
def frequencies(language: str) -> dict[str, float]:
    """Every known word of a language with its Zipf value.

    Args:
        language: "nl" or "en".

    Raises:
        FileNotFoundError: wordfreq has no list for this language, or is not installed.
    """
    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the package wordfreq is not installed")
    packed = gzip.decompress(
        (Path(spec.origin).parent / "data" / f"large_{language}.msgpack.gz").read_bytes()
    )
    buckets: list[list[str]] = msgpack.unpackb(packed)[1:]
    zipf: dict[str, float] = {}
    # The list is in buckets of a hundredth: bucket 0 is frequency 1, which is Zipf 9.
    for centibels, words in enumerate(buckets):
        if words:
            zipf.update(dict.fromkeys(words, round(9 - centibels / 100, 2)))
    return zipf
