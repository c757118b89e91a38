/** Other people's cursors: a coloured line with a name. Only the member's id travels with it. */
import type { DecorationAttrs } from "prosemirror-view";

/** Dark enough for white letters on them. */
const FALLBACK = "#a6332e";
const COLOURS = [FALLBACK, "#8a4b08", "#5b6311", "#1f6b3a", "#0f6674", "#2a5aa8", "#5b4bb3", "#8f2f82"];

export function colourOf(member: string): string {
  let sum = 0;
  for (const character of member) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return COLOURS[sum % COLOURS.length] ?? FALLBACK;
}

/** Makes the builders for the cursor plugin. */
export function cursorLooks(nameOf: (member: string) => string) {
  const cursorBuilder = (user: { member?: unknown }): HTMLElement => {
    const member = typeof user.member === "string" ? user.member : "";
    const line = document.createElement("span");
    line.className = "ProseMirror-yjs-cursor";
    // A name says nothing about the direction of the words it stands in.
    line.dir = "auto";
    line.style.borderColor = colourOf(member);
    line.setAttribute("aria-hidden", "true");
    const label = document.createElement("div");
    label.style.backgroundColor = colourOf(member);
    label.textContent = nameOf(member);
    line.append("\u2060", label, "\u2060");
    return line;
  };
  const selectionBuilder = (): DecorationAttrs => ({ class: "ProseMirror-yjs-selection" });
  return { cursorBuilder, selectionBuilder };
}
