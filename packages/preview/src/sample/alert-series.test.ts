import { createStorage, loadSeries, type Storage } from '@binnacle/promql/engine';
import { replay, type RuleGroup } from '@binnacle/promql/engine/rules';
import { expect, it } from 'vitest';
import { SHOP_RULES } from '../fixtures/shop.ts';
import { alertHistory } from './alert-series.ts';

const MINUTE = 60_000;
const END = 40 * MINUTE;
const ALL = [{ label: '__name__', op: '=~', value: 'ALERTS.*', span: { start: 0, end: 0 } }] as const;

function samples(): Storage {
  const storage = createStorage();
  loadSeries(
    storage,
    ['load{job="a"} 1x5 9x10 1x3 9x2 1x20', 'load{job="b"} 1x10 9x30', 'load{job="c"} 9x3 _x4 9x6 stale 1x20'],
    MINUTE,
  );
  return storage;
}

/** The series of a storage as text. */
function shown(storage: Storage): string[] {
  return storage.select(ALL).map(({ labels, times, values, kinds, length }) => {
    const points = Array.from({ length }, (_, i) => (kinds[i] === 1 ? `${times[i]}=${values[i]}` : `${times[i]}.`));
    return `${labels.pairs.join(' ')}: ${points.join(' ')}`;
  });
}

it.each([
  [{ alert: 'High', expr: 'load > 5' }],
  [{ alert: 'High', expr: 'load > 5', for: '3m' }],
  [{ alert: 'High', expr: 'load > 5', for: '3m', keep_firing_for: '4m' }],
  [
    {
      alert: 'High',
      expr: 'load > 5',
      labels: { level: '{{ $value }}', severity: 'page' },
      annotations: { summary: '{{ $labels.job }} at {{ $value }}' },
    },
  ],
  [{ alert: 'Gone', expr: 'absent(load{job="c"})', for: '1m' }],
  [{ alert: 'Never', expr: 'load > 100' }],
])('%j fares as when the rule is replayed', (rule) => {
  const group: RuleGroup = { name: 'g', rules: [rule] };
  const own = samples();
  const replayed = replay([group], own, { start: 0, end: END, interval: MINUTE });
  const declared = { group, interval: MINUTE, resource: SHOP_RULES, path: '' };
  const { series, transitions } = alertHistory({ rule, group: declared }, samples(), {
    start: 0,
    end: END,
    engine: {},
  });
  if (!replayed.ok) throw new Error('the rule is one');
  expect(transitions).toEqual(replayed.transitions);
  expect(shown({ ...own, select: () => series })).toEqual(shown(own));
});
