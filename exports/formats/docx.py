"""The outline as a Word document.

Real styles, real lists, real tables, tagged languages: what a screen reader, a translator and a
designer afterwards need. No text boxes, and nothing that has to be updated before it is right.
"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Cm

from exports.formats.format import Format
from exports.formats.word import numbering, styles
from exports.formats.word.ooxml import (
    bookmark,
    element,
    field,
    field_part,
    in_directions,
    link_to,
    paragraph_properties,
    right_to_left,
    safe,
    tag_language,
    tag_of,
)
from exports.outline.model import (
    Block,
    Cell,
    Chapter,
    Heading,
    List,
    Outline,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    Voice,
)

PICTURE = Path(__file__).parents[1] / "pictures" / "village.png"
BODY_WIDTH = 16.0
FOOTER_LENGTH = 70
SMALL_TABLE = 8
"""A table of so many rows is kept on one page."""
PARAGRAPH_STYLES = {"body": "Normal", "lead": "In Short", "note": "Note"}


def render(outline: Outline) -> bytes:
    """The document as the bytes of a .docx file."""
    return _Writer(outline).bytes()


FORMAT = Format(
    id="docx",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    render=render,
)


class _Writer:
    """Writes one outline from the first page to the last."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.document: Any = Document()
        self.text: Any = None
        """The paragraph of text that was written just now: a voice or a table stays with it."""
        _without_thumbnail(self.document)
        styles.dress(self.document, outline.language)
        self.styles = {style.name: style.style_id for style in self.document.styles}

    def bytes(self) -> bytes:
        self._properties()
        self._cover()
        self._contents()
        for number, chapter in enumerate(self.outline.chapters, start=1):
            self._chapter(chapter, number)
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _paragraph(self, style: str) -> Any:
        """A new paragraph. Looking a style up by its name takes longer than all the rest."""
        paragraph = self.document.add_paragraph()
        self._dress(paragraph, style)
        return paragraph

    def _dress(self, paragraph: Any, style: str) -> None:
        if style != "Normal":
            paragraph._p.style = self.styles[style]

    # ----------------------------------------------------------------- around the text

    def _properties(self) -> None:
        outline = self.outline
        core = self.document.core_properties
        made = datetime.combine(outline.day, time(), UTC)
        core.title = safe(outline.cover.title)[:255]
        core.subject = safe(outline.labels.subject)[:255]
        core.author = core.last_modified_by = safe(outline.community)[:255]
        core.language = tag_of(outline.language)
        core.version = safe(outline.version)[:255]
        core.comments = core.keywords = core.category = ""
        core.created = core.modified = made
        core.revision = 1

    def _page(self, section: Any, side: float, top: float) -> None:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(side)
        section.top_margin, section.bottom_margin = Cm(top), Cm(2.3)
        section.header_distance, section.footer_distance = Cm(0.8), Cm(1.1)

    def _cover(self) -> None:
        cover = self.outline.cover
        self._page(self.document.sections[0], 0.8, 0.8)
        paragraph = self._paragraph("Cover Picture")
        shape = paragraph.add_run().add_picture(str(PICTURE), width=Cm(19.4))
        shape._inline.docPr.set("descr", self.outline.labels.picture)
        shape._inline.docPr.set("name", "village")
        for style, text in (
            ("Cover Kicker", cover.kicker),
            ("Title", cover.title),
            ("Subtitle", cover.subtitle),
            ("Cover Status", cover.status),
            *(("Cover Line", line) for line in cover.lines),
        ):
            self._line(text, style)

    def _contents(self) -> None:
        """A real table of contents, already filled in; without numbers it is never wrong."""
        body = self.document.add_section(WD_SECTION.NEW_PAGE)
        self._page(body, 2.5, 2.5)
        self._footer(body)
        self._line(self.outline.labels.contents, "TOC Heading")
        last = len(self.outline.chapters)
        for number, chapter in enumerate(self.outline.chapters, start=1):
            paragraph = self._paragraph("toc 1")
            if number == 1:
                field_part(paragraph, "begin")
                field_part(paragraph, 'TOC \\o "1-1" \\h \\n')
                field_part(paragraph, "separate")
            link_to(paragraph, safe(chapter.title).replace("\n", " "), _place(number))
            if number == last:
                field_part(paragraph, "end")

    def _footer(self, section: Any) -> None:
        section.footer.is_linked_to_previous = False
        paragraph = section.footer.paragraphs[0]
        title = " ".join(safe(self.outline.cover.title).split())
        title = title if len(title) <= FOOTER_LENGTH else title[: FOOTER_LENGTH - 1] + "…"
        about = f"{title} ({self.outline.labels.draft})" if self.outline.draft else title
        run = paragraph.add_run(f"{about}  ·  ")
        tag_language(run, right_to_left(title), "")
        field(paragraph, "PAGE", "2")

    # ----------------------------------------------------------------------- the text

    def _chapter(self, chapter: Chapter, number: int) -> None:
        paragraph = self._line(chapter.title, "Heading 1")
        if chapter.new_page:
            top = element("spacing", before=0)
            paragraph_properties(paragraph, element("pageBreakBefore"), top)
        bookmark(paragraph, _place(number), number)
        for block in chapter.blocks:
            if isinstance(block, Voice | Table) and self.text is not None:
                paragraph_properties(self.text, element("keepNext"))
            self.text = None
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self.text = self._spans(block.spans, PARAGRAPH_STYLES[block.kind])
            case Heading():
                self._spans(block.spans, f"Heading {block.level}")
            case List():
                self._list(block, ())
            case Quote():
                self._quote(block)
            case Voice():
                self._voice(block)
            case Table():
                self._table(block)

    def _line(self, text: str, style: str, lang: str = "") -> Any:
        """A paragraph in one style and one language."""
        paragraph = self._paragraph(style)
        text = safe(text)
        right = right_to_left(text, lang)
        self._runs(paragraph, text, right, lang)
        if right:
            paragraph_properties(paragraph, element("bidi"))
        return paragraph

    def _runs(self, paragraph: Any, text: str, right: bool, lang: str = "") -> list[Any]:
        """A text as runs, one for each direction; `right`: that of the paragraph."""
        runs = []
        for piece, side in in_directions(text, right):
            run = paragraph.add_run()
            for number, line in enumerate(piece.split("\n")):
                if number:
                    run.add_break(WD_BREAK.LINE)
                run.add_text(line)
            tag_language(run, side, lang)
            runs.append(run)
        return runs

    def _spans(self, spans: Spans, style: str) -> Any:
        paragraph = self._paragraph(style)
        self._write(paragraph, spans)
        return paragraph

    def _write(self, paragraph: Any, spans: Spans) -> None:
        right = right_to_left("".join(safe(span.text) for span in spans), spans[0].lang if spans else "")
        for span in spans:
            for run in self._runs(paragraph, safe(span.text), right, span.lang):
                run.bold = span.strong or None
                run.italic = span.em or None
                if run.bold or run.italic:
                    self._complex_marks(run, span.strong, span.em)
        if right:
            paragraph_properties(paragraph, element("bidi"))

    def _complex_marks(self, run: Any, strong: bool, em: bool) -> None:
        """Right-to-left scripts have bold and italics of their own."""
        run.font.cs_bold = strong or None
        run.font.cs_italic = em or None

    def _list(self, block: List, around: tuple[List, ...]) -> None:
        """A list with the lists around it, the outermost first."""
        style = "In Short" if block.lead else "List Number" if block.ordered else "List Bullet"
        depth = min(len(around), numbering.DEEPEST)
        alike = sum(outer.ordered == block.ordered for outer in around)
        if block.ordered:
            number = numbering.new_count(self.document, block.start, depth, alike)
        else:
            number = numbering.bullets(depth, alike)
        for item in block.items:
            if not isinstance(item[0], Paragraph | Heading):
                self._item((), style, number, depth)  # it is counted, and has its sign
            for position, inner in enumerate(item):
                if isinstance(inner, List):
                    self._list(inner, (*around, block))
                elif isinstance(inner, Paragraph | Heading):
                    self._item(_spans_in_item(inner), style, number if position == 0 else None, depth)
                else:
                    self._block(inner)

    def _item(self, spans: Spans, style: str, number: int | None, depth: int) -> None:
        """A paragraph of a list item: the first carries the bullet, the rest stand under it."""
        paragraph = self._spans(spans, style)
        numbered = element("numPr")
        if number is not None:
            numbered.append(element("ilvl", val=depth))
        numbered.append(element("numId", val=number or 0))
        paragraph_properties(paragraph, numbered)
        if number is None:
            paragraph_properties(paragraph, element("ind", left=numbering.INDENT * (depth + 1)))

    def _quote(self, block: Quote) -> None:
        for inner in block.blocks:
            if isinstance(inner, Paragraph):
                paragraph = self._spans(inner.spans, "Quote")
                paragraph_properties(paragraph, element("keepNext", val="0"))
            else:
                self._block(inner)

    def _voice(self, block: Voice) -> None:
        self._line(f"“{block.text}”", "Quote", lang=block.lang)
        if block.translation:
            self._line(f"“{block.translation}”", "Quote Translation")
        self._line(f"– {block.by}", "Quote By")

    # --------------------------------------------------------------------- the tables

    def _table(self, block: Table) -> None:
        self._line(block.caption, "Caption")
        table = self.document.add_table(rows=0, cols=len(block.header))
        table.autofit = False
        _look(table, block.caption)
        widths = [Cm(BODY_WIDTH * share / 100) for share in block.widths]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        head = self._row(table, widths)
        head._tr.get_or_add_trPr().append(element("tblHeader"))
        for target, title in zip(head.cells, block.header, strict=True):
            _shade(target, styles.LEAF)
            self._fill(target, Cell(((Span(title),),)), "Table Head")
        for number, cells in enumerate(block.rows, start=1):
            row = self._row(table, widths)
            for target, cell in zip(row.cells, cells, strict=True):
                self._fill(target, cell, "Table Note" if cell.muted else "Table Text")
            if len(block.rows) <= SMALL_TABLE and number < len(block.rows):
                for target in row.cells:
                    paragraph_properties(target.paragraphs[0], element("keepNext"))
        self._paragraph("After Table")

    def _row(self, table: Any, widths: list[Any]) -> Any:
        """A row that no page break tears apart."""
        row = table.add_row()
        row._tr.get_or_add_trPr().append(element("cantSplit"))
        for target, width in zip(row.cells, widths, strict=True):
            target.width = width
        return row

    def _fill(self, target: Any, cell: Cell, style: str) -> None:
        """Each line a paragraph; a cell always has one, also when it is empty."""
        first = target.paragraphs[0]
        for number, spans in enumerate(cell.lines or ((),)):
            paragraph = first if number == 0 else target.add_paragraph()
            self._dress(paragraph, style)
            self._write(paragraph, spans)


def _spans_in_item(block: Paragraph | Heading) -> Spans:
    """A heading in a list is its item's words, in bold."""
    strong = isinstance(block, Heading)
    return tuple(replace(span, strong=span.strong or strong) for span in block.spans)


def _without_thumbnail(document: Any) -> None:
    """The empty document that python-docx starts with brings a picture of itself."""
    relations = document.part.package.rels
    for name in [name for name, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[name]


def _place(number: int) -> str:
    return f"_Toc{number:06d}"


def _shade(target: Any, color: str) -> None:
    target._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=color))


def _look(table: Any, title: str) -> None:
    """Lines between the rows, room in the cells, the first row marked as the header, a name."""
    properties = table._tbl.tblPr
    for tag in ("w:tblStyle", "w:tblBorders", "w:tblCellMar", "w:tblLook"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    borders = element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(element(side, val="single", sz=6, space=0, color=styles.SAND))
    margins = element("tblCellMar")
    for side, width in (("top", 60), ("left", 110), ("bottom", 60), ("right", 110)):
        margins.append(element(side, w=width, type="dxa"))
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    layout.addnext(margins)
    margins.addnext(
        look := element(
            "tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1
        )
    )
    look.addnext(element("tblCaption", val=safe(title)))
