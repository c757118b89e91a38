/**
 * The floor: bare `ws`. It speaks just so much of Socket.IO's wire that the same clients can talk to it, checks
 * nothing, stores nothing, and passes every event on to everybody in the room.
 */
import { WebSocketServer } from 'ws';

/** Serve until the process is ended. */
export function serveFloor(port) {
  const rooms = new Map();
  const server = new WebSocketServer({ port, host: '127.0.0.1', path: '/socket.io/' }, () => console.log('ready'));
  let seq = 0;
  server.on('connection', (socket) => {
    let room = new Set();
    socket.on('message', (data) => {
      const text = data.toString();
      if (text.startsWith('40')) {
        const { community } = JSON.parse(text.slice(2));
        room = rooms.get(community) ?? new Set();
        rooms.set(community, room);
        socket.send('40{"sid":"floor"}');
        return;
      }
      if (!text.startsWith('42')) return;
      const start = text.indexOf('[');
      const [event, content] = JSON.parse(text.slice(start));
      socket.send(`43${text.slice(2, start)}[{"ok":true,"seq":${++seq}}]`);
      if (event === 'enter') {
        room.add(socket);
        return;
      }
      const frame = `42["facts",${JSON.stringify({ seq, facts: [{ type: 'card.added', card: content }] })}]`;
      for (const one of room) one.send(frame);
    });
    socket.on('close', () => room.delete(socket));
    socket.on('error', () => socket.terminate());
    socket.send('0{"sid":"floor","upgrades":[],"pingInterval":20000,"pingTimeout":20000,"maxPayload":1000000}');
  });
}
