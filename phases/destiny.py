"""Destiny: agree, promise and begin. And keep learning."""

from phases.model import CARDS, Column, Phase, Step, Text

READ_ALOUD = Step(
    id="dst-1",
    phase="destiny",
    name=Text("Voorlezen", "Read aloud"),
    how=Text(
        "Lees de visie hardop, om de beurt een stukje. Steek je hand op bij een woord dat niet klopt.",
        "Read the vision aloud in turns. Raise your hand at a word that is not right.",
    ),
    minutes=15,
    grouping=Text("met z’n allen", "all together"),
    tool="vision",
    prompts=(Text("Welk woord klopt nog niet?", "Which word is not right yet?"),),
    earlier=("des-2",),
)

CONSENT = Step(
    id="dst-2",
    phase="destiny",
    name=Text("Akkoordronde", "Consent round"),
    how=Text(
        "1 Is het duidelijk? 2 Wat vind je ervan? 3 Kun je hiermee verder? Bezwaren bewaren we tot de ronde "
        "klaar is. Dan zoeken we samen een betere zin en gaan opnieuw rond.",
        "1 Is it clear? 2 What do you think? 3 Can you live and work with it? We keep objections until the "
        "round is done. Then we find a better sentence together and go round again.",
    ),
    minutes=30,
    grouping=Text("met z’n allen, om de beurt", "all together, in turn"),
    tool="consent",
    prompts=(
        Text("Is het duidelijk?", "Is it clear?"),
        Text("Wat vind je ervan?", "What do you think of it?"),
        Text("Kun je hiermee verder?", "Can you live and work with it?"),
    ),
)

PROMISE = Step(
    id="dst-3",
    phase="destiny",
    name=Text("Ik beloof, ik bied, ik vraag", "I promise, I offer, I ask"),
    how=Text(
        "Ik beloof: iets kleins dat ik zelf kan. Ik bied: iets dat ik heb of kan. "
        "Ik vraag: iets dat ik van een ander nodig heb.",
        "I promise: something small I can do myself. I offer: something I have or can do. "
        "I ask: something I need from another.",
    ),
    minutes=25,
    grouping=Text("eerst voor jezelf, dan samen", "on your own first, then together"),
    tool="board",
    prompts=(
        Text(
            "Wat is de kleinste stap die je deze week kunt doen voor ‘{topic}’?",
            "What is the smallest step you can take this week for ‘{topic}’?",
        ),
        Text("Wat kun jij geven? Wat heb je nodig?", "What can you give? What do you need?"),
    ),
    columns=(
        Column(
            "promise",
            Text("Ik beloof", "I promise"),
            Text("Iets kleins dat je zelf kunt. Wanneer?", "Something small you can do yourself. When?"),
            starter=Text("Ik ", "I "),
        ),
        Column(
            "offer",
            Text("Ik bied", "I offer"),
            Text("Iets dat je hebt of kunt.", "Something you have or can do."),
            starter=Text("Ik ", "I "),
        ),
        Column(
            "request",
            Text("Ik vraag", "I ask"),
            Text("Iets dat je van een ander nodig hebt.", "Something you need from another."),
            starter=Text("Ik zoek ", "I am looking for "),
        ),
    ),
    earlier=("des-2",),
    allows=CARDS,
)

AGREE = Step(
    id="dst-4",
    phase="destiny",
    name=Text("Doegroepjes", "Action groups"),
    how=Text(
        "Ga staan bij de zin waar je zin in hebt. Spreek af: eerste stap, wie, wanneer, wie helpt.",
        "Stand by the sentence you have energy for. Agree first step, who, when, who helps.",
    ),
    minutes=15,
    grouping=Text("kies zelf je groepje", "choose your own group"),
    tool="agreements",
    prompts=(
        Text("Wie doet wat, en wanneer?", "Who does what, and when?"),
        Text(
            "Hoe merken we over een half jaar dat het lukt?",
            "How do we notice in half a year that it works?",
        ),
    ),
    earlier=("dst-3", "des-2"),
)

TELL = Step(
    id="dst-5",
    phase="destiny",
    name=Text("Wie vertelt het?", "Who tells it?"),
    how=Text(
        "Welke ouders vertellen over de visie op de eindconferentie? Wie leest welk stukje?",
        "Which parents present the vision at the final conference? Who reads what?",
    ),
    minutes=8,
    grouping=Text("de ouders", "the parents"),
    tool="board",
    prompts=(
        Text("Wie vertelt het, en welk stukje?", "Who tells it, and which part?"),
        Text("Wat vind je daar fijn bij?", "What would help you with that?"),
    ),
    columns=(
        Column(
            "tell",
            Text("Ik vertel", "I tell"),
            Text("Wie leest welk stukje?", "Who reads which part?"),
        ),
    ),
    allows=CARDS,
)

DESTINY = Phase(
    id="destiny",
    name=Text("Doen", "Do"),
    classic=Text("Verwezenlijken", "Destiny"),
    purpose=Text(
        "Vaststellen, beloven en beginnen. En blijven leren.",
        "Agree, promise and begin. And keep learning.",
    ),
    picture="destiny",
    steps=(READ_ALOUD, CONSENT, PROMISE, AGREE, TELL),
    feeds=Text(
        "Om de 6 tot 8 weken kijken we wat goed ging. Elk jaar passen we de visie aan.",
        "Every 6 to 8 weeks we look at what went well. Every year we revise the vision.",
    ),
    mistakes=(
        Text("Alleen de vakmensen krijgen taken.", "Only the professionals get tasks."),
        Text("Beloften zonder datum.", "Promises without a date."),
        Text(
            "De meeste stemmen winnen van het bezwaar van een ouder.",
            "A majority vote over a parent's objection.",
        ),
        Text("Daarna gebeurt er niets.", "Nothing happens afterwards."),
        Text("Vergeten te vieren.", "No celebration."),
    ),
    outputs=(
        Text("Een visie die is vastgesteld, met versie en datum", "An adopted vision, with version and date"),
        Text("Afspraken: wie doet wat, en wanneer", "Agreements: who does what, and when"),
        Text("Wat ieder belooft, biedt en vraagt", "What each promises, offers and asks"),
        Text("Doegroepjes", "Action groups"),
        Text("Ouders die het verhaal vertellen", "Parents who tell the story"),
    ),
)
