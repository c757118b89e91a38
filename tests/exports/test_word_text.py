"""The co-written text keeps its structure; hostile content breaks nothing."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn
from msgspec.structs import replace

from exports.formats import docx
from exports.formats.word.ooxml import safe
from exports.outline.document import build
from exports.outline.model import Outline, Project
from tests.exports import lindebuurt
from tests.exports.reading import chapter, lines, opened, xml_of
from workshop.features.agreements.schema import Agreement
from workshop.features.cards.schema import Card
from workshop.features.community.decide import community_of
from workshop.features.sections.schema import Section
from workshop.features.terms.schema import Term
from workshop.vision.tree import Heading, List, Paragraph, Quote, Text, Tree

DREAM, PLAY = "section01", "section03"


def with_text(section: str, tree: Tree) -> Outline:
    texts = {**lindebuurt.texts(), section: tree}
    return build(
        lindebuurt.state(), texts, lindebuurt.PROJECT, "nl", lindebuurt.VERSION, today=lindebuurt.TODAY
    )


def paragraph(text: str, strong: bool = False) -> Paragraph:
    return Paragraph((Text(text, strong=strong),))


def numbers(data: bytes) -> list[tuple[str, str, str]]:
    """Every list item: which list, which depth, which text."""
    found = []
    for element in xml_of(data).iter(qn("w:p")):
        numbered = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if numbered is not None and numbered.find(qn("w:ilvl")) is not None:
            text = "".join(part.text or "" for part in element.iter(qn("w:t")))
            found.append((_value(numbered, "w:numId"), _value(numbered, "w:ilvl"), text))
    return found


def _value(parent: Any, tag: str) -> str:
    return str(parent.find(qn(tag)).get(qn("w:val")))


def test_headings_in_the_text_come_below_the_section() -> None:
    tree = Tree((Heading((Text("Twee"),), 2), Heading((Text("Drie"),), 3), paragraph("x")))
    under_one = chapter(docx.render(with_text(DREAM, tree)), "Onze droom")
    assert under_one[:2] == [("Heading 2", "Twee"), ("Heading 3", "Drie")]
    under_two = chapter(docx.render(with_text(PLAY, tree)), "Dit vinden wij belangrijk")
    assert ("Heading 3", "Twee") in under_two
    assert ("Heading 3", "Drie") in under_two


def test_headings_never_skip_a_level() -> None:
    tree = Tree((Heading((Text("Drie"),), 3), paragraph("x"), Heading((Text("Vier"),), 3)))
    found = chapter(docx.render(with_text(DREAM, tree)), "Onze droom")
    assert [line for line in found if line[0].startswith("Heading")][:2] == [
        ("Heading 2", "Drie"), ("Heading 3", "Vier"),
    ]  # fmt: skip


def test_bold_italic_and_line_breaks_stay() -> None:
    tree = Tree((Paragraph((Text("gewoon "), Text("vet", strong=True), Text("schuin\nnieuw", em=True))),))
    document = opened(docx.render(with_text(DREAM, tree)))
    found = next(p for p in document.paragraphs if p.text.startswith("gewoon vet"))
    assert [(run.text, bool(run.bold), bool(run.italic)) for run in found.runs] == [
        ("gewoon ", False, False), ("vet", True, False), ("schuin\nnieuw", False, True),
    ]  # fmt: skip


def test_every_numbered_list_counts_for_itself_and_lists_nest() -> None:
    inner = List(((paragraph("binnen"),),))
    first = List(((paragraph("een"), inner), (paragraph("twee"), paragraph("en verder"))), ordered=True)
    second = List(((paragraph("vier"),),), ordered=True, start=4)
    data = docx.render(with_text(DREAM, Tree((first, second))))
    items = {text: (which, depth) for which, depth, text in numbers(data)}
    assert items["een"] == items["twee"] != items["vier"]
    assert items["binnen"][1] == "1"
    assert "en verder" not in items
    starts = xml_of(data, "word/numbering.xml").iter(qn("w:startOverride"))
    assert sorted(start.get(qn("w:val")) for start in starts) == ["1", "4"]


def formats(data: bytes) -> dict[str, str]:
    """What each list item is numbered with: its text -> "decimal", "lowerLetter" … or the sign."""
    numbering = xml_of(data, "word/numbering.xml")
    definitions = {one.get(qn("w:abstractNumId")): one for one in numbering.iter(qn("w:abstractNum"))}
    lists = {
        one.get(qn("w:numId")): definitions[_value(one, "w:abstractNumId")]
        for one in numbering.iter(qn("w:num"))
    }
    found = {}
    for which, depth, text in numbers(data):
        level = next(one for one in lists[which].iter(qn("w:lvl")) if one.get(qn("w:ilvl")) == depth)
        kind = _value(level, "w:numFmt")
        found[text] = _value(level, "w:lvlText") if kind == "bullet" else kind
    return found


def test_numbered_lists_under_bullets_each_begin_anew_with_their_first_number() -> None:
    inner = [List(((paragraph(a),), (paragraph(b),)), ordered=True) for a, b in (("A", "B"), ("C", "D"))]
    outer = List(((paragraph("een"), inner[0]), (paragraph("twee"), inner[1])))
    data = docx.render(with_text(DREAM, Tree((outer,))))
    which = {text: number for number, _depth, text in numbers(data)}
    assert which["A"] == which["B"] != which["C"] == which["D"]
    numbering = xml_of(data, "word/numbering.xml")
    begun = {
        one.get(qn("w:numId")): (override.get(qn("w:ilvl")), _value(override, "w:startOverride"))
        for one in numbering.iter(qn("w:num"))
        for override in one.iter(qn("w:lvlOverride"))
    }
    assert begun[which["A"]] == begun[which["C"]] == ("1", "1")
    assert [formats(data)[text] for text in ("een", "A", "D")] == ["•", "decimal", "decimal"]


def test_what_an_item_is_numbered_with_follows_the_lists_of_its_kind_around_it() -> None:
    def inside(names: str, ordered: bool) -> List:
        more = (inside(names[1:], not ordered if names[1] in "cf" else ordered),) if names[1:] else ()
        return List(((paragraph(names[0]), *more),), ordered=ordered)

    data = docx.render(with_text(DREAM, Tree((inside("abcdefg", ordered=True),))))
    # a, b numbered; c, d, e with dots in them; f, g numbered again
    assert [formats(data)[name] for name in "abcdefg"] == [
        "decimal", "lowerLetter", "•", "–", "•", "lowerRoman", "decimal",
    ]  # fmt: skip


def test_an_item_that_begins_with_a_list_is_counted() -> None:
    inner = List(((paragraph("binnen"),),))
    data = docx.render(with_text(DREAM, Tree((List(((inner,), (paragraph("twee"),)), ordered=True),))))
    items = [(depth, text) for _which, depth, text in numbers(data)]
    begin = items.index(("1", "binnen")) - 1
    assert items[begin : begin + 3] == [("0", ""), ("1", "binnen"), ("0", "twee")]


def test_a_heading_in_an_item_is_bold() -> None:
    data = docx.render(with_text(DREAM, Tree((List(((Heading((Text("kop"),)),),)),))))
    found = next(p for p in opened(data).paragraphs if p.text == "kop")
    assert [run.bold for run in found.runs] == [True]


def test_every_paragraph_and_every_word_runs_in_its_own_direction() -> None:
    lines = ("Wij zeggen: مرحبا (hallo) 12!", "مرحبا, zegt Bram. أهلا Bram!", "1. שלום")
    data = docx.render(with_text(DREAM, Tree(tuple(paragraph(line) for line in lines))))
    found = {p.text: p for p in opened(data).paragraphs}
    bidi = [found[line]._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for line in lines]
    assert bidi == [False, True, True]
    runs = [[(run.text, bool(run.font.rtl)) for run in found[line].runs] for line in lines]
    assert runs == [
        [("Wij zeggen: ", False), ("مرحبا", True), (" (hallo) 12!", False)],
        [("مرحبا, ", True), ("zegt Bram", False), (". أهلا ", True), ("Bram", False), ("!", True)],
        [("1. שלום", True)],
    ]


def test_signs_that_nobody_sees_are_not_in_the_file() -> None:
    data = docx.render(with_text(DREAM, Tree((paragraph("bui\u00adten\u200b spe\u2060len 👩‍👧"),))))
    assert "buiten spelen 👩‍👧" in [p.text for p in opened(data).paragraphs]


def test_quotes_in_the_text_are_quotes() -> None:
    data = docx.render(with_text(DREAM, Tree((Quote((paragraph("zei oma"),)),))))
    assert ("Quote", "zei oma") in chapter(data, "Onze droom")


def test_empty_paragraphs_are_left_out() -> None:
    tree = Tree((paragraph("  "), Paragraph(()), Heading(()), List(()), Quote(()), paragraph("iets")))
    assert chapter(docx.render(with_text(DREAM, tree)), "Onze droom")[0] == ("Normal", "iets")


HOSTILE = (
    "\x00\x01\x08\x0b\x1f",
    "\ud800 los \udfff",
    "￾￿",
    "x" * 10_000,
    "👩🏽‍👧‍👦 🏳️‍🌈 e" + "\u0301" * 50,
    "\u202eomgekeerd\u202c \u2067x",
    "<w:p/> ]]> &amp; <script>alert(1)</script>",
    "مرحبا \u200f(Lindebuurt) 12",
    "a\r\nb\u2028c\td",
    "{topic} %(name)s %s",
)


def hostile() -> Outline:
    """A document that is full of what no one should type, as long as each field may be."""
    state = lindebuurt.state()
    for number, text in enumerate(HOSTILE):
        lindebuurt.put(state, "cards", Card(
            id=f"hostile{number}", board="dis-2", column="story", rank="z", text=text[:800], quote=True,
            lang=("xx", "ar", "nl")[number % 3], translation=text[:800],
        ))  # fmt: skip
        lindebuurt.put(state, "agreements", Agreement(
            id=f"hostile{number}", text=text[:800], paid_by=text[:200], start="2027-02-31", owner="p08"
        ))  # fmt: skip
        term = Term(id=f"hostile{number}", word=text[:60], plain=text[:200], state="settled")
        lindebuurt.put(state, "terms", term)
    everything = "".join(text[:40] for text in HOSTILE)
    lindebuurt.put(state, "community", replace(community_of(state), name=everything, title=everything))
    lindebuurt.put(state, "sections", *(replace(s, heading=everything) for s in state[Section].values()))
    deep: Any = paragraph(everything)
    for number in range(14):
        deep = List(((deep,),), ordered=number % 2 == 0) if number % 3 else Quote((deep,))
    texts = {**lindebuurt.texts(), DREAM: Tree((deep, *(paragraph(text) for text in HOSTILE)))}
    project = Project(*(HOSTILE[:4]))
    return build(state, texts, project, "nl", lindebuurt.VERSION, today=lindebuurt.TODAY)


def test_hostile_content_gives_a_file_that_opens() -> None:
    data = docx.render(hostile())
    text = "\n".join(line for _style, line in lines(data))
    assert "<script>alert(1)</script>" in text
    assert "x" * 10_000 in text
    assert "\u202e" not in text


def test_only_what_xml_can_hold_is_kept() -> None:
    assert safe("a\x00b\ud800c\r\nd\u2028e￾") == "abc\nd\ne"
    assert safe("👩🏽‍👧 é ti: ሰላም") == "👩🏽‍👧 é ti: ሰላም"
