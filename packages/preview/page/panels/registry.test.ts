import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const HERE = new URL('.', import.meta.url);
const NOT_PANELS = ['frame'];

const order = (a: string, b: string): number => a.localeCompare(b, 'en');

describe('panels', () => {
  const source = readFileSync(new URL('registry.ts', HERE), 'utf8');
  const [, list = ''] = /PANELS[^{]*\{\n([^}]*)\}/.exec(source) ?? [];
  const ids = list.split('\n').flatMap((line) => /^\s*'?([\w-]+)'?\s*[:,]/.exec(line)?.[1] ?? []);

  it('are in the list, in the order of the alphabet, and each has its folder', () => {
    const folders = readdirSync(HERE, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(ids).toEqual(folders.filter((name) => !NOT_PANELS.includes(name)).toSorted(order));
  });

  it('have a file of the same name', () => {
    expect(ids.filter((id) => !readdirSync(new URL(`${id}/`, HERE)).includes(`${id}.tsx`))).toEqual([]);
  });
});
