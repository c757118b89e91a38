"""The file for everyone: structure, languages, sizes and descriptions, read from its XML."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml.ns import qn

from exports.formats import docx
from exports.formats.word import styles
from exports.formats.word.ooxml import right_to_left, tag_of
from tests.exports import lindebuurt
from tests.exports.reading import lines, opened, parts_of, xml_of

SHAPES = ("txbxContent", "textbox", "pict", "object", "wsp")


@pytest.fixture(scope="module")
def data() -> bytes:
    return docx.render(lindebuurt.outline())


def local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def runs_with(data: bytes, text: str) -> list[Any]:
    runs = xml_of(data).iter(qn("w:r"))
    return [run for run in runs if text in "".join(part.text or "" for part in run.iter(qn("w:t")))]


def languages(run: Any) -> dict[str, str]:
    lang = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
    found = dict(lang.attrib) if lang is not None else {}
    return {str(name).rpartition("}")[2]: value for name, value in found.items()}


def test_real_headings_are_used(data: bytes) -> None:
    document = opened(data)
    for level in (1, 2, 3):
        outline = document.styles[f"Heading {level}"].element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        assert outline.get(qn("w:val")) == str(level - 1)
    assert sum(paragraph.style.name == "Title" for paragraph in document.paragraphs) == 1


def test_headings_never_skip_a_level(data: bytes) -> None:
    levels = [int(p.style.name[-1]) for p in opened(data).paragraphs if p.style.name.startswith("Heading")]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


def test_headings_stay_with_what_follows(data: bytes) -> None:
    document = opened(data)
    for name in ("Heading 1", "Heading 2", "Heading 3", "Caption", "Table Head"):
        assert document.styles[name].paragraph_format.keep_with_next


@pytest.mark.parametrize(("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_language_of_the_document_is_set(language: str, tag: str) -> None:
    data = docx.render(lindebuurt.outline(language=language))
    default = xml_of(data, "word/styles.xml").find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert default.get(qn("w:val")) == tag
    assert opened(data).core_properties.language == tag


def test_the_properties_name_the_community_and_no_person(data: bytes) -> None:
    core = opened(data).core_properties
    assert core.title == "Samen groot in de Lindebuurt"
    assert core.subject == "Pedagogische visie"
    assert core.author == core.last_modified_by == "Lindebuurt"
    assert core.comments == core.keywords == ""


@pytest.mark.parametrize(("text", "tag"), [("Kızım parkta", "tr-TR"), ("Pielęgniarka", "pl-PL")])
def test_words_in_another_language_are_tagged(data: bytes, text: str, tag: str) -> None:
    assert {languages(run)["val"] for run in runs_with(data, text)} == {tag}


def test_arabic_runs_from_right_to_left(data: bytes) -> None:
    runs = runs_with(data, "أحلم")
    assert runs
    for run in runs:
        assert run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
        assert languages(run) == {"bidi": "ar-SA"}
        assert run.getparent().find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None


def test_every_table_has_a_header_row_that_returns_and_rows_that_stay_whole(data: bytes) -> None:
    tables = list(xml_of(data).iter(qn("w:tbl")))
    assert len(tables) == 3
    for table in tables:
        rows = table.findall(qn("w:tr"))
        marked = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        assert marked == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        assert not list(table.iter(qn("w:vMerge"), qn("w:gridSpan")))


def test_no_text_boxes_and_every_picture_is_described(data: bytes) -> None:
    tree = xml_of(data)
    assert not [element for element in tree.iter() if local(element) in SHAPES]
    pictures = [element for element in tree.iter() if local(element) == "docPr"]
    assert [picture.get("descr", "")[:9] for picture in pictures] == ["Tekening:"]
    assert not [element for element in tree.iter() if local(element) == "anchor"]


def test_no_style_in_use_is_smaller_than_twelve_points(data: bytes) -> None:
    document = opened(data)
    used = {style for style, text in lines(data) if text}
    assert {"Normal", "Title", "Quote By", "Table Text", "toc 1"} <= used
    for name in used:
        assert _points(document.styles[name]) >= 12, name
    assert not list(xml_of(data).iter(qn("w:sz")))


def _points(style: Any) -> float:
    while style is not None:
        if style.font.size is not None:
            return float(style.font.size.pt)
        style = style.base_style
    return styles.BODY_SIZE


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("text", "ground"),
    [(styles.INK, "FFFFFF"), (styles.SOFT, "FFFFFF"), (styles.BRICK, "FFFFFF"), (styles.LEAF, "FFFFFF"),
     (styles.WHITE, styles.LEAF)],
)  # fmt: skip
def test_colours_have_enough_contrast(text: str, ground: str) -> None:
    high, low = sorted((luminance(text), luminance(ground)), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_pages_are_numbered_after_the_title_page(data: bytes) -> None:
    footers = [name for name in parts_of(data) if name.startswith("word/footer")]
    instructions = [
        code.text.strip() for name in footers for code in xml_of(data, name).iter(qn("w:instrText"))
    ]
    assert instructions == ["PAGE"]
    assert opened(data).sections[0].footer.is_linked_to_previous


def test_the_contents_are_filled_in_and_every_link_arrives(data: bytes) -> None:
    tree = xml_of(data)
    places = {mark.get(qn("w:name")) for mark in tree.iter(qn("w:bookmarkStart"))}
    links = [link.get(qn("w:anchor")) for link in tree.iter(qn("w:hyperlink"))]
    assert len(links) == len(lindebuurt.outline().chapters)
    assert set(links) == places
    kinds = [mark.get(qn("w:fldCharType")) for mark in tree.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [("Hallo", "ar", False), ("مرحبا", "nl", True), ("1 –", "ar", True), ("", "he", True), ("1", "", False)],
)
def test_direction_follows_the_first_letter(text: str, language: str, expected: bool) -> None:
    assert right_to_left(text, language) is expected


def test_unknown_languages_keep_their_own_code() -> None:
    assert tag_of("tig") == "tig"
