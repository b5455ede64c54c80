import { describe, expect, it } from 'vitest';
import { sampleData } from '../data/sample.ts';
import { NOON } from '../fixtures/shop.ts';
import { STATE } from '../fixtures/state.ts';
import type { RuleStates } from '../sample/rules.ts';
import { alertHistories } from './alert-histories.ts';

const MINUTE = 60_000;
const ALERT = 'PrometheusRule/shop/spec/groups/0/rules/1';

function followed(incidents: readonly string[], from: number) {
  const data = sampleData({ seed: 1, incidents, now: () => NOON });
  data.use(STATE);
  return alertHistories(data.states(), { from, to: NOON }, { now: NOON });
}

describe('histories of alerts on sample data', () => {
  it('show an incident: pending for as long as the rule waits, then firing, with texts as they read', async () => {
    const found = await followed(['shop.errors'], NOON - 60 * MINUTE);
    const [instance] = found.alerts[ALERT] ?? [];
    expect(instance?.state).toBe('firing');
    expect(instance?.labels).toMatchObject({ alertname: 'ShopErrors', job: 'shop', severity: 'page' });
    expect(instance?.annotations['summary']).toMatch(/^[\d.]+% of requests of shop fail$/);
    const [pending, firing] = instance?.spans ?? [];
    expect([pending?.state, firing?.state]).toEqual(['pending', 'firing']);
    expect((pending?.to ?? 0) - (pending?.from ?? 0)).toBe(5 * MINUTE);
    expect(pending?.from).toBeGreaterThanOrEqual(NOON - 20 * MINUTE);
    expect(firing?.to).toBe(NOON);
  });

  it('have nothing of an alert that was never pending', async () => {
    expect(await followed([], NOON - 60 * MINUTE)).toEqual({
      from: NOON - 60 * MINUTE,
      to: NOON,
      alerts: {},
      unknown: [],
    });
  });

  it('say from when on alerts were followed where that is not all of the time', async () => {
    const from = NOON - 100 * 60 * MINUTE;
    expect((await followed([], from)).since).toBeGreaterThan(from);
  });

  it('let others have a turn, and end when nobody waits', async () => {
    const data = sampleData({ seed: 1, now: () => NOON });
    data.use(STATE);
    const states = data.states();
    const [alert] = states?.rules.alerts ?? [];
    if (states === undefined || alert === undefined) throw new Error('the shop has an alert');
    const abort = new AbortController();
    let count = 0;
    const slow: RuleStates = {
      ...states,
      rules: { ...states.rules, alerts: Array.from({ length: 100 }, () => alert) },
      alertHistory: () => {
        count += 1;
        const until = performance.now() + 10;
        while (performance.now() < until);
        return { series: [], transitions: [], evaluations: [] };
      },
    };
    setImmediate(() => abort.abort());
    await alertHistories(slow, { from: NOON - MINUTE, to: NOON }, { now: NOON, signal: abort.signal });
    expect(count).toBeLessThan(20);
  });
});
