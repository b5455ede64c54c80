import { expect, it } from 'vitest';
import { unknownWords } from './list.ts';

const ALL = [
  { kind: 'Dashboard', service: 'shop', owner: 'shop-team' },
  { kind: 'Service', service: 'search', owner: '' },
];

it.each([
  [{ kind: 'Dashboards' }, "--kind Dashboards: no resource has it; did you mean 'Dashboard'?\n"],
  [{ service: 'nope' }, '--service nope: no resource has it; known: search, shop\n'],
  [{ owner: 'x', kind: 'dashboard' }, '--owner x: no resource has it; known: shop-team\n'],
])('names what there is instead of %j', (flags, text) => {
  expect(unknownWords(ALL, flags)).toBe(text);
});

it('says nothing of words that are known, even if nothing has them all', () => {
  expect(unknownWords(ALL, { kind: 'dashboard', service: 'search' })).toBe('');
  expect(unknownWords([], { service: 'shop' })).toBe(
    '--service shop: no resource has it; there is no resource with a service\n',
  );
});
