"""Results: how we see that it works, what we agree on, and who does what."""

from phases.model import C_, CARDS, GROUPED, N_, Column, Phase, Step

SIGNS = Step(
    id="res-1",
    phase="results",
    name=N_("How we see it"),
    how=N_(
        "Name things that you can see or hear. What could get in the way may be said too: who helps then?"
    ),
    minutes=10,
    grouping=N_("in threes or fours, mixed"),
    tool="board",
    prompts=(
        N_("How will parents see in a year that ‘{topic}’ works?"),
        N_("What will a child notice?"),
        N_("What could get in the way? Who or what helps then?"),
    ),
    columns=(
        Column(
            "sign",
            N_("This is how we see it"),
            N_("Something you can see or hear."),
        ),
        Column(
            "obstacle",
            N_("This could get in the way"),
            N_("And who or what helps then?"),
        ),
    ),
    earlier=("topic", "asp-3"),
    allows=CARDS | GROUPED,
    example=(
        N_("More contact between parents."),
        N_("On Tuesday there are always ten parents at the coffee table."),
    ),
    produces="sign",
)

READ_ALOUD = Step(
    id="res-2",
    phase="results",
    name=C_("step", "Read aloud"),
    how=N_("Read the vision aloud in turns. Raise your hand at a word that is not right."),
    minutes=10,
    grouping=N_("all together"),
    tool="vision",
    prompts=(N_("Which word is not right yet?"),),
    earlier=("asp-3", "res-1"),
)

CONSENT = Step(
    id="res-3",
    phase="results",
    name=N_("Consent round"),
    how=N_(
        "1 Is it clear? 2 What do you think? 3 Can you live and work with it? We keep objections until the "
        "round is done. Then we find a better sentence together and go round again.",
    ),
    minutes=15,
    grouping=N_("all together, in turn"),
    tool="consent",
    prompts=(
        N_("Is it clear?"),
        N_("What do you think of it?"),
        N_("Can you live and work with it?"),
    ),
)

PROMISE = Step(
    id="res-4",
    phase="results",
    name=N_("I promise, I offer, I ask"),
    how=N_(
        "I promise: something small I can do myself. I offer: something I have or can do. "
        "I ask: something I need from another.",
    ),
    minutes=10,
    grouping=N_("on your own first, then together"),
    tool="board",
    prompts=(
        N_("What is the smallest step you can take this week for ‘{topic}’?"),
        N_("What can you give? What do you need?"),
    ),
    columns=(
        Column(
            "promise",
            N_("I promise"),
            N_("Something small you can do yourself. When?"),
            starter=N_("I "),
            dated=True,
            onward=N_("We promise"),
        ),
        Column(
            "offer",
            N_("I offer"),
            N_("Something you have or can do."),
            starter=N_("I "),
            dated=True,
            onward=N_("We offer"),
        ),
        Column(
            "request",
            N_("I ask"),
            N_("Something you need from another."),
            starter=N_("I am looking for "),
            dated=True,
            onward=N_("We ask"),
        ),
    ),
    earlier=("asp-3", "res-1"),
    allows=CARDS,
    about="promises",
)

AGREE = Step(
    id="res-5",
    phase="results",
    name=N_("Our agreements"),
    how=N_(
        "Which promises and offers fit together? Agree: what, who, when. And when you look back together."
    ),
    minutes=10,
    grouping=N_("all together"),
    tool="agreements",
    prompts=(
        N_("Who does what, and when?"),
        N_("When do we look together whether it works?"),
    ),
    earlier=("res-4", "res-1"),
)

TELL = Step(
    id="res-6",
    phase="results",
    name=N_("Who tells it?"),
    how=N_("Who tells our story to others? To whom, and which part? Choose at least one parent."),
    minutes=5,
    grouping=N_("all together"),
    tool="board",
    prompts=(
        N_("Who should hear this?"),
        N_("Who tells it, and which part?"),
    ),
    columns=(
        Column(
            "tell",
            N_("I tell"),
            N_("To whom, and which part?"),
        ),
    ),
    allows=CARDS,
    about="tell",
)

RESULTS = Phase(
    id="results",
    name=N_("Results"),
    classic=C_("phase in the books", "Results"),
    purpose=N_("Agree on the text, say how you see that it works, and divide what you do."),
    colour="teal",
    picture="results",
    steps=(SIGNS, READ_ALOUD, CONSENT, PROMISE, AGREE, TELL),
    feeds=N_("In half a year we look: what do we see already? What do we want more of?"),
    mistakes=(
        N_("Only counting what is easy to count."),
        N_("Only the professionals get tasks."),
        N_("Promises without a date."),
        N_("No day to look back together."),
    ),
    outputs=(
        N_("How parents see that it works"),
        N_("An adopted vision, with version and date"),
        N_("Agreements: who does what, and when"),
        N_("People who tell the story"),
    ),
)
