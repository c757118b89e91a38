/**
 * Commands that were not acknowledged yet. What people wrote is also kept in
 * localStorage, so that a reload or an empty battery loses none of it. One key per
 * command: two tabs of one person do not overwrite each other.
 */

import type { CommandTraits } from "../../generated/catalogue";
import { COMMAND_TRAITS } from "../../generated/catalogue";

export type Fields = Record<string, unknown>;

export interface Waiting {
  readonly key: string;
  readonly type: string;
  readonly payload: Fields & { command: string };
  readonly resolve: (ack: never) => void;
  readonly reject: (error: Error) => void;
  readonly quiet: boolean;
  readonly kept: boolean;
  sent: boolean;
}

const TRAITS: Readonly<Record<string, CommandTraits | undefined>> = COMMAND_TRAITS;

/**
 * What happens to a command while there is no connection: it is kept on the device, waits in memory,
 * or is refused because it makes no sense later. What an older page kept under a name that is gone
 * still goes out: the server's refusal brings the words back.
 */
export function offline(type: string): CommandTraits["offline"] {
  return TRAITS[type]?.offline ?? "kept";
}

let counter = 0;

/** The commands kept on this device, for one member of one community. */
export class PendingStore {
  private readonly prefix: string;

  constructor(
    community: string,
    member: string,
    private readonly storage: Storage | null,
  ) {
    this.prefix = `minidorp:waiting:${community}:${member}:`;
  }

  key(command: string): string {
    counter += 1;
    return `${this.prefix}${String(Date.now()).padStart(14, "0")}${String(counter).padStart(5, "0")}:${command}`;
  }

  put(key: string, type: string, payload: Fields): void {
    try {
      this.storage?.setItem(key, JSON.stringify({ type, payload }));
    } catch {
      // A full or forbidden storage: the command still waits in memory.
    }
  }

  drop(key: string): void {
    try {
      this.storage?.removeItem(key);
    } catch {
      // Nothing was kept, so nothing is left behind.
    }
  }

  /** What an earlier page stored and nobody acknowledged, oldest first. */
  stored(): { key: string; type: string; payload: Fields & { command: string } }[] {
    const found: { key: string; type: string; payload: Fields & { command: string } }[] = [];
    for (const key of this.keys()) {
      try {
        const kept = JSON.parse(this.storage?.getItem(key) ?? "") as { type: string; payload: Fields & { command: string } };
        if (typeof kept.payload.command === "string") found.push({ key, ...kept });
      } catch {
        this.drop(key);
      }
    }
    return found;
  }

  private keys(): string[] {
    try {
      return Object.keys(this.storage ?? {})
        .filter((key) => key.startsWith(this.prefix))
        .sort();
    } catch {
      return [];
    }
  }
}
