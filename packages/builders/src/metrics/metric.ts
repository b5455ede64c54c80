import { NO_SPAN } from '@binnacle/promql';
import { captureOrigin, type MetricSpec, type MetricType, type Origin } from '@binnacle/model';
import { selector } from '../query/expression.ts';
import type { Kind, Labels, Selector } from '../query/vector.ts';
import { labelSpecs, type LabelDomains } from './label.ts';

/** Labels every scraped series carries. */
export type TargetLabels = { readonly job: string; readonly instance: string };
const TARGET_LABELS = ['instance', 'job'];

/** What every metric contract says, whatever its type. */
export interface MetricOptions<D extends LabelDomains = LabelDomains, U extends string = string> {
  /** One sentence, as `# HELP` will say it. */
  readonly help: string;
  /** Base unit of the value, or what is counted. */
  readonly unit: U;
  readonly labels?: D;
  /** Why this metric may break a naming or cardinality rule. */
  readonly waiver?: string;
}

/** A metric family as declared: its contract, and where it was written. */
export interface Declared {
  readonly spec: MetricSpec;
  readonly origin?: Origin;
}

/** A name must be written out, so that it can be searched for; a computed one is refused by the compiler. */
export type Literal<N extends string> = string extends N ? 'write the metric name as a literal' : N;

/** A metric that is one series family: a selector that knows its contract. */
export type Metric<D extends Labels, U extends string, K extends Kind> = Selector<D, U, K> & Declared;

/** The contract as data, with its origin. */
export function declare(
  type: MetricType,
  name: string,
  options: MetricOptions & Pick<Partial<MetricSpec>, 'buckets' | 'quantiles'>,
): Declared {
  const origin = captureOrigin();
  const spec: MetricSpec = {
    name,
    type,
    help: options.help,
    unit: options.unit,
    labels: labelSpecs(options.labels),
    targetLabels: TARGET_LABELS,
    ...(options.buckets === undefined ? {} : { buckets: options.buckets }),
    ...(options.quantiles === undefined ? {} : { quantiles: options.quantiles }),
    ...(options.waiver === undefined ? {} : { waiver: options.waiver }),
  };
  return origin === undefined ? { spec } : { spec, origin };
}

/** A bare selector of series `name`. */
export function series<D extends Labels, U extends string, K extends Kind>(name: string): Selector<D, U, K> {
  return selector<D, U, K>({ type: 'VectorSelector', span: NO_SPAN, name, matchers: [] });
}
