import { describe, expect, it } from 'vitest';
import { type ServedAlerts, shownAlerts } from './alerts.ts';

const OPTIONS = { alertName: '', alertInstanceLabelFilter: '', stateFilter: {}, maxItems: 20 };
const ALERTS: ServedAlerts = {
  alerts: [
    { labels: { alertname: 'Slow', job: 'api' }, state: 'pending' },
    {
      labels: { alertname: 'Down', job: 'db', severity: 'page' },
      annotations: { summary: 'db is down' },
      state: 'firing',
    },
  ],
};

describe('an alert list', () => {
  it('shows firing alerts first, with what they say', () => {
    const [first, second] = shownAlerts(ALERTS, OPTIONS);
    expect([first?.name, first?.summary, first?.labels, second?.name]).toEqual([
      'Down',
      'db is down',
      'job=db',
      'Slow',
    ]);
  });

  it('shows only what its filters let through', () => {
    expect(
      shownAlerts(ALERTS, { ...OPTIONS, alertInstanceLabelFilter: '{job="api"}' }).map(({ name }) => name),
    ).toEqual(['Slow']);
    expect(shownAlerts(ALERTS, { ...OPTIONS, stateFilter: { pending: false } }).map(({ name }) => name)).toEqual([
      'Down',
    ]);
    expect(shownAlerts(ALERTS, { ...OPTIONS, alertName: 'nothing' })).toEqual([]);
  });
});
