"""A feature, and the catalogue: everything that the features declare, in one place to look up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from workshop.core import errors
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Command, Fact, Record, SchemaError, tag_of
from workshop.core.state import State, empty_state, fold

F = TypeVar("F", bound=Fact)
Decide = Callable[[Context, Actor, Any], list[Fact]]
"""From who wants what to what happens. Raises DomainError when it is not possible; changes nothing."""
React = Callable[[Context, Any], list[Fact]]
"""From a fact that is about to happen to what happens just before it. Refuses nothing."""
FindActor = Callable[[State, str], Actor | None]
"""From a member's id to who that is right now, or None when no longer in the group."""


@dataclass(frozen=True)
class Reaction:
    """What a feature does when a fact of another one is about to happen."""

    fact: type[Fact]
    react: React


def on(fact: type[F]) -> Callable[[Callable[[Context, F], list[Fact]]], Reaction]:
    """Make a function into a reaction to a fact.

    The function sees the state as it is before the fact; what it returns happens first. A feature
    whose records hang on a record of another one cleans up this way.
    """
    return lambda react: Reaction(fact, react)


@dataclass(frozen=True, kw_only=True)
class Feature:
    """Everything that a feature is.

    Attributes:
        name: its folder.
        records: what it keeps.
        decisions: its commands, each with the function that decides.
        handled: commands of the live connection; a handler given to the gateway answers them.
        facts: what can happen.
        reactions: what it does when something of another feature happens.
        messages: its error codes with their English messages.
        find_actor: given by the one feature that knows who is a member.
    """

    name: str
    records: tuple[type[Record], ...] = ()
    decisions: Mapping[type[Command], Decide] = field(default_factory=dict)
    handled: tuple[type[Command], ...] = ()
    facts: tuple[type[Fact], ...] = ()
    reactions: tuple[Reaction, ...] = ()
    messages: Mapping[str, str] = field(default_factory=dict)
    find_actor: FindActor | None = None


def refusal(actor: Actor, command: Command, state: State) -> str | None:
    """Return the code of why the actor may not do this, or None when it is allowed."""
    return type(command).who.check(actor, command, state)


class Catalogue:
    """What the features declare: the one truth for server, browser, database, documents and tests.

    Args:
        features: in the order in which they are listed; nothing is declared twice.
    Raises:
        SchemaError: something is declared twice, or a fact is about a record that nobody keeps.
    """

    def __init__(self, features: Iterable[Feature]) -> None:
        self.features = tuple(features)
        self.records: dict[str, type[Record]] = {}
        self.decisions: dict[type[Command], Decide] = {}
        self.commands: dict[str, type[Command]] = {}
        self.facts: dict[str, type[Fact]] = {}
        self.reactions: dict[type[Fact], list[React]] = {}
        self.messages: dict[str, str] = dict(errors.MESSAGES)
        self._find_actor: FindActor | None = None
        for feature in self.features:
            self._add(feature)
        for name, fact in self.facts.items():
            if fact.op.collection not in self.records:
                raise SchemaError(f"{name} is about {fact.op.collection}, which no feature keeps")

    def _add(self, feature: Feature) -> None:
        for record in feature.records:
            _once(self.records, record.collection, record)
        for command in (*feature.decisions, *feature.handled):
            _once(self.commands, tag_of(command), command)
        self.decisions.update(feature.decisions)
        for fact in feature.facts:
            _once(self.facts, tag_of(fact), fact)
        for reaction in feature.reactions:
            self.reactions.setdefault(reaction.fact, []).append(reaction.react)
        for code, message in feature.messages.items():
            _once(self.messages, code, message)
        if feature.find_actor is not None:
            if self._find_actor is not None:
                raise SchemaError("two features say who acts")
            self._find_actor = feature.find_actor

    # ------------------------------------------------------------------ states

    def empty_state(self) -> State:
        """Return a state without records."""
        return empty_state(self.records)

    def find_actor(self, state: State, member_id: str) -> Actor | None:
        """Return who a member is right now, or None when no longer in the group."""
        return self._find_actor(state, member_id) if self._find_actor else None

    # ------------------------------------------------------------------ deciding

    def acting(self, context: Context, member_id: str, command: Command) -> Actor:
        """Return who acts: the member, or the one without a phone for whom the core team types.

        Raises:
            DomainError: `not_signed_in`, `not_allowed`, `member.gone` or `member.only_paper`.
        """
        actor = self.find_actor(context.state, member_id)
        if actor is None:
            raise DomainError("not_signed_in")
        if command.as_member is None or command.as_member == member_id:
            return actor
        if not actor.steering or not type(command).on_behalf:
            raise DomainError("not_allowed")
        other = self.find_actor(context.state, command.as_member)
        if other is None:
            raise DomainError("member.gone")
        if not other.paper:
            raise DomainError("member.only_paper")
        return Actor(other.id, other.role, actor.steering, actor.facilitator, typed_by=actor.id)

    def authorise(self, context: Context, member_id: str, command: Command) -> Actor:
        """Return who acts, when this member may give this command now.

        Raises:
            DomainError: why not.
        """
        actor = self.acting(context, member_id, command)
        code = refusal(actor, command, context.state)
        if code is not None:
            raise DomainError(code)
        return actor

    def decide(self, context: Context, member_id: str, command: Command) -> list[Fact]:
        """Return what happens when this member gives this command now.

        Raises:
            DomainError: when it is not allowed or not possible; nothing has changed.
        """
        actor = self.authorise(context, member_id, command)
        return self.decisions[type(command)](context, actor, command)

    def carry_through(self, context: Context, facts: Iterable[Fact]) -> Iterator[Fact]:
        """Fold facts into the context's state, each with what the features do about it; yield them in order.

        Every fact is folded before it is yielded, so a reaction sees what happened before it.

        Raises:
            RuntimeError: a reaction refused, which no reaction may; the state is spoiled.
        """
        for fact in facts:
            for react in self.reactions.get(type(fact), ()):
                try:
                    before = react(context, fact)
                except DomainError as error:
                    raise RuntimeError("a reaction refused") from error
                yield from self.carry_through(context, before)
            fold(context.state, (fact,))
            yield fact


def _once(known: dict[Any, Any], key: Any, value: Any) -> None:
    if key in known:
        raise SchemaError(f"{key} is declared twice")
    known[key] = value
