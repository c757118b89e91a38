/** What a page may rely on of the live connection. */
import type { Signal } from "@preact/signals";
import type { Commands } from "../../generated/catalogue";
import type { State } from "../store/fold";
import type { Fields } from "./pendingStore";

export interface Me {
  member: string;
  role: string;
  name: string;
  facilitator: boolean;
  steering: boolean;
}

export interface Boot {
  community: { id: string; name: string; language: string };
  me: { member: string; role: string; name: string; facilitator: boolean };
  language: string;
  urls: Record<string, string>;
  /** Whether other devices than this computer can open the page; always true for who does not steer. */
  reachable: boolean;
  server_time: number;
  /** This page only watches, as a screen; the secret of the link that lets it in, or its member does. */
  screen?: string | true;
  /** Proof of a member whom no cookie stands in for. */
  token?: string;
}

export interface Presence {
  here: Record<string, number>;
  writing: Record<string, number>;
  /** For whoever steers, while somebody is on the way in: opened the link; choosing a name. */
  joining?: { opened: number; choosing: number };
}

/** What the server answered. Further fields depend on the command; bytes are Uint8Array. */
export interface Ack {
  ok: true;
  seq?: number;
  [field: string]: unknown;
}

/** A command that was refused: `code` for programs, `message` for people. */
export class CommandError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly params: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

export type Status = "connecting" | "online" | "offline" | "gone";

/** A command on its way, for showing it before it is acknowledged. */
export interface Underway {
  type: string;
  payload: Fields;
}

export interface SendOptions {
  /** No message for the person when it is refused: the caller handles it. */
  quiet?: boolean;
  as_member?: string | null;
}

export type FieldsOf<K extends keyof Commands> = Omit<Commands[K], "command" | "as_member" | "type">;
/** Hears of a refused command; gives true when it has told the person. */
export type Refused = (type: string, payload: Fields, error: CommandError) => boolean;

export interface Live {
  readonly state: Signal<State>;
  readonly status: Signal<Status>;
  readonly presence: Signal<Presence>;
  readonly pending: Signal<readonly Underway[]>;
  readonly me: Signal<Me>;
  /** Milliseconds to add to this device's clock to get the server's. */
  readonly skew: Signal<number>;
  /** Carries out a command. Rejects with CommandError when it is refused. */
  send<K extends keyof Commands>(type: K, fields: FieldsOf<K>, options?: SendOptions): Promise<Ack>;
  /** Listens to a server event ("vision", "cursor", "facts", "presence", "gone"). */
  on<T = unknown>(event: string, handler: (data: T) => void): () => void;
  /** Calls `handler` each time the connection is there and the state is up to date. */
  onOnline(handler: () => void): () => void;
  /** Calls `handler` for every refused command, also one that an earlier page left. */
  onRefused(handler: Refused): () => void;
  /** Asks for everything that was missed; reconnects when there is no answer. */
  resync(): void;
  /** The server's time now, in milliseconds. */
  now(): number;
  close(): void;
}
