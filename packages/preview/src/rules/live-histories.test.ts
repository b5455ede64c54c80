import { describe, expect, it } from 'vitest';
import { failure, success } from '../prometheus/answer.ts';
import { STATE } from '../fixtures/state.ts';
import { type Ask, liveHistories } from './live-histories.ts';

const ALERT = 'PrometheusRule/shop/spec/groups/0/rules/1';
const STRETCH = { from: 0, to: 600_000 };
const labels = { alertname: 'ShopErrors', severity: 'page', job: 'shop' };
const at = (...seconds: readonly number[]) => seconds.map((time) => [time, '1'] as const);

/** A server that evaluates the shop's alert, or another one, with these series of `ALERTS`. */
function server(series: readonly object[], { name = 'ShopErrors', alerts = [] as readonly object[] } = {}): Ask {
  return (path, { query }) => {
    if (path === 'rules')
      return Promise.resolve(success({ groups: [{ rules: [{ name, type: 'alerting', alerts }] }] }));
    if (query === 'ALERTS') return Promise.resolve(success({ resultType: 'matrix', result: series }));
    return Promise.resolve(
      success({ resultType: 'matrix', result: [{ metric: { job: 'shop' }, values: [[60, '0.25']] }] }),
    );
  };
}

describe('histories of alerts on a server', () => {
  it('are the stretches of ALERTS; what is over is written again from what the query found', async () => {
    const ask = server([
      { metric: { __name__: 'ALERTS', alertstate: 'pending', ...labels }, values: at(30, 60) },
      { metric: { __name__: 'ALERTS', alertstate: 'firing', ...labels }, values: at(90, 120, 240) },
    ]);
    const { alerts, unknown } = await liveHistories(STATE, STRETCH, ask);
    expect(unknown).toEqual([]);
    expect(alerts[ALERT]).toEqual([
      {
        labels,
        value: 0.25,
        annotations: { summary: '25% of requests of shop fail' },
        state: 'inactive',
        spans: [
          { state: 'pending', from: 30_000, to: 90_000 },
          { state: 'firing', from: 90_000, to: 150_000 },
          { state: 'firing', from: 240_000, to: 270_000 },
        ],
      },
    ]);
  });

  it('have the texts of the server where an alert is active', async () => {
    const series = [{ metric: { __name__: 'ALERTS', alertstate: 'firing', ...labels }, values: at(570, 600) }];
    const active = { labels, annotations: { summary: 'as sent' }, value: '3e-01' };
    const { alerts } = await liveHistories(STATE, STRETCH, server(series, { alerts: [active] }));
    expect(alerts[ALERT]?.[0]).toMatchObject({ state: 'firing', annotations: { summary: 'as sent' }, value: 0.3 });
  });

  it('name alerts that the server does not have, and leave those of others alone', async () => {
    const other = { metric: { __name__: 'ALERTS', alertstate: 'firing', alertname: 'Other' }, values: at(30) };
    expect(await liveHistories(STATE, STRETCH, server([other], { name: 'Other' }))).toMatchObject({
      alerts: {},
      unknown: [ALERT],
    });
  });

  it('fail in the words of the server', async () => {
    await expect(liveHistories(STATE, STRETCH, () => Promise.resolve(failure('timeout', 'too slow')))).rejects.toThrow(
      'too slow',
    );
  });
});
