/**
 * A durable log of Yjs updates for the co-writing peers: what they are sent is in SQLite (WAL,
 * synchronous=FULL, the same as Minidorp's), so a killed peer has lost no more than one turn.
 *
 * Updates that arrive together are written in one transaction, as Minidorp does; a commit per
 * keystroke would only make the peers slower than they need to be. A snapshot takes the place of the
 * updates it covers, so a text is opened from a snapshot and a short tail, as with Minidorp.
 */
import Database from "better-sqlite3";
import * as Y from "yjs";

const TABLES = `
  CREATE TABLE IF NOT EXISTS updates (n INTEGER PRIMARY KEY, name TEXT NOT NULL, data BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS updates_of ON updates (name, n);
  CREATE TABLE IF NOT EXISTS snapshots (name TEXT PRIMARY KEY, data BLOB NOT NULL);
`;

export class UpdateStore {
  /** @type {[string, Uint8Array][]} */
  #waiting = [];
  #scheduled = false;

  /**
   * @param {string} path of the SQLite file
   * @param {number} window milliseconds in which updates share a transaction; 0 for one turn of the
   *   event loop
   */
  constructor(path, window) {
    const db = new Database(path);
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.exec(TABLES);
    this.window = window;
    this.db = db;
    const insert = db.prepare("INSERT INTO updates (name, data) VALUES (?, ?)");
    this.write = db.transaction((rows) => {
      for (const [name, data] of rows) insert.run(name, data);
    });
    const put = db.prepare("INSERT OR REPLACE INTO snapshots (name, data) VALUES (?, ?)");
    const clear = db.prepare("DELETE FROM updates WHERE name = ?");
    this.replace = db.transaction((name, data) => {
      put.run(name, data);
      clear.run(name);
    });
    this.snapshot = db.prepare("SELECT data FROM snapshots WHERE name = ?").pluck();
    this.tail = db.prepare("SELECT data FROM updates WHERE name = ? ORDER BY n").pluck();
  }

  /** Keeps one update of a text. */
  add(name, data) {
    this.#waiting.push([name, data]);
    if (this.#scheduled) return;
    this.#scheduled = true;
    if (this.window) setTimeout(() => this.#commit(), this.window);
    else setImmediate(() => this.#commit());
  }

  #commit() {
    this.#scheduled = false;
    const rows = this.#waiting;
    this.#waiting = [];
    if (rows.length) this.write(rows);
  }

  /**
   * Fills a document with what is kept of its text.
   * @returns how many updates there were after the snapshot
   */
  load(name, doc) {
    const snapshot = this.snapshot.get(name);
    const tail = this.tail.all(name);
    Y.transact(doc, () => {
      if (snapshot) Y.applyUpdate(doc, snapshot);
      for (const data of tail) Y.applyUpdate(doc, data);
    });
    return tail.length;
  }

  /** Lets the whole text take the place of its updates. */
  compact(name, doc) {
    this.#commit();
    this.replace(name, Buffer.from(Y.encodeStateAsUpdate(doc)));
  }
}
