"""A text as plain records."""

from __future__ import annotations

from typing import Any

import pytest
from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from tests.vision.writer import Writer
from workshop.vision import tree
from workshop.vision.schema import mark_name
from workshop.vision.seed import seed_text
from workshop.vision.tree import Heading, List, Paragraph, Quote, Text, Tree


def example() -> Doc[Any]:
    doc: Doc[Any] = Doc(client_id=1)
    fragment = doc.get("text", type=XmlFragment)

    def block(parent: XmlFragment | XmlElement, tag: str, text: str = "", **attributes: Any) -> XmlElement:
        element = XmlElement(tag, attributes)
        parent.children.append(element)
        if text:
            content = XmlText()
            element.children.append(content)
            content.insert(0, text)
        return element

    block(fragment, "heading", "Kop", level=3)
    rich = block(fragment, "paragraph", "gewoon vet schuin", id="p-1")
    content = rich.children[0]
    assert isinstance(content, XmlText)
    content.format(7, 10, {"strong--aB3+dE/=": {}})
    content.format(11, 17, {"em": {}})
    rich.children.append(XmlElement("hard_break"))
    after = XmlText()
    rich.children.append(after)
    after.insert(0, "volgende regel")
    listing = block(fragment, "ordered_list", order=3)
    item = block(listing, "list_item")
    block(item, "paragraph", "een")
    inner = block(item, "bullet_list")
    block(block(inner, "list_item"), "paragraph", "binnen")
    block(block(fragment, "blockquote"), "paragraph", "citaat")
    return doc


EXPECTED = Tree(
    blocks=(
        Heading(runs=(Text("Kop"),), level=3),
        Paragraph(
            runs=(
                Text("gewoon "),
                Text("vet", strong=True),
                Text(" "),
                Text("schuin", em=True),
                Text("\nvolgende regel"),
            ),
            id="p-1",
        ),
        List(
            ordered=True,
            start=3,
            items=(
                (
                    Paragraph(runs=(Text("een"),)),
                    List(items=((Paragraph(runs=(Text("binnen"),)),),)),
                ),
            ),
        ),
        Quote(blocks=(Paragraph(runs=(Text("citaat"),)),)),
    )
)


def test_a_document_becomes_records() -> None:
    assert tree.tree_of(example()) == EXPECTED


def test_the_records_go_to_json_and_back() -> None:
    assert tree.from_json(tree.to_json(EXPECTED)) == EXPECTED


def test_only_the_words() -> None:
    assert tree.plain_text(EXPECTED).split("\n") == [
        "Kop",
        "gewoon vet schuin",
        "volgende regel",
        "een",
        "binnen",
        "citaat",
    ]


def test_unknown_things_are_left_out() -> None:
    writer = Writer(1)
    writer.paragraph("weg", tag="script")
    writer.paragraph("blijft", level="zeven", id=7)
    writer.paragraph("kop", tag="heading", level=1e300)
    writer.fragment.children.append("los")
    assert tree.tree_of(writer.doc).blocks == (
        Paragraph(runs=(Text("blijft"),)),
        Heading(runs=(Text("kop"),), level=2),
    )


def test_deep_nesting_is_cut_off() -> None:
    doc: Doc[Any] = Doc(client_id=1)
    parent: XmlFragment | XmlElement = doc.get("text", type=XmlFragment)
    with doc.transaction():
        for _ in range(3000):
            element = XmlElement("blockquote")
            parent.children.append(element)
            parent = element
    found = tree.tree_of(doc)
    assert found.cut
    assert tree.plain_text(found) == ""


def test_a_very_long_text_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_CHARACTERS", 10)
    monkeypatch.setattr(tree, "MAX_BLOCKS", 2)
    doc: Doc[Any] = Doc()
    doc.apply_update(seed_text(["twaalf of dertien", "twee", "drie"]))
    found = tree.tree_of(doc)
    assert found.cut and tree.plain_text(found) == "twaalf of \n"


def test_names_of_overlapping_marks() -> None:
    assert mark_name("strong--aB3+dE/=") == "strong"
    assert mark_name("em") == "em"
    assert mark_name("strong--x") == "strong--x"
