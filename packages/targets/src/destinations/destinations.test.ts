import { readdirSync } from 'node:fs';
import { DESTINATION_IDS } from '@binnacle/model';
import { expect, test } from 'vitest';
import { destinations } from './destinations.ts';

const ids = Object.keys(destinations);

test('the list of destinations is the list of folders, sorted, and each is one the configuration knows', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(ids).toEqual(folders.toSorted());
  expect(ids.filter((id) => !DESTINATION_IDS.some((known) => known === id))).toEqual([]);
});

test('every destination has its source, its test and its page, and the id of its folder', async () => {
  for (const [id, load] of Object.entries(destinations)) {
    expect((await load()).id).toBe(id);
    expect(readdirSync(`${import.meta.dirname}/${id}`)).toEqual(
      expect.arrayContaining([`${id}.ts`, `${id}.test.ts`, `${id}.md`]),
    );
  }
});
