/** What stays on this device: unsent texts, and the secrets of cards without a name. */
import { signal } from "@preact/signals";

function read(key: string): string | null {
  try {
    return globalThis.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) globalThis.localStorage.removeItem(key);
    else globalThis.localStorage.setItem(key, value);
  } catch {
    // Without storage (private window) the text lives as long as the page.
  }
}

function keys(): string[] {
  try {
    return Object.keys(globalThis.localStorage);
  } catch {
    return [];
  }
}

/** What this device remembers under a name, or null. */
export function keptOnDevice(name: string): string | null {
  return read(name);
}

/** Remembers something on this device; null forgets it. */
export function keepOnDevice(name: string, value: string | null): void {
  write(name, value);
}

/** What the device's keys of unsent changes of the shared text begin with. */
export function unsentTextPrefix(community: string, member: string): string {
  return `minidorp:vision:${community}:${member}:`;
}

/** What the device's keys of words begin with that could not be saved and were put aside. */
export function textAsidePrefix(community: string, member: string): string {
  return `minidorp:aside:${community}:${member}:`;
}

/** Whether an earlier page left changes of the shared text that the server does not have. */
export function hasUnsentText(community: string, member: string): boolean {
  return keys().some((key) => key.startsWith(unsentTextPrefix(community, member)));
}

/** Unsent texts of one person in one community, by place ("step/column"). */
export class Drafts {
  /** Grows with every change, so that screens that depend on drafts redraw. */
  readonly changes = signal(0);
  private readonly memory = new Map<string, string>();
  private readonly prefix: string;

  constructor(community: string, member: string) {
    this.prefix = `minidorp:draft:${community}:${member}:`;
  }

  get(place: string): string {
    return this.memory.get(place) ?? read(this.prefix + place) ?? "";
  }

  set(place: string, text: string): void {
    const before = this.get(place);
    this.memory.set(place, text);
    write(this.prefix + place, text || null);
    if (Boolean(before.trim()) !== Boolean(text.trim())) this.changes.value += 1;
  }

  /** Whether there is any unsent text for a step. */
  anyIn(step: string): boolean {
    for (const [place, text] of this.memory) {
      if (place.startsWith(`${step}/`) && text.trim()) return true;
    }
    return keys().some((key) => {
      const place = key.startsWith(`${this.prefix}${step}/`) ? key.slice(this.prefix.length) : null;
      return place !== null && !this.memory.has(place) && Boolean(read(key)?.trim());
    });
  }

  /** The places with unsent text that begin so. */
  places(prefix: string): string[] {
    const stored = keys()
      .filter((key) => key.startsWith(this.prefix + prefix))
      .map((key) => key.slice(this.prefix.length));
    return [...new Set([...this.memory.keys(), ...stored])].filter((place) => place.startsWith(prefix) && this.get(place) !== "");
  }

  /** The picture that goes with the unsent text; counts as unsent itself. */
  picture(place: string): string {
    return this.get(`${place}/picture`);
  }

  setPicture(place: string, picture: string | null): void {
    this.set(`${place}/picture`, picture ?? "");
  }

  /** Adds what could not be shared to what is being written in that place. */
  putBack(place: string, text: string, picture?: unknown): void {
    if (typeof picture === "string" && !this.picture(place)) this.setPicture(place, picture);
    const now = this.get(place).trim();
    if (now.includes(text)) return;
    this.set(place, now ? `${now}\n${text}` : text);
    this.changes.value += 1;
  }
}

/** The secrets of own cards without a name; they never leave the device but to the server's check. */
export class Secrets {
  private readonly prefix: string;

  constructor(community: string) {
    this.prefix = `minidorp:secret:${community}:`;
  }

  get(card: string): string | null {
    return read(this.prefix + card);
  }

  set(card: string, secret: string): void {
    write(this.prefix + card, secret);
  }

  drop(card: string): void {
    write(this.prefix + card, null);
  }
}
