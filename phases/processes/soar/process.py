"""The four phases in order, the kinds of cards, the sets of names and the first outline."""

from phases.model import N_, NN_, BuildingBlock, Kind, NameSet, Process, SectionPlan
from phases.processes.soar.aspirations import ASPIRATIONS
from phases.processes.soar.meetings import MEETINGS
from phases.processes.soar.opportunities import OPPORTUNITIES
from phases.processes.soar.results import RESULTS
from phases.processes.soar.strengths import STRENGTHS

PHASES = (STRENGTHS, OPPORTUNITIES, ASPIRATIONS, RESULTS)

KINDS = (
    Kind(
        id="story",
        heading=N_("Stories behind what is strong"),
        count=NN_("%(num)s story", "%(num)s stories"),
        personal=True,
    ),
    Kind(
        id="strength",
        heading=N_("This is where we are strong"),
        count=NN_("%(num)s strong point", "%(num)s strong points"),
    ),
    Kind(
        id="wish",
        heading=N_("This is what we wish"),
        count=NN_("%(num)s wish", "%(num)s wishes"),
        personal=True,
    ),
    Kind(id="statement", heading=N_("So it is in our neighbourhood")),
    Kind(id="sign", heading=N_("This is how we see that it works")),
)


def _names(*names: str) -> dict[str, str]:
    return dict(zip((phase.id for phase in PHASES), names, strict=True))


NAME_SETS = (
    NameSet("short", "nl", N_("Short names (Dutch)"), _names("Sterk", "Kansen", "Wensen", "Resultaten")),
    NameSet(
        "asked",
        "nl",
        N_("As questions (Dutch)"),
        _names("Wat gaat goed?", "Wat kan er?", "Wat wensen we?", "Wat zien we straks?"),
    ),
    NameSet("short-en", "en", N_("Short names"), _names("Strong", "Chances", "Wishes", "Results")),
    NameSet(
        "books",
        "en",
        N_("The names in the books"),
        _names("Strengths", "Opportunities", "Aspirations", "Results"),
    ),
)

BLOCKS = (
    BuildingBlock(
        "strength",
        N_("Where we are strong"),
        N_("What is strong here, in people and in the neighbourhood?"),
    ),
    BuildingBlock(
        "craft", N_("What professionals are good at"), N_("What do professionals know and do well here?")
    ),
    BuildingBlock(
        "experience",
        N_("What parents know from experience"),
        N_("What do parents know that others learn from?"),
    ),
    BuildingBlock(
        "together",
        N_("How parents and professionals do it together"),
        N_("What do parents and professionals do and decide together?"),
        within=("experience",),
        signs={"nl": ("samen",), "en": ("together",)},
    ),
    BuildingBlock(
        "agreements",
        N_("This is what we agree"),
        N_("What did you agree on? The list of agreements comes after it."),
        kind="agreements",
    ),
)

OUTLINE = (
    SectionPlan(N_("In short"), kind="summary"),
    SectionPlan(N_("This is where we are strong"), block="strength"),
    SectionPlan(N_("What parents are good at"), level=2, block="experience"),
    SectionPlan(N_("What professionals are good at"), level=2, block="craft"),
    SectionPlan(N_("We see these chances")),
    SectionPlan(N_("This is what we wish")),
    SectionPlan(N_("This is how we see that it works")),
    SectionPlan(N_("This is what we agree"), block="agreements"),
)

SOAR = Process(
    id="soar",
    name=N_("SOAR: strong, chances, wishes, results"),
    summary=N_(
        "Four questions in one or two meetings: for when you have little time, "
        "or to look back together after a year."
    ),
    start_topic=N_("What goes well here for young children and parents, and what do we want more of?"),
    account=N_(
        "Parents and professionals made this vision together. They looked at four things: what is strong "
        "here, where they see chances, what they wish, and how they see that it works."
    ),
    topic_intro=N_("This is what we go for:"),
    phases=PHASES,
    kinds=KINDS,
    name_sets=NAME_SETS,
    blocks=BLOCKS,
    outline=OUTLINE,
    meetings=MEETINGS,
)
