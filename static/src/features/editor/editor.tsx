/** The editor of one section: ProseMirror on the shared document. */
import { useSignalEffect } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { baseKeymap, chainCommands, exitCode } from "prosemirror-commands";
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { splitListItem } from "prosemirror-schema-list";
import type { Command, Plugin } from "prosemirror-state";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { redo, undo, yCursorPlugin, ySyncPluginKey } from "y-prosemirror";
import { t } from "../../core/i18n/strings";
import { mendWord } from "./caret";
import { Composition } from "./composition";
import { comeBack, placeOf } from "./cursorPlace";
import { cursorLooks } from "./cursors";
import { headingsPlugin } from "./headings";
import { marksPlugin, showMarks } from "./marks";
import { showCounts, sourcesPlugin } from "./paragraphs";
import { bringFilter, filterProps, holdPaste } from "./pasting/filter";
import { placeholderPlugin } from "./placeholder";
import { RemoteChanges } from "./remoteChanges";
import { nodeType, schema } from "./schema";
import type { SectionText } from "./sectionText";
import { settledPlugin, showSettled } from "./settled";
import { sharedEditing } from "./sharedEditing";
import { LIST_KEYS, TEXT_ACTIONS } from "./textActions";
import type { VisionPage } from "./visionPage";

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodeType("hard_break").create()).scrollIntoView());
  return true;
});

/** Signs that become a list, a quote or a heading while somebody types. */
function typed(): Plugin {
  return inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*•]\s$/, nodeType("bullet_list")),
      wrappingInputRule(/^(\d{1,3})[.)]\s$/, nodeType("ordered_list"), (match) => ({ order: Number(match[1]) })),
      wrappingInputRule(/^\s*>\s$/, nodeType("blockquote")),
      textblockTypeInputRule(/^#{1,3}\s$/, nodeType("heading"), { level: 2 }),
    ],
  });
}

function keys(page: VisionPage): Record<string, Command> {
  const own = Object.fromEntries(TEXT_ACTIONS.flatMap(({ key, run }) => (key ? [[key, run]] : [])));
  return {
    ...own,
    ...LIST_KEYS,
    // What was replaced everywhere is one act, in all parts at once.
    "Mod-z": (state) => page.replaced.undoFirst() || undo(state) || page.replaced.undo(),
    "Mod-y": redo,
    "Mod-Shift-z": redo,
    Enter: splitListItem(nodeType("list_item")),
    "Shift-Enter": lineBreak,
    "Mod-Enter": lineBreak,
  };
}

/** What is written stays clear of the bars above and below it, on a small screen with its keyboard too. */
const MARGINS = {
  get top() {
    return Math.min(140, innerHeight / 4);
  },
  get bottom() {
    return Math.min(90, innerHeight / 5);
  },
  left: 5,
  right: 5,
};

interface Props {
  page: VisionPage;
  text: SectionText;
  heading: string;
  editable: boolean;
}

export function Editor({ page, text, heading, editable }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<EditorView | null>(null);
  const composed = useRef<Composition | null>(null);
  // One and the same, so that a word that is composed for long waits for it once.
  const redraw = useRef(() => {
    if (shown.current && !shown.current.isDestroyed) showMarks(shown.current);
  });
  const redrawSettled = useRef(() => {
    if (shown.current && !shown.current.isDestroyed) showSettled(shown.current);
  });
  const now = useRef({ heading, editable });
  now.current = { heading, editable };

  useLayoutEffect(() => {
    if (!place.current) return;
    const remote = new RemoteChanges();
    const composition = new Composition();
    composed.current = composition;
    const view = new EditorView(place.current, {
      state: EditorState.create({ schema, plugins: [composition.plugin(), ...plugins(page, text, remote, () => now.current.editable)] }),
      editable: () => now.current.editable,
      attributes: () => ({
        class: "section__text",
        translate: "no", // a translator would change the words that everybody shares
        "aria-label": t("Text of {heading}", { heading: now.current.heading }),
        lang: page.boot.community.language,
        ...(now.current.editable ? { role: "textbox", "aria-multiline": "true" } : { role: "group", tabindex: "-1" }),
      }),
      handleDOMEvents: {
        focus: () => {
          if (now.current.editable || page.mode.peek() === "read") page.started({ section: text.section, view });
          return false;
        },
        paste: holdPaste,
      },
      ...filterProps(text.section, page.sourceKeeper),
      scrollThreshold: MARGINS,
      scrollMargin: MARGINS,
      // The first transaction comes while the view is still being made.
      dispatchTransaction(this: EditorView, tr) {
        if (this.isDestroyed) return; // what the cursors' plugin sends a moment later
        remote.take(this, tr);
        if (tr.docChanged && !tr.getMeta(ySyncPluginKey)) page.typed();
        page.changed(this);
      },
    });
    shown.current = view;
    text.write({ composition, mend: () => mendWord(view) });
    void bringFilter();
    page.plain.editor(text.section, view);
    const undoReturn = comeBack(page, text.section, view);
    return () => {
      shown.current = null;
      undoReturn();
      if (page.writing.peek()?.view === view) page.left = placeOf(text.section, view);
      text.write(null);
      page.plain.editor(text.section, null);
      page.stopped(view);
      view.destroy();
    };
  }, [text]);

  useLayoutEffect(() => {
    // Asks ProseMirror to read `editable` and `attributes` again.
    shown.current?.setProps({});
    composed.current?.whenOver(redrawSettled.current);
  }, [heading, editable]);

  useSignalEffect(() => {
    const counts = page.counts.value.get(text.section) ?? new Map<string, number>();
    if (shown.current) showCounts(shown.current, counts);
  });

  useEffect(() => (editable ? page.plain.look() : undefined), [editable]);

  useSignalEffect(() => {
    const { checker, looking } = page.plain;
    void [checker.revision.value, checker.accepted.value, looking.value];
    composed.current?.whenOver(redraw.current);
  });

  useSignalEffect(() => {
    void page.words.value?.known.value;
    composed.current?.whenOver(redrawSettled.current);
  });

  return <div ref={place} />;
}

function plugins(page: VisionPage, text: SectionText, remote: RemoteChanges, editable: () => boolean): Plugin[] {
  return [
    ...sharedEditing(text.fragment, remote),
    yCursorPlugin(text.awareness, cursorLooks(page.nameOf)) as Plugin,
    typed(),
    keymap(keys(page)),
    keymap(baseKeymap),
    settledPlugin(page.words, text.section, editable),
    marksPlugin(page.plain, editable),
    headingsPlugin(() => page.section(text.section)?.level ?? 1),
    placeholderPlugin(t("Nobody wrote here yet. Write the first sentence.")),
    sourcesPlugin((paragraph) => {
      page.shownSources.value = { section: text.section, paragraph };
    }),
  ];
}
