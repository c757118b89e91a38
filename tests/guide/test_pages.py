"""The guide for facilitators: the same in every language, true to the screen, plain, without loose ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import mean

import pytest
from markdown_it.token import Token

import phases
from phases.model import CONTEXT_END
from tests.test_words import WORDS, misused
from workshop import guide as guides
from workshop import i18n, messages
from workshop.guide import INDEX, Addresses, Guide, GuideError, Page
from workshop.language import check, score, sentence_scores
from workshop.web.guide import PAGES

LANGUAGES = guides.languages()
ADDRESSES = Addresses(lambda name: f"/guide/{name}", lambda name: f"/guide/pictures/{name}.png")
ALL = [(language, name) for language in LANGUAGES for name in guides.guide(language).pages]
HARDEST = -6.0
"""A page's difficulty; 0 is about the middle of the texts that the language helper was fitted on, and
a letter of a municipality is well above it."""
MOST_HARD = 0.15
"""The share of a page's sentences that may be harder than that middle by more than a little."""
BLANK = re.compile(r"\{\w+\}|%\(\w+\)[sd]")


def pairs() -> Iterator[tuple[Page, Page]]:
    """Each page in Dutch and in English."""
    dutch, english = guides.guide("nl"), guides.guide("en")
    yield from ((dutch.pages[name], english.pages[name]) for name in english.pages)


def inside(page: Page, opened: str) -> list[str]:
    """The text in each element that a token opens, such as "strong_open"."""
    found: list[str] = []
    depth = 0
    for token in guides.inline(page.tokens):
        if token.type == opened:
            found.append("")
            depth += 1
        elif token.type == opened.replace("_open", "_close"):
            depth -= 1
        elif depth:
            found[-1] += token.content
    return found


def of_type(page: Page, kind: str) -> list[Token]:
    return [token for token in guides.inline(page.tokens) if token.type == kind]


def shape(page: Page) -> list[str]:
    """The page without its words: headings, lists, pictures and where links lead."""
    blocks = [token.type + token.tag for token in page.tokens if token.type != "inline"]
    links = [str(token.attrGet("href")) for token in of_type(page, "link_open")]
    pictures = [str(token.attrGet("src")) for token in of_type(page, "image")]
    return [*blocks, *links, *pictures]


def prose(page: Page) -> str:
    """What a page says, for the language helper: the names of things on the screen are not its own words."""
    lines = []
    for token in page.tokens:
        if token.type == "inline" and token.children:
            kept = [one.content for one in token.children if one.type in ("text", "code_inline")]
            lines.append("".join(kept).strip())
    return "\n\n".join(line for line in lines if line)


# ---------------------------------------------------------------------------- the pages


def test_there_is_a_guide_in_every_language_of_the_pages() -> None:
    assert set(LANGUAGES) == set(i18n.LANGUAGES)


def test_whoever_has_a_language_without_a_guide_gets_english() -> None:
    assert guides.guide("ti").language == "en"


def test_every_language_has_the_same_pages_in_the_same_order() -> None:
    books = [guides.guide(language) for language in LANGUAGES]
    assert len({book.order for book in books}) == 1
    for book in books:
        assert sorted([*book.order, INDEX]) == sorted(book.pages)
        assert len(book.order) == len(set(book.order)) >= 20


@pytest.mark.parametrize("name", list(guides.guide("en").pages))
def test_a_page_has_the_same_headings_lists_links_and_pictures_in_every_language(name: str) -> None:
    assert len({tuple(shape(guides.guide(language).pages[name])) for language in LANGUAGES}) == 1


@pytest.mark.parametrize(("language", "name"), ALL)
def test_a_page_has_one_title_and_no_heading_is_skipped(language: str, name: str) -> None:
    levels = [level for level, _text in guides.guide(language).pages[name].headings]
    assert levels[0] == 1
    assert set(levels[1:]) <= {2}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_call_a_page_by_its_title(language: str) -> None:
    book: Guide = guides.guide(language)
    called = inside(book.index, "link_open")
    assert called == [book.pages[name].title for name in book.order]


@pytest.mark.parametrize(("language", "name"), ALL)
def test_every_link_and_picture_leads_somewhere(language: str, name: str) -> None:
    book = guides.guide(language)
    page = book.pages[name]
    html = page.html(ADDRESSES)
    linked = re.findall(r'href="/guide/([a-z-]+)(?:#[\w-]+)?"', html)
    assert len(linked) == len(of_type(page, "link_open"))
    assert set(linked) <= set(book.pages)
    assert html.count("<img") == len(of_type(page, "image"))


@pytest.mark.parametrize(("language", "name"), ALL)
def test_every_picture_is_described(language: str, name: str) -> None:
    pictures = of_type(guides.guide(language).pages[name], "image")
    assert [one.attrGet("src") for one in pictures if len(one.content) < 10] == []


