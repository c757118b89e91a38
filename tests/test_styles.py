"""Style sheets and what uses them agree: a block has one file, no class is unused or undefined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHEETS = sorted([*(ROOT / "static/styles").glob("*.css"), *(ROOT / "static/src").rglob("*.css")])
LAYERS = "@layer tokens, base, components, pages;"

BY_LIBRARIES = {"ProseMirror", "ProseMirror-separator"}
"""Classes that the editor's library gives to its own elements."""
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
STATE = re.compile(r"^(?:is|has)-")
WORD = re.compile(r"-?[A-Za-z_][\w-]*")
OPEN_END = re.compile(r"([A-Za-z][\w-]*[-_])$")
"""The end of a text to which a program adds the rest of a class, as in `badge--${kind}`."""


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# ---------------------------------------------------------------------------- style sheets


def selectors(sheet: str) -> Iterator[str]:
    """Every selector of a style sheet, one by one."""
    text = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    text = re.sub(r"@(?:import|layer)[^;{]*;", "", text)
    text = re.sub(r"@keyframes[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", text)
    for prelude in re.findall(r"([^{};]+)\{", text):
        if not prelude.strip().startswith("@"):
            yield from (part.strip() for part in re.split(r",(?![^(\[]*[)\]])", prelude))


def blocks(selector: str) -> set[str]:
    """The blocks that a selector is about: `.card.is-new > .card__text` is about `card`."""
    plain = re.sub(r":(?:not|has)\((?:[^()]|\([^()]*\))*\)", "", selector)
    return {re.split("__|--", one)[0] for one in CLASS.findall(plain) if not STATE.match(one)}


def definitions(sheets: dict[str, str]) -> dict[str, set[str]]:
    """Block -> the files with a rule about that block alone."""
    found: dict[str, set[str]] = {}
    for file, sheet in sheets.items():
        for selector in selectors(sheet):
            about = blocks(selector)
            if len(about) == 1:
                found.setdefault(about.pop(), set()).add(file)
    return found


def strangers(sheets: dict[str, str]) -> list[str]:
    """Selectors about several blocks in a file that defines none of them."""
    where = definitions(sheets)
    return [
        f"{file}: {selector}"
        for file, sheet in sheets.items()
        for selector in selectors(sheet)
        if len(about := blocks(selector)) > 1 and not any(file in where.get(block, ()) for block in about)
    ]


def styled(sheets: dict[str, str]) -> set[str]:
    """Every class in a selector."""
    everything = [selector for sheet in sheets.values() for selector in selectors(sheet)]
    return {one for selector in everything for one in CLASS.findall(selector)}


# ---------------------------------------------------------------------------- what uses them


def balanced(text: str, at: int) -> str:
    """What stands between the brace at `at` and the one that closes it."""
    depth = 0
    for end in range(at, len(text)):
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        if depth == 0:
            return text[at + 1 : end]
    return text[at + 1 :]


