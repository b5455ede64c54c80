import { createStorage, type EvaluationOptions, FLOAT, type Storage, type StoredSeries } from '@binnacle/promql/engine';
import { type GroupEvaluation, replay, type Transition } from '@binnacle/promql/engine/rules';
import { evaluateOver } from './recorded.ts';
import type { DeclaredAlert } from './rules.ts';

/** How an alert fared over a stretch of time. */
export interface AlertHistory {
  /** `ALERTS` and `ALERTS_FOR_STATE`. */
  readonly series: readonly StoredSeries[];
  readonly transitions: readonly Transition[];
  readonly evaluations: readonly GroupEvaluation[];
}

const NEVER: AlertHistory = { series: [], transitions: [], evaluations: [] };
const FOUND = 'binnacle_found';

/** Storage of what the alert's query found at each evaluation, under a name of its own. */
function foundStorage(found: readonly StoredSeries[]): Storage {
  const storage = createStorage();
  const seen = new Set<string>();
  for (const { labels, times, values, kinds, length } of found) {
    const own: Record<string, string> = { __name__: FOUND };
    for (let i = 0; i < labels.pairs.length; i += 2) {
      const name = labels.pairs[i] ?? '';
      if (name !== '__name__') own[name] = labels.pairs[i + 1] ?? '';
    }
    const key = JSON.stringify(own);
    // Two metrics with the same labels: a server refuses the rule, here the first one counts.
    if (seen.has(key)) continue;
    seen.add(key);
    for (let i = 0; i < length; i += 1) {
      const time = times[i] ?? 0;
      if (kinds[i] === FLOAT) storage.append(own, { times: [time], values: [values[i] ?? NaN] });
      else storage.end(own, time);
    }
  }
  return storage;
}

/**
 * Follows an alert over a stretch of time. The query is evaluated once for all times; the states, the labels and the texts are
 * those that replaying the rule gives.
 */
export function alertHistory(
  { rule, group: { group, interval } }: DeclaredAlert,
  storage: Storage,
  at: { readonly start: number; readonly end: number; readonly engine: EvaluationOptions },
): AlertHistory {
  const start = Math.floor(at.start / interval) * interval;
  const found = evaluateOver(rule.expr, storage, { ...at, start, step: interval });
  if (found.length === 0) return NEVER;
  const own = foundStorage(found);
  const labels = { ...group.labels, ...rule.labels };
  const replayed = replay([{ name: group.name, rules: [{ ...rule, labels, expr: FOUND }] }], own, {
    start,
    end: at.end,
    interval,
    engine: at.engine,
  });
  if (!replayed.ok) return NEVER;
  const series = own.select([
    { label: '__name__', op: '=~', value: 'ALERTS|ALERTS_FOR_STATE', span: { start: 0, end: 0 } },
  ]);
  return { series, transitions: replayed.transitions, evaluations: replayed.evaluations };
}
