"""Design: write the dream in sentences we can make true."""

from phases.model import CARDS, DOTS, GROUPED, Column, Phase, Step, Text

CHECKLIST = (
    Text("Gaat het over wat we wél willen?", "Is it about what we do want?"),
    Text("Staat het er alsof het nu al zo is?", "Is it written as if it is so now?"),
    Text("Is het een stap verder dan nu, en kan het wel?", "Is it a stretch, yet possible?"),
    Text("Zie je het voor je? Staan er gewone woorden?", "Can you picture it? Ordinary words?"),
    Text("Doet er iemand iets? (wij, ouders, juf …)", "Does someone do something? (we, parents, teacher …)"),
    Text("Past het bij onze kracht en verhalen? Bij welke?", "Does it fit our strengths and stories? Which?"),
    Text("Gebeurt het al ergens een beetje? Waar?", "Is it already happening somewhere a bit? Where?"),
    Text("Word je er blij van?", "Does it make you glad?"),
)

BLOCKS = Step(
    id="des-1",
    phase="design",
    name=Text("Bouwstenen kiezen", "Choose building blocks"),
    how=Text(
        "Welke delen van het gewone leven zijn nodig voor de droom? Bijvoorbeeld: plek, ontmoeten, spelen, "
        "hulp, samenwerken. Kies waar jij zin in hebt.",
        "Which parts of daily life does the dream need? E.g. place, meeting, play, help, working together. "
        "Pick what you have energy for.",
    ),
    minutes=15,
    grouping=Text("met z’n allen", "all together"),
    tool="board",
    prompts=(
        Text(
            "Wat is er nodig in het gewone leven voor ‘{topic}’?",
            "What does ordinary life need for ‘{topic}’?",
        ),
        Text("Waar heb jij zin in?", "What do you have energy for?"),
    ),
    columns=(
        Column(
            "block",
            Text("Bouwstenen", "Building blocks"),
            Text("Eén woord of een korte zin.", "One word or a short sentence."),
        ),
    ),
    earlier=("themes", "dre-3", "dre-2"),
    allows=CARDS,
)

STATEMENTS = Step(
    id="des-2",
    phase="design",
    name=Text("Zo-is-het-zinnen schrijven", "Write possibility statements"),
    how=Text(
        "Schrijf één of twee zinnen, alsof het al zo is. Begin met: In onze wijk …",
        "Write one or two sentences as if it is already so. Start with: In our neighbourhood …",
    ),
    minutes=30,
    grouping=Text(
        "met z’n drieën, door elkaar, met minstens één ouder",
        "in threes, mixed, with at least one parent",
    ),
    tool="board",
    prompts=(
        Text("In onze wijk …", "In our neighbourhood …"),
        Text(
            "Wat doen ouders? Wat doen vakmensen? Wat doen we samen?",
            "What do parents do? Professionals? Together?",
        ),
        Text(
            "Aan welk verhaal denk je bij deze zin?",
            "Which story do you think of with this sentence?",
        ),
    ),
    columns=(
        Column(
            "statement",
            Text("Zo-is-het-zinnen", "Possibility statements"),
            Text("Jullie schrijven samen. Alsof het al zo is.", "You write together. As if it is so now."),
            shared=True,
            starter=Text("In onze wijk ", "In our neighbourhood "),
        ),
    ),
    earlier=("themes", "dre-2", "dis-2"),
    allows=CARDS | GROUPED,
    checklist=CHECKLIST,
    example=(
        Text("Er moet meer ruimte komen voor ontmoeting.", "There should be more room for meeting."),
        Text(
            "In onze wijk drinken ouders elke week koffie, terwijl de kinderen samen spelen.",
            "In our neighbourhood parents have coffee every week, while the children play together.",
        ),
    ),
)

CHECK = Step(
    id="des-3",
    phase="design",
    name=Text("Rondje checken", "Check round"),
    how=Text(
        "Lees de zin van een ander hardop. Loop de checklijst na. Geef één tip.",
        "Read another group's sentence aloud. Go through the checklist. Give one tip.",
    ),
    minutes=20,
    grouping=Text("groepjes wisselen", "groups rotate"),
    tool="board",
    prompts=(
        Text("Welke ene tip maakt de zin sterker?", "Which one tip makes the sentence stronger?"),
    ),
    columns=(
        Column(
            "tip",
            Text("Tips", "Tips"),
            Text("Bij welke zin? Wat is je tip?", "For which sentence? What is your tip?"),
        ),
    ),
    shows=("des-2",),
    earlier=("themes",),
    allows=CARDS,
    checklist=CHECKLIST,
)

DOT = Step(
    id="des-4",
    phase="design",
    name=Text("Stippen", "Dots"),
    how=Text(
        "Geef 3 stippen: met welke zinnen beginnen we?",
        "Give 3 dots: which sentences do we start with?",
    ),
    minutes=10,
    grouping=Text("met z’n allen", "all together"),
    tool="dots",
    prompts=(Text("Met welke zinnen beginnen we?", "Which sentences do we start with?"),),
    shows=("des-2",),
    allows=DOTS,
    dots=3,
)

EXCHANGE = Step(
    id="des-5",
    phase="design",
    name=Text("Woordenruil", "Word exchange"),
    how=Text(
        "Tik op een moeilijk woord. De vakmens vertelt wat het betekent. De ouder zegt het in eigen woorden. "
        "Samen kiezen.",
        "Tap a hard word. The professional says what it means. The parent says it in own words. "
        "Choose together.",
    ),
    minutes=15,
    grouping=Text("ouder met vakmens", "parent with professional"),
    tool="terms",
    prompts=(
        Text("Welk woord snap je niet meteen?", "Which word do you not get at once?"),
        Text("Hoe zeg je dat thuis?", "How do you say that at home?"),
    ),
)

DESIGN = Phase(
    id="design",
    name=Text("Maken", "Make"),
    classic=Text("Vormgeven", "Design"),
    purpose=Text(
        "De droom opschrijven in zinnen die we kunnen waarmaken.",
        "Write the dream in sentences we can make true.",
    ),
    picture="design",
    steps=(BLOCKS, STATEMENTS, CHECK, DOT, EXCHANGE),
    feeds=Text(
        "De zinnen worden de tekst van de visie. We beginnen met de zinnen met de meeste stippen.",
        "The sentences become the text of the vision. The ones with most dots are what we start doing.",
    ),
    mistakes=(
        Text("Een plan maken in plaats van een zin.", "An action plan instead of a sentence."),
        Text("‘Zouden moeten’, of de toekomst.", "‘Should’, or the future."),
        Text("Beleidswoorden.", "Policy words."),
        Text("Een klein clubje schrijft alleen.", "A small committee writes alone."),
        Text("Een zin zonder verhaal erachter.", "A sentence without a story behind it."),
    ),
    outputs=(
        Text("4 tot 8 zo-is-het-zinnen", "4 to 8 possibility statements"),
        Text("Waar we mee beginnen (stippen)", "What we start with (dots)"),
        Text("Gewone woorden voor vakwoorden", "Ordinary words for jargon"),
        Text(
            "Een eerste versie van de visie, door twee ouders en een vakmens",
            "A first version of the vision, by two parents and a professional",
        ),
    ),
)
