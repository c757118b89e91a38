"""The five phases in order, the kinds of cards, the sets of names and the first outline."""

from phases.model import N_, NN_, BuildingBlock, Kind, NameSet, Process, SectionPlan
from phases.processes.appreciative_inquiry.define import DEFINE
from phases.processes.appreciative_inquiry.design import DESIGN
from phases.processes.appreciative_inquiry.destiny import DESTINY
from phases.processes.appreciative_inquiry.discovery import DISCOVERY
from phases.processes.appreciative_inquiry.dream import DREAM
from phases.processes.appreciative_inquiry.meetings import MEETINGS

PHASES = (DEFINE, DISCOVERY, DREAM, DESIGN, DESTINY)

KINDS = (
    Kind(id="memory", heading=N_("Stories"), personal=True),
    Kind(id="story", heading=N_("Stories"), count=NN_("%(num)s story", "%(num)s stories"), personal=True),
    Kind(id="dream", heading=N_("Dreams"), count=NN_("%(num)s dream", "%(num)s dreams"), personal=True),
    Kind(id="statement", heading=N_("So it is in our neighbourhood")),
)


def _names(*names: str) -> dict[str, str]:
    return dict(zip((phase.id for phase in PHASES), names, strict=True))


NAME_SETS = (
    NameSet(
        "doing",
        "nl",
        N_("Ordinary words (Dutch)"),
        _names("Kiezen", "Vertellen", "Dromen", "Maken", "Doen"),
    ),
    NameSet(
        "wonder",
        "nl",
        N_("Five V's, with Verwonderen (Dutch)"),
        _names("Verwoorden", "Verwonderen", "Verbeelden", "Vormgeven", "Verwezenlijken"),
    ),
    NameSet(
        "explore",
        "nl",
        N_("Five V's, with Verkennen (Dutch)"),
        _names("Verkennen", "Vertellen", "Verbeelden", "Vernieuwen", "Verwezenlijken"),
    ),
    NameSet("plain", "en", N_("Ordinary words"), _names("Choose", "Tell", "Dream", "Make", "Do")),
    NameSet("five-d", "en", N_("Five D's"), _names("Define", "Discovery", "Dream", "Design", "Destiny")),
    NameSet("four-d", "en", N_("Four D's"), _names("Topic choice", "Discovery", "Dream", "Design", "Deploy")),
)

BLOCKS = (
    BuildingBlock(
        "strength",
        N_("What makes parents strong"),
        N_("What gives parents strength, and who stands beside them?"),
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
        "safe_play", N_("Safe and happy play"), N_("Where do children play, safe and happy?"), "value"
    ),
    BuildingBlock(
        "own_pace",
        N_("Every child at its own pace"),
        N_("How do you see what a child or a parent needs?"),
        "value",
    ),
    BuildingBlock("fun", N_("Fun"), N_("What gives children and parents joy?"), "value"),
    BuildingBlock(
        "meeting",
        N_("Meeting each other easily"),
        N_("Where do people meet, without having to arrange it?"),
        "value",
    ),
    BuildingBlock(
        "talents",
        N_("Using talents"),
        N_("What are children and parents good at, and how is that used?"),
        "value",
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
    SectionPlan(N_("Our dream")),
    SectionPlan(N_("This is what we find important")),
    SectionPlan(N_("Safe and happy play"), level=2, block="safe_play"),
    SectionPlan(N_("Every child at its own pace"), level=2, block="own_pace"),
    SectionPlan(N_("Fun"), level=2, block="fun"),
    SectionPlan(N_("Meeting each other easily"), level=2, block="meeting"),
    SectionPlan(N_("Using talents"), level=2, block="talents"),
    SectionPlan(N_("What makes parents strong"), block="strength"),
    SectionPlan(N_("What professionals are good at"), block="craft"),
    SectionPlan(N_("Parents know a lot"), block="experience"),
    SectionPlan(N_("This is what we agree"), block="agreements"),
)

APPRECIATIVE_INQUIRY = Process(
    id="appreciative_inquiry",
    name=N_("Appreciative inquiry"),
    summary=N_("Tell what already goes well, dream together, and agree on what you do."),
    start_topic=N_("How can ordinary life with young children here become stronger?"),
    account=N_(
        "Parents and professionals made this vision together. They looked at what goes well already, "
        "and at what they want more of. That is called appreciative inquiry."
    ),
    topic_intro=N_("This is what we wanted more of:"),
    phases=PHASES,
    kinds=KINDS,
    name_sets=NAME_SETS,
    blocks=BLOCKS,
    outline=OUTLINE,
    meetings=MEETINGS,
)