def test_pictures_are_described_in_each_language_of_its_own() -> None:
    for dutch, english in pairs():
        both = zip(of_type(dutch, "image"), of_type(english, "image"), strict=True)
        assert [one.content for one, other in both if one.content == other.content] == []


@pytest.mark.parametrize(
    "source",
    [
        "# A\n\n[b](https://example.org)",
        "# A\n\n![a picture](../../screenshots/nowhere-1280.png)",
        "# A\n\n![a](/x.png)",
    ],
)
def test_what_leads_nowhere_is_found(source: str) -> None:
    with pytest.raises(GuideError):
        Page("a", source).html(ADDRESSES)


def test_a_page_is_text_and_nothing_else() -> None:
    html = Page("a", "# A <script>alert(1)</script>\n\n<b onclick='x'>b</b> *c*").html(ADDRESSES)
    assert "<script" not in html and "<b" not in html
    assert "<em>c</em>" in html


# ---------------------------------------------------------------------------- what belongs to what


@pytest.mark.parametrize("process", list(phases.PROCESSES.values()), ids=lambda process: process.id)
def test_every_step_has_a_page(process: phases.Process) -> None:
    wanted = {step.help for step in process.steps.values()}
    assert wanted <= set(guides.guide("en").order)


def test_every_page_named_by_the_program_is_there() -> None:
    assert set(PAGES.values()) <= set(guides.guide("en").order)


# ---------------------------------------------------------------------------- the words


def blank(text: str) -> str:
    return BLANK.sub("…", text.rpartition(CONTEXT_END)[2])


def names_on_the_screen() -> dict[str, set[str]]:
    """Every English text of the screens, blanks as "…" -> its Dutch."""
    used: set[str] = set()
    for text, _path in messages.source_messages():
        used |= {text} if isinstance(text, str) else set(text)
    used = {one.rpartition(CONTEXT_END)[2] for one in used}
    found: dict[str, set[str]] = {}
    for message in i18n.read_catalogue("nl"):
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        for english, dutch in zip(ids, messages.strings(message), strict=False):
            if english and english in used:
                found.setdefault(blank(english), set()).add(blank(dutch))
    return found


ON_THE_SCREEN = names_on_the_screen()


@pytest.mark.parametrize("name", list(guides.guide("en").pages))
def test_what_is_bold_is_on_the_screen_in_the_same_words(name: str) -> None:
    dutch = inside(guides.guide("nl").pages[name], "strong_open")
    english = inside(guides.guide("en").pages[name], "strong_open")
    assert [text for text in english if text not in ON_THE_SCREEN] == []
    assert len(dutch) == len(english)
    wrong = [pair for pair in zip(english, dutch, strict=True) if pair[1] not in ON_THE_SCREEN[pair[0]]]
    assert wrong == [], "in the order of the page: the English name, the Dutch one"


@pytest.mark.parametrize(("language", "name"), ALL)
def test_a_page_is_plain(language: str, name: str) -> None:
    text = prose(guides.guide(language).pages[name])
    assert score(text, language).difficulty < HARDEST
    sentences = sentence_scores(text, language)
    hard = [text[one.start : one.end] for one in sentences if one.difficulty > 1]
    assert len(hard) <= MOST_HARD * len(sentences), hard


@pytest.mark.parametrize(("language", "name"), ALL)
def test_no_sentence_is_long_and_no_word_is_jargon(language: str, name: str) -> None:
    book = guides.guide(language)
    page = book.pages[name]
    given = " ".join([*inside(page, "strong_open"), *(one.title for one in book.pages.values())])
    marks = [mark for mark in check(prose(page), language) if mark.text not in given]
    assert [mark.text for mark in marks if mark.kind in ("long", "jargon", "formal", "deficit")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    text = "\n\n".join(prose(page) for page in guides.guide(language).pages.values())
    assert mean(len(text[one.start : one.end].split()) for one in sentence_scores(text, language)) < 9


@pytest.mark.parametrize(("language", "name"), ALL)
def test_words_that_nobody_should_read_are_not_there(language: str, name: str) -> None:
    source = guides.guide(language).pages[name].source
    assert re.findall(r"\bAI\b|\bB1\b|\bu\b|\buw\b|localhost|127\.0\.0\.1", source) == []


@pytest.mark.parametrize(("language", "name"), ALL)
def test_each_thing_is_called_as_on_the_screen(language: str, name: str) -> None:
    page = guides.guide(language).pages[name]
    text = prose(page)
    for said in inside(page, "strong_open"):  # looked at with all other texts of the screen
        text = text.replace(said, "")
    wrong = [
        f"{word}: {one[language]}" for one in WORDS["terms"] for word in misused(text, one[f"not_{language}"])
    ]
    assert wrong == [], "what it says, and the word for it"
