import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as template from './index.ts';

describe('the page', () => {
  const page = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
  const blocks = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = '']) => code);

  it('has examples', () => {
    expect(blocks.length).toBe(3);
  });

  it.each(blocks)('example %#', (code) => {
    const results: [unknown, unknown][] = [];
    // `value; // → expected` becomes a comparison.
    const checked = code.replaceAll(/^(.*);\s*\/\/ → (.*)$/gm, 'results.push([$1, $2]);');
    runInNewContext(checked, { ...template, results });
    expect(results.length).toBeGreaterThan(0);
    for (const [value, expected] of results) expect(JSON.parse(JSON.stringify(value))).toEqual(expected);
  });
});
