"""The vision document as a neutral outline: a pure function of state and text.

Nothing in here leaves a community that its people did not agree to: cards are only quoted through
`voices.quotable`, names only stand behind agreements.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from exports.outline import chapters, voices
from exports.outline.model import Block, Chapter, Cover, Heading, Labels, Outline, Project, note, plain
from exports.outline.passages import passages
from exports.outline.translations import Translations, translated
from exports.outline.words import Words
from workshop.core.state import State
from workshop.features.community.decide import community_of
from workshop.features.sections.schema import Section
from workshop.features.versions.schema import Version
from workshop.vision.tree import Tree

__all__ = ["Outline", "Project", "build", "file_name"]


def build(
    state: State,
    texts: Mapping[str, Tree],
    project: Project,
    language: str,
    version: Version | None = None,
    *,
    today: date,
    translations: Translations | None = None,
) -> Outline:
    """The whole document.

    Args:
        state: the full state of the community.
        texts: the text of each section by its id: the adopted version's, or the current draft.
        project: who stands behind it.
        language: the language of the community.
        version: the adopted version, or None for a draft.
        today: the day on which the document is made.
        translations: what stands under each part in another language.
    """
    words = Words(language)
    return Outline(
        language=language,
        community=community_of(state).name,
        version=version.label if version else "",
        day=_day(version, today),
        cover=_cover(state, project, words, version, today),
        chapters=(
            *_TextChapters(state, texts, words, version is None, translations).all(),
            chapters.made(state, words),
            chapters.took_part(state, words),
            chapters.neighbourhood_voices(state, words),
            chapters.glossary(state, words),
            chapters.onward(state, words, today),
            chapters.colophon(state, project, words, version, today),
        ),
        labels=_labels(words),
    )


def file_name(outline: Outline, extension: str = "docx") -> str:
    """A file name that every system takes, such as Visie_Lindebuurt_v1.0.docx."""
    bare = re.sub(r"\([^)]*\)", " ", outline.community)
    folded = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode()
    place = re.sub(r"[^A-Za-z0-9]+", "_", folded).strip("_")[:60]
    draft = f"{outline.labels.draft.lower()}_{outline.day.isoformat()}"
    last = f"v{outline.version}" if outline.version else draft
    return "_".join(part for part in (outline.labels.file_stem, place, last) if part) + f".{extension}"


def _day(version: Version | None, today: date) -> date:
    try:
        return date.fromisoformat((version.adopted or version.date) if version else "")
    except ValueError:
        return today


def _labels(words: Words) -> Labels:
    return Labels(
        contents=words.gettext("What is in it"),
        picture=words.gettext("Drawing: houses around a big tree, with parents and children outside."),
        subject=words.gettext("Pedagogical vision"),
        file_stem=words.gettext("Vision"),
        draft=words.gettext("Draft"),
    )


def _cover(state: State, project: Project, words: Words, version: Version | None, today: date) -> Cover:
    community = community_of(state)
    if version is None:
        status = words.gettext("Draft of %(day)s", day=words.day(today))
    else:
        status = words.gettext(
            "Version %(label)s, agreed on %(day)s",
            label=version.label,
            day=words.day(version.adopted or version.date),
        )
    return Cover(
        kicker=words.gettext("Pedagogical vision"),
        title=community.title.strip()
        or words.gettext("The vision of %(community)s", community=community.name),
        subtitle=words.gettext("Learning community %(community)s", community=community.name),
        status=status,
        lines=tuple(line.strip() for line in (project.name, project.owner) if line.strip()),
    )


class _TextChapters:
    """The written sections as chapters: the page in short first, then in the group's order."""

    def __init__(
        self,
        state: State,
        texts: Mapping[str, Tree],
        words: Words,
        draft: bool,
        translations: Translations | None,
    ) -> None:
        self.state = state
        self.texts = texts
        self.words = words
        self.draft = draft
        self.translations = translations
        self.quoted: set[str] = set()

    def all(self) -> list[Chapter]:
        """Every chapter with written text."""
        sections = self._sections()
        summary = next((section for section in sections if section.kind == "summary"), None)
        written = self._written([section for section in sections if section is not summary])
        if not any(self._lists_agreements(section) for section in sections):
            table = chapters.agreements(self.state, self.words)
            written.append(Chapter(self.words.gettext("This is what we agree"), (table,)))
        return [self._summary(summary), *written]

    def _lists_agreements(self, section: Section) -> bool:
        block = voices.process_of(self.state).block(section.block)
        return block is not None and block.kind == "agreements"

    def _sections(self) -> list[Section]:
        """In a draft what is not put aside; in a version what was in its text."""
        kept = self.state[Section].values()
        shown = [s for s in kept if not s.removed or (not self.draft and s.id in self.texts)]
        return sorted(shown, key=lambda section: (section.rank, section.id))

    def _summary(self, section: Section | None) -> Chapter:
        title = section.heading if section else self.words.gettext("In short")
        blocks = passages(self.texts.get(section.id, Tree()), 1, lead=True) if section else ()
        other = self._translated(section, 1) if section else []
        return Chapter(title, (*(blocks or (self._empty(),)), *other), new_page=True)

    def _translated(self, section: Section, level: int) -> list[Block]:
        if self.translations is None:
            return []
        text = self.texts.get(section.id, Tree())
        return translated(section.id, section.heading, text, self.translations, level)

    def _empty(self) -> Block:
        return note(self.words.gettext("There is no text here yet."))

    def _written(self, sections: list[Section]) -> list[Chapter]:
        grouped: list[tuple[Section, list[Block]]] = []
        for position, section in enumerate(sections):
            following = sections[position + 1] if position + 1 < len(sections) else None
            opens = section.level == 1 and following is not None and following.level == 2
            if section.level == 1 or not grouped:
                grouped.append((section, self._content(section, 1, opens)))
            else:
                blocks = grouped[-1][1]
                blocks.append(Heading(plain(section.heading)))
                blocks += self._content(section, 2, False)
        return [
            Chapter(section.heading, tuple(blocks), new_page=number == 0)
            for number, (section, blocks) in enumerate(grouped)
        ]

    def _content(self, section: Section, level: int, opens: bool) -> list[Block]:
        """The text, one voice from behind it, and the agreements where they belong."""
        blocks = list(passages(self.texts.get(section.id, Tree()), level))
        if not blocks and not opens and self.draft:
            blocks.append(self._empty())
        blocks += self._translated(section, level)
        card = next((c for c in voices.behind(self.state, section.id) if c.id not in self.quoted), None)
        if card and blocks:
            self.quoted.add(card.id)
            blocks.append(voices.voice(self.state, card, self.words))
        if self._lists_agreements(section):
            blocks.append(chapters.agreements(self.state, self.words))
        return blocks
