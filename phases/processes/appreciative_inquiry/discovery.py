"""Discovery: collect stories of what already works and see what made it work."""

from phases.model import CARDS, GROUPED, N_, THEMES, Column, Phase, Step

INTERVIEW = Step(
    id="dis-1",
    phase="discovery",
    name=N_("A talk in pairs"),
    how=N_(
        "Parent with professional, or two parents. One asks and listens, 10 minutes. Then swap. "
        "The listener does not tell own stories. Write one sentence together.",
    ),
    minutes=22,
    grouping=N_("in pairs"),
    tool="guide",
    prompts=(N_("Which sentence of your partner do you want to remember?"),),
    columns=(
        Column(
            "remember",
            N_("This sentence we want to remember"),
            N_("You both agree on it."),
        ),
    ),
    earlier=("topic",),
    allows=CARDS | GROUPED,
    guide=(
        N_(
            "We want more of this: ‘{topic}’. Tell about a moment with a child that fits it "
            "and that was really good. What happened?",
        ),
        N_("Who was there? What did you do? What did others do?"),
        N_("What made it go so well?"),
        N_("What are you quietly proud of as a parent (or in your work)?"),
        N_("Think once more of ‘{topic}’. You have three wishes for children and parents here. Which?"),
    ),
    produces="memory",
)

HARVEST = Step(
    id="dis-2",
    phase="discovery",
    name=N_("Story harvest"),
    how=N_("Tell your partner's best moment, not your own. Others note: what made it work?"),
    minutes=20,
    grouping=N_("in fours (2 pairs)"),
    tool="board",
    prompts=(
        N_("Which good moment did you hear about ‘{topic}’?"),
        N_("When did you feel supported as a parent? By whom?"),
        N_("What must stay as it is?"),
    ),
    columns=(
        Column(
            "story",
            N_("Stories"),
            N_("What happened? Two or three sentences."),
        ),
    ),
    earlier=("topic", "dis-1"),
    allows=CARDS | GROUPED,
    produces="story",
    about="stories",
)

STRENGTH = Step(
    id="dis-3",
    phase="discovery",
    name=N_("Our strength"),
    how=N_("Put similar cards together. Name each group in your own words."),
    minutes=15,
    grouping=N_("all together"),
    tool="themes",
    prompts=(
        N_("What made it work?"),
        N_("What do you call this group?"),
    ),
    shows=("dis-2", "dis-1"),
    earlier=("topic",),
    allows=THEMES,
)

DISCOVERY = Phase(
    id="discovery",
    name=N_("Tell"),
    classic=N_("Discovery"),
    purpose=N_("Tell stories of what already goes well. And see what made it work."),
    colour="leaf",
    picture="discovery",
    steps=(INTERVIEW, HARVEST, STRENGTH),
    feeds=N_("Themes and wishes are the building blocks of the dream. The document quotes with permission."),
    mistakes=(
        N_("Discussion instead of stories."),
        N_("Asking about problems first."),
        N_("Summaries (‘good communication’) instead of stories."),
        N_("Questioning parents, as in an intake."),
        N_("No time left for what it means."),
        N_("Brushing a painful story away."),
    ),
    outputs=(
        N_("8 to 20 stories"),
        N_("3 to 6 themes: our strength"),
        N_("Sentences we may use"),
        N_("Wishes"),
    ),
)
