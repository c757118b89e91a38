"""Aspirations: what we wish for, and sentences about it as if it is so now."""

from phases.model import CARDS, GROUPED, N_, Column, Phase, Step

AHEAD = Step(
    id="asp-1",
    phase="aspirations",
    name=N_("A year later"),
    how=N_("Eyes open or closed. The facilitator reads aloud. Then tell your neighbour what you saw."),
    minutes=5,
    grouping=N_("on your own first, then in pairs"),
    tool="talk",
    prompts=(
        N_("It is a year later and ‘{topic}’ has worked. What do you see in the street?"),
        N_("What is different for your child, or for the children you work with?"),
    ),
    earlier=("topic",),
    script=N_(
        "Sit comfortably. You may close your eyes. You may also look at one spot.\n\n"
        "It is a year later. It is an ordinary morning. You walk through the neighbourhood, "
        "perhaps with a child by the hand.\n\n"
        "Something has changed. What we chose together has worked. How do you notice? "
        "Who do you meet? What do they say to you?\n\n"
        "Look at the children. What are they doing? Look at the parents. How are they doing?\n\n"
        "Keep what you like most. Come back slowly. Open your eyes. Tell it to your neighbour.",
    ),
)

WISHES = Step(
    id="asp-2",
    phase="aspirations",
    name=N_("What we wish for"),
    how=N_("Write one wish on each card. It may be small, it may be big. Nobody says ‘but’ yet."),
    minutes=10,
    grouping=N_("on your own"),
    tool="board",
    prompts=(
        N_("What would you love to see happen here, about ‘{topic}’?"),
        N_("What do you wish for the children here?"),
    ),
    columns=(
        Column(
            "wish",
            N_("I wish"),
            N_("One wish on each card."),
        ),
    ),
    earlier=("topic", "str-3"),
    allows=CARDS | GROUPED,
    produces="wish",
)

AS_IF = Step(
    id="asp-3",
    phase="aspirations",
    name=N_("As if it is so"),
    how=N_("Take wishes that fit together. Write one or two sentences, as if it is already so."),
    minutes=15,
    grouping=N_("in threes, mixed, with at least one parent"),
    tool="board",
    prompts=(
        N_("In our neighbourhood …"),
        N_("What do parents do? Professionals? Together?"),
    ),
    columns=(
        Column(
            "sentence",
            N_("As if it is so now"),
            N_("You write together. As if it is so now."),
            shared=True,
            starter=N_("In our neighbourhood "),
        ),
    ),
    shows=("asp-2",),
    earlier=("topic", "str-3"),
    allows=CARDS | GROUPED,
    checklist=(
        N_("Is it about what we do want?"),
        N_("Is it written as if it is so now?"),
        N_("Can you picture it? Ordinary words?"),
        N_("Does someone do something? (we, parents, teacher …)"),
        N_("Does it build on what we are good at?"),
        N_("Does it make you glad?"),
    ),
    example=(
        N_("The threshold to the library must become lower."),
        N_("In our neighbourhood somebody reads to little ones every Wednesday. Everyone can just walk in."),
    ),
    produces="statement",
    drafts=True,
    tips=True,
    about="statements",
)

WRITE = Step(
    id="asp-4",
    phase="aspirations",
    name=N_("Write our vision"),
    how=N_("Put the sentences in the chapters, and write them into one text. Keep the words of the cards."),
    minutes=10,
    grouping=N_("a parent and a professional, for everyone"),
    tool="vision",
    prompts=(
        N_("Which sentence belongs in which chapter?"),
        N_("Would you say it like this to a neighbour?"),
    ),
    earlier=("asp-3", "opp-2"),
)

ASPIRATIONS = Phase(
    id="aspirations",
    name=N_("Wishes"),
    classic=N_("Aspirations"),
    purpose=N_("Say what we wish for. And write it as if it is so now."),
    colour="violet",
    picture="aspirations",
    steps=(AHEAD, WISHES, AS_IF, WRITE),
    feeds=N_("The sentences go into the vision. Then we ask how we will see that they come true."),
    mistakes=(
        N_("Talking about rules and money already."),
        N_("‘Should’, or the future."),
        N_("A small committee writes alone."),
        N_("Wishes that have nothing to do with our strong points."),
    ),
    outputs=(
        N_("Wishes of parents and professionals"),
        N_("3 to 6 sentences for the vision"),
    ),
)
