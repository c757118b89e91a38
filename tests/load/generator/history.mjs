/**
 * An hour of writing together, the same bytes every time: people type sentences, mostly behind their
 * last one, sometimes in a new paragraph or within what somebody else wrote, and now and then take a
 * letter back. They type at the same time, key by key.
 */
import * as Y from "yjs";

const ROOT = "text";
const WORDS = "in onze buurt kent iedereen het plein waar kinderen spelen en ouders elkaar spreken".split(" ");
const NEW_PARAGRAPH = 0.15;
const ELSEWHERE = 0.1;
const TAKEN_BACK = 0.04;

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

class Hand {
  #left = "";
  #at = 0;

  constructor(number, chance) {
    this.chance = chance;
    this.doc = new Y.Doc();
    this.doc.clientID = 1_000_000_007 + number * 7_919;
    this.fragment = this.doc.getXmlFragment(ROOT);
  }

  /** Strikes one key, after reading what the others wrote when a sentence begins. */
  key(shared) {
    if (!this.#left) {
      this.#begin(shared);
      return;
    }
    if (this.#at > 1 && this.chance() < TAKEN_BACK) {
      this.text.delete(--this.#at, 1);
      return;
    }
    this.text.insert(this.#at++, this.#left[0]);
    this.#left = this.#left.slice(1);
  }

  #begin(shared) {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(shared, Y.encodeStateVector(this.doc)), "shared");
    const words = Array.from({ length: 5 + Math.floor(this.chance() * 10) }, () => this.#word());
    this.#left = `${words.join(" ")}. `;
    const luck = this.chance();
    if (!this.text || luck < NEW_PARAGRAPH) {
      this.#paragraph();
      return;
    }
    if (luck < NEW_PARAGRAPH + ELSEWHERE) {
      this.text = this.fragment.get(Math.floor(this.chance() * this.fragment.length)).get(0);
      this.#at = Math.floor(this.chance() * (this.text.length + 1));
    } else {
      this.#at = this.text.length;
    }
    this.text.insert(this.#at++, this.#left[0]);
    this.#left = this.#left.slice(1);
  }

  #paragraph() {
    this.text = new Y.XmlText();
    this.#at = 1;
    this.doc.transact(() => {
      const paragraph = new Y.XmlElement("paragraph");
      this.fragment.push([paragraph]);
      paragraph.push([this.text]);
      this.text.insert(0, this.#left[0]);
    });
    this.#left = this.#left.slice(1);
  }

  #word() {
    return WORDS[Math.floor(this.chance() * WORDS.length)];
  }
}

/**
 * Writes together.
 * @param {number} updates keystrokes in all
 * @param {number} people who take turns, a key each
 * @returns {{all: Uint8Array[], doc: Y.Doc}} every update in order, and the text
 */
export function history(updates, people) {
  const doc = new Y.Doc();
  doc.getXmlFragment(ROOT);
  const all = [];
  const hands = Array.from({ length: people }, (_, n) => new Hand(n, dice(n + 1)));
  for (const hand of hands) {
    hand.doc.on("update", (update, origin) => {
      if (origin === "shared") return;
      all.push(update);
      Y.applyUpdate(doc, update);
    });
  }
  while (all.length < updates) hands[all.length % people].key(doc);
  return { all, doc };
}
