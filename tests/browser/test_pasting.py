"""What other programs put on the clipboard, and what the shared text makes of it.

`clipboards/` holds the HTML of each program, made by hand after the real thing, with the text that comes of
it. MINIDORP_CLIPBOARD_DATA names a folder with real clipboards and their blocks, by default
../shared/data/clipboard; without it that one test is skipped.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.server import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

OWN = Path(__file__).with_name("clipboards")
REAL = ROOT / os.environ.get("MINIDORP_CLIPBOARD_DATA", "../shared/data/clipboard")
EDITOR = "./static/src/features/editor"
FILTER = f"""
export {{ cleanHtml }} from "{EDITOR}/pasting/clean";
export {{ schema }} from "{EDITOR}/schema";
export {{ DOMParser }} from "prosemirror-model";
"""
# The text as the editor's schema takes it: what kind of block, in lists of which depth, which words.
BLOCKS = """(html) => {
  const { cleanHtml, schema, DOMParser: Reader } = globalThis.filter;
  const place = document.implementation.createHTMLDocument("").createElement("div");
  place.innerHTML = cleanHtml(html);
  const found = [];
  const words = (block) => {
    let all = "";
    block.forEach((one) => {
      const mark = one.marks.some((mark) => mark.type.name === "strong") ? "**" : one.marks.length ? "*" : "";
      const [, before, inside, after] = /^(\\s*)([^]*?)(\\s*)$/.exec(one.isText ? one.text : "⏎");
      all += before + mark + inside + mark + after;
    });
    return all;
  };
  const walk = (parent, list, quote) => parent.forEach((block, _at, n) => {
    const kind = block.type.name;
    if (block.isTextblock) {
      const item = list && n === 0 ? list.number() : null;
      found.push({ kind, list: list?.kind ?? null, depth: list?.depth ?? 0, item, quote,
        level: block.attrs.level ?? 0, words: words(block), plain: block.textContent });
    } else if (kind === "list_item") walk(block, list, quote);
    else if (kind === "blockquote") walk(block, list, true);
    else {
      let next = block.attrs.order ?? 1;
      const number = () => (kind === "ordered_list" ? `${next++}. ` : "- ");
      walk(block, { kind, depth: (list?.depth ?? 0) + 1, number }, quote);
    }
  });
  walk(Reader.fromSchema(schema).parse(place), null, false);
  return found;
}"""


@pytest.fixture(scope="module")
def clipboard(chromium: Browser) -> Iterator[Page]:
    """A page with nothing in it but the filter."""
    command = [
        "node_modules/.bin/esbuild",
        "--bundle",
        "--format=iife",
        "--global-name=filter",
        "--loader=ts",
    ]
    made = subprocess.run(command, cwd=ROOT, input=FILTER, text=True, capture_output=True, check=True)
    page = chromium.new_page()
    page.add_script_tag(content=made.stdout)
    yield page
    page.close()


def shown(page: Page, html: str) -> str:
    """The text that comes of a clipboard: a row for each block."""
    rows = []
    for block in page.evaluate(BLOCKS, html):
        mark = "#" * (block["level"] - 1) + " " if block["level"] else "> " if block["quote"] else ""
        if block["list"]:
            beside = "   " if block["list"] == "ordered_list" else "  "
            mark = "  " * (block["depth"] - 1) + (block["item"] or beside)
        rows.append(mark + block["words"])
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("name", sorted(path.stem for path in OWN.glob("*.html")))
def test_a_clipboard_of_each_program(clipboard: Page, name: str) -> None:
    html = (OWN / f"{name}.html").read_text("utf-8")
    assert shown(clipboard, html) == (OWN / f"{name}.txt").read_text("utf-8")


@pytest.mark.skipif(not REAL.exists(), reason="MINIDORP_CLIPBOARD_DATA is not there")
def test_real_clipboards(clipboard: Page) -> None:
    expected = json.loads((REAL / "expected.json").read_text("utf-8"))
    kinds = {"bullet_list": "bulleted", "ordered_list": "numbered"}
    for name, blocks in expected.items():
        found = clipboard.evaluate(BLOCKS, (REAL / f"{name}.html").read_text("utf-8"))
        made = [
            [kinds.get(one["list"], one["kind"]), max(one["depth"] - 1, 0), " ".join(one["plain"].split())]
            for one in found
        ]
        assert made == blocks, name
