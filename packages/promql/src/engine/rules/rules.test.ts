import { describe, expect, it } from 'vitest';
import { examplesOf, runExample } from '../../fixtures/page.ts';
import * as engine from '../index.ts';
import * as rules from './index.ts';

describe('the page', () => {
  const blocks = examplesOf(import.meta.dirname);

  it('has examples', () => {
    expect(blocks.length).toBe(4);
  });

  it.each(blocks)('example %#', (code) => {
    const results = runExample(code, { ...engine, ...rules });
    expect(results.length).toBeGreaterThan(0);
    for (const [value, expected] of results) expect(value).toEqual(expected);
  });
});
