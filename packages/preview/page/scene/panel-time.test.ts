import { dateTime, type TimeRange } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { panelTime, type PanelTimeOptions } from './panel-time.ts';

const [NOON, ONE] = [dateTime('2026-03-01T12:00:00Z'), dateTime('2026-03-01T13:00:00Z')];
const ABSOLUTE: TimeRange = { from: NOON, to: ONE, raw: { from: NOON, to: ONE } };
const RELATIVE: TimeRange = { from: NOON, to: ONE, raw: { from: 'now-1h', to: 'now' } };

function times(of: TimeRange, options: PanelTimeOptions) {
  const { range, said } = panelTime(of, options);
  return { from: range.from.toISOString(), to: range.to.toISOString(), said };
}

describe('the time of a panel', () => {
  it('is that of the dashboard some time before', () => {
    expect(times(ABSOLUTE, { timeShift: '1d' })).toEqual({
      from: '2026-02-28T12:00:00.000Z',
      to: '2026-02-28T13:00:00.000Z',
      said: 'timeshift -1d',
    });
  });

  it('ends now where the panel has a stretch of its own', () => {
    const { range, said } = panelTime(RELATIVE, { timeFrom: '10m' });
    expect(range.raw).toEqual({ from: 'now-10m', to: 'now' });
    expect(range.to.valueOf() - range.from.valueOf()).toBe(600_000);
    expect(said).toBe('Last 10 minutes');
  });

  it('is both, a stretch of its own some time before', () => {
    const { range, said } = panelTime(RELATIVE, { timeFrom: '1h', timeShift: '1w' });
    const ago = Date.now() - range.to.valueOf();
    expect(Math.abs(ago - 7 * 86_400_000)).toBeLessThan(2 * 3_600_000);
    expect(said).toBe('Last 1 hour timeshift -1w');
  });

  it('is the absolute time that somebody chose, whatever stretch the panel has', () => {
    expect(times(ABSOLUTE, { timeFrom: '10m' })).toEqual({
      from: '2026-03-01T12:00:00.000Z',
      to: '2026-03-01T13:00:00.000Z',
      said: '',
    });
  });

  it('is that of the dashboard where what the panel has is no time, which is said', () => {
    expect(times(RELATIVE, { timeFrom: 'soon' })).toEqual({
      from: '2026-03-01T12:00:00.000Z',
      to: '2026-03-01T13:00:00.000Z',
      said: 'soon is no time',
    });
  });
});
