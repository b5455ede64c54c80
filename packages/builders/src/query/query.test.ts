import { AGGREGATORS, FUNCTIONS, parse, print, valueType, walk, type Expr } from '@binnacle/promql';
import { describe, expect, it } from 'vitest';
import { counter } from '../metrics/counter.ts';
import { gauge } from '../metrics/gauge.ts';
import { histogram } from '../metrics/histogram.ts';
import { info } from '../metrics/info.ts';
import { bounded } from '../metrics/label.ts';
import { nativeHistogram } from '../metrics/native-histogram.ts';
import * as builders from '../index.ts';

const {
  absent,
  absentOverTime,
  histogramQuantiles,
  labelJoin,
  labelReplace,
  minOf,
  maxOf,
  quantity,
  rate,
  scalar,
  sum,
  vectorOf,
  withInfo,
} = builders;

const c = counter('c_total', { help: 'A counter.', unit: 'things', labels: { a: bounded(3) } });
const g = gauge('g', { help: 'A gauge.', unit: 'seconds', labels: { a: bounded(3) } });
const h = histogram('h_seconds', { help: 'A histogram.', unit: 'seconds', buckets: [1] });
const n = nativeHistogram('n_seconds', { help: 'A native histogram.', unit: 'seconds' });
const i = info('i_info', { help: 'An info metric.', labels: { version: bounded(3) } });
const s = quantity(0.5, 'seconds');

/** One use of every function; the query language's name is read from the result. */
const uses: readonly { readonly expr: Expr; readonly type: string }[] = [
  ...[builders.rate, builders.irate, builders.increase, builders.resets].map((f) => f(c)),
  ...[builders.delta, builders.idelta, builders.deriv, builders.changes].map((f) => f(g)),
  builders.predictLinear(g, 3600),
  builders.doubleExponentialSmoothing(g, { smoothing: 0.5, trend: 0.1 }),
  ...[
    builders.avgOverTime,
    builders.minOverTime,
    builders.maxOverTime,
    builders.sumOverTime,
    builders.countOverTime,
    builders.stddevOverTime,
    builders.stdvarOverTime,
    builders.madOverTime,
    builders.firstOverTime,
    builders.lastOverTime,
    builders.presentOverTime,
    builders.tsOfMinOverTime,
    builders.tsOfMaxOverTime,
    builders.tsOfFirstOverTime,
    builders.tsOfLastOverTime,
  ].map((f) => f(g)),
  builders.quantileOverTime(0.5, g),
  absent(g, { a: 'x' }),
  absentOverTime(g, '1h'),
  builders.histogramQuantile(0.9, sum(rate(h.bucket), { by: ['le'] })),
  histogramQuantiles(sum(rate(h.bucket), { by: ['le'] }), 'q', 0.5, 0.9),
  builders.histogramFraction(0, 1, sum(rate(n))),
  ...[
    builders.histogramCount,
    builders.histogramSum,
    builders.histogramAvg,
    builders.histogramStddev,
    builders.histogramStdvar,
  ].map((f) => f(sum(rate(n)))),
  labelReplace(g, 'b', { from: 'a' }),
  labelJoin(g, 'b', { from: ['a'] }),
  ...[
    builders.abs,
    builders.ceil,
    builders.floor,
    builders.exp,
    builders.ln,
    builders.log2,
    builders.log10,
    builders.sqrt,
    builders.sgn,
    builders.round,
    builders.sin,
    builders.cos,
    builders.tan,
    builders.asin,
    builders.acos,
    builders.atan,
    builders.sinh,
    builders.cosh,
    builders.tanh,
    builders.asinh,
    builders.acosh,
    builders.atanh,
    builders.deg,
    builders.rad,
    builders.sort,
    builders.sortDesc,
  ].map((f) => f(g)),
  ...[builders.timestamp, builders.startTimestamp].map((f) => f(g)),
  ...[
    builders.minute,
    builders.hour,
    builders.dayOfWeek,
    builders.dayOfMonth,
    builders.dayOfYear,
    builders.daysInMonth,
    builders.month,
    builders.year,
  ].map((f) => f(g)),
  builders.clamp(g, 0, s),
  builders.clampMin(g, 0),
  builders.clampMax(g, s),
  builders.sortByLabel(g, 'a'),
  builders.sortByLabelDesc(g, 'a', 'job'),
  builders.pi(),
  builders.time(),
  builders.queryStart(),
  builders.queryEnd(),
  builders.queryRange(),
  builders.queryStep(),
  scalar(g),
  vectorOf(1),
  minOf(1, s),
  maxOf(s, 1),
  withInfo(g, i, ['version']),
  ...[
    builders.sum,
    builders.avg,
    builders.min,
    builders.max,
    builders.count,
    builders.grouped,
    builders.stddev,
    builders.stdvar,
  ].map((f) => f(g, { by: ['a'] })),
  ...[builders.topk, builders.bottomk, builders.limitk].map((f) => f(3, g, { by: ['a'] })),
  builders.limitRatio(0.5, g),
  builders.quantile(0.9, g, { without: ['a'] }),
  builders.countValues('value', g),
];

function used(type: 'Call' | 'AggregateExpr'): Set<string> {
  const names = new Set<string>();
  for (const { expr } of uses) {
    walk(expr, (node) => {
      if (node.type === type) names.add(node.type === 'Call' ? node.func : node.op);
    });
  }
  return names;
}

/** Names of Prometheus 2 that 3 no longer knows. */
const GONE = [...FUNCTIONS.values()].filter(({ until }) => until !== undefined).map(({ name }) => name);

describe('every construct of PromQL has a builder', () => {
  it('has every function', () => {
    const names = used('Call');
    expect([...FUNCTIONS.keys()].filter((name) => !names.has(name))).toEqual(GONE);
  });

  it('has every aggregation', () => {
    const names = used('AggregateExpr');
    expect([...AGGREGATORS.keys()].filter((name) => !names.has(name))).toEqual([]);
  });

  it('calls each with arguments that Prometheus takes', () => {
    for (const { expr } of uses) {
      const text = print(expr);
      expect({ text, errors: parse(text).errors }).toEqual({ text, errors: [] });
    }
  });

  it('returns what Prometheus returns', () => {
    for (const { expr, type } of uses) {
      const text = print(expr);
      expect({ text, type }).toEqual({ text, type: valueType(expr) });
    }
  });
});
