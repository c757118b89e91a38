"""The four meetings of two hours, with what is done between them."""

from phases.model import C_, N_, AgendaItem, MeetingPlan

COFFEE = AgendaItem(id="coffee", minutes=10, kind="coffee")
BREAK = AgendaItem(id="break", minutes=10, kind="break")


def _step(step: str, minutes: int, title: str | None = None) -> AgendaItem:
    return AgendaItem(id=step, minutes=minutes, step=step, title=title)


FIRST = MeetingPlan(
    id="choose-and-tell",
    title=N_("Choosing and telling"),
    phases=("define", "discovery"),
    agenda=(
        COFFEE,
        _step("def-1", 15, N_("Welcome, house rules, a picture")),
        _step("def-2", 10),
        _step("def-3", 10),
        _step("dis-1", 22),
        BREAK,
        _step("dis-2", 20),
        _step("dis-3", 15),
        AgendaItem(id="round", minutes=8, kind="round", title=N_("Round: what do you take home?")),
    ),
)

SECOND = MeetingPlan(
    id="dream",
    title=C_("meeting", "Dreaming"),
    phases=("dream",),
    agenda=(
        COFFEE,
        AgendaItem(id="recap", minutes=7, kind="recap", title=N_("Looking back at our strength")),
        _step("dre-1", 8),
        _step("dre-2", 10),
        _step("dre-3", 25),
        BREAK,
        _step("dre-4", 20),
        _step("dre-5", 15),
        _step("des-5", 10, N_("Word exchange: the first two words")),
        AgendaItem(id="round", minutes=5, kind="round"),
    ),
)

THIRD = MeetingPlan(
    id="make",
    title=C_("meeting", "Making"),
    phases=("design",),
    agenda=(
        COFFEE,
        AgendaItem(id="recap", minutes=5, kind="recap"),
        _step("des-1", 15),
        _step("des-2", 30),
        BREAK,
        _step("des-3", 20),
        _step("des-4", 10),
        _step("des-5", 15),
        AgendaItem(id="round", minutes=5, kind="round", title=N_("Round: who writes on?")),
    ),
    between=("des-6",),
)

FOURTH = MeetingPlan(
    id="do",
    title=C_("meeting", "Doing"),
    phases=("destiny",),
    agenda=(
        AgendaItem(id="coffee", minutes=5, kind="coffee"),
        AgendaItem(id="recap", minutes=5, kind="recap"),
        _step("dst-1", 15),
        _step("dst-2", 30),
        BREAK,
        _step("dst-3", 25),
        _step("dst-4", 15),
        _step("dst-5", 8),
        AgendaItem(id="celebrate", minutes=7, kind="celebrate"),
    ),
)

MEETINGS = (FIRST, SECOND, THIRD, FOURTH)
