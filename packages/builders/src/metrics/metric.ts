import { NO_SPAN, type VectorSelector } from '@binnacle/promql';
import { captureOrigin, type MetricSpec, type MetricType, type Origin } from '@binnacle/model';
import { givenOptions } from '../given.ts';
import { selector, SelectorExpression } from '../query/expression.ts';
import type { Facts, Kind, Match, Selectable, Selector } from '../query/vector.ts';
import { labelSpecs, type Domain, type LabelDomains } from './label.ts';

const SCRAPE_LABELS = ['instance', 'job'];

/** Matchers of a metric's series: of its own labels, those every scrape adds, and the target labels `T` it declares. */
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
 * its members to do so. Contracts return it by this name: by an alias as `Counter` it would be a second type of each.
 */
export interface Family<
  out K extends Kind = Kind,
  in D extends LabelDomains = never,
  out U extends string = string,
  out N extends string = string,
  out H extends string = string,
  out T extends string = string,
>
  extends Selectable, Declared {
  readonly '~named'?: readonly [name: N, help: H];
  readonly '~': Facts<(keyof D & string) | 'job' | 'instance' | T, U, K>;
  where(matchers: SeriesMatchers<D, T>): this;
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

/** A selector of a metric's series, with its contract: however it is narrowed, it stays the metric's. */
export class ContractedSelector extends SelectorExpression implements Declared {
  readonly spec: MetricSpec;
  declare readonly origin?: Origin;
  constructor({ spec, origin }: Declared, expr: VectorSelector = all(spec.name)) {
    super(expr);
    this.spec = spec;
    if (origin !== undefined) this.origin = origin;
  }
  protected override with(change: Partial<VectorSelector>): ContractedSelector {
    return new ContractedSelector(this, { ...this.expr, ...change });
  }
}

/** A bare selector of series `name`. */
export function series<L extends string, U extends string, K extends Kind>(name: string): Selector<L, U, K> {
  return selector<L, U, K>(all(name));
}

function all(name: string): VectorSelector {
  return { type: 'VectorSelector', span: NO_SPAN, name, matchers: [] };
}
