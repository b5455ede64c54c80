import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import * as promql from './index.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...README.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = '']) => code);

it('has examples', () => {
  expect(blocks.length).toBeGreaterThan(3);
});

it.each(blocks)('example %#', (code) => {
  const results: [unknown, unknown][] = [];
  // `value; // → expected` becomes a comparison.
  const checked = code.replaceAll(/^(.*); \/\/ → (.*)$/gm, 'results.push([$1, $2]);');
  runInNewContext(checked, { ...promql, results });
  const plain: unknown = JSON.parse(JSON.stringify(results));
  expect(results.length).toBeGreaterThan(0);
  expect(plain).toEqual(results.map(([, expected]) => [expected, expected]));
});

it('shows an error as it is rendered', () => {
  const [error] = promql.parse('rat(up)').errors;
  expect(README).toContain(error && promql.renderError('rat(up)', error));
});
