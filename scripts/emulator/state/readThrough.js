/**
 * Reads every entry of a state file: `node readThrough.js FILE`. It ends with 0 when that works; with another code
 * or by a signal when the file is damaged.
 */
const { open } = require('lmdb');

const root = open({ path: process.argv[2] ?? '', noSubdir: true, readOnly: true, maxDbs: 128 });
for (const name of [...root.getKeys()]) {
  for (const entry of root.openDB({ name: String(name) }).getRange({})) void entry;
}
