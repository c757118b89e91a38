"""What, who, when, who pays."""

from workshop.core.feature import Feature
from workshop.features.agreements import decide, reactions, schema

FEATURE = Feature(
    name="agreements",
    records=(schema.Agreement,),
    decisions={
        schema.AgreementAdd: decide.add,
        schema.AgreementEdit: decide.edit,
        schema.AgreementRemove: decide.remove,
    },
    facts=(schema.AgreementChanged, schema.AgreementRemoved),
    reactions=(reactions.unlink_a_card, reactions.open_it_again),
)
