import { durationMs, isRecord } from '@binnacle/model';
import { parseNumber } from '@binnacle/promql';
import { labelSet } from '@binnacle/promql/engine';
import { compileTemplate } from '@binnacle/promql/template';
import type { ApiAnswer } from '../prometheus/answer.ts';
import type { ProjectState } from '../project/state.ts';
import { type DeclaredAlert, declaredRules } from '../sample/rules.ts';
import type { AlertHistories, AlertInstance, AlertSpan } from '../wire/rules.ts';
import type { Stretch } from './alert-histories.ts';
import { alertId } from './rule-id.ts';

type Labels = Readonly<Record<string, string>>;

/** Asks a server for what follows `/api/v1/`. */
export type Ask = (path: string, parameters: Readonly<Record<string, string>>) => Promise<ApiAnswer>;

/** A server that does not say what is asked: its own words. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
}

interface ServedSeries {
  readonly metric: Labels;
  readonly values?: readonly (readonly [number, string])[];
}
interface ServedRules {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly name: string;
      readonly type: string;
      readonly alerts?: readonly { readonly labels: Labels; readonly annotations: Labels; readonly value: string }[];
    }[];
  }[];
}

const DEFAULT_INTERVAL = 60_000;
const MOST_STEPS = 1500;
const STATES = new Set(['pending', 'firing']);

async function dataOf<T>(answer: Promise<ApiAnswer>): Promise<T> {
  const { body } = await answer;
  const json: unknown = typeof body === 'string' ? JSON.parse(body) : body;
  if (isRecord(json) && json['status'] === 'success') {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Prometheus's own shape
    return json['data'] as T;
  }
  const error = isRecord(json) ? json['error'] : undefined;
  throw new HistoryError(typeof error === 'string' ? error : 'the server does not say why');
}

function has(labels: Labels, wanted: Labels): boolean {
  return Object.entries(wanted).every(([name, value]) => value.includes('{{') || labels[name] === value);
}

function isOf({ rule, group }: DeclaredAlert, labels: Labels): boolean {
  return labels['alertname'] === rule.alert && has(labels, { ...group.group.labels, ...rule.labels });
}

/** The stretches in which a series of `ALERTS` has samples. */
function spansOf({ metric, values = [] }: ServedSeries, step: number, to: number): readonly AlertSpan[] {
  const spans: { state: AlertSpan['state']; from: number; to: number }[] = [];
  const state = metric['alertstate'] === 'firing' ? 'firing' : 'pending';
  for (const [seconds] of values) {
    const time = seconds * 1000;
    const before = spans.at(-1);
    if (before !== undefined && before.to >= time) before.to = time + step;
    else spans.push({ state, from: time, to: time + step });
  }
  return spans.map((span) => ({ ...span, to: Math.min(to, span.to) }));
}

function rendered(
  texts: Labels,
  alert: string,
  { labels, value, now }: { labels: Labels; value: number; now: number },
): Labels {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const result = compileTemplate(text, alert).render({ labels, value }, { now });
      return [name, result.ok ? result.text : `<error expanding template: ${result.error}>`];
    }),
  );
}

interface Read {
  readonly stretch: Stretch;
  readonly step: number;
  readonly ask: Ask;
}

/** The samples of the alert's own query, from which its texts are written again: a server keeps those of active alerts only. */
async function foundBy({ rule }: DeclaredAlert, { stretch, step, ask }: Read): Promise<readonly ServedSeries[]> {
  try {
    const { result } = await dataOf<{ readonly result: readonly ServedSeries[] }>(
      ask('query_range', { query: rule.expr, ...timesOf(stretch, step) }),
    );
    return result;
  } catch {
    // The states are known without it.
    return [];
  }
}

function timesOf({ from, to }: Stretch, step: number): Readonly<Record<string, string>> {
  return {
    start: String(Math.floor(from / step) * (step / 1000)),
    end: String(Math.floor(to / step) * (step / 1000)),
    step: String(step / 1000),
  };
}

