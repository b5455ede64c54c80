import { createHash } from 'node:crypto';
import {
  type AlertRule,
  durationMs,
  durationText,
  isAlertRule,
  isRecord,
  type RecordingRule,
  toJson,
} from '@binnacle/model';
import { textOf } from '../../../text-of.ts';
import { filled } from '../../../present.ts';
import type { GroupPlace } from '../../../ruler/group.ts';
import { grafanaTemplate, prometheusTemplate } from './value-template.ts';

/** What a Grafana-managed rule says besides what its Prometheus rule does. */
export interface RuleProfile {
  readonly place: GroupPlace;
  /** uid of the datasource that is asked. */
  readonly asked: string;
  readonly isLogql: boolean;
  /** uid of the datasource that recorded series are written to. */
  readonly recordedIn: string;
  readonly organisation: number;
  /** Keeps the uids of two projects apart. */
  readonly owner: string;
}

/** refIds of the query and of the condition. */
const QUERY = 'A';
const CONDITION = 'B';
/** How far back Grafana lets the query look, in seconds; an instant query asks for the end of it only. */
const RANGE = { from: 600, to: 0 };
/** What Grafana fills in where a query says nothing. */
const MODEL_DEFAULTS = { intervalMs: 1000, maxDataPoints: 43_200 };
/** True for every series that the query returns, whatever its value: when a Prometheus alert fires. */
const EVERY_SERIES = `is_number($${QUERY}) || is_nan($${QUERY}) || is_inf($${QUERY})`;
const EXPRESSION = '__expr__';

function templates(annotations: AlertRule['annotations'], change: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(annotations ?? {}).map(([key, text]) => [key, change(text)]));
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}

/** Grafana takes one rule of a title in a folder, while many may record the same metric with other labels. */
function recordTitle({ record, labels = {} }: RecordingRule, { namespace, name }: GroupPlace): string {
  return `${record.slice(0, 170)} (${digest(namespace, name, toJson(labels)).slice(0, 8)})`;
}

/** A Prometheus rule as a Grafana-managed one. */
export function managedRule(rule: AlertRule | RecordingRule, profile: RuleProfile): Readonly<Record<string, unknown>> {
  const { place, asked, isLogql, recordedIn, organisation, owner } = profile;
  const isAlert = isAlertRule(rule);
  const title = isAlert ? rule.alert : recordTitle(rule, place);
  const query = {
    refId: QUERY,
    queryType: isLogql ? 'instant' : '',
    relativeTimeRange: RANGE,
    datasourceUid: asked,
    model: {
      refId: QUERY,
      expr: rule.expr,
      ...(isLogql ? { queryType: 'instant' } : { instant: true, range: false }),
      ...MODEL_DEFAULTS,
    },
  };
  const condition = {
    refId: CONDITION,
    queryType: '',
    relativeTimeRange: { from: 0, to: 0 },
    datasourceUid: EXPRESSION,
    model: { refId: CONDITION, type: 'math', expression: EVERY_SERIES, ...MODEL_DEFAULTS },
  };
  return {
    // A rule of the same title keeps its uid, and with it its history and its state.
    uid: digest(owner, place.namespace, place.name, title).slice(0, 32),
    orgID: organisation,
    folderUID: place.namespace,
    ruleGroup: place.name,
    title,
    condition: isAlert ? CONDITION : QUERY,
    data: isAlert ? [query, condition] : [query],
    noDataState: 'OK',
    execErrState: 'Error',
    for: (isAlert ? rule.for : undefined) ?? '0s',
    isPaused: false,
    labels: rule.labels ?? {},
    ...(isAlert
      ? {
          keep_firing_for: rule.keep_firing_for ?? '0s',
          annotations: templates(rule.annotations, grafanaTemplate),
          missingSeriesEvalsToResolve: 1,
        }
      : { record: { metric: rule.record, from: QUERY, target_datasource_uid: recordedIn } }),
  };
}

/** Members of a stored rule that say nothing about what it does. */
const SERVERS_OWN = new Set([
  'id',
  'uid',
  'updated',
  'provenance',
  'orgID',
  'folderUID',
  'ruleGroup',
  'guid',
  'version',
]);
/** What a member means when it is absent. */
const ABSENT: Readonly<Record<string, unknown>> = {
  ...MODEL_DEFAULTS,
  queryType: '',
  isPaused: false,
  hide: false,
  editorMode: 'code',
  legendFormat: '__auto',
  missingSeriesEvalsToResolve: 1,
};

/** A stored rule without what Grafana fills in, and with every duration in milliseconds. */
function essence(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return value.map((one) => essence(one, depth + 1));
  if (!isRecord(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if ((depth === 0 && SERVERS_OWN.has(key)) || ABSENT[key] === member) continue;
    // A query's model repeats its datasource.
    if (key === 'datasource' && 'refId' in value) continue;
    const isDuration = depth === 0 && (key === 'for' || key === 'keep_firing_for') && typeof member === 'string';
    const inner = isDuration ? durationMs(member) || undefined : essence(member, depth + 1);
    const isEmpty =
      inner === null || inner === undefined || (typeof inner === 'object' && Object.keys(inner).length === 0);
    if (!isEmpty) kept[key] = inner;
  }
  return kept;
}

/** The expression of a stored rule's first query. */
function expressionOf({ data }: Readonly<Record<string, unknown>>): string {
  const query: unknown = Array.isArray(data) ? data[0] : undefined;
  const model = isRecord(query) ? query['model'] : undefined;
  return isRecord(model) ? textOf(model['expr']) : '';
}

/** A duration in its shortest form, or nothing. */
function lasting(value: unknown): string {
  const ms = durationMs(textOf(value)) ?? 0;
  return ms === 0 ? '' : durationText(ms);
}

function texts(value: unknown): Record<string, string> {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)])) : {};
}

/**
 * The Prometheus rule that a Grafana-managed one was made of. What no Prometheus rule says, as after an edit in the
 * browser, is kept whole in a member `grafana`, so that it shows as a difference.
 */
export function prometheusRule(
  stored: Readonly<Record<string, unknown>>,
  profile: RuleProfile,
): AlertRule | RecordingRule {
  const expr = expressionOf(stored);
  const labels = texts(stored['labels']);
  const { record } = stored;
  const rule: AlertRule | RecordingRule = isRecord(record)
    ? { record: textOf(record['metric']), expr, ...filled({ labels }) }
    : {
        alert: textOf(stored['title']),
        expr,
        ...filled({
          for: lasting(stored['for']),
          keep_firing_for: lasting(stored['keep_firing_for']),
          labels,
          annotations: templates(texts(stored['annotations']), prometheusTemplate),
        }),
      };
  const found = essence(stored);
  const isAsMade = toJson(essence(managedRule(rule, profile))) === toJson(found);
  return isAsMade ? rule : Object.assign(rule, { grafana: found });
}
