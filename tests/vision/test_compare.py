"""Two versions beside each other: which sentences stayed, came, went or changed, and in which words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workshop.features.sections.schema import Section
from workshop.vision.compare import Piece, Row, compare
from workshop.vision.sentences import cut, passages, reworded
from workshop.vision.tree import Heading, List, Paragraph, Quote, Text, Tree
from workshop.vision.versions import Frozen, FrozenSection


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def version(**texts: str) -> Frozen:
    """A version with a chapter for each name; every line is a paragraph."""
    return Frozen(
        "Samen",
        [
            FrozenSection(
                Section(id=name, heading=name.title(), level=1, rank=name),
                Tree(tuple(paragraph(line) for line in text.split("\n") if line)),
            )
            for name, text in texts.items()
        ],
    )


def told(rows: tuple[Row, ...]) -> list[tuple[str, str, str]]:
    """What a row says: the change, and both sides, with what the other side lacks between brackets."""

    def side(pieces: tuple[Piece, ...]) -> str:
        return "".join(text if same else f"[{text}]" for text, same in pieces)

    return [(row.change, side(row.old), side(row.new)) for row in rows]


def test_a_sentence_stays_changes_comes_or_goes() -> None:
    old = version(dream="Wij eten samen op dinsdag. Wij groeten elkaar. De buurt is schoon.")
    new = version(dream="Wij eten samen op vrijdag. De buurt is schoon. Kinderen spelen buiten.")
    (chapter,) = compare(old, new)
    assert chapter.change == "changed"
    assert told(chapter.rows) == [
        ("changed", "Wij eten samen op[ dinsdag.]", "Wij eten samen op[ vrijdag.]"),
        ("gone", "[Wij groeten elkaar.]", ""),
        ("kept", "De buurt is schoon.", "De buurt is schoon."),
        ("new", "", "[Kinderen spelen buiten.]"),
    ]


def test_chapters_are_new_gone_or_called_otherwise() -> None:
    old, new = version(here="Ja.", gone="Weg."), version(fresh="Hallo.", here="Ja.")
    renamed = Frozen(new.title, [new.sections[0], FrozenSection(
        Section(id="here", heading="Hier", level=1, rank="a"), new.sections[1].text)])  # fmt: skip
    assert [(one.id, one.change, one.was) for one in compare(old, renamed)] == [
        ("fresh", "new", ""),
        ("here", "changed", "Here"),
        ("gone", "gone", ""),
    ]


def test_a_text_is_read_in_its_paragraphs() -> None:
    tree = Tree((
        Heading((Text("Eten"),)),
        Paragraph((Text("Wij eten. "), Text("Samen!", strong=True)), "paragraph-1"),
        List(((paragraph("Soep"), List(((paragraph("Tomaat"),),))),)),
        Quote((paragraph("Fijn."),)),
        paragraph("  "),
    ))  # fmt: skip
    assert [(one.kind, one.ids, one.sentences) for one in passages(tree)] == [
        ("heading", (), ("Eten",)),
        ("paragraph", ("paragraph-1",), ("Wij eten.", "Samen!")),
        ("item", (), ("Soep",)),
        ("item", (), ("Tomaat",)),
        ("quote", (), ("Fijn.",)),
    ]


SENTENCES = st.lists(
    st.sampled_from(["Wij eten samen.", "Wij eten vaak samen.", "Ja!", "Kom erbij."]), max_size=8
)


@given(old=SENTENCES, new=SENTENCES)
def test_both_sides_read_as_their_own_text(old: list[str], new: list[str]) -> None:
    (chapter,) = compare(version(one=" ".join(old)), version(one=" ".join(new)))
    before = ["".join(text for text, _ in row.old) for row in chapter.rows if row.old]
    after = ["".join(text for text, _ in row.new) for row in chapter.rows if row.new]
    assert (before, after) == (old, new)
    assert (chapter.change == "kept") == (old == new)


@given(text=st.text(max_size=60))
def test_cutting_loses_no_words(text: str) -> None:
    assert " ".join(cut(text)).split() == text.split()


def test_another_sentence_takes_the_place_and_the_style_of_the_old_one() -> None:
    strong = Text("Wij participeren. ", strong=True)
    tree = Tree((
        Paragraph((Text("Hallo. "), strong, Text("Iedereen is welkom.")), "paragraph-1"),
        List(((paragraph("Wij  participeren."),),)),
    ))  # fmt: skip
    assert reworded(tree, {"Wij participeren.": "Wij doen mee.", "Nergens.": "Ook niet."}) == Tree((
        Paragraph(
            (Text("Hallo. "), Text("Wij doen mee. ", strong=True), Text("Iedereen is welkom.")), "paragraph-1"
        ),
        List(((paragraph("Wij doen mee."),),)),
    ))  # fmt: skip


@given(texts=st.lists(st.text(max_size=20), max_size=3))
def test_without_better_sentences_a_text_stays_as_it_is(texts: list[str]) -> None:
    runs = tuple(Text(text, strong=n % 2 == 1) for n, text in enumerate(texts) if text)
    tree = Tree((Paragraph(runs),)) if all(texts) else Tree()
    assert reworded(tree, {"Nergens.": "Ook niet."}) == tree
