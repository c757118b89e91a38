"""Dream: make a shared picture of the neighbourhood we long for."""

from phases.model import C_, CARDS, GROUPED, N_, THEMES, Column, Phase, Step

SCRIPT = N_(
    "Sit comfortably. Put your feet on the floor. Close your eyes, or look at one spot. "
    "Both are fine.\n\n"
    "Breathe in slowly. And out again. You need not do anything now.\n\n"
    "It is three years later. It is an ordinary Tuesday. You wake up and it is light outside. "
    "There are toys on the floor. Somebody laughs.\n\n"
    "You put on your coat and go outside. A small hand takes your hand. "
    "In the street somebody says hello. Who is it?\n\n"
    "You walk through the neighbourhood. Small children and their parents do well here. "
    "You see it at once. How do you see it? Take your time to look around.\n\n"
    "You come to a place where you like to be. What do you hear there? What do you smell? "
    "Who are sitting together? What are the children doing?\n\n"
    "Somebody asks how you are. You give an honest answer. What do you say? "
    "And what does the other do?\n\n"
    "Now it is evening. Your child tells about today. What does your child tell?\n\n"
    "Hold that picture for a moment. It is yours.\n\n"
    "Come back slowly. Move your hands. Open your eyes. Welcome back.",
)

IMAGINE = Step(
    id="dre-1",
    phase="dream",
    name=N_("Imagine"),
    how=N_("Eyes open or closed. The facilitator reads: it is three years later, an ordinary Tuesday …"),
    minutes=8,
    grouping=N_("on your own"),
    tool="talk",
    prompts=(
        N_(
            "It is three years later. Young children and their parents do very well here. "
            "What do you see? What do you hear? Who is there?",
        ),
    ),
    earlier=("topic", "themes"),
    script=SCRIPT,
)

DRAW = Step(
    id="dre-2",
    phase="dream",
    name=N_("Draw or write"),
    how=N_("Make one picture or three short sentences. It need not be pretty."),
    minutes=10,
    grouping=N_("on your own"),
    tool="board",
    prompts=(
        N_("It is three years later and this has come true: ‘{topic}’. What do you see?"),
        N_("What will your child later tell about this neighbourhood?"),
        N_("How does a mother who has just moved here notice she is welcome?"),
    ),
    columns=(
        Column(
            "dream",
            N_("Dreams"),
            N_("What do you see? Write as if you are there."),
        ),
    ),
    earlier=("themes",),
    allows=CARDS | GROUPED,
    produces="dream",
    about="dreaming",
)

PICTURE = Step(
    id="dre-3",
    phase="dream",
    name=N_("Our dream in a picture"),
    how=N_("Combine the pictures into one image and one title. Acting, clay, photo or song is fine."),
    minutes=25,
    grouping=N_("in threes or fours, mixed"),
    tool="board",
    prompts=(
        N_("What is your dream called?"),
        N_("What is in your picture?"),
    ),
    columns=(
        Column(
            "title",
            N_("Title of our dream"),
            N_("One title per group."),
            shared=True,
        ),
    ),
    earlier=("dre-2",),
    allows=CARDS,
    about="dreaming",
)

SHOW = Step(
    id="dre-4",
    phase="dream",
    name=N_("Show"),
    how=N_("Five minutes per group. Others say: this touches me, I want more of this."),
    minutes=20,
    grouping=N_("all together"),
    tool="board",
    prompts=(
        N_("What touches you in this dream?"),
        C_("question", "What do you want more of?"),
    ),
    columns=(
        Column(
            "touched",
            N_("This touches me"),
            N_("One sentence. You may pass."),
        ),
    ),
    earlier=("dre-3",),
    allows=CARDS,
    about="dreaming",
)

WORDS = Step(
    id="dre-5",
    phase="dream",
    name=N_("Themes and words"),
    how=N_("What returns in several dreams? Name it. Attach a story from last time."),
    minutes=15,
    grouping=N_("all together"),
    tool="themes",
    prompts=(
        N_("What returns in several dreams?"),
        N_("Which story goes with this?"),
    ),
    shows=("dre-2",),
    earlier=("themes", "dis-2"),
    allows=THEMES,
)

DREAM = Phase(
    id="dream",
    name=N_("Dream"),
    classic=C_("phase in the books", "Dream"),
    purpose=N_("Make a shared picture of the neighbourhood we long for."),
    colour="violet",
    picture="dream",
    steps=(IMAGINE, DRAW, PICTURE, SHOW, WORDS),
    feeds=N_("Each dream will lie next to the strength it grows from. We make sentences of them."),
    mistakes=(
        N_("Talking about money and rules already."),
        N_("A list of complaints, turned round."),
        N_("Only words, no picture."),
        N_("Voting too early."),
        N_("Forgetting the stories of last time."),
    ),
    outputs=(
        N_("Dreams in pictures and words"),
        N_("A title"),
        N_("Themes of the dream"),
    ),
)
