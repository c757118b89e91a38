/**
 * The live connection: one socket, commands with acknowledgements, facts folded into
 * one state. Whoever uses it reads `live.state.value` and calls `live.send(…)`.
 */

import type { Signal } from "@preact/signals";
import { signal } from "@preact/signals";
import type { Socket } from "socket.io-client";
import { io } from "socket.io-client";
import type { Collections, Commands, Fact } from "../../generated/catalogue";
import { t } from "../i18n/strings";
import type { Own, State } from "../store/fold";
import { emptyState, foldAll, stateFrom } from "../store/fold";
import { toast } from "../ui/toasts";
import { withBytes } from "./bytes";
import type { Ack, Boot, FieldsOf, Live, Me, Presence, Refused, SendOptions, Status, Underway } from "./contract";
import { CommandError } from "./contract";
import { newId } from "./ids";
import type { Fields, Waiting } from "./pendingStore";
import { offline, PendingStore } from "./pendingStore";

export * from "./contract";

interface RawAck {
  ok: boolean;
  seq?: number;
  me?: { member: string; steering: boolean; facilitator: boolean };
  server_time?: number;
  snapshot?: { seq: number; collections: Collections };
  own?: Own;
  facts?: Fact[];
  error?: { code: string; message: string; params?: Record<string, unknown> };
}

const ANSWER_TIMEOUT_MS = 6_000;
const RESYNC_AFTER_HIDDEN_MS = 20_000;
const RETRY_DELAY_MS = 2_000;
/** Refusals after which there is nothing here for this person any more. */
const FINAL = new Set(["not_signed_in", "community.gone"]);
/** Refusals that say nothing about the command itself: the same command goes again. */
const RETRYABLE = new Set(["too_fast", "not_entered"]);

function storage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

class Connection implements Live {
  readonly state = signal<State>(emptyState());
  readonly status = signal<Status>("connecting");
  readonly presence = signal<Presence>({ here: {}, writing: {} });
  readonly pending = signal<readonly Underway[]>([]);
  readonly me: Signal<Me>;
  readonly skew: Signal<number>;

  private readonly socket: Socket;
  private readonly pendingStore: PendingStore;
  private queue: Waiting[] = [];
  private entered = false;
  private flushing = false;
  private entering = 0;
  private early: { seq: number; facts: Fact[] }[] = [];
  private hiddenSince = 0;
  private tried = Date.now();
  private readonly onlineHandlers = new Set<() => void>();
  private readonly refusedHandlers = new Set<Refused>();
  private readonly forget: (() => void)[] = [];

  constructor(boot: Boot) {
    this.me = signal({ steering: false, ...boot.me });
    this.skew = signal(boot.server_time ? boot.server_time - Date.now() : 0);
    this.pendingStore = new PendingStore(boot.community.id, boot.me.member, storage());
    this.queue = this.pendingStore.stored().map((one) => this.waiting(one.key, one.type, one.payload, false));
    this.showPending();
    this.socket = io({
      auth: { community: boot.community.id, language: boot.language, token: boot.token, screen: boot.screen },
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      timeout: 6_000,
      reconnectionDelay: 300,
      reconnectionDelayMax: 5_000,
      closeOnBeforeunload: false,
    });
    this.listen();
    this.watchDevice();
  }

  send<K extends keyof Commands>(type: K, fields: FieldsOf<K>, options: SendOptions = {}): Promise<Ack> {
    const command = newId();
    const payload: Fields & { command: string } = { ...fields, command };
    if (options.as_member) payload["as_member"] = options.as_member;
    const refused = offline(type) === "refused";
    const promise = new Promise<Ack>((resolve, reject) => {
      if (this.status.value === "gone" || (refused && !this.entered)) {
        reject(new CommandError("offline", t("There is no connection right now.")));
        return;
      }
      const key = this.pendingStore.key(command);
      const item = this.waiting(key, type, payload, options.quiet ?? refused, resolve, reject);
      if (item.kept) this.pendingStore.put(key, type, payload);
      this.queue.push(item);
      this.showPending();
      if (this.entered && !this.flushing) this.emit(item);
    });
    promise.catch(() => undefined); // whoever does not wait for it has seen the message already
    return promise;
  }

