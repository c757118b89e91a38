"""Define: choose together what we want more of."""

from phases.model import CARDS, DOTS, Column, Phase, Step, Text

ARRIVE = Step(
    id="def-1",
    phase="define",
    name=Text("Binnenkomen met een plaatje", "Arrive with a picture"),
    how=Text(
        "Kies een plaatje dat past bij jou en jonge kinderen. Zeg er één zin bij. Je mag ook overslaan.",
        "Pick a picture that fits you and young children. Say one sentence. You may pass.",
    ),
    minutes=15,
    grouping=Text("met z’n allen", "all together"),
    tool="board",
    prompts=(
        Text("Wat maakt een gewone dag met je kind fijn?", "What makes a normal day with your child nice?"),
        Text("Wat brengt je hier vandaag?", "What brings you here today?"),
    ),
    columns=(
        Column(
            "arrive",
            Text("Ik ben er", "I am here"),
            Text("Eén zin bij jouw plaatje.", "One sentence with your picture."),
            pictures=True,
        ),
    ),
    allows=CARDS,
)

TURN_AROUND = Step(
    id="def-2",
    phase="define",
    name=Text("Omdraaien", "Turn it around"),
    how=Text(
        "Schrijf op wat je mist of lastig vindt. Draai het om: waar wil je juist meer van?",
        "Write what you miss or find hard. Turn it around: what do you want more of?",
    ),
    minutes=10,
    grouping=Text("met z’n tweeën", "in pairs"),
    tool="board",
    prompts=(
        Text("Wat mis je, of wat is lastig?", "What do you miss, or what is hard?"),
        Text(
            "Waar wil je in onze wijk méér van, voor kinderen en ouders?",
            "What do you want more of in our neighbourhood, for children and parents?",
        ),
    ),
    columns=(
        Column(
            "missing",
            Text("Dit mis ik", "This is what I miss"),
            Text("Wat is er niet, of wat is lastig?", "What is not there, or what is hard?"),
        ),
        Column(
            "more",
            Text("Hier wil ik meer van", "I want more of this"),
            Text("Zeg het andersom: wat wil je wel?", "Say it the other way round: what do you want?"),
            starter=Text("Wij willen ", "We want "),
        ),
    ),
    allows=CARDS,
    example=(
        Text("Er is hier niets te doen.", "There is nothing to do here."),
        Text(
            "Wij willen meer plekken waar kleintjes en ouders samen iets doen.",
            "We want more places where little ones and parents do things together.",
        ),
    ),
)

CHOOSE = Step(
    id="def-3",
    phase="define",
    name=Text("Onderwerp kiezen", "Choose the topic"),
    how=Text(
        "Lees de voorstellen hardop. Geef 2 stippen. Vraag daarna: kan iedereen hiermee aan de slag?",
        "Read the proposals aloud. Give 2 dots. Then ask: can everyone work with this?",
    ),
    minutes=10,
    grouping=Text("met z’n allen", "all together"),
    tool="dots",
    prompts=(
        Text("Waar willen we het samen over hebben?", "What shall we talk about together?"),
        Text("Waar word je nieuwsgierig van?", "What makes you curious?"),
    ),
    columns=(
        Column(
            "topic",
            Text("Voorstellen", "Proposals"),
            Text("Eén zin over wat we wél willen.", "One sentence about what we do want."),
        ),
    ),
    earlier=("topic", "def-2"),
    allows=CARDS | DOTS,
    dots=2,
    checklist=(
        Text("Het zegt wat we wél willen.", "It says what we do want."),
        Text("Het gaat over ons, hier.", "It is about us, here."),
        Text("Het maakt nieuwsgierig.", "It makes people curious."),
        Text("Mensen hebben er verhalen over.", "People have stories about it."),
        Text("Het staat er in gewone woorden.", "It is in ordinary words."),
    ),
)

DEFINE = Phase(
    id="define",
    name=Text("Kiezen", "Choose"),
    classic=Text("Verwoorden", "Define"),
    purpose=Text("Samen kiezen waar we meer van willen.", "Choose together what we want more of."),
    picture="define",
    steps=(ARRIVE, TURN_AROUND, CHOOSE),
    feeds=Text(
        "Het onderwerp komt terug in de vragen van het gesprek in tweetallen.",
        "The topic comes back in the questions of the talk in pairs.",
    ),
    mistakes=(
        Text("Een probleem in een mooi jasje als onderwerp.", "A problem dressed up as a topic."),
        Text(
            "Een onderwerp dat de geldgever al had gekozen.",
            "A topic that the funder had chosen beforehand.",
        ),
        Text(
            "Te groot (‘geluk’) of te klein (‘bankje bij de speeltuin’).",
            "Too wide (‘happiness’) or too narrow (‘a bench at the playground’).",
        ),
    ),
    outputs=(
        Text("Een onderwerp in één zin", "A topic in one sentence"),
        Text("De vragen voor het gesprek", "The questions for the talk"),
        Text("Onze huisregels", "Our house rules"),
    ),
)
