import { createDistinct } from '../distinct.ts';
import { EXPOSED_TYPES, type ExposedType, type ObservedFamily, type ObservedLabel } from '../observed.ts';
import type { ExpositionLine } from '@binnacle/promql/exposition';

/** Suffixes of the series that belong to a family of this type. */
const SUFFIXES: Readonly<Record<ExposedType, readonly string[]>> = {
  counter: ['_total', '_created'],
  gauge: [],
  histogram: ['_bucket', '_sum', '_count', '_created'],
  gaugehistogram: ['_bucket', '_gsum', '_gcount'],
  summary: ['_sum', '_count', '_created'],
  info: ['_info'],
  stateset: [],
  unknown: [],
  untyped: [],
};
const ALL_SUFFIXES = [...new Set(Object.values(SUFFIXES).flat())];

interface Collected {
  name: string;
  type: ExposedType;
  help: string;
  unit: string | undefined;
  samples: number;
  native: boolean;
  low: number;
  high: number;
  readonly labels: Map<string, ReturnType<typeof createDistinct>>;
  readonly buckets: Set<number>;
  readonly quantiles: Set<number>;
}

function isType(text: string): text is ExposedType {
  return (EXPOSED_TYPES as readonly string[]).includes(text);
}

function bound(text: string | undefined): number {
  return text === undefined ? NaN : /^\+?inf$/i.test(text) ? Infinity : Number(text);
}

function finite(values: ReadonlySet<number>): number[] {
  return [...values].filter((value) => Number.isFinite(value)).toSorted((a, b) => a - b);
}

function observedLabels(labels: Collected['labels']): ReadonlyMap<string, ObservedLabel> {
  return new Map(
    [...labels]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { values, overflowed, size }]) => [name, { values, overflowed, perInstance: size }]),
  );
}

/**
 * Gathers the lines of one instance's exposition into families. Keeps what contracts need and no samples. `add` answers
 * with a complaint when the line contradicts what came before.
 */
export function createCollector() {
  const families = new Map<string, Collected>();

  function familyNamed(name: string): Collected {
    const known = families.get(name);
    if (known !== undefined) return known;
    const family: Collected = {
      name,
      type: 'untyped',
      help: '',
      unit: undefined,
      samples: 0,
      native: false,
      low: Infinity,
      high: -Infinity,
      labels: new Map(),
      buckets: new Set(),
      quantiles: new Set(),
    };
    families.set(name, family);
    return family;
  }

  function familyOf(series: string): readonly [family: Collected, suffix: string] {
    if (families.get(series)?.type === 'untyped' || !families.has(series)) {
      for (const suffix of ALL_SUFFIXES) {
        if (!series.endsWith(suffix)) continue;
        const base = families.get(series.slice(0, -suffix.length));
        if (base !== undefined && SUFFIXES[base.type].includes(suffix)) return [base, suffix];
      }
    }
    return [familyNamed(series), ''];
  }

  function addSample({ name, labels, value }: ExpositionLine & { readonly kind: 'sample' }): void {
    const [family, suffix] = familyOf(name);
    family.samples += 1;
    if (suffix === '_created') return;
    if (family.type === 'counter' || family.type === 'info') family.name = name;
    if (suffix === '' && family.type === 'histogram') family.native = true;
    if (suffix === '_bucket') family.buckets.add(bound(labels.get('le')));
    if (suffix === '' && family.type === 'summary') family.quantiles.add(bound(labels.get('quantile')));
    family.low = Math.min(family.low, value);
    family.high = Math.max(family.high, value);
    for (const [label, text] of labels) {
      if (label === 'le' && suffix === '_bucket') continue;
      if (label === 'quantile' && family.type === 'summary') continue;
      if (text === '') continue;
      const seen = family.labels.get(label) ?? createDistinct();
      family.labels.set(label, seen);
      seen.add(text);
    }
  }

  return {
    add(line: ExpositionLine): string | undefined {
      if (line.kind === 'eof') return undefined;
      if (line.kind === 'sample') {
        addSample(line);
        return undefined;
      }
      const { kind, family: name, text } = line;
      const family = familyNamed(name);
      if (kind === 'help') family.help = text;
      if (kind === 'unit') family.unit = text;
      if (kind !== 'type') return undefined;
      if (!isType(text)) return `"${text}" is not a metric type: one of ${EXPOSED_TYPES.join(', ')}`;
      if (family.type !== 'untyped' && family.type !== text)
        return `${name} was a ${family.type} before and is a ${text} here`;
      if (family.samples > 0) return `# TYPE ${name} comes after samples of it`;
      family.type = text;
      return undefined;
    },
    /** The families seen so far, by name. */
    families(): { readonly families: ObservedFamily[]; readonly skipped: { name: string; reason: string }[] } {
      const found: ObservedFamily[] = [];
      const skipped: { name: string; reason: string }[] = [];
      for (const family of [...families.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
        const { name, type, help, unit, samples, low, high } = family;
        const owner = name.endsWith('_created') ? name.slice(0, -'_created'.length) : undefined;
        if (owner !== undefined && (families.has(owner) || families.has(`${owner}_total`))) continue;
        if (samples === 0) {
          skipped.push({ name, reason: 'it has no samples, so its labels are unknown' });
        } else if (type === 'gaugehistogram') {
          skipped.push({ name, reason: 'a gauge histogram has no contract' });
        } else {
          const buckets = finite(family.buckets);
          found.push({
            name,
            type,
            help,
            unit,
            buckets,
            quantiles: finite(family.quantiles),
            native: type === 'histogram' && buckets.length === 0,
            labels: observedLabels(family.labels),
            range: low <= high ? [low, high] : undefined,
          });
        }
      }
      return { families: found, skipped };
    },
  };
}
