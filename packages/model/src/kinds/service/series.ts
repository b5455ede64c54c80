import type { LabelDomain, MetricSpec } from './spec.ts';

/** What of a metric decides how many series it can have; a label may lack the domain the schema asks for. */
type Bounded = Pick<MetricSpec, 'type' | 'buckets' | 'quantiles'> & {
  readonly labels: readonly { readonly domain?: LabelDomain }[];
};

/** Codes in the IANA registry of HTTP status codes. */
const HTTP_CODES = 62;
const HTTP_CLASSES = 5;

/** Most values a label of this domain can take, per instance; 1 when no domain is declared. */
export function domainSize(domain: LabelDomain | undefined): number {
  switch (domain?.kind) {
    case undefined:
      return 1;
    case 'one-of':
      return domain.values.length;
    case 'bounded':
      return domain.bound;
    case 'http-status':
      return domain.form === 'class' ? HTTP_CLASSES : HTTP_CODES;
    case 'service':
      return domain.names.length;
    default:
      return domain satisfies never;
  }
}

/** Series one label combination makes: a classic histogram has one per bucket with +Inf, and `_sum` and `_count`. */
function seriesPerCombination({ type, buckets, quantiles }: Bounded): number {
  if (type === 'histogram') return (buckets?.length ?? 0) + 3;
  if (type === 'summary') return (quantiles?.length ?? 0) + 2;
  return 1;
}

/** Most series one instance can expose for a metric, from the declared domains of its labels. */
export function seriesPerInstance(metric: Bounded): number {
  return metric.labels.reduce((count, { domain }) => count * domainSize(domain), seriesPerCombination(metric));
}

/** Names of the series a metric has: its own, and those of a histogram's or summary's parts. */
export function seriesNames({ name, type }: Pick<MetricSpec, 'name' | 'type'>): string[] {
  const hasParts = type === 'histogram' || type === 'summary';
  return hasParts ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`] : [name];
}
