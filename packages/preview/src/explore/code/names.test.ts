import { describe, expect, it } from 'vitest';
import { camelCase, freeName, serviceNames } from './names.ts';
import { moduleFrom } from './panel.ts';

const code = (file: string, exportName: string) => ({ file, exportName, key: 'x' });

describe('names', () => {
  it.each([
    ['Orders by route', 'ordersByRoute'],
    ['p99 of /cart', 'p99OfCart'],
    ['404s', 'panel404s'],
    ['Größe', 'groE'],
    ['日本', 'panel'],
  ])('of %s', (text, name) => {
    expect(camelCase(text)).toBe(name);
  });

  it('are none that is taken, reserved, or a function that code uses', () => {
    expect(freeName('a', new Set(['a', 'a2']))).toBe('a3');
    expect(freeName('delete', new Set())).toBe('delete2');
    expect(freeName('rate', new Set())).toBe('rate2');
  });

  it('of services are their exports, unless something else is called so', () => {
    const names = serviceNames([
      { service: 'shop', code: code('a.ts', 'shop') },
      { service: 'shop', code: code('a.ts', 'shop') },
      { service: 'rate', code: code('b.ts', 'rate') },
      { service: 'card-api', code: code('c.ts', 'default') },
      { service: 'other', code: code('d.ts', 'shop') },
    ]);
    expect([...names.values()]).toEqual(['shop', 'rateService', 'cardApi', 'shopService']);
  });
});

it.each([
  ['dashboards', 'services/shop.ts', '../services/shop.ts'],
  ['dashboards', 'dashboards/shop.ts', './shop.ts'],
  ['teams/a/dashboards', 'teams/b/services/shop.ts', '../../b/services/shop.ts'],
  ['', 'shop.ts', './shop.ts'],
])('from %j, %s is %s', (folder, file, module) => {
  expect(moduleFrom(folder, file)).toBe(module);
});
