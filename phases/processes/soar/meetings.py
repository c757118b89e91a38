"""One short meeting with the four questions; a few people write the text after it."""

from phases.model import N_, AgendaItem, MeetingPlan


def _step(step: str, minutes: int) -> AgendaItem:
    return AgendaItem(id=step, minutes=minutes, step=step)


MEETINGS = (
    MeetingPlan(
        id="four-questions",
        title=N_("Four questions"),
        phases=("strengths", "opportunities", "aspirations", "results"),
        agenda=(
            AgendaItem(id="coffee", minutes=5, kind="coffee"),
            _step("str-3", 12),
            _step("opp-1", 12),
            _step("opp-2", 10),
            _step("asp-2", 12),
            _step("res-1", 10),
            _step("res-5", 10),
            AgendaItem(id="round", minutes=4, kind="round"),
        ),
        between=("asp-3", "asp-4"),
    ),
)
