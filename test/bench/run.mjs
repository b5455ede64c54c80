// One command for every benchmark: `npm run bench`, or `npm run bench -- build` for one of them.
// Prints tables with medians and ratios of medians; each compares candidates in interleaved rounds of one run.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const suites = {
  'start-up': 'start-up.mjs',
  build: 'build.mjs',
  promql: 'promql.mjs',
  engine: 'engine.mjs',
  push: 'push.mjs',
  preview: 'preview.mjs',
  page: 'page.mjs',
  typecheck: 'typecheck.mjs',
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : Object.keys(suites)) {
  console.log(`\n# ${name}\n`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(suites[name], import.meta.url))], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
