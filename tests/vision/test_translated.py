"""Two languages side by side: which paragraph a translation belongs to, and whether it still fits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workshop.vision import translated
from workshop.vision.translated import MAX_KEPT, Pair, Row, beside, paragraphs, tidy, too_much, written
from workshop.vision.tree import Heading, List, Paragraph, Text, Tree

EAT, PLAY = "Wij eten samen op dinsdag.", "Kinderen spelen veilig buiten."
EAT_SO, PLAY_SO = "Talaadada waan wada cunnaa.", "Carruurtu si nabad ah ayay dibadda ugu ciyaaraan."


def text(*lines: str) -> Tree:
    return Tree(tuple(Paragraph((Text(line),)) for line in lines))


def told(rows: list[Row]) -> list[tuple[str, str, str]]:
    """Every paragraph, without the heading."""
    return [(row.original, row.state, row.words) for row in rows if row.kind != "title"]


def test_a_paragraph_with_the_words_that_were_translated_has_its_translation() -> None:
    rows = beside("Samen", text(EAT, PLAY), [Pair(PLAY, PLAY_SO)])
    assert rows[0] == Row("title", "Samen", "missing")
    assert told(rows) == [(EAT, "missing", ""), (PLAY, "kept", PLAY_SO)]


def test_a_paragraph_that_moves_takes_its_translation_along() -> None:
    pairs = [Pair(EAT, EAT_SO), Pair(PLAY, PLAY_SO)]
    assert told(beside("", text(PLAY, EAT), pairs)) == [(PLAY, "kept", PLAY_SO), (EAT, "kept", EAT_SO)]


def test_a_paragraph_that_changed_has_a_translation_that_is_behind_and_shows_how() -> None:
    now = "Wij eten samen op vrijdag."
    row = beside("", text(now), [Pair(EAT, EAT_SO)])[1]
    assert (row.state, row.words, row.was) == ("behind", EAT_SO, EAT)
    assert [piece for piece, same in row.old if not same] == [" dinsdag."]
    assert [piece for piece, same in row.new if not same] == [" vrijdag."]


def test_a_paragraph_that_says_something_else_has_none() -> None:
    assert told(beside("", text("De bus rijdt niet meer."), [Pair(EAT, EAT_SO)])) == [
        ("De bus rijdt niet meer.", "missing", "")
    ]


def test_of_two_paragraphs_that_are_much_alike_each_finds_its_own() -> None:
    monday, friday = "Wij eten samen op maandag in de zaal.", "Wij eten samen op vrijdag in de zaal."
    pairs = [Pair(friday, "jimce"), Pair(monday, "isniin")]
    now = text(f"{monday} Welkom.", f"{friday} Welkom.")
    assert [words for _, _, words in told(beside("", now, pairs))] == ["isniin", "jimce"]


def test_headings_and_items_of_lists_are_translated_too() -> None:
    item = (Paragraph((Text("Brood"),)),)
    tree = Tree((Heading((Text("Eten"),)), List((item,))))
    assert [(kind, words) for kind, words in paragraphs("Samen", tree)] == [
        ("title", "Samen"),
        ("heading", "Eten"),
        ("item", "Brood"),
    ]


def test_a_new_translation_of_what_changed_leaves_the_earlier_one_to_earlier_versions() -> None:
    now = "Wij eten samen op vrijdag."
    pairs = written([Pair(EAT, EAT_SO)], now, "Jimcaha", was=EAT)
    assert told(beside("", text(now), pairs)) == [(now, "kept", "Jimcaha")]
    assert told(beside("", text(EAT), pairs)) == [(EAT, "kept", EAT_SO)]
    other = "Wij eten samen op zondag."
    assert told(beside("", text(now, other), pairs)) == [(now, "kept", "Jimcaha"), (other, "missing", "")]


def test_a_translation_is_changed_and_taken_away() -> None:
    pairs = written([Pair(EAT, EAT_SO)], EAT, "Anders")
    assert pairs == [Pair(EAT, "Anders")]
    assert written(pairs, EAT, "") == []


def test_taking_away_what_is_behind_takes_it_away() -> None:
    now = "Wij eten samen op vrijdag."
    assert written([Pair(EAT, EAT_SO)], now, "", was=EAT) == []


def test_what_is_of_the_past_makes_room() -> None:
    past = [Pair(f"oud {n}", "x", past=True) for n in range(MAX_KEPT)]
    after = written(past, "nieuw", "y")
    assert len(after) == MAX_KEPT and after[-1] == Pair("nieuw", "y") and after[0] == past[1]
    assert not too_much(after)
    assert too_much([Pair(f"{n}", "x") for n in range(MAX_KEPT + 1)])
    assert too_much([Pair("x" * translated.MAX_LETTERS, "x")])


WORDS = st.lists(st.sampled_from(["wij", "eten", "samen", "spelen", "buiten", "op", "dinsdag"]), min_size=1)
LINES = st.lists(WORDS.map(" ".join), max_size=6)


@given(LINES, LINES, st.randoms())
def test_what_stayed_keeps_its_translation_whatever_happens_around_it(
    kept: list[str], others: list[str], chance: object
) -> None:
    pairs: list[Pair] = []
    for line in kept:
        pairs = written(pairs, line, f"[{line}]")
    now = [*kept, *others]
    chance.shuffle(now)  # type: ignore[attr-defined]
    rows = beside("Kop", text(*now), pairs)
    assert [row.original for row in rows] == ["Kop", *map(tidy, now)]
    for row in rows[1:]:
        if row.original in kept:
            assert (row.state, row.words) == ("kept", f"[{row.original}]")
        elif row.state == "behind":
            assert row.was in kept and row.words == f"[{row.was}]" and row.was not in now
            assert "".join(piece for piece, _ in row.new).strip() == row.original
    behind = [row.was for row in rows if row.state == "behind"]
    assert len(behind) == len(set(behind))


@given(st.lists(st.tuples(LINES.map("".join), LINES.map("".join), LINES.map("".join)), max_size=12))
def test_there_is_never_more_than_one_translation_of_the_same_words(acts: list[tuple[str, str, str]]) -> None:
    pairs: list[Pair] = []
    for original, words, was in acts:
        pairs = written(pairs, original, words, was)
        assert len({pair.original for pair in pairs}) == len(pairs)
        if words and original != was:
            assert pairs[-1] == Pair(tidy(original), words)
