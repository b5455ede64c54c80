import { NO_SPAN } from '@binnacle/promql';
import { captureOrigin, type MetricSpec, type MetricType, type Origin } from '@binnacle/model';
import { givenOptions } from '../given.ts';
import { selector } from '../query/expression.ts';
import type { Kind, Labels, Selector } from '../query/vector.ts';
import { labelSpecs, type LabelDomains } from './label.ts';

const SCRAPE_LABELS = ['instance', 'job'];

/** Labels of a metric's series: its own, those every scrape adds, and the target labels `T` it declares. */
export type SeriesLabels<D extends Labels, T extends string = never> = D & {
  readonly [Name in 'job' | 'instance' | T]: string;
};

// oxlint-disable-next-line typescript/no-generated-empty-object-type -- a metric without labels of its own
export type NoLabels = Record<never, string>;

/** What every metric contract says, whatever its type. */
export interface MetricOptions<
  D extends Labels = Labels,
  U extends string = string,
  H extends string = string,
  T extends string = string,
> {
  /** One sentence, as `# HELP` will say it. */
  readonly help: H;
  /** Base unit of the value, or what is counted. */
  readonly unit: U;
  readonly labels?: LabelDomains<D>;
  /** Labels the scrape adds besides `job` and `instance`: `['cluster', 'namespace', 'pod']`. */
  readonly targetLabels?: readonly T[];
  /** Why this metric may break a naming or cardinality rule. */
  readonly waiver?: string;
}

/** A metric family as declared: its contract, and where it was written. Its name and help are in the type, for editors and messages. */
export interface Declared<N extends string = string, H extends string = string> {
  readonly spec: MetricSpec;
  readonly origin?: Origin;
  readonly '~name'?: N;
  readonly '~help'?: H;
}

/** A name must be written out, so that it can be searched for; a computed one is refused by the compiler. */
export type Literal<N extends string> = string extends N ? 'write the metric name as a literal' : N;

type Extras = Pick<Partial<MetricSpec>, 'buckets' | 'counts' | 'quantiles'>;

/** The contract as data, with its origin. */
export function declare(type: MetricType, name: string, options: MetricOptions & Extras): Declared<never, never> {
  const origin = captureOrigin();
  givenOptions(options, `metric ${name}`, 'write { help, unit, labels }');
  const { targetLabels = [] } = options;
  const spec: MetricSpec = {
    name,
    type,
    help: options.help,
    unit: options.unit,
    labels: labelSpecs(options.labels),
    targetLabels:
      targetLabels.length === 0 ? SCRAPE_LABELS : [...new Set([...SCRAPE_LABELS, ...targetLabels])].toSorted(),
    ...(options.buckets === undefined ? {} : { buckets: options.buckets }),
    ...(options.counts === undefined ? {} : { counts: options.counts }),
    ...(options.quantiles === undefined ? {} : { quantiles: options.quantiles }),
    ...(options.waiver === undefined ? {} : { waiver: options.waiver }),
  };
  return origin === undefined ? { spec } : { spec, origin };
}

/** A bare selector of series `name`. */
export function series<D extends Labels, U extends string, K extends Kind>(name: string): Selector<D, U, K> {
  return selector<D, U, K>({ type: 'VectorSelector', span: NO_SPAN, name, matchers: [] });
}
