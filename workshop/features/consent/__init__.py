"""Consent rounds."""

from workshop.core.errors import N_
from workshop.core.feature import Feature
from workshop.features.consent import decide, reactions, schema

FEATURE = Feature(
    name="consent",
    records=(schema.ConsentRound, schema.ConsentAnswer, schema.Rewording),
    decisions={
        schema.ConsentOpen: decide.open_,
        schema.ConsentAbsent: decide.absent,
        schema.ConsentGive: decide.give,
        schema.ConsentReword: decide.reword,
        schema.ConsentClose: decide.close,
    },
    handled=(schema.ConsentAgain,),
    facts=(
        schema.ConsentOpened,
        schema.ConsentCounted,
        schema.ConsentAnswered,
        schema.ConsentTakenBack,
        schema.ConsentReworded,
        schema.ConsentRewordingRemoved,
        schema.ConsentClosed,
    ),
    reactions=(reactions.go_on_without,),
    messages={
        "consent.one_at_a_time": N_("There is already a round open."),
        "consent.label_used": N_("There is already a version with this number."),
        "consent.not_asked": N_("You were not asked in this round."),
        "consent.closed": N_("This round is closed."),
        "consent.reason_needed": N_("Say in a few words why. Then the group can look for a better sentence."),
        "consent.not_everyone": N_("Not everyone has answered yet."),
        "consent.too_late": N_("The last day to answer is over. The core team can choose a later one."),
        "consent.still_time": N_("Somebody who could not come may still answer."),
        "consent.too_few": N_("Too few people of one role answered. So many were agreed on at the start."),
        "consent.not_revealed": N_("Wait until everyone has answered. Then look for better words."),
        "consent.sentence_gone": N_(
            "A sentence is not in our text any more. Close this round and open a new one."
        ),
        "consent.open_objection": N_(
            "There is still an objection. Look for a better sentence together and ask again."
        ),
    },
)
