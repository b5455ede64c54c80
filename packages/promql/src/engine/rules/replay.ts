import type { Labels } from '../labels.ts';
import type { EvaluationOptions } from '../options.ts';
import type { Storage } from '../storage.ts';
import type { RenderOptions } from '../../template/render.ts';
import { isActive } from './alert.ts';
import type { Alert, Alerts } from './alert-state.ts';
import { createGroupEvaluator, type RuleOutcome } from './evaluate.ts';
import type { RuleGroup } from './group.ts';
import { prepareGroups } from './prepare.ts';
import type { RestoreOptions } from './restore.ts';
import { createRuleSeriesWriter } from './series.ts';

const MINUTE = 60_000;
const MAX_EVALUATIONS = 1_000_000;

/** Times are Unix milliseconds, lengths of time milliseconds. */
export interface ReplayOptions extends Pick<RenderOptions, 'externalLabels' | 'externalURL' | 'pathPrefix'> {
  /** Every group is evaluated at the start, and from there on at its interval up to the end. */
  readonly start: number;
  readonly end: number;
  /** Interval of groups that have none. Default one minute. */
  readonly interval?: number;
  /** Interval of all groups, whatever they say: promtool's unit tests evaluate so. */
  readonly everyGroup?: number;
  /** As after a restart at the start: for how long alerts were pending is taken from `ALERTS_FOR_STATE` in the storage. */
  readonly restore?: RestoreOptions;
  /** How queries are evaluated. Sub-queries without a step take the interval. */
  readonly engine?: EvaluationOptions;
}

/** One rule in one evaluation of its group. */
export type RuleEvaluation = {
  readonly name: string;
  /** Why it failed, in one line. */
  readonly error?: string;
} & (
  | { readonly kind: 'record'; readonly samples: number }
  /** Pending and firing alerts, sorted by labels. */
  | { readonly kind: 'alert'; readonly alerts: readonly Alert[] }
);

export interface GroupEvaluation {
  readonly time: number;
  readonly group: string;
  readonly rules: readonly RuleEvaluation[];
}

/** An alert that changed its state. What was pending and is gone has never fired; what was firing and is gone is resolved. */
export interface Transition {
  readonly time: number;
  readonly group: string;
  readonly rule: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly value: number;
  readonly from: Alert['state'];
  readonly to: Alert['state'];
}

export type Replay =
  | { readonly ok: true; readonly evaluations: readonly GroupEvaluation[]; readonly transitions: readonly Transition[] }
  /** What is wrong with the groups, one line each. */
  | { readonly ok: false; readonly problems: readonly string[] };

function sorted(alerts: Alerts): readonly (readonly [key: string, alert: Alert])[] {
  return [...alerts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function evaluationOf({ rule, error, samples, after }: RuleOutcome): RuleEvaluation {
  const base = { name: rule.name, ...(error === undefined ? {} : { error }) };
  if (rule.kind === 'record') return { ...base, kind: 'record', samples };
  return {
    ...base,
    kind: 'alert',
    alerts: sorted(after)
      .map(([, alert]) => alert)
      .filter(isActive),
  };
}

function* transitionsOf({ rule, before, after }: RuleOutcome, time: number, group: string): Generator<Transition> {
  for (const [key, alert] of sorted(new Map([...before, ...after]))) {
    const from = before.get(key)?.state ?? 'inactive';
    const to = after.get(key)?.state ?? 'inactive';
    const { labels, annotations, value } = alert;
    if (from !== to) yield { time, group, rule: rule.name, labels, annotations, value, from, to };
  }
}

/**
 * Evaluates rule groups over time on the samples of a storage, as a Prometheus that scraped them would have: the groups of one
 * time in the order given, the rules of a group one after another. What rules make is written into the storage: recorded
 * series, `ALERTS` and `ALERTS_FOR_STATE`, and where they end.
 */
export function replay(groups: readonly RuleGroup[], storage: Storage, options: ReplayOptions): Replay {
  const { start, end, interval = MINUTE, everyGroup, restore, engine, ...server } = options;
  const { prepared, problems } = prepareGroups(groups, interval);
  const intervals = prepared.map((group) => everyGroup ?? group.interval);
  const count = intervals.reduce((sum, length) => sum + Math.floor((end - start) / length) + 1, 0);
  const shortest = Math.min(...intervals);
  const wrong = [
    ...problems,
    ...(end >= start ? [] : ['the end is before the start']),
    ...(shortest > 0 ? [] : ['the interval must be longer than 0']),
    ...(count <= MAX_EVALUATIONS
      ? []
      : [`${count} evaluations are more than ${MAX_EVALUATIONS}; make the interval longer or the time shorter`]),
  ];
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const writer = createRuleSeriesWriter(storage);
  const world = { storage, engine: { defaultStep: everyGroup ?? interval, ...engine }, server };
  const evaluators = prepared.map((group, i) => ({
    interval: intervals[i] ?? interval,
    evaluator: createGroupEvaluator(group, world, { writer, ...(restore === undefined ? {} : { restore }) }),
  }));
  const evaluations: GroupEvaluation[] = [];
  const transitions: Transition[] = [];
  const next = evaluators.map(() => start);
  for (let time = start; time <= end; time = Math.min(...next)) {
    for (const [i, { interval: length, evaluator }] of evaluators.entries()) {
      if (next[i] !== time) continue;
      const outcomes = evaluator.evaluate(time);
      const group = evaluator.group.name;
      evaluations.push({ time, group, rules: outcomes.map(evaluationOf) });
      for (const outcome of outcomes) transitions.push(...transitionsOf(outcome, time, group));
      next[i] = time + length;
    }
  }
  return { ok: true, evaluations, transitions };
}
