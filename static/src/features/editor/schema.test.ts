import assert from "node:assert/strict";
import { test } from "node:test";
import source from "../../../../workshop/vision/schema.json";
import { SCHEMA_VERSION, schema } from "./schema";

test("the editor has exactly the elements, attributes and marks that the server takes", () => {
  assert.equal(SCHEMA_VERSION, source.version);
  assert.deepEqual(Object.keys(schema.nodes).sort(), Object.keys(source.nodes).sort());
  assert.deepEqual(Object.keys(schema.marks).sort(), Object.keys(source.marks).sort());
  for (const [name, spec] of Object.entries(source.nodes)) {
    const attrs = "attrs" in spec ? Object.keys(spec.attrs) : [];
    assert.deepEqual(Object.keys(schema.nodes[name]?.spec.attrs ?? {}), attrs, name);
  }
});

test("every element can be shown", () => {
  const { doc, text, ...rest } = schema.nodes;
  assert.ok(doc && text);
  for (const [name, type] of Object.entries(rest)) assert.ok(type.spec.toDOM, name);
});
