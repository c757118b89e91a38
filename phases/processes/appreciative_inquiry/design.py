"""Design: write the dream in sentences we can make true."""

from phases.model import CARDS, DOTS, GROUPED, N_, Column, Phase, Step

CHECKLIST = (
    N_("Is it about what we do want?"),
    N_("Is it written as if it is so now?"),
    N_("Is it a stretch, yet possible?"),
    N_("Can you picture it? Ordinary words?"),
    N_("Does someone do something? (we, parents, teacher …)"),
    N_("Does it fit our strengths and stories? Which?"),
    N_("Is it already happening somewhere a bit? Where?"),
    N_("Does it make you glad?"),
)

BLOCKS = Step(
    id="des-1",
    phase="design",
    name=N_("Choose building blocks"),
    how=N_(
        "Which parts of daily life does the dream need? For example place, meeting, play, help, working "
        "together. Pick what you have energy for.",
    ),
    minutes=15,
    grouping=N_("all together"),
    tool="board",
    prompts=(
        N_("What does ordinary life need for ‘{topic}’?"),
        N_("What do you have energy for?"),
    ),
    columns=(
        Column(
            "block",
            N_("Building blocks"),
            N_("One word or a short sentence."),
        ),
    ),
    earlier=("themes", "dre-3", "dre-2"),
    allows=CARDS,
    drafts=True,
)

STATEMENTS = Step(
    id="des-2",
    phase="design",
    name=N_("Write possibility statements"),
    how=N_("Write one or two sentences as if it is already so. Start with: In our neighbourhood …"),
    minutes=30,
    grouping=N_("in threes, mixed, with at least one parent"),
    tool="board",
    prompts=(
        N_("In our neighbourhood …"),
        N_("What do parents do? Professionals? Together?"),
        N_("Which story do you think of with this sentence?"),
    ),
    columns=(
        Column(
            "statement",
            N_("Possibility statements"),
            N_("You write together. As if it is so now."),
            shared=True,
            starter=N_("In our neighbourhood "),
        ),
    ),
    earlier=("themes", "dre-2", "dis-2"),
    allows=CARDS | GROUPED,
    checklist=CHECKLIST,
    example=(
        N_("There should be more room for meeting."),
        N_("In our neighbourhood parents have coffee every week, while the children play together."),
    ),
    produces="statement",
    tips=True,
    about="statements",
)

CHECK = Step(
    id="des-3",
    phase="design",
    name=N_("Check round"),
    how=N_("Read another group's sentence aloud. Go through the checklist. Give one tip."),
    minutes=20,
    grouping=N_("groups rotate"),
    tool="board",
    prompts=(N_("Which one tip makes the sentence stronger?"),),
    columns=(
        Column(
            "tip",
            N_("Tips"),
            N_("For which sentence? What is your tip?"),
        ),
    ),
    shows=("des-2",),
    earlier=("themes",),
    allows=CARDS,
    checklist=CHECKLIST,
    about="statements",
)

DOT = Step(
    id="des-4",
    phase="design",
    name=N_("Dots"),
    how=N_("Give your dots ({dots}): which sentences do we start with?"),
    minutes=10,
    grouping=N_("all together"),
    tool="dots",
    prompts=(N_("Which sentences do we start with?"),),
    shows=("des-2",),
    allows=DOTS,
    dots=3,
)

EXCHANGE = Step(
    id="des-5",
    phase="design",
    name=N_("Word exchange"),
    how=N_(
        "Tap a hard word. The professional says what it means. The parent says it in own words. "
        "Choose together.",
    ),
    minutes=15,
    grouping=N_("parent with professional"),
    tool="terms",
    prompts=(
        N_("Which word do you not get at once?"),
        N_("How do you say that at home?"),
    ),
)

WRITE = Step(
    id="des-6",
    phase="design",
    name=N_("Write our vision"),
    how=N_(
        "Put the sentences in the chapters, and write them into one text. Begin with the sentences that have "
        "most dots. Keep the words of the cards.",
    ),
    minutes=30,
    grouping=N_("two parents and a professional, between the meetings"),
    tool="vision",
    prompts=(
        N_("Which sentence belongs in which chapter?"),
        N_("Would you say it like this to a neighbour?"),
        N_("What is missing still?"),
    ),
    earlier=("des-4", "themes"),
)

DESIGN = Phase(
    id="design",
    name=N_("Make"),
    classic=N_("Design"),
    purpose=N_("Write the dream in sentences we can make true."),
    colour="brick",
    picture="design",
    steps=(BLOCKS, STATEMENTS, CHECK, DOT, EXCHANGE, WRITE),
    feeds=N_("The sentences become the text of the vision. The ones with most dots are what we start doing."),
    mistakes=(
        N_("An action plan instead of a sentence."),
        N_("‘Should’, or the future."),
        N_("Policy words."),
        N_("A small committee writes alone."),
        N_("A sentence without a story behind it."),
    ),
    outputs=(
        N_("4 to 8 possibility statements"),
        N_("What we start with (dots)"),
        N_("Ordinary words for jargon"),
        N_("A first version of the vision, by two parents and a professional"),
    ),
)
