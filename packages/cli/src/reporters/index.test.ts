import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FORMATS } from '../commands/check.ts';
import { reporters } from './index.ts';

it('names each reporter after its file', () => {
  const names = Object.keys(reporters);
  expect(names).toEqual(names.toSorted());
  expect(names.filter((name) => !existsSync(new URL(`./${name}.ts`, import.meta.url)))).toEqual([]);
});

it('is what check offers as --format', () => {
  expect(FORMATS).toEqual(Object.keys(reporters));
});
