import { type Json, number, object, objects, present, text, texts } from './fields.ts';

/** What the refresh picker offers where a dashboard says nothing. */
const INTERVALS = ['5s', '10s', '30s', '1m', '5m', '15m', '30m', '1h', '2h', '1d'];
const WEEK_STARTS = new Set(['saturday', 'monday', 'sunday']);

/** The time settings of a classic dashboard in the v2 shape. */
export function timeSettings(dashboard: Json): Json {
  const time = object(dashboard, 'time');
  const picker = object(dashboard, 'timepicker');
  const intervals = texts(picker, 'refresh_intervals');
  const weekStart = text(dashboard, 'weekStart') ?? '';
  const ranges = objects(picker, 'quick_ranges').map((range) => ({
    display: text(range, 'display') ?? '',
    from: text(range, 'from') ?? '',
    to: text(range, 'to') ?? '',
  }));
  return {
    from: text(time, 'from') ?? 'now-6h',
    to: text(time, 'to') ?? 'now',
    autoRefresh: text(dashboard, 'refresh') ?? '',
    autoRefreshIntervals: intervals.length > 0 ? intervals : INTERVALS,
    hideTimepicker: picker['hidden'] === true,
    fiscalYearStartMonth: number(dashboard, 'fiscalYearStartMonth') ?? 0,
    ...present({
      timezone: text(dashboard, 'timezone'),
      weekStart: WEEK_STARTS.has(weekStart) ? weekStart : undefined,
      nowDelay: text(picker, 'nowDelay'),
      quickRanges: ranges.length > 0 ? ranges : undefined,
    }),
  };
}
