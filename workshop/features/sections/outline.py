"""The sections a new community's vision starts with. All of them may be changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "summary"]
Block = Literal["strength", "craft", "experience", "agreements"]


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """One section to begin with: see `Section` for what `kind` and `block` mean."""

    heading: str
    level: int = 1
    kind: Kind = "text"
    block: Block | None = None


DEFAULT_OUTLINE: dict[str, tuple[SectionPlan, ...]] = {
    "nl": (
        SectionPlan("In het kort", kind="summary"),
        SectionPlan("Onze droom"),
        SectionPlan("Dit vinden wij belangrijk"),
        SectionPlan("Veilig en fijn spelen", level=2),
        SectionPlan("Ieder kind heeft een eigen tempo", level=2),
        SectionPlan("Plezier", level=2),
        SectionPlan("Elkaar makkelijk ontmoeten", level=2),
        SectionPlan("Talenten gebruiken", level=2),
        SectionPlan("Wat ouders sterk maakt", block="strength"),
        SectionPlan("Wat vakmensen goed kunnen", block="craft"),
        SectionPlan("Ouders weten veel", block="experience"),
        SectionPlan("Dit spreken we af", block="agreements"),
    ),
    "en": (
        SectionPlan("In short", kind="summary"),
        SectionPlan("Our dream"),
        SectionPlan("This is what we find important"),
        SectionPlan("Safe and happy play", level=2),
        SectionPlan("Every child at its own pace", level=2),
        SectionPlan("Fun", level=2),
        SectionPlan("Meeting each other easily", level=2),
        SectionPlan("Using talents", level=2),
        SectionPlan("What makes parents strong", block="strength"),
        SectionPlan("What professionals are good at", block="craft"),
        SectionPlan("Parents know a lot", block="experience"),
        SectionPlan("This is what we agree", block="agreements"),
    ),
}
"""Language of the community -> its first sections, in order."""

START_TOPIC = {
    "nl": "Hoe kan het gewone leven met jonge kinderen hier sterker worden?",
    "en": "How can ordinary life with young children here become stronger?",
}
"""Language of the community -> the topic it has until it chooses its own."""


def start_topic(language: str) -> str:
    """The topic a community starts with; in English where there is none in its language."""
    return START_TOPIC.get(language, START_TOPIC["en"])


def default_outline(language: str) -> tuple[SectionPlan, ...]:
    """The first sections in a community's language; English where there are none."""
    return DEFAULT_OUTLINE.get(language, DEFAULT_OUTLINE["en"])
