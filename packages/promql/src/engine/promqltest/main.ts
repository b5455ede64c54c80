import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { runScript } from './run.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node packages/promql/dist/engine/promqltest/main.js FILE.test...');
  process.exitCode = 2;
}
for (const file of files) {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    console.error(`${file} cannot be read`);
    process.exitCode = 2;
    continue;
  }
  const { passed, coarse, failures } = runScript(text);
  console.log(
    `${basename(file)}: ${passed} passed, ${failures.length} failed${coarse.length === 0 ? '' : ` (to 1e-6 only: lines ${coarse.join(', ')})`}`,
  );
  for (const { line, query, problems } of failures) {
    process.exitCode = 1;
    console.log(`  ${file}:${line} ${query}`);
    for (const problem of problems) console.log(`    ${problem}`);
  }
}
