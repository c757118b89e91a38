"""A small process of two phases that has nothing in common with the others."""

from __future__ import annotations

from phases import BuildingBlock, Column, Kind, NameSet, Phase, Process, SectionPlan, Step
from phases.model import CARDS, DOTS

LOOK = Step(
    id="see-1", phase="see", name="Look", how="Look around.", minutes=10, grouping="all together",
    tool="board", prompts=("What do you see in ‘{topic}’?",), produces="sight", offers_topic=True,
    columns=(Column("seen", "Seen", "One thing."),), allows=CARDS,
)  # fmt: skip
PLAN = Step(
    id="do-1", phase="do", name="Plan", how="Say what you do.", minutes=10, grouping="all together",
    tool="dots", prompts=("What do you do?",), drafts=True, dots=2,
    columns=(Column("deed", "Deeds", "One thing.", dated=True, onward="This is what we do"),),
    shows=("see-1",), earlier=("see-1",), allows=CARDS | DOTS,
)  # fmt: skip


def _phase(step: Step, name: str, picture: str) -> Phase:
    return Phase(
        id=step.phase, name=name, classic=name, purpose="", colour="teal", picture=picture, steps=(step,),
        feeds="", mistakes=(), outputs=(),
    )  # fmt: skip


TOY = Process(
    id="toy",
    name="See and do",
    summary="Look first, then do something.",
    start_topic="What is there to see?",
    account="We looked around and did something.",
    topic_intro="This is what we looked at:",
    phases=(_phase(LOOK, "See", "dream"), _phase(PLAN, "Do it", "destiny")),
    kinds=(
        Kind(id="sight", heading="What we saw", count=("%(num)s sight", "%(num)s sights"), personal=True),
    ),
    name_sets=(NameSet("short", "en", "Short", {"see": "S", "do": "D"}),),
    blocks=(
        BuildingBlock("sights", "What we see", "What is there to see?"),
        BuildingBlock("deeds", "What we do", "What do you do?", "agreements"),
    ),
    outline=(SectionPlan("What we see", block="sights"), SectionPlan("What we do", block="deeds")),
)
