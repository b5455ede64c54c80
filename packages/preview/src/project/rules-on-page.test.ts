import { expect, it } from 'vitest';
import { sampleSamples } from '../data/sample-samples.ts';
import { ENVIRONMENT, NOON } from '../fixtures/shop.ts';
import { STATE } from '../fixtures/state.ts';
import { rulesOnPage } from './rules-on-page.ts';

const MINUTE = 60_000;
const since = NOON - 30 * MINUTE;
const { states } = sampleSamples({
  resources: STATE.resources,
  environment: ENVIRONMENT,
  seed: 1,
  incidents: [{ service: 'shop', kind: 'errors', since }],
  now: () => NOON,
});

it('lists groups with their rules, where they are, and when alerts were pending and firing', () => {
  const { groups, ...stretch } = rulesOnPage(STATE, { start: NOON - 60 * MINUTE, end: NOON, now: NOON, states });
  expect(stretch).toEqual({ start: NOON - 60 * MINUTE, end: NOON });
  expect(groups).toMatchObject([
    {
      name: 'shop',
      resource: 'shop',
      interval: 30,
      rules: [
        { kind: 'record', name: 'job:shop_errors:ratio_rate5m', findings: [] },
        { kind: 'alert', name: 'ShopErrors', for: 300, labels: { severity: 'page' } },
      ],
    },
  ]);
  const [shown] = groups[0]?.rules[1]?.states ?? [];
  expect(shown?.labels).toEqual({ alertname: 'ShopErrors', job: 'shop', severity: 'page' });
  expect(shown?.annotations['summary']).toMatch(/^[\d.]+% of requests of shop fail$/);
  const [pending, firing, ...more] = shown?.spans ?? [];
  expect([pending?.state, firing?.state, more]).toEqual(['pending', 'firing', []]);
  expect(pending?.from).toBeGreaterThan(since);
  expect(pending?.to).toBe(firing?.from);
  expect((firing?.from ?? 0) - (pending?.from ?? 0)).toBe(5 * MINUTE);
  expect(firing?.to).toBe(NOON);
});

it('only what lies in the stretch is shown', () => {
  const { groups } = rulesOnPage(STATE, { start: NOON - 60 * MINUTE, end: NOON - 40 * MINUTE, now: NOON, states });
  expect(groups[0]?.rules[1]?.states).toEqual([]);
});

it('goes no further back than alerts are followed', () => {
  const { start } = rulesOnPage(STATE, { start: 0, end: NOON, now: NOON, states });
  expect(start).toBeGreaterThan(NOON - 7 * 60 * MINUTE);
});

it('says nothing of states where only a server knows', () => {
  const { groups } = rulesOnPage(STATE, { start: 0, end: NOON, now: NOON, states: undefined });
  expect(groups[0]?.rules[1]).not.toHaveProperty('states');
});
