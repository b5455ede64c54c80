import { NO_SPAN } from '@binnacle/promql';
import { captureOrigin, type MetricSpec, type MetricType, type Origin } from '@binnacle/model';
import { givenOptions } from '../given.ts';
import { selector } from '../query/expression.ts';
import type { Kind, Labels, Match, Selectable, Selector } from '../query/vector.ts';
import { labelSpecs, type Domain, type LabelDomains } from './label.ts';

const SCRAPE_LABELS = ['instance', 'job'];

/** Labels of a metric's series: its own, those every scrape adds, and the target labels `T` it declares. */
export type SeriesLabels<D extends LabelDomains, T extends string = never> = {
  readonly [Name in keyof D | 'job' | 'instance' | T]: D[Name] extends Domain<infer V> ? V : string;
};

/** {@link Matchers} of those, made in one step. */
export type SeriesMatchers<D extends LabelDomains, T extends string = never> = {
  readonly [Name in keyof D | 'job' | 'instance' | T]?: D[Name] extends Domain<infer V> ? V | Match<V> : string | Match;
};

// oxlint-disable-next-line typescript/no-generated-empty-object-type -- a metric without labels of its own
export type NoLabels = Record<never, Domain>;

/** What every metric contract says, whatever its type. */
export interface MetricOptions<
  D extends LabelDomains = LabelDomains,
  U extends string = string,
  H extends string = string,
  T extends string = string,
> {
  /** One sentence, as `# HELP` will say it. */
  readonly help: H;
  /** Base unit of the value, or what is counted. */
  readonly unit: U;
  readonly labels?: D;
  /** Labels the scrape adds besides `job` and `instance`: `['cluster', 'namespace', 'pod']`. */
  readonly targetLabels?: readonly T[];
  /** Why this metric may break a naming or cardinality rule. */
  readonly waiver?: string;
}

/**
 * A metric family as declared: its contract, and where it was written. Apart from what hangs on type arguments, which the
 * checker lists once for every metric.
 */
export interface Declared {
  readonly spec: MetricSpec;
  readonly origin?: Origin;
}

/**
 * A metric that is one family of series: a counter, a gauge, an info metric. `N` is its name, `H` its help. One interface
 * for all of them, with its variances written down: so the checker tells a metric by its type arguments and never lists
 * its members to do so.
 */
export interface Metric<
  out K extends Kind = Kind,
  in D extends LabelDomains = never,
  out U extends string = string,
  out N extends string = string,
  out H extends string = string,
  out T extends string = string,
>
  extends Selectable, Declared {
  readonly '~named'?: readonly [name: N, help: H];
  readonly '~labels': (keyof D & string) | 'job' | 'instance' | T;
  readonly '~unit': U;
  readonly '~kind': K;
  where(matchers: SeriesMatchers<D, T>): Selector<SeriesLabels<D, T>, U, K>;
}

/** A name must be written out, so that it can be searched for; a computed one is refused by the compiler. */
export type Literal<N extends string> = string extends N ? 'write the metric name as a literal' : N;

type Extras = Pick<Partial<MetricSpec>, 'buckets' | 'counts' | 'quantiles'>;

/** The contract as data, with its origin. */
export function declare(type: MetricType, name: string, options: MetricOptions & Extras): Declared {
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
