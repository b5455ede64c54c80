import { setImmediate } from 'node:timers/promises';
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

/** Where following alerts may stop: it is long work when there are thousands of them. */
export interface Following {
  /** Unix milliseconds; nothing later has happened. */
  readonly now: number;
  /** Nobody waits for it any more. */
  readonly signal?: AbortSignal;
}

/** How long others wait while alerts are followed, milliseconds. */
const TURN_MS = 10;

/** How alerts fared on samples. Between alerts, whoever else waits for the process has a turn. */
export async function alertHistories(
  states: RuleStates | undefined,
  { from, to }: Stretch,
  { now, signal }: Following,
): Promise<AlertHistories> {
  if (states === undefined) return { from, to, alerts: {}, unknown: [] };
  const since = states.since(now);
  const end = Math.min(to, now);
  const found: [string, readonly AlertInstance[]][] = [];
  let begun = performance.now();
  for (const alert of states.rules.alerts) {
    const instances = instancesOf(states.alertHistory(alert, now), alert.group.interval, { from, to: end });
    if (instances.length > 0) found.push([alertId(alert), instances]);
    if (performance.now() - begun < TURN_MS) continue;
    // One after the other is the point here.
    // oxlint-disable-next-line no-await-in-loop
    await setImmediate();
    if (signal?.aborted === true) break;
    begun = performance.now();
  }
  return { from, to, ...(since > from && { since }), alerts: Object.fromEntries(found), unknown: [] };
}
