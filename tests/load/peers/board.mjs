/**
 * The board as people would build it otherwise: socket.io 4 with better-sqlite3, as their
 * documentation shows them. One event does the same job as `card.add`: validated, inserted,
 * acknowledged, broadcast to the room, its sender included.
 *
 *   --mode plain   every event by itself, in its handler
 *   --mode tuned   the same group commit and batches as Minidorp: events that wait when the loop comes
 *                  round share one transaction, then the acknowledgements, then one message per room
 *   --mode floor   no Socket.IO, no checks, no storage: bare `ws` that passes events on (floor.mjs)
 *
 * Also: --port, --data (folder), --rooms, --people (members of each room), --cards (on each room's board).
 */
import { parseArgs } from 'node:util';
import { createServer } from 'node:http';
import Database from 'better-sqlite3';
import { Server } from 'socket.io';
import { serveFloor } from './floor.mjs';

const { values } = parseArgs({ options: {
  port: { type: 'string' }, data: { type: 'string' }, mode: { type: 'string', default: 'plain' },
  rooms: { type: 'string', default: '1' }, people: { type: 'string', default: '300' },
  cards: { type: 'string', default: '0' },
} });
const COLUMNS = { 'def-2': new Set(['missing', 'more']) };
const ID = /^[A-Za-z0-9_-]{8,40}$/;

/** Open the database as safe as Minidorp's: WAL, and every commit pressed to the disk. */
function open(folder) {
  const db = new Database(`${folder}/board.sqlite`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`
    CREATE TABLE members (token TEXT PRIMARY KEY, room TEXT NOT NULL, name TEXT NOT NULL);
    CREATE TABLE cards (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, room TEXT NOT NULL, id TEXT NOT NULL, board TEXT NOT NULL,
      "column" TEXT NOT NULL, text TEXT NOT NULL, author TEXT NOT NULL, lang TEXT NOT NULL, quote INTEGER NOT NULL,
      UNIQUE (room, id));
  `);
  return db;
}

function fill(db, rooms, people, cards) {
  const member = db.prepare('INSERT INTO members VALUES (?, ?, ?)');
  const card = db.prepare(
    `INSERT INTO cards (room, id, board, "column", text, author, lang, quote) VALUES (?, ?, 'def-2', 'missing', ?, ?, 'nl', 0)`,
  );
  db.transaction(() => {
    for (let r = 0; r < rooms; r++) {
      const room = `room-${r}`;
      for (let m = 0; m < people; m++) member.run(`${room}-${m}`, room, `Buur ${m + 1}`);
      for (let c = 0; c < cards; c++) {
        card.run(room, `card-${String(c).padStart(8, '0')}`, `Een plek ~${c}~ waar je binnen kunt lopen met je kind`, `${room}-0`);
      }
    }
  })();
}

/** Tell whether somebody sent a card as it should be; what comes over the wire can be anything. */
function valid(card) {
  return card !== null && typeof card === 'object' && typeof card.command === 'string' && ID.test(card.command)
    && typeof card.card === 'string' && ID.test(card.card)
    && typeof card.board === 'string' && typeof card.column === 'string' && Boolean(COLUMNS[card.board]?.has(card.column))
    && typeof card.text === 'string' && card.text.trim().length > 0 && card.text.length <= 800
    && (card.lang === undefined || (typeof card.lang === 'string' && /^[a-z]{2,3}$/.test(card.lang)))
    && (card.quote === undefined || typeof card.quote === 'boolean');
}

function serve() {
  const db = open(values.data);
  fill(db, Number(values.rooms), Number(values.people), Number(values.cards));
  const find = db.prepare('SELECT room, name FROM members WHERE token = ?');
  const all = db.prepare(
    'SELECT id, board, "column", text, author, lang, quote FROM cards WHERE room = ? ORDER BY seq',
  );
  const last = db.prepare('SELECT max(seq) AS seq FROM cards WHERE room = ?');
  const insert = db.prepare(
    'INSERT INTO cards (room, id, board, "column", text, author, lang, quote) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const server = createServer();
  const io = new Server(server, { pingInterval: 20000, pingTimeout: 20000, serveClient: false });

  /** Put a card in the table; return it as everybody gets to see it. */
  const keep = (room, author, card) => {
    const { card: id, board, column, text, lang = 'nl', quote = false } = card;
    const { lastInsertRowid: seq } = insert.run(room, id, board, column, text, author, lang, quote ? 1 : 0);
    return { seq, fact: { type: 'card.added', card: { id, board, column, text, author, lang, quote } } };
  };

  /** One event, one transaction, one message. */
  const plain = (socket, card, ack) => {
    const { seq, fact } = keep(socket.data.room, socket.data.author, card);
    ack({ ok: true, seq });
    io.to(socket.data.room).emit('facts', { seq, facts: [fact] });
  };

  let waiting = [];
  const commit = () => {
    const batch = waiting;
    waiting = [];
    const kept = together(batch);
    const rooms = new Map();
    batch.forEach(({ socket, ack }, n) => {
      if (!kept[n]) return ack({ ok: false, error: 'server_error' });
      ack({ ok: true, seq: kept[n].seq });
      const message = rooms.get(socket.data.room) ?? { seq: 0, facts: [] };
      message.seq = kept[n].seq;
      message.facts.push(kept[n].fact);
      rooms.set(socket.data.room, message);
    });
    for (const [room, message] of rooms) io.to(room).emit('facts', message);
  };
  const together = db.transaction((batch) => batch.map(({ socket, card }) => {
    try {
      return keep(socket.data.room, socket.data.author, card);
    } catch {
      return null; // One that cannot be kept does not spoil the others.
    }
  }));
  /** What waits when the loop comes round shares one transaction, and one message per room. */
  const tuned = (socket, card, ack) => {
    if (waiting.length === 0) setImmediate(commit);
    waiting.push({ socket, card, ack });
  };

  const add = values.mode === 'tuned' ? tuned : plain;
  io.use((socket, next) => {
    const token = socket.handshake.auth?.token;
    const member = typeof token === 'string' ? find.get(token) : undefined;
    if (!member || member.room !== socket.handshake.auth.community) return next(new Error('not_signed_in'));
    socket.data = { room: member.room, author: token, name: member.name };
    next();
  });
  io.on('connection', (socket) => {
    socket.on('enter', (_command, ack) => {
      socket.join(socket.data.room);
      const cards = all.all(socket.data.room);
      ack({ ok: true, seq: last.get(socket.data.room).seq ?? 0, snapshot: { cards } });
    });
    socket.on('card.add', (card, ack) => {
      if (typeof ack !== 'function') return;
      if (!socket.rooms.has(socket.data.room) || !valid(card)) return ack({ ok: false, error: 'bad_request' });
      try {
        add(socket, card, ack);
      } catch {
        ack({ ok: false, error: 'server_error' });
      }
    });
  });
  server.listen(Number(values.port), '127.0.0.1', () => console.log('ready'));
}

// Memory is compared without garbage, as far as that can be asked for: `node --expose-gc`.
process.on('SIGUSR2', () => globalThis.gc?.());
if (values.mode === 'floor') serveFloor(Number(values.port));
else serve();
