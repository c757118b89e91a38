/**
 * y-websocket's server, as its own `server.js` and its LevelDB persistence show it, with SQLite in
 * the place of LevelDB: every update is kept, and a log of more than 500 updates is replaced by one
 * snapshot when the text is opened. It has no window: every update and cursor is a message at once.
 *
 * Usage: node peers/ywebsocket.mjs --port 8000 --data FOLDER [--texts FOLDER]
 * `--texts`: a folder with texts that were there before, instead of the one for data.
 */
import http from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { setPersistence, setupWSConnection } from "@y/websocket-server/utils";
import { WebSocketServer } from "ws";
import { UpdateStore } from "./yjs-store.mjs";

const TRIM = 500;

const { values } = parseArgs({
  options: { port: { type: "string" }, data: { type: "string" }, texts: { type: "string" } },
});
const store = new UpdateStore(join(values.texts ?? values.data, "texts.sqlite"), 0);

setPersistence({
  provider: store,
  bindState(name, doc) {
    if (store.load(name, doc) > TRIM) store.compact(name, doc);
    doc.on("update", (update) => store.add(name, update));
  },
  writeState: async () => {},
});

const server = http.createServer((_request, response) => response.end("okay"));
const sockets = new WebSocketServer({ noServer: true });
sockets.on("connection", setupWSConnection);
server.on("upgrade", (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit("connection", ws, request));
});
server.listen(Number(values.port), "127.0.0.1", () => console.log("ready"));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
