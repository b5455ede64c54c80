import type { Matcher } from '../../ast.ts';
import { NO_SPAN } from '../../ast.ts';
import { dropMetadata, labelSet } from '../labels.ts';
import { FLOAT, type Storage, type StoredSeries } from '../storage.ts';
import type { Alert, Alerts } from './alert-state.ts';
import type { PreparedRule } from './prepare.ts';

/** How a restarted Prometheus finds out for how long alerts were pending. Milliseconds. */
export interface RestoreOptions {
  /** Older states are not looked at (`--rules.alert.for-outage-tolerance`). Default one hour. */
  readonly outageTolerance?: number;
  /** A restored alert fires no earlier than this after the start (`--rules.alert.for-grace-period`). Default ten minutes. */
  readonly gracePeriod?: number;
}

function equals(label: string, value: string): Matcher {
  return { label, op: '=', value, span: NO_SPAN };
}

function lastIn({ times, values, kinds, length }: StoredSeries, from: number, to: number) {
  for (let i = length - 1; i >= 0; i -= 1) {
    const time = times[i] ?? NaN;
    if (time > to) continue;
    return time >= from && kinds[i] === FLOAT ? { time, value: values[i] ?? NaN } : undefined;
  }
  return undefined;
}

function restored(alert: Alert, state: { readonly time: number; readonly value: number }, at: Restoration): Alert {
  const downAt = Math.floor(state.time / 1000) * 1000;
  const activeAt = Math.trunc(state.value) * 1000;
  const remaining = at.hold - (downAt - activeAt);
  if (remaining <= 0) return { ...alert, activeAt };
  if (remaining < at.gracePeriod) return { ...alert, activeAt: at.time + at.gracePeriod - at.hold };
  return { ...alert, activeAt: activeAt + (at.time - downAt) };
}

interface Restoration {
  readonly time: number;
  readonly hold: number;
  readonly gracePeriod: number;
}

/** The alerts of a rule with the times they became active taken from `ALERTS_FOR_STATE`, as after a restart at `time`. */
export function restoreAlerts(
  alerts: Alerts,
  { name, labels, hold }: PreparedRule & { readonly kind: 'alert' },
  {
    storage,
    time,
    outageTolerance = 3_600_000,
    gracePeriod = 600_000,
  }: RestoreOptions & { readonly storage: Storage; readonly time: number },
): Alerts {
  if (hold < gracePeriod) return alerts;
  const matchers = [
    equals('__name__', 'ALERTS_FOR_STATE'),
    equals('alertname', name),
    ...Object.entries(labels)
      .filter(([label, value]) => label !== 'alertname' && !value.includes('{{'))
      .map(([label, value]) => equals(label, value)),
  ];
  const states = new Map(storage.select(matchers).map((series) => [dropMetadata(series.labels).key, series]));
  return new Map(
    [...alerts].map(([key, alert]) => {
      const series = states.get(labelSet(alert.labels).key);
      const state = series === undefined ? undefined : lastIn(series, time - outageTolerance, time);
      return [key, state === undefined ? alert : restored(alert, state, { time, hold, gracePeriod })];
    }),
  );
}
