import { expect, test } from 'vitest';
import { emit, placing } from './assemble.ts';
import { production } from './fixtures/environment.ts';
import { rules } from './fixtures/resources.ts';
import type { Emission, FileTarget, Piece } from './target.ts';

function piece(...segments: readonly string[]): Piece {
  return { resource: rules(segments.join('+')), segments, content: 'x\n' };
}

function placed(...pieces: readonly Piece[]): Emission {
  return placing('t').place({ pieces, diagnostics: [] });
}

const LISTED: FileTarget = {
  id: 't',
  kinds: ['PrometheusRule'],
  open: () => ({
    of: (resource) => ({ pieces: [{ resource, segments: [resource.metadata.name], content: 'x' }], diagnostics: [] }),
    index: (paths) => ({ path: 't/index', content: paths.join(' ') }),
  }),
};

test('emits under the target’s folder in the order of the paths, and an index of them', () => {
  expect(emit(LISTED, [rules('z'), rules('b')], production).files).toEqual([
    { path: 't/b', content: 'x' },
    { path: 't/index', content: 't/b t/z' },
    { path: 't/z', content: 'x' },
  ]);
});

test('emits no index of nothing', () => {
  expect(emit(LISTED, [], production).files).toEqual([]);
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
  const { files, diagnostics } = placed(piece(segment, 'ok.yaml'));
  expect(files).toEqual([]);
  expect(diagnostics).toMatchObject([{ rule: 'target/t', severity: 'error', path: '/metadata/name' }]);
});

test('takes spaces and letters of any language', () => {
  expect(placed(piece('Größe und Last', 'ä.json')).diagnostics).toEqual([]);
});

test('lets the first of two have a path, also where only case or Unicode form differs', () => {
  const { files, diagnostics } = placed(piece('A\u0308.yaml'), piece('ä.yaml'));
  expect(files).toHaveLength(1);
  expect(diagnostics).toMatchObject([{ severity: 'error', resource: 'PrometheusRule/ä.yaml' }]);
});

test('a path taken in an earlier run is not free', () => {
  const { isFree, take, place } = placing('t');
  expect(isFree(['t/a.yaml'])).toBe(true);
  take(rules('a'), ['t/a.yaml']);
  expect(isFree(['t/b.yaml', 't/A.yaml'])).toBe(false);
  expect(place({ pieces: [piece('a.yaml')], diagnostics: [] }).diagnostics).toMatchObject([
    { severity: 'error', message: 't/a.yaml is already written for PrometheusRule/a' },
  ]);
});
