/**
 * Hocuspocus, as its documentation shows it: its own server, `onLoadDocument` and a debounced
 * `onStoreDocument` for the whole text. Between two of those a killed server would lose up to ten
 * seconds, so every update also goes into a log from `onChange`: the same work as Minidorp does.
 *
 * Hocuspocus gathers by itself what arrives in one turn of the event loop (`flushDelay: 0`, its
 * default). With `--window 20` its own setting makes that 20 ms, for text, cursors and log alike.
 *
 * Usage: node peers/hocuspocus.mjs --port 8000 --data FOLDER [--window 20] [--texts FOLDER]
 * `--texts`: a folder with texts that were there before, instead of the one for data.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Server } from "@hocuspocus/server";
import { UpdateStore } from "./yjs-store.mjs";

const { values } = parseArgs({
  options: {
    port: { type: "string" },
    data: { type: "string" },
    texts: { type: "string" },
    window: { type: "string", default: "0" },
  },
});
const window = Number(values.window);
const store = new UpdateStore(join(values.texts ?? values.data, "texts.sqlite"), window);

const server = new Server({
  port: Number(values.port),
  address: "127.0.0.1",
  quiet: true,
  flushDelay: window,
  extensions: [
    {
      async onLoadDocument({ document, documentName }) {
        store.load(documentName, document);
      },
      async onChange({ documentName, update }) {
        store.add(documentName, update);
      },
      async onStoreDocument({ document, documentName }) {
        store.compact(documentName, document);
      },
    },
  ],
});

await server.listen();
console.log("ready");
