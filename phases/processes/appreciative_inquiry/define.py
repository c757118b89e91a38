"""Define: choose together what we want more of."""

from phases.model import C_, CARDS, DOTS, N_, Column, Phase, Source, Step

ARRIVE = Step(
    id="def-1",
    phase="define",
    name=N_("Arrive with a picture"),
    how=N_("Pick a picture that fits you and young children. Say one sentence. You may pass."),
    minutes=15,
    grouping=N_("all together"),
    tool="board",
    prompts=(
        N_("What makes a normal day with your child nice?"),
        N_("What brings you here today?"),
    ),
    columns=(
        Column(
            "arrive",
            N_("I am here"),
            N_("One sentence with your picture."),
            pictures=True,
        ),
    ),
    allows=CARDS,
    offers_topic=True,
    about="arrive",
)

TURN_AROUND = Step(
    id="def-2",
    phase="define",
    name=C_("step", "Turn it around"),
    how=N_("Write what you miss or find hard. Turn it around: what do you want more of?"),
    minutes=10,
    grouping=N_("in pairs"),
    tool="board",
    prompts=(
        N_("What do you miss, or what is hard?"),
        N_("What do you want more of in our neighbourhood, for children and parents?"),
    ),
    columns=(
        Column(
            "missing",
            N_("This is what I miss"),
            N_("What is not there, or what is hard?"),
        ),
        Column(
            "more",
            N_("I want more of this"),
            N_("Say it the other way round: what do you want?"),
            starter=N_("We want "),
        ),
    ),
    allows=CARDS,
    example=(
        N_("There is nothing to do here."),
        N_("We want more places where little ones and parents do things together."),
    ),
    offers_topic=True,
    about="turn-around",
)

CHOOSE = Step(
    id="def-3",
    phase="define",
    name=N_("Choose the topic"),
    how=N_("Read the proposals aloud. Give your dots ({dots}). Then ask: can everyone work with this?"),
    minutes=10,
    grouping=N_("all together"),
    tool="dots",
    prompts=(
        N_("What shall we talk about together?"),
        N_("What makes you curious?"),
    ),
    columns=(
        Column(
            "topic",
            N_("Proposals"),
            N_("One sentence about what we do want."),
        ),
    ),
    takes=(Source("def-2", "more"),),
    earlier=("topic",),
    allows=CARDS | DOTS,
    dots=2,
    checklist=(
        N_("Does it say what we do want?"),
        N_("Is it about us, here?"),
        N_("Does it make people curious?"),
        N_("Do people have stories about it?"),
        N_("Is it in ordinary words?"),
    ),
    offers_topic=True,
)

DEFINE = Phase(
    id="define",
    name=C_("phase", "Choose"),
    classic=N_("Define"),
    purpose=N_("Choose together what we want more of."),
    colour="amber",
    picture="define",
    steps=(ARRIVE, TURN_AROUND, CHOOSE),
    feeds=N_("The topic comes back in the questions of the talk in pairs."),
    mistakes=(
        N_("A problem dressed up as a topic."),
        N_("A topic that the funder had chosen beforehand."),
        N_("Too wide (‘happiness’) or too narrow (‘a bench at the playground’)."),
    ),
    outputs=(
        N_("A topic in one sentence"),
        N_("The questions for the talk"),
        N_("Our house rules"),
    ),
)
