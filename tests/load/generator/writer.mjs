/**
 * Somebody who types: makes real Yjs updates in the shape that the editor makes them (paragraphs with
 * a text in the document's XML fragment), and the awareness updates of the cursor behind each key.
 */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

const ROOT = "text";
const LETTERS = "we eten elke maand samen in het park en iedereen is welkom ";

export class Writer {
  /** When each keystroke was sent, by its Yjs clock; kept by whoever measures. */
  sent = new Map();
  #awareness = 0;
  #count = 0;
  #update = null;

  /**
   * @param {Uint8Array} text as it is when this person opens it
   * @param {string} member whose cursor it is
   */
  constructor(text, member) {
    this.member = member;
    this.doc = new Y.Doc();
    Y.applyUpdate(this.doc, text);
    this.client = this.doc.clientID;
    this.doc.on("update", (update) => (this.#update = update));
  }

  /** Begins a paragraph of one's own; gives the update. */
  begin() {
    const fragment = this.doc.getXmlFragment(ROOT);
    const paragraph = new Y.XmlElement("paragraph");
    this.text = new Y.XmlText();
    this.doc.transact(() => {
      fragment.push([paragraph]);
      paragraph.push([this.text]);
      this.text.insert(0, LETTERS[0]);
    });
    return this.#update;
  }

  /** Strikes a key: gives the update, and the clock by which others know it. */
  key() {
    const clock = Y.getState(this.doc.store, this.client);
    this.text.insert(this.text.length, LETTERS[this.#count++ % LETTERS.length]);
    return { clock, update: this.#update };
  }

  /** The cursor behind the last key, as y-prosemirror tells it. */
  cursor() {
    const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(this.text, this.text.length));
    return awareness(this.client, ++this.#awareness, {
      user: { member: this.member },
      cursor: { anchor: place, head: place },
    });
  }
}

/** One client's awareness update (y-protocols). */
export function awareness(client, clock, state) {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, JSON.stringify(state));
  return encoding.toUint8Array(encoder);
}
