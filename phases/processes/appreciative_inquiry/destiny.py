"""Destiny: agree, promise and begin. And keep learning."""

from phases.model import C_, CARDS, N_, Column, Phase, Step

READ_ALOUD = Step(
    id="dst-1",
    phase="destiny",
    name=C_("step", "Read aloud"),
    how=N_("Read the vision aloud in turns. Raise your hand at a word that is not right."),
    minutes=15,
    grouping=N_("all together"),
    tool="vision",
    prompts=(N_("Which word is not right yet?"),),
    earlier=("des-4",),
)

CONSENT = Step(
    id="dst-2",
    phase="destiny",
    name=N_("Consent round"),
    how=N_(
        "1 Is it clear? 2 What do you think? 3 Can you live and work with it? We keep objections until the "
        "round is done. Then we find a better sentence together and go round again.",
    ),
    minutes=30,
    grouping=N_("all together, in turn"),
    tool="consent",
    prompts=(
        N_("Is it clear?"),
        N_("What do you think of it?"),
        N_("Can you live and work with it?"),
    ),
)

PROMISE = Step(
    id="dst-3",
    phase="destiny",
    name=N_("I promise, I offer, I ask"),
    how=N_(
        "I promise: something small I can do myself. I offer: something I have or can do. "
        "I ask: something I need from another.",
    ),
    minutes=25,
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
    earlier=("des-4",),
    allows=CARDS,
    about="promises",
)

AGREE = Step(
    id="dst-4",
    phase="destiny",
    name=N_("Action groups"),
    how=N_("Stand by the sentence you have energy for. Agree first step, who, when, who helps."),
    minutes=15,
    grouping=N_("choose your own group"),
    tool="agreements",
    prompts=(
        N_("Who does what, and when?"),
        N_("How do we notice in half a year that it works?"),
    ),
    earlier=("dst-3", "des-4"),
)

TELL = Step(
    id="dst-5",
    phase="destiny",
    name=N_("Who tells it?"),
    how=N_("Which parents present the vision at the final conference? Who reads what?"),
    minutes=8,
    grouping=N_("the parents"),
    tool="board",
    prompts=(
        N_("Who tells it, and which part?"),
        N_("What would help you with that?"),
    ),
    columns=(
        Column(
            "tell",
            N_("I tell"),
            N_("Who reads which part?"),
        ),
    ),
    allows=CARDS,
    about="tell",
)

DESTINY = Phase(
    id="destiny",
    name=N_("Do"),
    classic=N_("Destiny"),
    purpose=N_("Agree, promise and begin. And keep learning."),
    colour="teal",
    picture="destiny",
    steps=(READ_ALOUD, CONSENT, PROMISE, AGREE, TELL),
    feeds=N_("Every 6 to 8 weeks we look at what went well. Every year we revise the vision."),
    mistakes=(
        N_("Only the professionals get tasks."),
        N_("Promises without a date."),
        N_("A majority vote over a parent's objection."),
        N_("Nothing happens afterwards."),
        N_("No celebration."),
    ),
    outputs=(
        N_("An adopted vision, with version and date"),
        N_("Agreements: who does what, and when"),
        N_("What each promises, offers and asks"),
        N_("Action groups"),
        N_("Parents who tell the story"),
    ),
)
