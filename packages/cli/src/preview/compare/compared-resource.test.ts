import { expect, it } from 'vitest';
import type { Entry } from '../../diff/entry.ts';
import { inTellingOrder } from './compared-resource.ts';

const entry = (about: Partial<Entry> & { readonly id: string }): Entry => ({
  verdict: 'update',
  differences: [{ path: '/spec', change: 'changed', text: 'x', reach: 'data' }],
  ...about,
});
const nothing = { before: undefined, after: undefined };

it('what reaches the pager is told first, what belongs to no service last', () => {
  const paging = entry({
    id: 'PrometheusRule/shop',
    service: 'shop',
    differences: [{ path: '/spec', change: 'changed', text: 'for 5m → 10m', reach: 'pager' }],
  });
  const told = inTellingOrder([
    [entry({ id: 'Folder/a' }), nothing],
    [entry({ id: 'Dashboard/cart', service: 'cart' }), nothing],
    [paging, { ...nothing, system: 'Prometheus at p' }],
  ]);
  expect(told.map(({ id, system }) => [id, system])).toEqual([
    ['PrometheusRule/shop', 'Prometheus at p'],
    ['Dashboard/cart', undefined],
    ['Folder/a', undefined],
  ]);
});

it('a note and what is reached are in words', () => {
  const node = {
    kind: 'alert',
    id: 'alert/ShopErrors',
    name: 'ShopErrors',
    resource: 'PrometheusRule/shop',
    pages: true,
  } as const;
  const drifted = entry({
    id: 'PrometheusRule/shop',
    verdict: 'drifted',
    impact: { alerts: [node], records: [], objectives: [], panels: [], services: [], routes: [] },
  });
  expect(inTellingOrder([[drifted, nothing]])).toMatchObject([
    { note: 'edited live', reaches: ['reaches 1 alert (pages): ShopErrors'] },
  ]);
});
