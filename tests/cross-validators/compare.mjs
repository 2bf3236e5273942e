// Judges every file of schemas/examples by three validators (PolicyKit's engine, ajv, the sourcemeta CLI) and fails where their verdicts differ.
// usage: node compare.mjs POLICYKIT...   (the command that starts policykit), in this folder, after npm ci
import fs from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const Ajv = require("ajv/dist/2020.js").default;
const formats = require("ajv-formats").default;
const root = path.resolve(import.meta.dirname, "../..");
const policykit = process.argv.slice(2);
if (policykit.length === 0) throw new Error("usage: node compare.mjs POLICYKIT...");

function files(folder) {
  return fs.readdirSync(folder).filter(f => f.endsWith(".json")).sort().map(f => path.join(folder, f));
}

function byAjv(schema, all) {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false, allErrors: false });
  formats(ajv);
  // An annotation that editors know: what each value of an enum means.
  ajv.addVocabulary(["enumDescriptions"]);
  const validate = ajv.compile(JSON.parse(fs.readFileSync(schema, "utf8")));
  return new Map(all.map(f => [f, validate(JSON.parse(fs.readFileSync(f, "utf8")))]));
}

function bySourcemeta(schema, all) {
  const run = spawnSync(path.join(import.meta.dirname, "node_modules/.bin/jsonschema"), ["validate", schema, ...all, "--format-assertion", "--continue", "--verbose", "--color", "never"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const verdicts = new Map();
  for (const line of (run.stdout + run.stderr).split("\n")) {
    const found = /^(ok|fail): (.*\.json)$/.exec(line);
    if (found) verdicts.set(path.resolve(found[2]), found[1] === "ok");
  }
  return verdicts;
}

function byPolicyKit(schema, all) {
  const run = spawnSync(policykit[0], [...policykit.slice(1), "validate", ...all, "--schema", schema, "--assert-formats", "--format", "json", "--max-problems", "100000"], { encoding: "utf8", maxBuffer: 1 << 28, cwd: root });
  const report = JSON.parse(run.stdout);
  if (report.files !== all.length) throw new Error(`policykit judged ${report.files} of ${all.length} files: ${run.stderr}`);
  const wrong = new Set(report.problems.map(p => path.resolve(root, p.file)));
  return new Map(all.map(f => [f, !wrong.has(f)]));
}

let compared = 0, differing = 0;
for (const kind of ["policy", "standard", "system", "waivers", "evidence"]) {
  const schema = path.join(root, "schemas", `${kind}.schema.json`);
  const meta = spawnSync(path.join(import.meta.dirname, "node_modules/.bin/jsonschema"), ["metaschema", schema], { encoding: "utf8" });
  if (meta.status !== 0) { differing++; console.log(`${kind}: not valid against its meta-schema\n${meta.stderr}`); }
  const examples = path.join(root, "schemas/examples", kind);
  const all = [...files(path.join(examples, "valid")), ...files(path.join(examples, "invalid"))];
  const verdicts = { policykit: byPolicyKit(schema, all), ajv: byAjv(schema, all), sourcemeta: bySourcemeta(schema, all) };
  let invalid = 0;
  for (const file of all) {
    const [ours, ...others] = Object.values(verdicts).map(v => v.get(file));
    compared++;
    if (ours === false) invalid++;
    if (others.some(v => v !== ours) || (path.basename(path.dirname(file)) === "valid" && !ours)) {
      differing++;
      console.log(`${path.relative(root, file)}: ${Object.entries(verdicts).map(([name, v]) => `${name} ${v.get(file)}`).join(", ")}`);
    }
  }
  console.log(`${kind}: ${all.length} files, ${invalid} invalid by the schema`);
}
console.log(`${compared} verdicts compared, ${differing} differ`);
process.exit(differing === 0 && compared > 50 ? 0 : 1);
