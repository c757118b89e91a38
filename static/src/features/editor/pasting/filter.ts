/** What comes from the clipboard into a shared text, and what goes from the text to the clipboard. */
import type { Mark, Node, ResolvedPos } from "prosemirror-model";
import { Fragment, DOMParser as SchemaParser, Slice } from "prosemirror-model";
import type { EditorProps, EditorView } from "prosemirror-view";
import { schema } from "../schema";
import type * as Clean from "./clean";
import type { SourceKeeper } from "./ownClipboard";
import { isOwn, OwnParser, OwnSerializer, SourceCarrier, withWholePassages } from "./ownClipboard";

/** The filter is large, and few paste at once: it comes when the first editor is there. */
let clean: typeof Clean | null = null;

/** Brings the filter; says whether it came. */
export async function bringFilter(): Promise<boolean> {
  try {
    clean ??= await import("./clean");
  } catch {
    // No connection.
  }
  return clean !== null;
}

/** Holds what is pasted until the filter is there. When it does not come, only the words are taken. */
export function holdPaste(view: EditorView, event: ClipboardEvent): boolean {
  if (clean || !view.editable || !event.clipboardData) return false;
  const html = event.clipboardData.getData("text/html");
  const text = event.clipboardData.getData("text/plain");
  event.preventDefault();
  void bringFilter().then((came) => {
    if (view.isDestroyed) return;
    if (html && (came || isOwn(html))) view.pasteHTML(html);
    else view.pasteText(text);
  });
  return true;
}

/**
 * The properties of an editor that stand between all clipboards and its text. Without the filter there is
 * nothing of a page but its words.
 *
 * @param section - the section whose text this is
 * @param keeper - knows and sets the cards behind paragraphs
 */
export function filterProps(section: string, keeper: SourceKeeper): EditorProps {
  const carrier = new SourceCarrier(section, keeper);
  return {
    transformPastedHTML: (html) => (isOwn(html) ? html : (clean?.cleanHtml(html) ?? "")),
    transformPastedText: (text) => (isOneRow(text) ? (clean?.visible(text) ?? text) : text),
    clipboardTextParser: (text, $context) => textSlice(text, $context),
    clipboardParser: new OwnParser(),
    clipboardSerializer: new OwnSerializer(section),
    transformCopied: (slice, view) => withWholePassages(slice, view.state.doc),
    transformPasted: (slice, view) => carrier.arriving(slice, view),
  };
}

function isOneRow(text: string): boolean {
  return !/[\r\n\u0085\u2028\u2029]/.test(text);
}

/** A text of several rows as paragraphs and lists; a single row is pasted as it is, with the spaces around it. */
function textSlice(text: string, $context: ResolvedPos): Slice {
  const html = isOneRow(text) ? null : clean?.cleanText(text);
  if (html == null) return new Slice(Fragment.from(text ? schema.text(text, $context.marks()) : null), 0, 0);
  const place = document.createElement("div");
  place.innerHTML = html;
  const { content } = SchemaParser.fromSchema(schema).parse(place);
  return Slice.maxOpen(withMarks(content, $context.marks()), true);
}

function withMarks(content: Fragment, marks: readonly Mark[]): Fragment {
  const found: Node[] = [];
  content.forEach((node) => {
    found.push(node.isText ? node.mark(marks) : node.copy(withMarks(node.content, marks)));
  });
  return Fragment.from(found);
}
