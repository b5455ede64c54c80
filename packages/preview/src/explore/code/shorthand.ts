import { type BinaryExpr, type Call, equal, type Expr, type VectorSelector } from '@binnacle/promql';
import { AUTOMATIC } from '../reading.ts';
import { call, chain, type Code } from './layout.ts';
import { number, options, text, texts } from './literal.ts';
import { where, windowText } from './selector.ts';
import type { Part, Series } from './series.ts';
import { metricCode, perSecond, type Writer, type Written } from './written.ts';

/** `sum by (…) (rate(series[window]))`, taken apart. */
interface SummedRate {
  readonly series: Series;
  readonly selector: VectorSelector;
  readonly by: readonly string[];
  readonly window: string;
}

function summedRate(expr: Expr, { series: known }: Writer): SummedRate | undefined {
  if (expr.type !== 'AggregateExpr' || expr.op !== 'sum' || expr.without || expr.opVariable !== undefined)
    return undefined;
  if (expr.grouping.some(({ variable }) => variable === true)) return undefined;
  const inner = bare(expr.expr);
  const [range] = inner.type === 'Call' && inner.func === 'rate' ? inner.args : [];
  if (range?.type !== 'MatrixSelector') return undefined;
  const { selector } = range;
  const window = windowText(range.range);
  const series = known.get(selector.name ?? '');
  if (series === undefined || window === undefined) return undefined;
  if (selector.offset !== undefined || selector.at !== undefined || selector.extended !== undefined) return undefined;
  return { series, selector, by: expr.grouping.map(({ name }) => name), window };
}

function bare(expr: Expr): Expr {
  return expr.type === 'ParenExpr' ? bare(expr.expr) : expr;
}

/** A method of a whole histogram or summary: `duration.where({ … }).mean({ by: ['route'] })`. */
function reading(
  { series, selector, by, window }: SummedRate,
  writer: Writer,
  { method, first, unit }: { readonly method: string; readonly first?: Code; readonly unit: string },
): Written | undefined {
  const labels = new Map([...series.labels].filter(([name]) => name !== 'le' && name !== 'quantile'));
  const chosen = where(selector.matchers, labels);
  if (chosen === undefined || by.some((label) => !labels.has(label))) return undefined;
  const grouped = {
    by: by.length === 0 ? undefined : texts(by),
    window: window === AUTOMATIC ? undefined : text(window),
  };
  const last = grouped.by === undefined && grouped.window === undefined ? [] : [options(grouped)];
  return {
    code: chain(
      metricCode(series, writer),
      ...chosen,
      call(`.${method}`, ...(first === undefined ? [] : [first]), ...last),
    ),
    type: 'vector',
    labels: new Set(by),
    unit,
    kind: 'gauge',
  };
}

function unitOf({ contract }: Series): string {
  return contract.metric.unit;
}

/** `histogram_quantile(0.99, sum by (le, …) (rate(x_bucket[…])))`, and the same of a native histogram. */
function quantile({ args: [q, buckets] }: Call, writer: Writer): Written | undefined {
  if (q?.type !== 'NumberLiteral' || q.duration === true || buckets === undefined) return undefined;
  const rates = summedRate(bare(buckets), writer);
  if (rates === undefined) return undefined;
  const about = { method: 'quantile', first: number(q.value), unit: unitOf(rates.series) };
  if (rates.series.kind === 'histogram') return reading(rates, writer, about);
  const [le, ...by] = rates.by;
  if (rates.series.part !== 'bucket' || le !== 'le') return undefined;
  return reading({ ...rates, by }, writer, about);
}

/** What is read of a native histogram as a whole. */
function ofNative({ func, args: [histogram] }: Call, writer: Writer): Written | undefined {
  const rates = histogram === undefined ? undefined : summedRate(bare(histogram), writer);
  if (rates?.series.kind !== 'histogram') return undefined;
  return func === 'histogram_avg'
    ? reading(rates, writer, { method: 'mean', unit: unitOf(rates.series) })
    : reading(rates, writer, { method: 'rate', unit: 'observations/second' });
}

function isPart(rates: SummedRate | undefined, part: Part): rates is SummedRate {
  return rates?.series.part === part;
}

/** `sum(rate(x_sum[…])) / sum(rate(x_count[…]))` */
function mean({ op, left, right, matching }: BinaryExpr, writer: Writer): Written | undefined {
  if (op !== '/' || matching?.on === true || (matching?.labels.length ?? 0) > 0) return undefined;
  if (matching !== undefined && matching.card !== 'one-to-one') return undefined;
  const [sum, count] = [summedRate(bare(left), writer), summedRate(bare(right), writer)];
  if (!isPart(sum, 'sum') || !isPart(count, 'count')) return undefined;
  const isOne = sum.series.contract === count.series.contract && sum.window === count.window;
  const matchers = { ...count.selector, name: sum.selector.name ?? '' };
  if (!isOne || sum.by.join() !== count.by.join() || !equal(sum.selector, matchers)) return undefined;
  return reading(sum, writer, { method: 'mean', unit: unitOf(sum.series) });
}

/** `sum(rate(x_count[…]))` */
function rate(expr: Expr, writer: Writer): Written | undefined {
  const rates = summedRate(expr, writer);
  if (!isPart(rates, 'count')) return undefined;
  return reading(rates, writer, { method: 'rate', unit: perSecond(rates.series.unit) });
}

/** A quantile of a summary, by the label that tells it. */
function summaryQuantile(selector: VectorSelector, writer: Writer): Written | undefined {
  const series = writer.series.get(selector.name ?? '');
  const { offset, at, extended, matchers } = selector;
  if (series?.part !== 'quantiles' || offset !== undefined || at !== undefined || extended !== undefined)
    return undefined;
  const own = matchers.filter(({ label }) => label === 'quantile');
  const [asked] = own;
  if (asked === undefined || own.length > 1) return undefined;
  const known = series.contract.metric.quantiles ?? [];
  const q = known.find((one) =>
    Number.isInteger(one)
      ? asked.op === '=~' && asked.value === String.raw`${one}|${one}\.0`
      : asked.op === '=' && asked.value === String(one) && one >= 1e-4,
  );
  const others = matchers.filter((matcher) => matcher !== asked);
  const chosen = q === undefined ? undefined : where(others, series.labels);
  if (q === undefined || chosen === undefined) return undefined;
  return {
    code: chain(metricCode(series, writer), ...chosen, call('.quantile', number(q))),
    type: 'series',
    labels: new Set(series.labels.keys()),
    unit: series.unit,
    kind: 'gauge',
  };
}

/** What histograms and summaries have a method for. */
export function shorthand(expr: Expr, writer: Writer): Written | undefined {
  switch (expr.type) {
    case 'Call':
      if (expr.func === 'histogram_quantile') return quantile(expr, writer);
      return expr.func === 'histogram_avg' || expr.func === 'histogram_count' ? ofNative(expr, writer) : undefined;
    case 'BinaryExpr':
      return mean(expr, writer);
    case 'AggregateExpr':
      return rate(expr, writer);
    case 'VectorSelector':
      return summaryQuantile(expr, writer);
    case 'MatrixSelector':
    case 'SubqueryExpr':
    case 'UnaryExpr':
    case 'ParenExpr':
    case 'NumberLiteral':
    case 'StringLiteral':
    case 'VariableExpr':
    case 'ErrorExpr':
      return undefined;
    default:
      return expr satisfies never;
  }
}
