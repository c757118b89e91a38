"""Dream: make a shared picture of the neighbourhood we long for."""

from phases.model import CARDS, GROUPED, THEMES, Column, Phase, Step, Text

SCRIPT = Text(
    nl=(
        "Ga lekker zitten. Zet je voeten op de grond. Doe je ogen dicht, of kijk naar één plek. "
        "Allebei is goed.\n\n"
        "Adem rustig in. En weer uit. Je hoeft nu even niets.\n\n"
        "Het is drie jaar later. Het is een gewone dinsdag. Je wordt wakker en het is licht buiten. "
        "Er ligt speelgoed op de grond. Iemand lacht.\n\n"
        "Je doet je jas aan en gaat naar buiten. Een kleine hand pakt jouw hand vast. "
        "Op straat zegt iemand hallo. Wie is dat?\n\n"
        "Je loopt door de wijk. Het gaat hier goed met kleine kinderen en hun ouders. "
        "Dat zie je meteen. Waaraan zie je het? Kijk rustig om je heen.\n\n"
        "Je komt op een plek waar je graag bent. Wat hoor je daar? Wat ruik je? "
        "Wie zitten er bij elkaar? Wat doen de kinderen?\n\n"
        "Iemand vraagt hoe het met je gaat. Je geeft eerlijk antwoord. Wat zeg je? "
        "En wat doet die ander?\n\n"
        "Nu wordt het avond. Je kind vertelt over vandaag. Wat vertelt je kind?\n\n"
        "Houd dat beeld even vast. Het is van jou.\n\n"
        "Kom rustig terug. Beweeg je handen. Doe je ogen open. Welkom terug."
    ),
    en=(
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
        "Come back slowly. Move your hands. Open your eyes. Welcome back."
    ),
)

IMAGINE = Step(
    id="dre-1",
    phase="dream",
    name=Text("Stel je voor", "Imagine"),
    how=Text(
        "Ogen open of dicht. De begeleider leest voor: het is drie jaar later, een gewone dinsdag …",
        "Eyes open or closed. The facilitator reads: it is three years later, an ordinary Tuesday …",
    ),
    minutes=8,
    grouping=Text("voor jezelf", "on your own"),
    tool="talk",
    prompts=(
        Text(
            "Het is drie jaar later. Het gaat heel goed met jonge kinderen en hun ouders hier. "
            "Wat zie je? Wat hoor je? Wie is erbij?",
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
    name=Text("Teken of schrijf", "Draw or write"),
    how=Text(
        "Maak één plaatje of drie korte zinnen. Mooi hoeft niet.",
        "Make one picture or three short sentences. It need not be pretty.",
    ),
    minutes=10,
    grouping=Text("voor jezelf", "on your own"),
    tool="board",
    prompts=(
        Text(
            "Het is drie jaar later en dit is gelukt: ‘{topic}’. Wat zie je?",
            "It is three years later and this has come true: ‘{topic}’. What do you see?",
        ),
        Text(
            "Wat vertelt je kind later over deze buurt?",
            "What will your child later tell about this neighbourhood?",
        ),
        Text(
            "Hoe merkt een moeder die hier net woont dat ze welkom is?",
            "How does a mother who has just moved here notice she is welcome?",
        ),
    ),
    columns=(
        Column(
            "dream",
            Text("Dromen", "Dreams"),
            Text("Wat zie je? Schrijf alsof je er bent.", "What do you see? Write as if you are there."),
        ),
    ),
    earlier=("themes",),
    allows=CARDS | GROUPED,
)

PICTURE = Step(
    id="dre-3",
    phase="dream",
    name=Text("Onze droom in beeld", "Our dream in a picture"),
    how=Text(
        "Leg de plaatjes bij elkaar. Maak samen één beeld en één titel. "
        "Toneel, klei, foto of lied mag ook.",
        "Combine the pictures into one image and one title. Acting, clay, photo or song is fine.",
    ),
    minutes=25,
    grouping=Text("met 3 of 4, door elkaar", "in threes or fours, mixed"),
    tool="board",
    prompts=(
        Text("Hoe heet jullie droom?", "What is your dream called?"),
        Text("Wat staat er op jullie beeld?", "What is in your picture?"),
    ),
    columns=(
        Column(
            "title",
            Text("Titel van onze droom", "Title of our dream"),
            Text("Eén titel per groepje.", "One title per group."),
            shared=True,
        ),
    ),
    earlier=("dre-2",),
    allows=CARDS,
)

SHOW = Step(
    id="dre-4",
    phase="dream",
    name=Text("Laten zien", "Show"),
    how=Text(
        "Vijf minuten per groep. De rest zegt: dit raakt mij, hier wil ik meer van.",
        "Five minutes per group. Others say: this touches me, I want more of this.",
    ),
    minutes=20,
    grouping=Text("met z’n allen", "all together"),
    tool="board",
    prompts=(
        Text("Wat raakt je in deze droom?", "What touches you in this dream?"),
        Text("Waar wil je meer van?", "What do you want more of?"),
    ),
    columns=(
        Column(
            "touched",
            Text("Dit raakt mij", "This touches me"),
            Text("Eén zin. Je mag ook overslaan.", "One sentence. You may pass."),
        ),
    ),
    earlier=("dre-3",),
    allows=CARDS,
)

WORDS = Step(
    id="dre-5",
    phase="dream",
    name=Text("Thema’s en woorden", "Themes and words"),
    how=Text(
        "Wat komt in meer dromen terug? Geef het een naam. Hang er een verhaal uit de vorige keer bij.",
        "What returns in several dreams? Name it. Attach a story from last time.",
    ),
    minutes=15,
    grouping=Text("met z’n allen", "all together"),
    tool="themes",
    prompts=(
        Text("Wat komt in meer dromen terug?", "What returns in several dreams?"),
        Text("Welk verhaal hoort hierbij?", "Which story goes with this?"),
    ),
    shows=("dre-2",),
    earlier=("themes", "dis-2"),
    allows=THEMES,
)

DREAM = Phase(
    id="dream",
    name=Text("Dromen", "Dream"),
    classic=Text("Verbeelden", "Dream"),
    purpose=Text(
        "Samen een beeld maken van de wijk waar we naar verlangen.",
        "Make a shared picture of the neighbourhood we long for.",
    ),
    picture="dream",
    steps=(IMAGINE, DRAW, PICTURE, SHOW, WORDS),
    feeds=Text(
        "Elke droom ligt straks naast de kracht waar hij uit groeit. Daar maken we zinnen van.",
        "Each dream will lie next to the strength it grows from. We make sentences of them.",
    ),
    mistakes=(
        Text("Al over geld en regels praten.", "Talking about money and rules already."),
        Text("Een lijst klachten, omgedraaid.", "A list of complaints, turned round."),
        Text("Alleen woorden, geen beeld.", "Only words, no picture."),
        Text("Te vroeg stemmen.", "Voting too early."),
        Text(
            "De verhalen van de vorige keer vergeten.",
            "Forgetting the stories of last time.",
        ),
    ),
    outputs=(
        Text("Dromen in beeld en woorden", "Dreams in pictures and words"),
        Text("Een titel", "A title"),
        Text("Thema’s van de droom", "Themes of the dream"),
    ),
)
