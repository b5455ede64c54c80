import type { Difference } from '../../../diff/difference.ts';
import { match } from '../../../diff/match.ts';
import { changedText, counted } from '../../../diff/words.ts';
import { pointer } from '../../../pointer.ts';
import { seriesPerInstance } from '../series.ts';
import type { LabelDomain, LabelSpec, MetricSpec, ServiceSpec } from '../spec.ts';

function domainInWords(domain: LabelDomain): string {
  switch (domain.kind) {
    case 'one-of':
      return domain.values.join(' or ');
    case 'bounded':
      return `up to ${counted(domain.bound, 'value')}`;
    case 'http-status':
      return domain.form === 'class' ? 'classes of HTTP status' : 'HTTP status codes';
    case 'service':
      return `services ${domain.names.join(', ')}`;
    default:
      return domain satisfies never;
  }
}

function valuesOf(domain: LabelDomain): readonly string[] | undefined {
  return domain.kind === 'one-of' ? domain.values : domain.kind === 'service' ? domain.names : undefined;
}

/** Values that came and went, where they are listed. */
function domainText(before: LabelDomain, after: LabelDomain): string {
  const [old, next] = [valuesOf(before), valuesOf(after)];
  if (old === undefined || next === undefined) return `${domainInWords(before)} → ${domainInWords(after)}`;
  const added = next.filter((value) => !old.includes(value));
  const removed = old.filter((value) => !next.includes(value));
  const parts = [
    ...(added.length > 0 ? [`${added.join(', ')} added`] : []),
    ...(removed.length > 0 ? [`${removed.join(', ')} removed`] : []),
  ];
  return parts.join(', ') || 'values in another order';
}

function* labelTexts(before: readonly LabelSpec[], after: readonly LabelSpec[]): Generator<string> {
  const old = new Map(before.map(({ name, domain }) => [name, domain]));
  for (const { name, domain } of after) {
    const was = old.get(name);
    old.delete(name);
    if (was === undefined) yield `label ${name} added: ${domainInWords(domain)}`;
    else if (domainInWords(was) !== domainInWords(domain)) yield `label ${name}: ${domainText(was, domain)}`;
  }
  for (const name of old.keys()) yield `label ${name} removed`;
}

/** Fields of a metric that are compared as they are, and what they are called. */
const FIELDS: readonly (readonly [keyof MetricSpec, string])[] = [
  ['type', 'type'],
  ['unit', 'unit'],
  ['help', 'help'],
  ['counts', 'counted things'],
  ['waiver', 'waiver'],
];
const LISTS: readonly (readonly ['buckets' | 'quantiles' | 'targetLabels', string])[] = [
  ['buckets', 'buckets'],
  ['quantiles', 'quantiles'],
  ['targetLabels', 'labels of the scrape'],
];

function* texts(before: MetricSpec, after: MetricSpec): Generator<string> {
  if (before.name !== after.name) yield `renamed from ${before.name}`;
  for (const [key, name] of FIELDS) if (before[key] !== after[key]) yield changedText(name, before[key], after[key]);
  for (const [key, name] of LISTS) {
    const [old, next] = [before[key]?.join(' '), after[key]?.join(' ')];
    if (old !== next) yield changedText(name, old, next);
  }
  yield* labelTexts(before.labels, after.labels);
}

/** How many series an instance can have of it, when that changed. */
function bound(before: MetricSpec, after: MetricSpec): { readonly consequence?: string } {
  const [old, next] = [seriesPerInstance(before), seriesPerInstance(after)];
  return old === next ? {} : { consequence: `up to ${old} → ${next} series per instance` };
}

function isAlike(a: MetricSpec, b: MetricSpec): boolean {
  return a.help !== '' && JSON.stringify({ ...a, name: b.name }) === JSON.stringify(b);
}

function about({ name }: MetricSpec): Pick<Difference, 'subject' | 'reach'> {
  return { subject: `metric ${name}`, reach: 'data' };
}

/** What changed in the contract: metrics that came, went, changed or have another name. */
export function compareMetrics(before: ServiceSpec, after: ServiceSpec): Difference[] {
  const { pairs, added, removed } = match(before.metrics, after.metrics, [
    (a, b) => Number(a.name === b.name),
    (a, b) => Number(isAlike(a, b)),
  ]);
  return [
    ...pairs.flatMap(([a, b]) => {
      const [first, ...rest] = [...texts(a, b)];
      if (first === undefined) return [];
      const path = pointer('spec', 'metrics', after.metrics.indexOf(b));
      const base = { ...about(b), path, change: 'changed' } as const;
      return [{ ...base, text: first, ...bound(a, b) }, ...rest.map((text) => ({ ...base, text }))];
    }),
    ...added.map((metric): Difference => {
      const path = pointer('spec', 'metrics', after.metrics.indexOf(metric));
      const consequence = `up to ${seriesPerInstance(metric)} series per instance`;
      return { ...about(metric), path, change: 'added', text: `added: ${metric.type}`, consequence };
    }),
    ...removed.map((metric): Difference => {
      const path = pointer('spec', 'metrics', before.metrics.indexOf(metric));
      return { ...about(metric), path, change: 'removed', text: 'removed' };
    }),
  ];
}