function withoutName(metric: Labels): Labels {
  const { __name__: _, ...labels } = metric;
  return labels;
}

function valueAt(found: readonly ServedSeries[], labels: Labels, time: number): number | undefined {
  const own = found.find(({ metric }) => has(labels, withoutName(metric)));
  const sample = own?.values?.findLast(([seconds]) => seconds * 1000 <= time);
  return sample === undefined ? undefined : parseNumber(sample[1]);
}

async function instancesFor(
  alert: DeclaredAlert,
  { series, active }: { readonly series: readonly ServedSeries[]; readonly active: readonly Active[] },
  read: Read,
): Promise<readonly AlertInstance[]> {
  const { stretch, step } = read;
  const byLabels = new Map<string, { labels: Labels; spans: AlertSpan[] }>();
  for (const one of series) {
    const { __name__: _, alertstate: __, ...labels } = one.metric;
    const key = labelSet(labels).key;
    const known = byLabels.get(key) ?? { labels, spans: [] };
    known.spans.push(...spansOf(one, step, stretch.to));
    byLabels.set(key, known);
  }
  const isAllActive = [...byLabels.values()].every(({ labels }) => active.some((one) => has(labels, one.labels)));
  const found = isAllActive ? [] : await foundBy(alert, read);
  return [...byLabels.values()].map(({ labels, spans }): AlertInstance => {
    const sorted = spans.toSorted((a, b) => a.from - b.from);
    const end = sorted.at(-1);
    const now = end?.to ?? stretch.to;
    const state = end !== undefined && end.to >= stretch.to - step ? end.state : 'inactive';
    const served = state === 'inactive' ? undefined : active.find((one) => has(labels, one.labels));
    const value = served === undefined ? valueAt(found, labels, now) : parseNumber(served.value);
    const annotations =
      served?.annotations ??
      (value === undefined ? {} : rendered(alert.rule.annotations ?? {}, alert.rule.alert, { labels, value, now }));
    return { labels, annotations, state, spans: sorted, ...(value !== undefined && { value }) };
  });
}

type Active = NonNullable<ServedRules['groups'][number]['rules'][number]['alerts']>[number];

/**
 * How the project's alerts fared on a server that evaluates them, by its series `ALERTS` and its rules.
 * @throws HistoryError with the server's words when it does not answer
 */
export async function liveHistories(state: ProjectState, stretch: Stretch, ask: Ask): Promise<AlertHistories> {
  const { resources, environment } = state;
  const interval = durationMs(environment.prometheus.evaluationInterval) ?? DEFAULT_INTERVAL;
  const rough = (stretch.to - stretch.from) / MOST_STEPS;
  const step = Math.max(1, Math.ceil(rough / interval)) * interval;
  const [{ result }, served] = await Promise.all([
    dataOf<{ readonly result: readonly ServedSeries[] }>(
      ask('query_range', { query: 'ALERTS', ...timesOf(stretch, step) }),
    ),
    dataOf<ServedRules>(ask('rules', { type: 'alert' })),
  ]);
  const evaluated = served.groups.flatMap(({ rules }) => rules);
  const names = new Set(evaluated.map(({ name }) => name));
  const active = evaluated.flatMap(({ alerts = [] }) => alerts);
  const series = result.filter(({ metric }) => STATES.has(metric['alertstate'] ?? ''));
  const { alerts } = declaredRules(resources, interval);
  const found: [string, readonly AlertInstance[]][] = [];
  for (const alert of alerts) {
    const own = series.filter(({ metric }) => isOf(alert, metric));
    if (own.length === 0) continue;
    const mine = active.filter(({ labels }) => isOf(alert, labels));
    // One after the other: a server is not to be asked for everything at once.
    // oxlint-disable-next-line no-await-in-loop
    found.push([alertId(alert), await instancesFor(alert, { series: own, active: mine }, { stretch, step, ask })]);
  }
  return {
    ...stretch,
    step,
    alerts: Object.fromEntries(found),
    unknown: alerts.filter(({ rule }) => !names.has(rule.alert)).map(alertId),
  };
}
