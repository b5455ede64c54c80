import { dashboardView, type Difference } from '@binnacle/model';
import { expect, test } from 'vitest';
import { sketch } from './sketch.ts';

const item = (name: string, x: number, y: number, width: number, height: number) => ({
  kind: 'GridLayoutItem',
  spec: { element: { name }, x, y, width, height },
});
const element = (title: string) => ({ kind: 'Panel', spec: { title } });
const row = (title: string, ...items: readonly unknown[]) => ({
  kind: 'RowsLayoutRow',
  spec: { title, layout: { kind: 'GridLayout', spec: { items } } },
});
const difference = (name: string, change: Difference['change'] = 'changed'): Difference => ({
  path: `/spec/elements/${name}/spec/data`,
  change,
  text: '',
  reach: 'data',
});

const view = dashboardView({
  apiVersion: 'dashboard.grafana.app/v2',
  kind: 'Dashboard',
  metadata: { name: 'checkout' },
  spec: {
    elements: {
      rate: element('Requests'),
      now: element('Now'),
      errors: element('Errors'),
      slow: element('How long the slowest of all requests take in each of the regions'),
      other: element('Elsewhere'),
    },
    layout: {
      kind: 'RowsLayout',
      spec: {
        rows: [
          row(
            'Traffic',
            item('rate', 0, 0, 18, 9),
            item('now', 18, 0, 6, 3),
            item('errors', 18, 3, 6, 6),
            item('slow', 0, 9, 24, 8),
          ),
          row('Elsewhere', item('other', 0, 0, 24, 8)),
        ],
      },
    },
  },
});

test('boxes where panels are, with what changed marked; an unchanged row is named only', () => {
  const removed: Difference = {
    path: '/spec/elements/gone',
    change: 'removed',
    subject: 'panel Gone',
    text: '',
    reach: 'data',
  };
  expect(
    `\n${sketch(view, [difference('rate'), { ...difference('errors', 'added'), path: '/spec/elements/errors' }, removed])}\n`,
  ).toBe(`
▾ Traffic
┌─────────────────────────────────────────────────────┬─────────────────┐
│ ~ Requests                                          │ Now             │
│                                                     ├─────────────────┤
│                                                     │ + Errors        │
├─────────────────────────────────────────────────────┴─────────────────┤
│ How long the slowest of all requests take in each of the regions      │
└───────────────────────────────────────────────────────────────────────┘
▾ Elsewhere
1 panel as before
removed: Gone
`);
});

test('nothing is drawn when no panel changed', () => {
  expect(
    sketch(view, [{ path: '/spec/title', change: 'changed', text: 'title', reach: 'appearance' }]),
  ).toBeUndefined();
});

test('an automatic grid fills its columns', () => {
  const auto = dashboardView({
    apiVersion: 'dashboard.grafana.app/v2',
    kind: 'Dashboard',
    metadata: { name: 'checkout' },
    spec: {
      elements: { a: element('A'), b: element('B'), c: element('C'), d: element('D') },
      layout: {
        kind: 'AutoGridLayout',
        spec: { items: ['a', 'b', 'c', 'd'].map((name) => ({ spec: { element: { name } } })) },
      },
    },
  });
  expect(`\n${sketch(auto, [difference('b')])}\n`).toBe(`
┌───────────────────────┬───────────────────────┬───────────────────────┐
│ A                     │ ~ B                   │ C                     │
├───────────────────────┼───────────────────────┴───────────────────────┘
│ D                     │
└───────────────────────┘
`);
});
