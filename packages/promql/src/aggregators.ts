import type { AggregateOp, ValueType } from './ast.ts';

/** What an aggregation takes and which Prometheus has it. */
export interface Aggregator {
  readonly name: AggregateOp;
  /** Type of its parameter, when it takes one. */
  readonly param?: ValueType;
  readonly example: string;
  /** First Prometheus release that has it; absent: all since 2.0. */
  readonly since?: string;
  /** Feature flag it needs. */
  readonly feature?: string;
  readonly doc: string;
}

const EXPERIMENTAL = 'promql-experimental-functions';

const ALL: readonly Aggregator[] = [
  { name: 'sum', example: 'sum by (job) (metric)', doc: 'Sum over the series of each group.' },
  { name: 'avg', example: 'avg by (job) (metric)', doc: 'Mean over the series of each group.' },
  { name: 'count', example: 'count by (job) (metric)', doc: 'Number of series in each group.' },
  { name: 'min', example: 'min by (job) (metric)', doc: 'Smallest value of each group.' },
  { name: 'max', example: 'max by (job) (metric)', doc: 'Largest value of each group.' },
  { name: 'group', example: 'group by (job) (metric)', since: '2.20', doc: '1 for each group that has a series.' },
  { name: 'stddev', example: 'stddev by (job) (metric)', doc: 'Population standard deviation over each group.' },
  { name: 'stdvar', example: 'stdvar by (job) (metric)', doc: 'Population variance over each group.' },
  {
    name: 'topk',
    param: 'scalar',
    example: 'topk(10, metric)',
    doc: 'The k series of each group with the largest values.',
  },
  {
    name: 'bottomk',
    param: 'scalar',
    example: 'bottomk(10, metric)',
    doc: 'The k series of each group with the smallest values.',
  },
  {
    name: 'count_values',
    param: 'string',
    example: 'count_values("value", metric)',
    doc: 'Number of series with each value, the value in a label.',
  },
  {
    name: 'quantile',
    param: 'scalar',
    example: 'quantile(0.95, metric)',
    doc: 'Quantile over the series of each group.',
  },
  {
    name: 'limitk',
    param: 'scalar',
    example: 'limitk(10, metric)',
    since: '2.54',
    feature: EXPERIMENTAL,
    doc: 'Any k series of each group.',
  },
  {
    name: 'limit_ratio',
    param: 'scalar',
    example: 'limit_ratio(0.1, metric)',
    since: '2.54',
    feature: EXPERIMENTAL,
    doc: 'About this ratio of the series of each group.',
  },
];

/** Every aggregation operator by name. */
export const AGGREGATORS: ReadonlyMap<string, Aggregator> = new Map(
  ALL.map((aggregator) => [aggregator.name, aggregator]),
);
