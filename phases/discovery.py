"""Discovery: collect stories of what already works and see what made it work."""

from phases.model import CARDS, GROUPED, THEMES, Column, Phase, Step, Text

INTERVIEW = Step(
    id="dis-1",
    phase="discovery",
    name=Text("Gesprek met z’n tweeën", "A talk in pairs"),
    how=Text(
        "Ouder met vakmens, of twee ouders. De een vraagt en luistert, 10 minuten. Dan ruilen. "
        "Vertel als luisteraar niet over jezelf. Schrijf samen één zin op.",
        "Parent with professional, or two parents. One asks and listens, 10 minutes. Then swap. "
        "The listener does not tell own stories. Write one sentence together.",
    ),
    minutes=22,
    grouping=Text("met z’n tweeën", "in pairs"),
    tool="guide",
    prompts=(
        Text(
            "Welke zin van je maatje wil je onthouden?",
            "Which sentence of your partner do you want to remember?",
        ),
    ),
    columns=(
        Column(
            "remember",
            Text("Deze zin willen we onthouden", "This sentence we want to remember"),
            Text("Jullie vinden hem allebei goed.", "You both agree on it."),
        ),
    ),
    earlier=("topic",),
    allows=CARDS | GROUPED,
    guide=(
        Text(
            "Wij willen meer van dit: ‘{topic}’. Vertel over een moment met een kind dat daarbij past "
            "en dat echt fijn was. Wat gebeurde er?",
            "We want more of this: ‘{topic}’. Tell about a moment with a child that fits it "
            "and that was really good. What happened?",
        ),
        Text(
            "Wie waren erbij? Wat deed jij? Wat deden anderen?",
            "Who was there? What did you do? What did others do?",
        ),
        Text("Wat maakte dat het zo goed ging?", "What made it go so well?"),
        Text(
            "Waar ben je als ouder (of in je werk) best trots op?",
            "What are you quietly proud of as a parent (or in your work)?",
        ),
        Text(
            "Denk nog eens aan ‘{topic}’. Je mag drie wensen doen voor kinderen en ouders hier. Welke?",
            "Think once more of ‘{topic}’. You have three wishes for children and parents here. Which?",
        ),
    ),
)

HARVEST = Step(
    id="dis-2",
    phase="discovery",
    name=Text("Verhalen oogsten", "Story harvest"),
    how=Text(
        "Vertel kort het mooiste van je maatje (niet van jezelf). De anderen noteren: "
        "wat maakte dat het lukte?",
        "Tell your partner's best moment, not your own. Others note: what made it work?",
    ),
    minutes=20,
    grouping=Text("met z’n vieren", "in fours (2 pairs)"),
    tool="board",
    prompts=(
        Text(
            "Welk mooi moment hoorde je bij ‘{topic}’?",
            "Which good moment did you hear about ‘{topic}’?",
        ),
        Text(
            "Wanneer voelde jij je gesteund als ouder? Door wie?",
            "When did you feel supported as a parent? By whom?",
        ),
        Text("Wat moet zeker zo blijven?", "What must stay as it is?"),
    ),
    columns=(
        Column(
            "story",
            Text("Verhalen", "Stories"),
            Text("Wat gebeurde er? Twee of drie zinnen.", "What happened? Two or three sentences."),
        ),
    ),
    earlier=("topic", "dis-1"),
    allows=CARDS | GROUPED,
)

STRENGTH = Step(
    id="dis-3",
    phase="discovery",
    name=Text("Onze kracht", "Our strength"),
    how=Text(
        "Leg kaartjes bij elkaar die op elkaar lijken. Geef elk groepje een naam in eigen woorden.",
        "Put similar cards together. Name each group in your own words.",
    ),
    minutes=15,
    grouping=Text("met z’n allen", "all together"),
    tool="themes",
    prompts=(
        Text("Wat maakte dat het lukte?", "What made it work?"),
        Text("Hoe noem je dit groepje?", "What do you call this group?"),
    ),
    shows=("dis-2", "dis-1"),
    earlier=("topic",),
    allows=THEMES,
)

DISCOVERY = Phase(
    id="discovery",
    name=Text("Vertellen", "Tell"),
    classic=Text("Verwonderen", "Discovery"),
    purpose=Text(
        "Verhalen vertellen over wat al goed gaat. En zien hoe dat komt.",
        "Tell stories of what already goes well. And see what made it work.",
    ),
    picture="discovery",
    steps=(INTERVIEW, HARVEST, STRENGTH),
    feeds=Text(
        "Thema’s en wensen zijn de bouwstenen van de droom. Zinnen met toestemming komen in het document.",
        "Themes and wishes are the building blocks of the dream. The document quotes with permission.",
    ),
    mistakes=(
        Text("Praten over meningen in plaats van verhalen.", "Discussion instead of stories."),
        Text("Eerst naar problemen vragen.", "Asking about problems first."),
        Text(
            "Samenvatten (‘goede communicatie’) in plaats van vertellen.",
            "Summaries (‘good communication’) instead of stories.",
        ),
        Text("Ouders ondervragen, zoals bij een intake.", "Questioning parents, as in an intake."),
        Text("Geen tijd over voor wat het betekent.", "No time left for what it means."),
        Text("Een verdrietig verhaal wegpoetsen.", "Brushing a painful story away."),
    ),
    outputs=(
        Text("8 tot 20 verhalen", "8 to 20 stories"),
        Text("3 tot 6 thema’s: onze kracht", "3 to 6 themes: our strength"),
        Text("Zinnen die we mogen gebruiken", "Sentences we may use"),
        Text("Wensen", "Wishes"),
    ),
)
