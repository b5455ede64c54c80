import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examplesOf, runExample } from '../fixtures/page.ts';
import { build } from '../index.ts';
import * as engine from './index.ts';

const FOLDER = import.meta.dirname;

/** Every module that loading one brings along, by what it is imported as. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!existsSync(file)) return seen;
  for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s[^;]*?from '([^']+)';/gms,
  )) {
    reached(specifier.startsWith('.') ? join(dirname(file), specifier) : specifier, seen);
  }
  return seen;
}

describe('the engine', () => {
  it('needs nothing but re2js, so that it runs in a browser', () => {
    const outside = [...reached(join(FOLDER, 'index.ts'))].filter((one) => !one.startsWith('/'));
    expect(outside).toEqual(['re2js']);
  });

  it('is not loaded with the parser', () => {
    const own = [...reached(join(FOLDER, '../index.ts'))].filter((one) => one.startsWith(`${FOLDER}/`));
    expect(own).toEqual([]);
  });
});

describe('the page', () => {
  const blocks = examplesOf(import.meta.dirname);

  it('has examples', () => {
    expect(blocks.length).toBeGreaterThan(3);
  });

  it.each(blocks)('example %#', (code) => {
    const results = runExample(code, { ...engine, build, Float64Array });
    expect(results.length).toBeGreaterThan(0);
    for (const [value, expected] of results) expect(value).toEqual(expected);
  });
});
