"""Cards."""

from workshop.core.errors import N_
from workshop.core.feature import Feature
from workshop.features.cards import decide, reactions, schema

FEATURE = Feature(
    name="cards",
    records=(schema.Card,),
    decisions={
        schema.CardAdd: decide.add,
        schema.CardEdit: decide.edit,
        schema.CardMove: decide.move,
        schema.CardWithdraw: decide.withdraw,
        schema.CardQuote: decide.quote,
    },
    facts=(
        schema.CardAdded,
        schema.CardEdited,
        schema.CardRevealed,
        schema.CardUnnamed,
        schema.CardMoved,
        schema.CardQuotable,
        schema.CardWithdrawn,
    ),
    reactions=(reactions.reveal_with_the_board, reactions.forget_as_origin, reactions.take_the_name_off),
    messages={
        "card.changed": N_("Somebody just changed this. Look at it first, then try again."),
        "card.not_yours": N_("Only the writer can change this card."),
        "card.no_key": N_("A card without a name needs a key from your device."),
        "card.no_pictures": N_("There are no pictures to choose from here."),
        "card.hidden": N_("This card is still hidden."),
    },
)
