import { expect, it } from 'vitest';
import { validateOne } from '@binnacle/model';
import { CONTRACTS } from '../fixtures/contracts.ts';
import { scratchResource } from './dashboard.ts';
import type { PlacedPanel } from './panel.ts';
import { readQuestion } from './question.ts';
import { readingsOf } from './readings.ts';
import { settle } from './settle.ts';

const panels = CONTRACTS.flatMap((contract) =>
  readingsOf(contract.metric).flatMap(({ id, visualisations }) =>
    visualisations.map((show): PlacedPanel => ({
      ...settle(readQuestion(new URLSearchParams(`read=${id}&show=${show}`)), contract).panel,
      id: `${contract.metric.name} ${id} ${show}`,
      size: 'major',
    })),
  ),
);

it('every way to look at every metric is a panel that Grafana takes', () => {
  expect(panels.length).toBeGreaterThan(50);
  expect(validateOne(scratchResource({ title: 'All', purpose: 'Why?', panels }))).toEqual([]);
});

it('panels lie by their sizes, as builders lay them', () => {
  const [first] = panels;
  if (first === undefined) throw new Error('there are no panels');
  const { layout } = scratchResource({
    title: 'T',
    purpose: 'P',
    panels: [
      { ...first, id: '1', size: 'hero' },
      { ...first, id: '2', size: 'minor', visualisation: 'stat' },
    ],
  }).spec;
  expect(layout).toMatchObject({
    kind: 'GridLayout',
    spec: {
      items: [
        { spec: { x: 0, y: 0, width: 18, height: 10, element: { name: 'panel-1' } } },
        { spec: { x: 18, y: 0, width: 6, height: 10, element: { name: 'panel-2' } } },
      ],
    },
  });
});
