"""Strengths: what goes well already, and the stories behind it."""

from phases.model import CARDS, GROUPED, N_, Column, Phase, Step

PAIRS = Step(
    id="str-1",
    phase="strengths",
    name=N_("Tell each other"),
    how=N_(
        "Sit with somebody you do not know well yet. Tell about one good moment, five minutes each. "
        "The other listens and asks on.",
    ),
    minutes=10,
    grouping=N_("in pairs"),
    tool="talk",
    prompts=(
        N_("When did something go really well here, for a child or a parent? What happened?"),
        N_("What did you do yourself? Who helped?"),
    ),
    earlier=("topic",),
    about="pairs",
)

STORIES = Step(
    id="str-2",
    phase="strengths",
    name=N_("Write the story down"),
    how=N_("Write the good moment in two or three sentences: who, where, what happened. Leave names out."),
    minutes=10,
    grouping=N_("on your own"),
    tool="board",
    prompts=(
        N_("Which good moment do you want to keep?"),
        N_("What made it go well?"),
    ),
    columns=(
        Column(
            "moment",
            N_("Good moments"),
            N_("What happened? Two or three sentences."),
        ),
    ),
    earlier=("topic",),
    allows=CARDS | GROUPED,
    produces="story",
    about="stories",
)

STRONG = Step(
    id="str-3",
    phase="strengths",
    name=N_("This is where we are strong"),
    how=N_("Read the stories. What do you see that we do well? Write one strong point on each card."),
    minutes=10,
    grouping=N_("all together"),
    tool="board",
    prompts=(
        N_("What do we already do well here for young children and parents?"),
        N_("What are parents good at? What are professionals good at?"),
        N_("What must stay as it is?"),
    ),
    columns=(
        Column(
            "strong",
            N_("Strong here"),
            N_("One thing that goes well."),
        ),
    ),
    shows=("str-2",),
    earlier=("topic",),
    allows=CARDS | GROUPED,
    produces="strength",
)

STRENGTHS = Phase(
    id="strengths",
    name=N_("Strong"),
    classic=N_("Strengths"),
    purpose=N_("Tell what already goes well here. And see what makes it go well."),
    colour="leaf",
    picture="strengths",
    steps=(PAIRS, STORIES, STRONG),
    feeds=N_("Chances grow from what is strong. Keep the stories in sight."),
    mistakes=(
        N_("Beginning with what goes wrong."),
        N_("Big words (‘good teamwork’) without a story."),
        N_("Only the professionals tell."),
    ),
    outputs=(
        N_("Stories about what goes well"),
        N_("Our strong points"),
    ),
)
