// Preloaded into a real build: counts the changes it makes to files whose path has KILL_IN in it, and ends the process
// without warning right before number KILL_AT. Without KILL_AT the count is written to KILL_COUNT in the end.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { KILL_AT, KILL_IN = '', KILL_COUNT } = process.env;
const { writeFileSync } = fs;
let count = 0;
const changing = [
  'chmodSync',
  'linkSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'symlinkSync',
  'writeFile',
  'writeFileSync',
];
for (const name of changing) {
  const plain = fs[name];
  fs[name] = (...args) => {
    if (String(args[0]).includes(KILL_IN) && ++count === Number(KILL_AT)) process.kill(process.pid, 'SIGKILL');
    return plain(...args);
  };
}
syncBuiltinESMExports();
process.on('exit', () => {
  if (KILL_COUNT !== undefined) writeFileSync(KILL_COUNT, String(count));
});
