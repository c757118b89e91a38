"""The guide for facilitators: the Markdown files in `docs/guide`, one folder a language, as pages.

`index.md` is the table of contents: its headings are the parts and its links the pages, in order. What
is bold in a page is the name of something on the screen, as it is there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from workshop.core.text import clean_page

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "guide"
PICTURES = GUIDE.parent / "screenshots"
INDEX = "index"
OTHERWISE = "en"
"""The language of whoever has a language without a guide."""

_PAGE = re.compile(r"([a-z-]+)\.md((?:#[\w-]+)?)")
_PICTURE = re.compile(r"(?:\.\./)*screenshots/([a-z0-9-]+)\.png")
_SIZE = slice(16, 24)
"""Where a PNG file has its width and height."""


class GuideError(ValueError):
    """A page of the guide has a link or a picture that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the program has the pages and pictures of the guide.

    `page`: the address of a page by its name; `picture`: of a picture by its name.
    """

    page: Callable[[str], str]
    picture: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the table of contents with the pages under it."""

    title: str
    pages: tuple[str, ...]


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})


def _slug(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-")


def picture_size(name: str) -> tuple[int, int] | None:
    """The width and height of a picture of the guide; None when there is no such picture."""
    path = PICTURES / f"{name}.png"
    if not path.is_file():
        return None
    with path.open("rb") as file:
        sizes = file.read(_SIZE.stop)[_SIZE]
    return int.from_bytes(sizes[:4]), int.from_bytes(sizes[4:])


def inline(tokens: list[Token]) -> Iterator[Token]:
    """The texts, links and pictures of a page, in order."""
    for token in tokens:
        yield from token.children or ()


@dataclass(frozen=True)
class Page:
    """One page of the guide. `name` is that of its file, without the ending."""

    name: str
    source: str

    @cached_property
    def tokens(self) -> list[Token]:
        """The page, read."""
        return _parser().parse(self.source)

    @cached_property
    def headings(self) -> tuple[tuple[int, str], ...]:
        """The level and text of every heading."""
        pairs = pairwise(self.tokens)
        return tuple((int(one.tag[1]), text.content) for one, text in pairs if one.type == "heading_open")

    @property
    def title(self) -> str:
        """The first heading."""
        return self.headings[0][1]

    def html(self, addresses: Addresses) -> str:
        """The page for the browser.

        Args:
            addresses: where the program has pages and pictures.
        Raises:
            GuideError: a link or a picture leads nowhere.
        """
        tokens = _parser().parse(self.source)
        for one, text in pairwise(tokens):
            if one.type == "heading_open" and one.tag != "h1":
                one.attrSet("id", _slug(text.content))
        for one in inline(tokens):
            if one.type == "link_open":
                one.attrSet("href", self._link(str(one.attrGet("href")), addresses))
            elif one.type == "image":
                self._place(one, addresses)
        parser = _parser()
        return clean_page(parser.renderer.render(tokens, parser.options, {}))

    def _link(self, href: str, addresses: Addresses) -> str:
        if href.startswith("#"):
            return href
        inside = _PAGE.fullmatch(href)
        if not inside:
            raise GuideError(f"{self.name}: {href}")
        return addresses.page(inside[1]) + inside[2]

    def _place(self, picture: Token, addresses: Addresses) -> None:
        source = str(picture.attrGet("src"))
        inside = _PICTURE.fullmatch(source.removeprefix("../"))
        size = picture_size(inside[1]) if inside else None
        if not inside or not size:
            raise GuideError(f"{self.name}: {source}")
        picture.attrSet("src", addresses.picture(inside[1]))
        picture.attrSet("width", str(size[0]))
        picture.attrSet("height", str(size[1]))
        picture.attrSet("loading", "lazy")


@dataclass(frozen=True)
class Guide:
    """All pages in one language."""

    language: str
    pages: dict[str, Page]
    parts: tuple[Part, ...]

    @property
    def index(self) -> Page:
        """The table of contents."""
        return self.pages[INDEX]

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The names of the pages in the order of the table of contents."""
        return tuple(name for part in self.parts for name in part.pages)

    def beside(self, name: str) -> tuple[Page | None, Page | None]:
        """The pages before and after a page."""
        at = self.order.index(name)
        before = self.pages[self.order[at - 1]] if at else None
        after = self.pages[self.order[at + 1]] if at + 1 < len(self.order) else None
        return before, after


def _parts(index: Page) -> Iterator[Part]:
    title, names = "", list[str]()
    for one, text in zip(index.tokens, [*index.tokens[1:], Token("end", "", 0)], strict=True):
        if one.type == "heading_open" and one.tag == "h2":
            if names:
                yield Part(title, tuple(names))
            title, names = text.content, []
        elif title:
            links = (str(link.attrGet("href")) for link in inline([one]) if link.type == "link_open")
            names += [found[1] for href in links if (found := _PAGE.fullmatch(href))]
    if names:
        yield Part(title, tuple(names))


def languages() -> list[str]:
    """The languages that there is a guide in."""
    return sorted(path.parent.name for path in GUIDE.glob(f"*/{INDEX}.md"))


@lru_cache(maxsize=8)
def guide(language: str) -> Guide:
    """The guide in a language; in English for whoever has a language without one."""
    if language not in languages():
        language = OTHERWISE
    files = sorted((GUIDE / language).glob("*.md"))
    pages = {path.stem: Page(path.stem, path.read_text(encoding="utf-8")) for path in files}
    return Guide(language, pages, tuple(_parts(pages[INDEX])))
