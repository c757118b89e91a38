"""What is wrong with the layout of a page that stands in a browser, measured in the page itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route

WORK = (
    ".composer__text", ".moments__grid", "#app .card", ".agreement", ".term input", ".term textarea",
    "#ask-word", ".consent__answer", ".script p", "[data-main]", ".section p",
    ".stage-card", ".stage-theme", ".stage-term", ".stage-line", ".stage-agreement", ".stage-consent",
    ".stage-adopted", ".stage-alone .stage-question",
)  # fmt: skip
"""Where one answers, or a whole thing to read and judge: one of these is in view in every step."""

# Whole means: every corner is on the screen, and nothing lies on top of it.
WHOLE = """({ work, most }) => {
  const inside = (box) => box.width > 1 && box.height > 1 && box.left >= -1 && box.right <= innerWidth + 1
    && box.top >= -1 && box.bottom <= innerHeight + 1;
  const onTop = (one, box) => {
    const [l, t, r, b] = [box.left + 5, box.top + 5, box.right - 5, box.bottom - 5];
    return [[l, t], [r, t], [l, b], [r, b], [(l + r) / 2, (t + b) / 2]].every(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (one.contains(top) || top.contains(one));
    });
  };
  const main = document.querySelector(".room__main, .screen__main").getBoundingClientRect();
  // What is too high to be whole below its question begins on the screen and fills a third of it.
  const begins = (box) => box.height > main.height * most
    && box.top >= main.top && box.top < main.bottom - main.height / 3
    && box.left >= -1 && box.right <= innerWidth + 1;
  return [...document.querySelectorAll(work)].some((one) => {
    const box = one.getBoundingClientRect();
    return (inside(box) && onTop(one, box)) || begins(box);
  });
}"""

# Kept from here on: what is in view, who it is, and the lines of a text.
MEASURES = """() => {
  const name = (one) => {
    const data = Object.entries(one.dataset ?? {}).map(([key, value]) => `[${key}=${value}]`).join("");
    return `${one.localName}.${[...one.classList].join(".")}${data} “${one.textContent.trim().slice(0, 30)}”`;
  };
  const seen = (one) => one.checkVisibility({ visibilityProperty: true })
    && !one.closest(".visually-hidden") && getComputedStyle(one).clipPath === "none";
  const ownText = (one) => [...one.childNodes].filter((node) => node.nodeType === 3)
    .map((node) => node.data.trim()).join(" ").trim();
  return { name, seen, ownText };
}"""

FAULTS = f"""(limits) => {{
  const {{ name, seen, ownText }} = ({MEASURES})();
  const found = [];
  const all = [...document.querySelectorAll("body *")].filter(seen);
  const page = document.documentElement;
  const beyond = page.scrollWidth - page.clientWidth;
  if (beyond > 0) found.push(`the page scrolls ${{beyond}} px`);
  const places = ".room__main, .drawer__body, .sequence__place, .ask, dialog";
  for (const one of document.querySelectorAll(places)) {{
    if (seen(one) && one.scrollWidth > one.clientWidth + 1) {{
      found.push(`scrolls ${{one.scrollWidth - one.clientWidth}} px sideways: ${{name(one).slice(0, 60)}}`);
    }}
  }}
  const bar = document.querySelector(".bar");
  if (limits.bar && bar.offsetHeight > limits.bar) found.push(`the bar is ${{bar.offsetHeight}} px high`);
  const foot = document.querySelector(".foot-bar");
  if (limits.bar && foot && foot.offsetHeight > limits.bar) {{
    found.push(`the lower bar is ${{foot.offsetHeight}} px high`);
  }}
  const board = document.querySelector(".strip + *");
  if (limits.board && board && board.getBoundingClientRect().top > limits.board) {{
    found.push(`the board begins at ${{Math.round(board.getBoundingClientRect().top)}} px`);
  }}
  for (const one of all) {{
    if (one.matches("button, a.button, summary, select, input:not([type=checkbox], [type=radio])")) {{
      const box = one.getBoundingClientRect();
      // A mark in the middle of a running text is as high as its line; what a thumb hits is larger.
      if (!one.closest(".ProseMirror") && (box.width < 43.5 || box.height < 43.5)) {{
        found.push(`${{Math.round(box.width)}}×${{Math.round(box.height)}} px: ${{name(one)}}`);
      }}
    }}
    const words = ownText(one);
    if (words.length > 3 && /\\p{{L}}{{4}}/u.test(words)) {{
      const style = getComputedStyle(one);
      const size = parseFloat(style.fontSize);
      const line = parseFloat(style.lineHeight) || size * 1.2;
      if (one.clientWidth && one.clientWidth < 2 * size && one.clientHeight > 3 * line) {{
        found.push(`one letter a line: ${{name(one)}}`);
      }}
    }}
  }}
  return found;
}}"""


def faults(page: Page, *, bar: int = 0, board: int = 0) -> list[str]:
    """What is too wide, too small, too high or cut into letters.

    `bar` and `board` are the most in px, 0 for any.
    """
    return list(page.evaluate(FAULTS, {"bar": bar, "board": board}))


def work_in_view(page: Page, most: float = 1) -> bool:
    """Whether the place to answer, or one whole card, is on the screen without scrolling.

    Args:
        most: how much of the work's place a card may be high and must then be whole; a higher one begins
            on the screen and fills a third of it.
    """
    return bool(page.evaluate(WHOLE, {"work": ", ".join(WORK), "most": most}))


def larger_text(page: Page, percent: int) -> None:
    """The text size of the browser's own settings; rem and media queries follow it."""
    size = 16 * percent // 100
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size * 13 // 16}})


def served(context: BrowserContext, change: Callable[[str], str]) -> None:
    """Change the pages of a community on their way to the browser."""

    def changed(route: Route) -> None:
        if route.request.resource_type != "document":
            route.fallback()
            return
        answer = route.fetch()
        route.fulfill(response=answer, body=change(answer.text()))

    context.route("**/c/**", changed)


def right_to_left(page: str) -> str:
    """The page as in a language that is written from right to left."""
    return page.replace('dir="ltr"', 'dir="rtl"', 1)


def text_size(page: Page) -> Any:
    """How many px the text of the page is, as its own style sheet asks for it."""
    return page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
