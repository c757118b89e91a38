"""Who takes part, and the core team."""

from workshop.core.errors import N_
from workshop.core.feature import Feature
from workshop.features.members import decide, schema
from workshop.features.members.actors import actor_of

FEATURE = Feature(
    name="members",
    records=(schema.Member, schema.SeatHolder),
    decisions={
        schema.MemberAdd: decide.add,
        schema.MemberEdit: decide.edit,
        schema.MemberRemove: decide.remove,
        schema.SeatGive: decide.give_seat,
    },
    facts=(
        schema.MemberJoined,
        schema.MemberEdited,
        schema.MemberRemoved,
        schema.SeatGiven,
        schema.SeatEmptied,
    ),
    messages={
        "member.gone": N_("This person is no longer in the group."),
        "member.only_paper": N_("You can only type for somebody without a phone."),
        "seat.wrong_role": N_("This seat is for somebody with another role."),
    },
    find_actor=actor_of,
)
