"""Rule 2: whoever is in the room sees the same state. Rule 3: and nothing they may not see."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.records import MEMBERS, facts, plain, states
from tests.frontend import bundled
from workshop.core.schema import Fact, tag_of
from workshop.core.sight import EVERYBODY
from workshop.core.state import State, fold
from workshop.core.visibility import owned, owners, redact, view
from workshop.features import CATALOGUE
from workshop.features.cards.schema import Card
from workshop.features.consent.schema import ConsentAnswer
from workshop.features.voting.schema import Dot
from workshop.tables import STATE_TABLES

ROOT = Path(__file__).parents[2]
VIEWERS: list[str | None] = [*MEMBERS, None]
any_fact = st.sampled_from(tuple(CATALOGUE.facts.values())).flatmap(facts)
unhurried = settings(deadline=None, suppress_health_check=list(HealthCheck))


def seen(fact: Fact, viewer: str | None) -> list[Fact]:
    shown = redact(fact, viewer)
    return [] if shown is None else [shown]


@pytest.mark.parametrize("kind", tuple(CATALOGUE.facts.values()), ids=tag_of)
@settings(unhurried, max_examples=20)
@given(data=st.data())
def test_folding_what_one_sees_gives_what_one_may_see(kind: type[Fact], data: st.DataObject) -> None:
    before, fact = data.draw(states(kind.op.collection)), data.draw(facts(kind))
    after = fold(before.copy(), [fact])
    for viewer in VIEWERS:
        folded = fold(view(before, viewer), seen(fact, viewer))
        assert folded.collections == view(after, viewer).collections, viewer


@pytest.mark.parametrize("kind", tuple(CATALOGUE.facts.values()), ids=tag_of)
@settings(unhurried, max_examples=20)
@given(data=st.data())
def test_only_the_owners_of_a_fact_see_more_of_it_than_everybody(
    kind: type[Fact], data: st.DataObject
) -> None:
    fact = data.draw(facts(kind))
    for viewer in MEMBERS:
        if viewer not in owners(fact):
            assert redact(fact, viewer) == redact(fact, None)


@settings(unhurried, max_examples=40)
@given(state=states("cards", "dots", "answers"))
def test_what_everybody_sees_with_the_own_things_over_it_is_what_one_may_see(state: State) -> None:
    own = owned(state)
    for viewer in VIEWERS:
        laid = view(state, None)
        for name, records in own.get(viewer or "", {}).items():
            laid.collections[name].update({record.id: record for record in records})
        assert laid.collections == view(state, viewer).collections, viewer


@settings(unhurried, max_examples=40)
@given(state=states("cards", "dots", "answers"), log=st.lists(any_fact, max_size=6))
def test_what_is_hidden_never_leaves(state: State, log: list[Fact]) -> None:
    for viewer in VIEWERS:
        shown = view(state, viewer)
        sent = [one for fact in log for one in seen(fact, viewer)]
        put = [record for fact in sent if isinstance(record := getattr(fact, "card", None), Card)]
        for card in [*shown[Card].values(), *put]:
            assert card.key is None
            shut = (card.text, card.picture, card.author) == ("", None, None)
            assert not card.hidden or card.author == viewer or shut
        assert all(viewer in (dot.member, dot.typed_by) for dot in shown[Dot].values())
        for answer in shown[ConsentAnswer].values():
            assert viewer == answer.member or (answer.revealed and not answer.strong)


@settings(unhurried, max_examples=4)
@given(
    runs=st.lists(
        st.tuples(states("cards", "community", "boards", "themes"), st.lists(any_fact, max_size=8)),
        min_size=8,
        max_size=8,
    )
)
def test_the_browser_folds_as_the_server_does(
    runs: list[tuple[State, list[Fact]]], browser_fold: Path
) -> None:
    lines = [
        json.dumps({"state": {"seq": 0, "collections": plain(state)}, "facts": msgspec.to_builtins(log)})
        for state, log in runs
    ]
    done = subprocess.run(
        ["node", str(browser_fold)], input="\n".join(lines), capture_output=True, text=True, check=True
    )
    for (state, log), line in zip(runs, done.stdout.splitlines(), strict=True):
        answer: dict[str, Any] = json.loads(line)
        assert answer.get("collections", answer) == plain(fold(state, log))


@pytest.fixture(scope="module")
def browser_fold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The browser's own fold, bundled for a program that reads lines."""
    return bundled("core/store/foldVectors.ts", tmp_path_factory.mktemp("fold"))


def test_every_record_has_a_table_with_the_same_columns() -> None:
    for name, kind in CATALOGUE.records.items():
        columns = {column.name for column in STATE_TABLES[name].columns} - {"community_id"}
        assert columns == set(kind.__struct_fields__), name


def test_these_collections_are_guarded_and_all_others_public() -> None:
    guarded = {name for name, kind in CATALOGUE.records.items() if kind.sight is not EVERYBODY}
    assert guarded == {"cards", "dots", "answers", "unclear"}
