import { expect, it } from 'vitest';
import { resourcesOf } from './exported.ts';

const a = { apiVersion: 'v', kind: 'K', metadata: { name: 'a' }, spec: {} };
const b = { ...a, metadata: { name: 'b' } };

it('reads nested lists, promises and functions in order', async () => {
  const exported = async () => [a, [Promise.resolve(b)]];
  expect(await resourcesOf(exported)).toEqual({ resources: [a, b] });
});

it.each([
  [null, 'the default export is null'],
  ['text', 'the default export is the text "text"'],
  [undefined, 'the default export is undefined'],
  [[a, 1], 'the default export[1] is a number'],
  [{ x: 1, y: 2 }, 'the default export is an object with the keys x, y'],
  [{ apiVersion: 'v', kind: 'Dashboard' }, 'the default export is a Dashboard without `metadata`'],
  [{ apiVersion: 'v', kind: 'K', metadata: {} }, 'the default export is a K without `metadata.name`'],
  [{ apiVersion: 'v', kind: 'K', metadata: { name: 'x' } }, 'the default export is a K without `spec`'],
  [() => () => a, 'what the default export returns is a function'],
])('says what was exported in place of a resource: %j', async (exported, wrong) => {
  expect(await resourcesOf(exported)).toEqual({ wrong });
});
