"""The changelog is kept per release and begins with the one that the program says it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workshop.version import VERSION

TEXT = (Path(__file__).resolve().parent.parent / "CHANGELOG.md").read_text(encoding="utf-8")
PARTS = re.split(r"^## \[(.+)$", TEXT, flags=re.MULTILINE)[1:]
RELEASES = dict(zip(PARTS[::2], PARTS[1::2], strict=True))
"""The rest of each release's heading ("0.1.0] - 2026-11-22") -> what stands under it."""


def number(heading: str) -> tuple[int, ...]:
    return tuple(int(part) for part in heading.partition("]")[0].split("."))


@pytest.mark.parametrize("heading", RELEASES)
def test_a_release_has_a_number_and_a_day(heading: str) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\] - (\d{4}-\d{2}-\d{2}|unreleased)", heading)


@pytest.mark.parametrize("heading", RELEASES)
def test_a_release_says_what_it_means_for_accessibility(heading: str) -> None:
    part = re.search(r"^### Accessibility\n- \S.{20,}", RELEASES[heading], flags=re.MULTILINE)
    assert part, heading


def test_the_newest_release_is_the_programs_version() -> None:
    newest = next(iter(RELEASES))
    assert newest.partition("]")[0] == VERSION


def test_releases_stand_from_new_to_old_and_only_the_newest_is_unreleased() -> None:
    numbers = [number(heading) for heading in RELEASES]
    assert numbers == sorted(set(numbers), reverse=True)
    assert not any(heading.endswith("unreleased") for heading in list(RELEASES)[1:])
