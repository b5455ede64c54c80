import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the list names every archetype file, in order', () => {
  const listed = [...readFileSync(new URL('archetypes.ts', import.meta.url), 'utf8').matchAll(/from '\.\/(.+)\.ts'/g)];
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test') && name !== 'archetypes.ts')
    .map((name) => name.slice(0, -'.ts'.length));
  expect(listed.map(([, name]) => name)).toEqual(files.toSorted());
});
