import type { LabelSpec, MetricSpec } from '@binnacle/model';
import type { Labels } from '@binnacle/promql/engine';
import { hashOf } from './random.ts';
import { HTTP_CLASSES, HTTP_CODES, NETWORK_DEVICES, VOCABULARY } from './vocabulary.ts';

/** Values of labels that the project's own queries ask for, by metric family and label. */
export type Hints = (metric: string, label: string) => readonly string[];

/** One value of a label: how much of the metric it gets, and whether it stands for what goes wrong. */
interface WeighedValue {
  readonly value: string;
  readonly weight: number;
  readonly isError: boolean;
}

/** One series of a metric on one instance. The weights of all combinations of a metric add up to 1. */
export interface Combination {
  readonly labels: Labels;
  readonly weight: number;
  readonly isError: boolean;
}

/** Values of a label for which only a bound is known. */
const MOST_VALUES = 4;
/** Series of one metric on one instance, beside buckets and quantiles. */
const MOST_COMBINATIONS = 48;
const ERROR_SHARE = 0.004;
const ERROR =
  /(?:^|_)(?:error|errors|fail|failed|failure|timeout|refused|rejected|dropped|denied|invalid|malformed|exception|abort|aborted|panic|unavailable|deadlineexceeded|internal|unknown|too_large|unknown_type|fatal|critical)(?:$|_)/i;
const USUAL = /^(?:ok|success|successful|succeeded|hit|paid|info|get|active|idle|completed|done|up|online|running)$/i;
const RARE = /^(?:miss|warning|warn|retry|retried|declined|abandoned|expired|suppressed|steal|irq|softirq|nice)$/i;

function weigh(value: string, place: number): WeighedValue {
  if (/^5(?:xx|\d\d)$/.test(value)) return { value, weight: 0.002, isError: true };
  if (ERROR.test(value)) return { value, weight: ERROR_SHARE, isError: true };
  if (USUAL.test(value)) return { value, weight: 1, isError: false };
  if (RARE.test(value)) return { value, weight: 0.05, isError: false };
  // As in most systems, a few values get most of it.
  return { value, weight: 1 / (place + 1.5), isError: false };
}

function namedValues(label: LabelSpec, metric: MetricSpec, hints: Hints): readonly string[] {
  const { domain, name } = label;
  const wanted = hints(metric.name, name);
  if (domain.kind === 'one-of') return domain.values;
  if (domain.kind === 'service') return domain.names;
  const bound = domain.kind === 'bounded' ? domain.bound : MOST_VALUES;
  const known = name === 'device' && /network|_net_|arp/.test(metric.name) ? NETWORK_DEVICES : VOCABULARY[name];
  const made = Array.from({ length: MOST_VALUES }, (_, i) => `${name}-${i + 1}`);
  // With 1 as a bound, values that queries ask for would be several builds of one program.
  const all = [...new Set([...wanted, ...(known ?? made)])];
  return all.slice(0, Math.min(bound, Math.max(MOST_VALUES, wanted.length)));
}

/** Series with these labels, weighed by what their values stand for. */
export function weighedRows(rows: readonly Labels[]): readonly Combination[] {
  const weighed = rows.map((labels, i) => {
    const values = Object.values(labels).map((value) => weigh(value, i));
    const isError = values.some((value) => value.isError);
    return { labels, isError, weight: isError ? ERROR_SHARE : 1 / (i + 1.5) };
  });
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  return weighed.map((one) => ({ ...one, weight: one.weight / sum }));
}

/** The values of a label, weighed. */
function weighedValues(label: LabelSpec, metric: MetricSpec, hints: Hints): readonly WeighedValue[] {
  if (label.domain.kind !== 'http-status') return namedValues(label, metric, hints).map(weigh);
  const table = label.domain.form === 'class' ? HTTP_CLASSES : HTTP_CODES;
  return table.map(([value, weight]) => ({ value, weight, isError: value.startsWith('5') }));
}

/**
 * The series of a metric on one instance. Labels with a list of values make one series of each combination; those of which
 * only the number of values is known go together, as a device, its file system and its mount point do.
 */
export function combinationsOf(metric: MetricSpec, hints: Hints): readonly Combination[] {
  const lists = metric.labels.map((label) => ({ label, values: weighedValues(label, metric, hints) }));
  const together = lists.filter(({ label }) => label.domain.kind === 'bounded');
  const apart = lists.filter(({ label }) => label.domain.kind !== 'bounded');
  const count = Math.max(1, ...together.map(({ values }) => values.length));
  let all: readonly Combination[] = Array.from({ length: count }, (_, i) => {
    const pairs = together.map(({ label, values }) => [label.name, values[i % values.length]] as const);
    const [first] = pairs;
    return {
      labels: Object.fromEntries(pairs.map(([name, value]) => [name, value?.value ?? ''])),
      weight: first?.[1]?.weight ?? 1,
      isError: pairs.some(([, value]) => value?.isError === true),
    };
  });
  for (const { label, values } of apart) {
    all = all.flatMap((before) =>
      values.map(({ value, weight, isError }) => ({
        labels: { ...before.labels, [label.name]: value },
        weight: before.weight * weight * (1 + (hashOf(JSON.stringify(before.labels) + value) % 100) / 300),
        isError: before.isError || isError,
      })),
    );
  }
  const kept =
    all.length <= MOST_COMBINATIONS
      ? all
      : all
          .toSorted((a, b) => Number(b.isError) - Number(a.isError) || b.weight - a.weight)
          .slice(0, MOST_COMBINATIONS);
  const sum = kept.reduce((total, { weight }) => total + weight, 0);
  return kept.map((one) => ({ ...one, weight: one.weight / sum }));
}
