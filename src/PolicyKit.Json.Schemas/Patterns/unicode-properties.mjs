// Writes unicode-properties.txt anew, with the names that are in it and what this node's ECMA-262 makes of them:
//   node unicode-properties.mjs
import fs from 'node:fs';

const file = new URL('unicode-properties.txt', import.meta.url);
const lines = fs.readFileSync(file, 'utf8').trim().split('\n').filter(l => !l.startsWith('#'));
const ranges = property => {
  const [test, found] = [new RegExp(`^\\p{${property}}$`, 'u'), []];
  for (let start = -1, point = 0; point <= 0x110000; point++) {
    const isIn = point <= 0x10FFFF && test.test(String.fromCodePoint(point));
    if (isIn && start < 0) start = point;
    if (isIn || start < 0) continue;
    found.push(start === point - 1 ? start.toString(16) : `${start.toString(16)}-${(point - 1).toString(16)}`);
    start = -1;
  }
  return found.join(' ').toUpperCase();
};
const scripts = [...new Set(lines.filter(l => l.startsWith('sc')).map(l => l.split('\t')[1]))];
const binary = lines.filter(l => l.startsWith('bin')).map(l => l.split('\t')[1]);
const written = scripts.flatMap(names => {
  const [script, extended] = ['sc', 'scx'].map(kind => ranges(`${kind}=${names.split(' ')[0]}`));
  return script === extended ? [`sc,scx\t${names}\t${script}`] : [`sc\t${names}\t${script}`, `scx\t${names}\t${extended}`];
});
fs.writeFileSync(file, [
  `# Unicode ${process.versions.unicode}: scripts (sc), script extensions (scx) and binary properties (bin), as ECMA-262 has them (\\p{…}).`,
  '# Kind, names, ranges of code points. Written by unicode-properties.mjs.',
  ...written,
  ...binary.map(names => `bin\t${names}\t${ranges(names.split(' ')[0])}`),
].join('\n') + '\n');
