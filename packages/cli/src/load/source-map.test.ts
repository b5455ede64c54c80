import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { transformSync } from 'esbuild';
import { expect, it } from 'vitest';
import { trace } from './source-map.ts';

const source = Array.from(
  { length: 40 },
  (_, i) => `export const value${i} = (x: number) =>\n  x * ${i} + Math.max(x, ${i});`,
).join('\n');
const { code, map } = transformSync(source, { loader: 'ts', sourcemap: true, sourcefile: 'a.ts' });

it('answers like a general decoder, at every column of every line, in any order', () => {
  const lines = code.split('\n');
  const positions = lines.flatMap((text, line) =>
    Array.from({ length: text.length }, (_, column) => ({ line: line + 1, column: column + 1 })),
  );
  const asked = [...positions.slice(500), ...positions.slice(0, 500)];
  const general = new TraceMap(map);
  const mappings = /"mappings": "([^"]*)"/.exec(map)?.[1] ?? '';
  expect(trace(mappings, asked)).toEqual(
    asked.map(({ line, column }) => {
      const place = originalPositionFor(general, { line, column: column - 1 });
      return place.source === null ? undefined : { source: 0, line: place.line, column: place.column + 1 };
    }),
  );
});

it('knows no place for lines without mappings and lines beyond the end', () => {
  expect(
    trace(';AAAA', [
      { line: 1, column: 1 },
      { line: 2, column: 4 },
      { line: 9, column: 1 },
    ]),
  ).toEqual([undefined, { source: 0, line: 1, column: 1 }, undefined]);
});