  on<T>(event: string, handler: (data: T) => void): () => void {
    const wrapped = (data: T) => handler(withBytes(data));
    this.socket.on(event, wrapped);
    return () => this.socket.off(event, wrapped);
  }

  onOnline(handler: () => void): () => void {
    this.onlineHandlers.add(handler);
    if (this.entered) handler();
    return () => this.onlineHandlers.delete(handler);
  }

  onRefused(handler: Refused): () => void {
    this.refusedHandlers.add(handler);
    return () => this.refusedHandlers.delete(handler);
  }

  now(): number {
    return Date.now() + this.skew.value;
  }

  resync(): void {
    if (this.status.value === "gone") return;
    if (this.socket.connected) this.enter();
    // One that is just connecting would introduce itself twice, and be refused.
    else if (Date.now() - this.tried >= RETRY_DELAY_MS) this.reconnect();
  }

  close(): void {
    for (const undo of this.forget) undo();
    this.socket.close();
  }

  private waiting(
    key: string,
    type: string,
    payload: Fields & { command: string },
    quiet: boolean,
    resolve: (ack: Ack) => void = () => undefined,
    reject: (error: Error) => void = () => undefined,
  ): Waiting {
    return { key, type, payload, quiet, resolve, reject, kept: offline(type) === "kept", sent: false };
  }

  private listen(): void {
    const socket = this.socket;
    socket.io.on("reconnect_attempt", (attempt) => {
      this.tried = Date.now();
      // A network may swallow websockets without refusing them: every other attempt begins with polling.
      socket.io.opts.transports = attempt % 2 ? ["polling", "websocket"] : ["websocket", "polling"];
    });
    socket.on("connect", () => this.enter());
    socket.on("disconnect", (reason) => this.lost(reason));
    socket.on("connect_error", (error) => this.failed(error));
    socket.on("facts", (batch: { seq: number; facts: Fact[] }) => this.received(batch));
    socket.on("presence", (presence: Presence) => {
      this.presence.value = presence;
    });
    socket.on("gone", (why?: { error?: { message: string } }) => {
      if (why?.error) toast(why.error.message, { kind: "error" });
      this.leave();
    });
  }

  private watchDevice(): void {
    const listen = (target: EventTarget, event: string, handler: () => void) => {
      target.addEventListener(event, handler);
      this.forget.push(() => target.removeEventListener(event, handler));
    };
    listen(document, "visibilitychange", () => {
      if (document.visibilityState === "hidden") this.hiddenSince = Date.now();
      else if (this.hiddenSince && Date.now() - this.hiddenSince > RESYNC_AFTER_HIDDEN_MS) this.resync();
    });
    listen(globalThis, "online", () => this.resync());
    listen(globalThis, "offline", () => this.resync());
    listen(globalThis, "pageshow", () => this.resync());
  }

  /** Tries now instead of when the pause between attempts is over. */
  private reconnect(): void {
    this.tried = Date.now();
    this.socket.disconnect();
    this.socket.connect();
  }

  private enter(): void {
    const turn = ++this.entering;
    const sent = Date.now();
    const late = setTimeout(() => {
      if (turn === this.entering) this.reconnect();
    }, ANSWER_TIMEOUT_MS);
    this.socket.emit("enter", { seq: this.state.value.seq, command: newId() }, (ack: RawAck) => {
      clearTimeout(late);
      if (turn !== this.entering) return;
      if (!ack.ok) {
        this.refusedEntry(ack);
        return;
      }
      if (ack.server_time) this.skew.value = ack.server_time - (sent + Date.now()) / 2;
      if (ack.me) this.me.value = { ...this.me.value, ...ack.me };
      this.catchUp(ack);
    });
  }

  private refusedEntry(ack: RawAck): void {
    toast(ack.error?.message ?? t("Something went wrong. Try again."), { kind: "error" });
    if (ack.error && FINAL.has(ack.error.code)) this.leave();
    else setTimeout(() => this.resync(), RETRY_DELAY_MS);
  }

