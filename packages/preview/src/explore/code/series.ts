import type { LabelDomain } from '@binnacle/model';
import type { ContractOnPage, MetricInCode } from '../../wire/project.ts';

/** What a sample is to the compiler: what only grows has to be rated before anyone looks at it. */
export type Kind = 'counter' | 'gauge' | 'histogram' | 'rated-histogram';

/** What part of a metric some series are, as its contract has it: `duration.bucket`. */
export type Part = '' | 'bucket' | 'sum' | 'count' | 'quantiles';

/** Series that definitions can name. */
export interface Series {
  readonly contract: ContractOnPage;
  readonly code: MetricInCode;
  readonly part: Part;
  /** Labels with what their values may be; any text where that is not said. */
  readonly labels: ReadonlyMap<string, LabelDomain | undefined>;
  readonly unit: string;
  readonly kind: Kind;
}

function labelsOf({ metric }: ContractOnPage, own?: string): ReadonlyMap<string, LabelDomain | undefined> {
  return new Map<string, LabelDomain | undefined>([
    ...metric.labels.map(({ name, domain }) => [name, domain] as const),
    ...metric.targetLabels.map((name) => [name, undefined] as const),
    ...(own === undefined ? [] : [[own, undefined] as const]),
  ]);
}

function partsOf(contract: ContractOnPage): readonly (readonly [string, Omit<Series, 'contract' | 'code'>])[] {
  const { name, type, unit, counts = 'observations' } = contract.metric;
  const labels = labelsOf(contract);
  const sum = [`${name}_sum`, { part: 'sum', labels, unit, kind: 'counter' }] as const;
  const count = [`${name}_count`, { part: 'count', labels, unit: counts, kind: 'counter' }] as const;
  switch (type) {
    case 'histogram': {
      const bucket = {
        part: 'bucket',
        labels: labelsOf(contract, 'le'),
        unit: `bucket:${unit}`,
        kind: 'counter',
      } as const;
      return [[`${name}_bucket`, bucket], sum, count];
    }
    case 'summary': {
      const quantiles = { part: 'quantiles', labels: labelsOf(contract, 'quantile'), unit, kind: 'gauge' } as const;
      return [[name, quantiles], sum, count];
    }
    case 'native-histogram':
      return [[name, { part: '', labels, unit: `bucket:${unit}`, kind: 'histogram' }]];
    case 'info':
      return [[name, { part: '', labels, unit: 'ratio', kind: 'gauge' }]];
    case 'counter':
    case 'gauge':
      return [[name, { part: '', labels, unit, kind: type }]];
    default:
      return type satisfies never;
  }
}

/** The series by name that definitions can name; of two services with the same metric, that of the one that is preferred. */
export function seriesByName(
  contracts: readonly ContractOnPage[],
  preferred: string | undefined,
): ReadonlyMap<string, Series> {
  const found = new Map<string, Series>();
  const first = contracts.filter(({ service }) => service === preferred);
  const others = contracts.filter(({ service }) => service !== preferred);
  for (const contract of [...first, ...others]) {
    const { code } = contract;
    if (code === undefined) continue;
    for (const [name, about] of partsOf(contract)) if (!found.has(name)) found.set(name, { ...about, contract, code });
  }
  return found;
}

/** True when the compiler takes the value of a label: what a contract lists, or what it leaves open. */
export function takesValue(domain: LabelDomain | undefined, value: string): boolean {
  switch (domain?.kind) {
    case undefined:
    case 'bounded':
      return true;
    case 'one-of':
      return domain.values.includes(value);
    case 'service':
      return domain.names.includes(value);
    case 'http-status':
      return domain.form === 'class' ? /^[1-5]xx$/.test(value) : /^(?:0|[1-9]\d*)$/.test(value);
    default:
      return domain satisfies never;
  }
}
