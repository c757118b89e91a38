"""Opportunities: what is hard turned into chances, and the topic chosen out of them."""

from phases.model import CARDS, DOTS, GROUPED, N_, Column, Phase, Source, Step

LOOK = Step(
    id="opp-1",
    phase="opportunities",
    name=N_("See the chances"),
    how=N_(
        "Look around you: people, places, money, wishes. What is hard may be said too. "
        "Then ask: which chance is in it?",
    ),
    minutes=10,
    grouping=N_("in threes or fours, mixed"),
    tool="board",
    prompts=(
        N_("Where are the chances: people, places, money, wishes?"),
        N_("What is hard now? What could be possible there?"),
        N_("What is strong here, and could happen more often?"),
    ),
    columns=(
        Column(
            "hard",
            N_("This is hard now"),
            N_("Just say it. One thing on each card."),
        ),
        Column(
            "chance",
            N_("I see a chance"),
            N_("Who, what or which place could help?"),
        ),
    ),
    earlier=("topic", "str-3"),
    allows=CARDS | GROUPED,
    example=(
        N_("Parents hardly know each other here."),
        N_("The community centre is empty in the morning. We can have coffee there."),
    ),
    offers_topic=True,
)

CHOOSE = Step(
    id="opp-2",
    phase="opportunities",
    name=N_("Choose the topic"),
    how=N_(
        "Read the chances aloud. Give your dots ({dots}). "
        "Say the chance with most dots in one sentence: our topic."
    ),
    minutes=10,
    grouping=N_("all together"),
    tool="dots",
    prompts=(
        N_("Which chance do you have energy for?"),
        N_("Can everyone work with this?"),
    ),
    columns=(
        Column(
            "topic",
            N_("Our topic in one sentence"),
            N_("Say what you do want."),
            starter=N_("We want "),
        ),
    ),
    takes=(Source("opp-1", "chance"),),
    earlier=("topic", "str-3"),
    allows=CARDS | DOTS,
    dots=2,
    checklist=(
        N_("Does it say what we do want?"),
        N_("Is it about us, here?"),
        N_("Does it grow from something we are good at?"),
        N_("Can we begin with it this year?"),
        N_("Is it in ordinary words?"),
    ),
    offers_topic=True,
)

OPPORTUNITIES = Phase(
    id="opportunities",
    name=N_("Chances"),
    classic=N_("Opportunities"),
    purpose=N_("See what is possible here. And choose together what we go for."),
    colour="amber",
    picture="opportunities",
    steps=(LOOK, CHOOSE),
    feeds=N_("The chosen chance is our topic. It comes back in every question after this."),
    mistakes=(
        N_("Not saying aloud what is hard."),
        N_("Choosing before everyone has spoken."),
        N_("A chance that only others can take."),
    ),
    outputs=(
        N_("Chances: people, places, money, wishes"),
        N_("A topic in one sentence"),
    ),
)