  private catchUp(ack: RawAck): void {
    if (ack.snapshot) this.state.value = stateFrom(ack.snapshot, ack.own);
    else if (ack.facts) this.state.value = foldAll(this.state.value, ack.facts, ack.seq ?? this.state.value.seq);
    for (const batch of this.early) this.take(batch);
    this.early = [];
    const first = !this.entered;
    this.entered = true;
    this.status.value = "online";
    if (!first) return;
    this.flush();
    for (const handler of this.onlineHandlers) handler();
  }

  private received(batch: { seq: number; facts: Fact[] }): void {
    if (this.entered) this.take(batch);
    else this.early.push(batch);
  }

  private take(batch: { seq: number; facts: Fact[] }): void {
    if (batch.seq <= this.state.value.seq) return;
    this.state.value = foldAll(this.state.value, batch.facts, batch.seq);
  }

  private lost(reason: string): void {
    this.entered = false;
    this.flushing = false;
    this.early = [];
    this.entering += 1;
    const refused = this.queue.filter((item) => offline(item.type) === "refused");
    this.queue = this.queue.filter((item) => !refused.includes(item));
    for (const item of this.queue) item.sent = false;
    for (const item of refused) item.reject(new CommandError("offline", t("There is no connection right now.")));
    if (this.status.value === "gone") return;
    this.status.value = "offline";
    if (reason === "io server disconnect") setTimeout(() => this.resync(), RETRY_DELAY_MS);
  }

  private failed(error: Error & { data?: { code?: string; message?: string } }): void {
    if (this.status.value === "gone") return;
    this.status.value = "offline";
    const code = error.data?.code;
    if (code && FINAL.has(code)) {
      if (error.data?.message) toast(error.data.message, { kind: "error" });
      this.leave();
      return;
    }
    if (!this.socket.active) setTimeout(() => this.resync(), RETRY_DELAY_MS + 100);
  }

  private leave(): void {
    this.status.value = "gone";
    this.socket.disconnect();
  }

  private flush(): void {
    this.flushing = true;
    this.flushNext();
  }

  /** The backlog goes one by one, so that it is carried out in the order it was written. */
  private flushNext(): void {
    const item = this.queue.find((one) => !one.sent);
    if (item) this.emit(item);
    else this.flushing = false;
  }

  private emit(item: Waiting): void {
    item.sent = true;
    this.socket.emit(item.type, item.payload, (ack: RawAck) => this.settle(item, ack));
  }

  private settle(item: Waiting, ack: RawAck): void {
    if (!this.queue.includes(item)) return;
    if (!ack.ok && ack.error && RETRYABLE.has(ack.error.code) && offline(item.type) !== "refused") {
      item.sent = false;
      this.flushing = true; // what comes after it waits for it
      setTimeout(() => this.entered && this.flushNext(), RETRY_DELAY_MS);
      return;
    }
    this.queue = this.queue.filter((one) => one !== item);
    if (item.kept) this.pendingStore.drop(item.key);
    if (ack.ok) (item.resolve as (ack: Ack) => void)(withBytes(ack) as Ack);
    else this.refuse(item, ack);
    this.showPending();
    if (this.flushing) this.flushNext();
  }

  private refuse(item: Waiting, ack: RawAck): void {
    const message = ack.error?.message ?? t("Something went wrong. Try again.");
    const error = new CommandError(ack.error?.code ?? "unknown", message, ack.error?.params);
    const told = [...this.refusedHandlers].map((handler) => handler(item.type, item.payload, error)).includes(true);
    if (!item.quiet && !told) toast(message, { kind: "error" });
    item.reject(error);
    if (FINAL.has(error.code)) this.leave();
  }

  private showPending(): void {
    const kept = this.queue.filter((item) => item.kept);
    if (kept.length || this.pending.value.length) this.pending.value = kept;
  }
}

/** Opens the live connection of a page. */
export function connect(boot: Boot): Live {
  return new Connection(boot);
}

/** What the server wrote into the page. */
export function readBoot<T extends Boot>(): T {
  return JSON.parse(document.getElementById("boot")?.textContent ?? "{}") as T;
}