def literals(code: str) -> Iterator[str]:
    """The texts in a program, a template literal in its pieces; a piece before `${` ends with a zero byte."""
    for match in re.finditer(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`", code):
        plain, single, template = match.groups()
        if template is None:
            yield plain if plain is not None else single
            continue
        inner = template
        while (start := inner.find("${")) >= 0:
            yield inner[:start] + "\0"
            expression = balanced(inner, start + 1)
            yield from literals(expression)
            inner = inner[start + len(expression) + 3 :]
        yield inner


def classes(texts: Iterator[str]) -> tuple[set[str], set[str]]:
    """The classes in some texts, and the beginnings of classes that a program completes."""
    whole: set[str] = set()
    begun: set[str] = set()
    for text in texts:
        for part in text.split():
            open_end = OPEN_END.search(part.rstrip("\0")) if part.endswith(("\0", "-", "_")) else None
            if open_end:
                begun.add(open_end[1])
            elif WORD.fullmatch(part.rstrip("\0")):
                whole.add(part.rstrip("\0"))
    return whole, begun


def in_typescript(source: str) -> Iterator[str]:
    """What stands in class attributes of a TSX source."""
    for match in re.finditer(r"\b(?:class|className|buttonClass)=(\"([^\"]*)\"|\{)", source):
        if match[2] is not None:
            yield match[2]
        else:
            yield from literals(re.sub(r"[!=]== \"[^\"]*\"", "", balanced(source, match.end() - 1)))


def in_template(source: str) -> Iterator[str]:
    """What stands in class attributes of a template, its expressions in pieces."""
    text = re.sub(r"\{#.*?#\}", "", source, flags=re.DOTALL)
    yield from re.findall(r"\{% block \w+_class %\}([^{]*)\{% endblock %\}", text)
    for value in re.findall(r"\bclass=\"([^\"]*)\"", text):
        for expression in re.findall(r"\{[{%](.*?)[%}]\}", value):
            for text, joined in re.findall(r"'([^']*)'(\s*~)?", re.sub(r"[=!]=\s*'[^']*'", "", expression)):
                yield text + ("\0" if joined else "")
        yield re.sub(r"(\S)\{\{.*?\}\}", "\\1\0", re.sub(r"(?<!\S)\{\{.*?\}\}|\{%.*?%\}", " ", value))


def mentioned(source: str, template: bool) -> Iterator[str]:
    """Every text of a source that is not for people: a class may be put together anywhere."""
    if template:
        yield from in_template(source)
        code = " ".join(re.findall(r"\{[{%](.*?)[%}]\}", source, flags=re.DOTALL))
        yield from literals(re.sub(r"\b_\(\s*(?:\"[^\"]*\"|'[^']*')", "", code))
    else:
        silent = re.sub(r"\btn?\(\s*\"[^\"\n]*\"(?:,\s*\"[^\"\n]*\")?", "", source)
        yield from literals(re.sub(r"//.*|/\*.*?\*/", "", silent))


def sources() -> dict[str, str]:
    found = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "static/src").rglob("*.ts*")]
    return {
        name(path): path.read_text(encoding="utf-8")
        for path in sorted(found)
        if ".test." not in path.name and "generated" not in path.parts
    }


def unused(sheets: dict[str, str], programs: dict[str, str]) -> set[str]:
    """Classes with a style that nothing mentions."""
    whole: set[str] = set()
    begun: set[str] = set()
    for file, source in programs.items():
        more, ends = classes(mentioned(source, file.endswith(".html")))
        whole |= more
        begun |= ends
    return {one for one in styled(sheets) if one not in whole and not one.startswith(tuple(begun))}


def undefined(sheets: dict[str, str], programs: dict[str, str]) -> set[str]:
    """Classes that something has, but that no style sheet knows."""
    known = styled(sheets)
    found: set[str] = set()
    for file, source in programs.items():
        whole, begun = classes(in_template(source) if file.endswith(".html") else in_typescript(source))
        found |= {f"{file}: {one}" for one in whole - known}
        found |= {f"{file}: {one}…" for one in begun if not any(other.startswith(one) for other in known)}
    return found


ALL = {name(path): path.read_text(encoding="utf-8") for path in SHEETS}


def test_a_block_is_defined_in_one_file() -> None:
    assert {block: files for block, files in definitions(ALL).items() if len(files) > 1} == {}


def test_a_rule_about_several_blocks_stands_with_one_of_them() -> None:
    assert strangers(ALL) == []


def test_every_class_with_a_style_is_used() -> None:
    assert unused(ALL, sources()) - BY_LIBRARIES == set()


def test_every_class_that_is_used_has_a_style() -> None:
    assert undefined(ALL, sources()) == set()


@pytest.mark.parametrize("entry", ["base", "room"])
def test_every_sheet_has_its_layer(entry: str) -> None:
    text = (ROOT / f"static/styles/{entry}.css").read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).strip().splitlines()
    assert rules[0] == LAYERS
    for rule in rules[1:]:
        found = re.fullmatch(r'@import "(\S+)" layer\((\w+)\);', rule)
        assert found, rule
        wanted = {"pages": "pages", "features": "components", "core": "components"}
        here = re.match(r"\.\./src/(\w+)/", found[1])
        own = {"tokens": "tokens", "elements": "base"}
        assert found[2] == (wanted[here[1]] if here else own[Path(found[1]).stem])


def test_the_rules_find_what_is_wrong() -> None:
    first = ".card { } .card.is-new > .card__text { } @media print { .card, .dot { } }"
    sheets = {"a.css": first, "b.css": ".dot { }"}
    assert definitions(sheets)["dot"] == {"a.css", "b.css"}
    mixed = {"a.css": ".card { }", "b.css": ".dot { } .card > .term { }"}
    assert strangers(mixed) == ["b.css: .card > .term"]
    tag = '<p class={`card card--${kind} ${on ? "dot" : ""}`}>{t("card__text")}</p>'
    page = {"a.tsx": f'const kind = "is-new"; {tag}'}
    assert unused(sheets, page) == {"card__text"}
    assert undefined({"a.css": ".card { }"}, page) == {"a.tsx: card--…", "a.tsx: dot"}
    template = {"a.html": "<p class=\"card {{ 'card--' ~ kind }} {{ 'dot' if on }} wrong--{{ kind }}\">"}
    assert undefined({"a.css": ".card--good { } .card { }"}, template) == {"a.html: dot", "a.html: wrong--…"}
