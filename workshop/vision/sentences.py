"""A text as its sentences, in their paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec
from msgspec.structs import replace

from workshop.core.text import as_written
from workshop.language.reading import sentences
from workshop.vision.tree import Block, Heading, List, Paragraph, Quote, Text, Tree

Kind = Literal["paragraph", "heading", "item", "quote"]


class Passage(msgspec.Struct, frozen=True):
    """A paragraph, heading or item of a list: the ids by which cards stand behind it, and its sentences."""

    kind: Kind
    ids: tuple[str, ...]
    sentences: tuple[str, ...]


def passages(tree: Tree) -> list[Passage]:
    """Return what a text says, paragraph by paragraph; what holds no words is left out."""
    return [found for block in tree.blocks for found in _passages(block, "paragraph")]


def cut(text: str) -> list[str]:
    """Return the sentences of a paragraph, without the space around them."""
    parts = (" ".join(text[start:end].split()) for start, end in _spans(text))
    return [part for part in parts if part]


def _spans(text: str) -> list[tuple[int, int]]:
    # What stands between two sentences belongs to the first, so that no sign is lost.
    ends = [*(one.start for one in list(sentences(text))[1:]), len(text)]
    return list(zip([0, *ends[:-1]], ends, strict=True))


def _passages(block: Block, kind: Kind) -> Iterator[Passage]:
    match block:
        case Paragraph() | Heading():
            found = cut("".join(run.text for run in block.runs))
            own: Kind = "heading" if isinstance(block, Heading) else kind
            if found:
                yield Passage(own, block.passages, tuple(found))
        case List():
            for item in block.items:
                for inner in item:
                    yield from _passages(inner, "item")
        case Quote():
            for inner in block.blocks:
                yield from _passages(inner, "quote")


def written(tree: Tree) -> set[str]:
    """Return the sentences of a text in the form in which an objection names them."""
    return {as_written(sentence) for passage in passages(tree) for sentence in passage.sentences}


def reworded(tree: Tree, sentences: Mapping[str, str]) -> Tree:
    """Return the text with other sentences in the place of some, each in the style that the old one began in.

    Args:
        tree: the text.
        sentences: a sentence, as `cut` returns it, and what takes its place.
    """
    return replace(tree, blocks=tuple(_reworded(block, sentences) for block in tree.blocks))


def _reworded(block: Block, sentences: Mapping[str, str]) -> Block:
    match block:
        case Paragraph() | Heading():
            return replace(block, runs=_other_runs(block.runs, sentences))
        case List():
            items = (tuple(_reworded(inner, sentences) for inner in item) for item in block.items)
            return replace(block, items=tuple(items))
        case Quote():
            return replace(block, blocks=tuple(_reworded(inner, sentences) for inner in block.blocks))


def _other_runs(runs: tuple[Text, ...], sentences: Mapping[str, str]) -> tuple[Text, ...]:
    text = "".join(run.text for run in runs)
    found: list[Text] = []
    for start, end in _spans(text):
        part = text[start:end]
        new = sentences.get(as_written(part))
        if new is None:
            found += _slice(runs, start, end)
            continue
        words = part.strip()
        begin = start + part.index(words)
        style = _slice(runs, begin, begin + 1)[0]
        found += _slice(runs, start, begin)
        found.append(replace(style, text=new))
        found += _slice(runs, begin + len(words), end)
    return _joined(found)


def _slice(runs: tuple[Text, ...], start: int, end: int) -> list[Text]:
    found, at = [], 0
    for run in runs:
        words = run.text[max(start - at, 0) : max(end - at, 0)]
        if words:
            found.append(replace(run, text=words))
        at += len(run.text)
    return found


def _joined(runs: list[Text]) -> tuple[Text, ...]:
    found: list[Text] = []
    for run in runs:
        if found and replace(found[-1], text="") == replace(run, text=""):
            found[-1] = replace(run, text=found[-1].text + run.text)
        else:
            found.append(run)
    return tuple(found)
