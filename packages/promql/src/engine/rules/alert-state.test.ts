import { expect, test } from 'vitest';
import { type Alert, type Alerts, type Found, nextAlerts } from './alert-state.ts';

const MINUTE = 60_000;
const LABELS = { alertname: 'A', i: 'a' };
const FOUND: ReadonlyMap<string, Found> = new Map([['a', { labels: LABELS, annotations: {}, value: 7 }]]);
const NOTHING: ReadonlyMap<string, Found> = new Map();

/** States minute by minute: `1` where the expression finds the alert, `0` where it does not. */
function states(found: string, { hold = 0, keep = 0 }: { hold?: number; keep?: number } = {}): string {
  let alerts: Alerts = new Map<string, Alert>();
  return Array.from(found)
    .map((one, i) => {
      const durations = { hold: hold * MINUTE, keepFiring: keep * MINUTE };
      alerts = nextAlerts(alerts, one === '1' ? FOUND : NOTHING, { time: i * MINUTE, ...durations });
      return alerts.get('a')?.state[0] ?? '.';
    })
    .join('');
}

test.each([
  ['fires at once without for', '0110', {}, '.ffi'],
  ['is pending up to the very tick', '11110', { hold: 2 }, 'ppffi'],
  ['is forgotten when it was only pending', '1101110', { hold: 2 }, 'pp.ppfi'],
  ['fires longer', '110000', { keep: 2 }, 'ffffii'],
  ['fires on when it is found again in time', '11001100000', { keep: 3 }, 'fffffffffii'],
  ['keeps nothing that never fired', '100', { hold: 1, keep: 5 }, 'p..'],
  ['is remembered for a quarter of an hour', `1${'0'.repeat(18)}`, {}, `f${'i'.repeat(16)}..`],
  ['begins anew after it was resolved', '10110', { hold: 1 }, 'p.pfi'],
])('an alert %s', (_, found, options, expected) => {
  expect(states(found, options)).toBe(expected);
});

test('times and the latest value', () => {
  const first = nextAlerts(new Map(), FOUND, { time: MINUTE, hold: MINUTE, keepFiring: 0 });
  expect(first.get('a')).toEqual({ labels: LABELS, annotations: {}, value: 7, state: 'pending', activeAt: MINUTE });
  const later = new Map([['a', { labels: LABELS, annotations: { text: 'more' }, value: 9 }]]);
  const second = nextAlerts(first, later, { time: 2 * MINUTE, hold: MINUTE, keepFiring: 0 });
  expect(second.get('a')).toEqual({
    labels: LABELS,
    annotations: { text: 'more' },
    value: 9,
    state: 'firing',
    activeAt: MINUTE,
    firedAt: 2 * MINUTE,
  });
  const third = nextAlerts(second, NOTHING, { time: 3 * MINUTE, hold: MINUTE, keepFiring: 0 });
  expect(third.get('a')).toMatchObject({ state: 'inactive', resolvedAt: 3 * MINUTE });
});
