"""The word exchange."""

from workshop.core.errors import N_
from workshop.core.feature import Feature
from workshop.features.terms import decide, reactions, schema

FEATURE = Feature(
    name="terms",
    records=(schema.Term,),
    decisions={
        schema.TermAsk: decide.ask,
        schema.TermExplain: decide.explain,
        schema.TermSay: decide.say,
        schema.TermSettle: decide.settle,
        schema.TermRemove: decide.remove,
    },
    handled=(schema.TermForms,),
    facts=(schema.TermChanged, schema.TermRemoved),
    reactions=(reactions.forget_who_said_it,),
    messages={
        "term.not_professional": N_("A professional explains this word."),
        "term.not_parent": N_("A parent says this in own words."),
        "term.not_ready": N_("This word has not come that far yet."),
    },
)
