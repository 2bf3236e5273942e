// Times ajv's compiled validators on the documents: median nanoseconds for one validation, warm; and JSON.parse + validation.
// usage: node ajv.mjs FOLDER
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
const require = createRequire(path.join(process.cwd(), "package.json"));
const folder = process.argv[2];
const read = (...parts) => JSON.parse(fs.readFileSync(path.join(folder, ...parts), "utf8"));

function median(action) {
  // Two seconds to warm up, then batches of at least 20 ms.
  let count = 1;
  for (const end = performance.now() + 2000; performance.now() < end;) action();
  for (;;) {
    const start = performance.now();
    for (let i = 0; i < count; i++) action();
    if (performance.now() - start >= 20) break;
    count *= 2;
  }
  const times = [];
  for (let batch = 0; batch < 15; batch++) {
    const start = performance.now();
    for (let i = 0; i < count; i++) action();
    times.push((performance.now() - start) * 1e6 / count);
  }
  return times.sort((a, b) => a - b)[7];
}

for (const name of fs.readdirSync(folder).filter(n => n !== "references").sort()) {
  const schema = read(name, "schema.json");
  const Ajv = require(/2020-12/.test(schema.$schema) ? "ajv/dist/2020.js" : /draft-04/.test(schema.$schema) ? "ajv-draft-04" : "ajv/dist/ajv.js").default;
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const file of fs.readdirSync(path.join(folder, "references"))) {
    const reference = read("references", file);
    if (reference.$id !== schema.$id && reference.$schema === schema.$schema) ajv.addSchema(reference);
  }
  const validate = schema.$id === "http://json-schema.org/draft-07/schema#" ? ajv.getSchema(schema.$id) : ajv.compile(schema);
  const bytes = fs.readFileSync(path.join(folder, name, "document.json"));
  const document = JSON.parse(bytes.toString("utf8"));
  if (!validate(document)) throw new Error(name + ": " + JSON.stringify(validate.errors.slice(0, 3)));
  const valid = median(() => validate(document));
  const read_ = median(() => validate(JSON.parse(bytes.toString("utf8"))));
  console.log(JSON.stringify({ name, validate: valid, read: read_ }));
}
