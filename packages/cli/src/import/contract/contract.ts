import type { MetricSpec, MetricType } from '@binnacle/model';
import type { ObservedFamily } from '../observed.ts';
import { proposeDomain } from './domain.ts';
import { inferUnit } from './unit.ts';

/** A metric contract as an import proposes it, with what was seen of each label. */
export interface ProposedContract {
  readonly spec: MetricSpec;
  /** Label → what was seen, for a comment beside its domain. */
  readonly seen: ReadonlyMap<string, string>;
}

function typeOf({ name, type, native, range }: ObservedFamily): MetricType {
  switch (type) {
    case 'counter':
    case 'summary':
    case 'info':
      return type;
    case 'histogram':
      return native ? 'native-histogram' : 'histogram';
    case 'gauge':
    case 'unknown':
    case 'untyped':
      if (name.endsWith('_info') && (range === undefined || (range[0] === 1 && range[1] === 1))) return 'info';
      return type !== 'gauge' && name.endsWith('_total') ? 'counter' : 'gauge';
    case 'stateset':
    case 'gaugehistogram':
      return 'gauge';
    default:
      return type satisfies never;
  }
}

/** One line of help, ending as a sentence does; empty when nothing is said. */
function sentence(help: string): string {
  const line = help.replaceAll(/\s+/g, ' ').trim();
  return line === '' || /[.!?…)]$/.test(line) ? line : `${line}.`;
}

/** The contract that describes a family as it was seen. */
export function proposeContract(family: ObservedFamily, targetLabels: readonly string[]): ProposedContract {
  const type = typeOf(family);
  const { name, help, labels, buckets, quantiles } = family;
  // A label the scrape adds is part of every contract already.
  const own = [...labels].filter(([label]) => !targetLabels.includes(label));
  const proposed = own.map(([label, observed]) => [label, proposeDomain(label, observed, type)] as const);
  return {
    spec: {
      name,
      type,
      help: sentence(help),
      unit: type === 'info' ? 'info' : inferUnit(family, type),
      labels: proposed.map(([label, { domain }]) => ({ name: label, domain })),
      targetLabels,
      ...(type === 'histogram' ? { buckets } : {}),
      // Some exporters write percentiles where the format has φ values.
      ...(type === 'summary' && quantiles.length > 0 && quantiles.every((q) => q >= 0 && q <= 1) ? { quantiles } : {}),
    },
    seen: new Map(proposed.flatMap(([label, { seen }]) => (seen === undefined ? [] : [[label, seen] as const]))),
  };
}
