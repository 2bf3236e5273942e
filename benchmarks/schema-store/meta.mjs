// Compares the verdicts on mutated schemas (see Mutants.cs) of PolicyKit, JsonSchema.Net, ajv and the sourcemeta CLI.
// usage: node meta.mjs FOLDER   (in tests/cross-validators, after npm ci)
import fs from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const require = createRequire(path.join(process.cwd(), "package.json"));
const formats = require("ajv-formats").default;
const engines = { "draft-07": require("ajv").default, "2019-09": require("ajv/dist/2019.js").default, "2020-12": require("ajv/dist/2020.js").default };

function byAjv(schema) {
  const draft = Object.keys(engines).find(d => String(schema.$schema).includes(d));
  if (!draft) return "-";
  const ajv = new engines[draft]({ strict: false, logger: false, validateFormats: true });
  formats(ajv);
  return ajv.validateSchema(schema) ? "True" : "False";
}

const folder = process.argv[2];
const rows = fs.readFileSync(path.join(folder, "verdicts.tsv"), "utf8").trimEnd().split("\n").map(l => l.split("\t"));
const run = spawnSync("node_modules/.bin/jsonschema", ["metaschema", ...rows.map(r => r[0]), "--continue", "--format-assertion", "--verbose", "--color", "never"], { encoding: "utf8", maxBuffer: 1 << 28 });
const sourcemeta = new Map();
for (const line of (run.stdout + run.stderr).split("\n")) {
  const found = /^(ok|fail): (.*\.json)$/.exec(line);
  if (found) sourcemeta.set(path.resolve(found[2]), found[1] === "ok" ? "True" : "False");
}
const groups = new Map();
for (const [file, ours, other, said, changed] of rows) {
  const verdicts = { policykit: ours, "JsonSchema.Net": other, ajv: byAjv(JSON.parse(fs.readFileSync(file, "utf8"))), sourcemeta: sourcemeta.get(path.resolve(file)) ?? "-" };
  const key = Object.entries(verdicts).map(([name, v]) => `${name} ${v}`).join(", ");
  groups.set(key, [...(groups.get(key) ?? []), `${path.basename(file)}  ${changed}  ${said}`]);
}
for (const [key, all] of [...groups].sort()) {
  console.log(`${all.length}\t${key}`);
  if (new Set(key.match(/True|False/g)).size > 1) for (const line of all) console.log(`\t${line}`);
}
