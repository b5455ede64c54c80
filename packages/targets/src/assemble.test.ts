import { expect, test } from 'vitest';
import { assemble, type Piece } from './assemble.ts';
import { rules } from './fixtures/resources.ts';

function piece(...segments: readonly string[]): Piece {
  return { resource: rules(segments.join('+')), segments, content: 'x\n' };
}

test('sorts paths under the target’s folder', () => {
  expect(assemble('t', [piece('b.yaml'), piece('a', 'z.yaml')], []).files.map(({ path }) => path)).toEqual([
    't/a/z.yaml',
    't/b.yaml',
  ]);
});

test.each([
  ['..'],
  ['../x.yaml'],
  ['a/b.yaml'],
  ['a\\b.yaml'],
  ['C:x.yaml'],
  ['nul.yaml'],
  [''],
  ['x\0.yaml'],
  ['y'.repeat(300)],
])('refuses the segment %j', (segment) => {
  const { files, diagnostics } = assemble('t', [piece(segment, 'ok.yaml')], []);
  expect(files).toEqual([]);
  expect(diagnostics).toMatchObject([{ rule: 'target/t', severity: 'error', path: '/metadata/name' }]);
});

test('takes spaces and letters of any language', () => {
  expect(assemble('t', [piece('Größe und Last', 'ä.json')], []).diagnostics).toEqual([]);
});

test('lets the first of two have a path, also where only case or Unicode form differs', () => {
  const { files, diagnostics } = assemble('t', [piece('A\u0308.yaml'), piece('ä.yaml')], []);
  expect(files).toHaveLength(1);
  expect(diagnostics).toMatchObject([{ severity: 'error', resource: 'PrometheusRule/ä.yaml' }]);
});
