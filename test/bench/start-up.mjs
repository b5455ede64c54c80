// Start-up: what a person waits for before the command does anything, beside a Node script that does nothing.
import { fileURLToPath } from 'node:url';
import { interleaved, once, table } from './measure.mjs';

const bin = fileURLToPath(new URL('../../packages/cli/bin/binnacle.js', import.meta.url));
const ROUNDS = 21;

const results = await interleaved(
  {
    'node -e 0': { run: () => once(process.execPath, ['-e', '0']) },
    'binnacle --version': { run: () => once(process.execPath, [bin, '--version']) },
    'binnacle --help': { run: () => once(process.execPath, [bin, '--help']) },
    'binnacle build --help': { run: () => once(process.execPath, [bin, 'build', '--help']) },
  },
  ROUNDS,
);
const base = results['node -e 0'].seconds;
console.log(
  table(
    ['command', 'ms', '× bare Node'],
    Object.entries(results).map(([name, { seconds }]) => [
      name,
      (seconds * 1000).toFixed(0),
      (seconds / base).toFixed(2),
    ]),
  ),
);
