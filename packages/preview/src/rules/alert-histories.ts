import type { AlertHistory } from '../sample/alert-series.ts';
import type { RuleStates } from '../sample/rules.ts';
import type { AlertHistories, AlertInstance, AlertSpan } from '../wire/rules.ts';
import { alertId } from './rule-id.ts';

/** A stretch of time, Unix milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Growing {
  instance: Omit<AlertInstance, 'spans' | 'state'>;
  spans: { state: AlertSpan['state']; from: number; to: number }[];
}

/** What each series of an alert was, from the evaluations of its rule; what is over before or begins after is left out. */
function instancesOf({ evaluations }: AlertHistory, interval: number, { from, to }: Stretch): AlertInstance[] {
  const all = new Map<string, Growing>();
  let last = -Infinity;
  for (const { time, rules } of evaluations) {
    if (time > to) break;
    last = time;
    const [rule] = rules;
    for (const { labels, annotations, state, value } of rule?.kind === 'alert' ? rule.alerts : []) {
      if (state === 'inactive') continue;
      const key = JSON.stringify(labels);
      const known: Growing = all.get(key) ?? { instance: { labels, annotations, value }, spans: [] };
      known.instance = { labels, annotations, value };
      const span = known.spans.at(-1);
      if (span?.state === state && span.to >= time) span.to = time + interval;
      else known.spans.push({ state, from: time, to: time + interval });
      all.set(key, known);
    }
  }
  return [...all.values()].flatMap(({ instance, spans }) => {
    const shown = spans
      .filter((span) => span.to > from)
      .map((span): AlertSpan => ({ ...span, from: Math.max(from, span.from), to: Math.min(to, span.to) }));
    const end = spans.at(-1);
    const state = end !== undefined && end.to > last ? end.state : 'inactive';
    return shown.length === 0 ? [] : [{ ...instance, state, spans: shown }];
  });
}

/** How alerts fared on samples. Nothing later than now has happened. */
export function alertHistories(states: RuleStates | undefined, { from, to }: Stretch, now: number): AlertHistories {
  if (states === undefined) return { from, to, alerts: {}, unknown: [] };
  const since = states.since(now);
  const end = Math.min(to, now);
  const found = states.rules.alerts.flatMap((alert) => {
    const instances = instancesOf(states.alertHistory(alert, now), alert.group.interval, { from, to: end });
    return instances.length === 0 ? [] : [[alertId(alert), instances] as const];
  });
  return { from, to, ...(since > from && { since }), alerts: Object.fromEntries(found), unknown: [] };
}
