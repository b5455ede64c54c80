import { expect, test } from 'vitest';
import { headerStampOf, withHeaderStamp } from './header.ts';

const stamp = { project: 'shop', environment: 'production', checksum: 'a'.repeat(64) };

test('a stamp is the first line of a file, and read from there', () => {
  const content = withHeaderStamp('groups: []\n', stamp);
  expect(content).toBe(`# binnacle project=shop environment=production checksum=${'a'.repeat(64)}\ngroups: []\n`);
  expect(headerStampOf(content)).toEqual(stamp);
});

test('other files have none, wherever else they name one', () => {
  const line = withHeaderStamp('', stamp);
  expect([`groups: []\n${line}`, `expr: up ${line}`, '', '# binnacle'].map(headerStampOf)).toEqual(
    Array.from({ length: 4 }),
  );
});
