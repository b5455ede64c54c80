import type { AggregateExpr, AggregateOp } from '../../ast.ts';
import { newColumn, setFloat } from './column.ts';
import { fail } from './failure.ts';
import { groupLabels, groupsOf, type Group } from './grouping.ts';
import { columnsOf, scalarsOf, textOf } from './operands.ts';
import { limitRatio, pickSeries } from './pick.ts';
import { type Frame, info, type Use, warn, work } from './query.ts';
import { reduceGroup } from './reduce.ts';
import { ABSENT, type Column, type NewColumn, type Value } from './value.ts';
import { quantile } from '../functions/quantile.ts';
import { formatNumber, formatShortest } from '../../number.ts';
import { formatHistogram } from '../histogram/format.ts';
import { type LabelSet, withLabel } from '../labels.ts';
import { FLOAT } from '../storage.ts';

/** `sum by (…) (…)` and its like, at every step. */
export function aggregate(expr: AggregateExpr, frame: Frame, use: Use): Value {
  const { op, param } = expr;
  if (expr.opVariable !== undefined) fail(`${expr.opVariable} is a Grafana variable, which needs a value`, expr.span);
  if (op === 'count_values') return countValues(expr, frame);
  const parameter = param === undefined ? undefined : scalarsOf(param, frame);
  const columns = columnsOf(expr.expr, frame, use);
  if (parameter !== undefined) checkParameter(expr, frame, parameter);
  const reduced = reduceColumns(expr, op, frame, columns, parameter ?? new Float64Array(0));
  return { type: 'vector', columns: reduced, ordered: op === 'topk' || op === 'bottomk' };
}

function reduceColumns(
  expr: AggregateExpr,
  op: Exclude<AggregateOp, 'count_values'>,
  frame: Frame,
  columns: readonly Column[],
  parameter: Float64Array,
): readonly Column[] {
  switch (op) {
    case 'topk':
    case 'bottomk':
    case 'limitk':
      return pickSeries(expr, frame, columns, parameter);
    case 'limit_ratio':
      return limitRatio(frame, columns, parameter);
    case 'quantile':
      return groupsOf(expr, columns).map((group) => quantiles(expr, frame, group, parameter));
    case 'sum':
    case 'avg':
    case 'count':
    case 'min':
    case 'max':
    case 'group':
    case 'stddev':
    case 'stdvar':
      return groupsOf(expr, columns).map((group) => reduceGroup(expr, op, frame, group));
    default:
      return op satisfies never;
  }
}

function checkParameter({ op, param }: AggregateExpr, frame: Frame, values: Float64Array): void {
  const span = param?.span ?? { start: 0, end: 0 };
  for (const value of values) {
    if (op === 'quantile') {
      if (!(value >= 0 && value <= 1))
        warn(frame.query, `quantile value should be between 0 and 1, got ${formatShortest(value)}`, span);
    } else if (op === 'limit_ratio') {
      if (Number.isNaN(value)) fail('Ratio value is NaN', span);
      if (Math.abs(value) > 1) {
        const capped = value > 1 ? 1 : -1;
        warn(
          frame.query,
          `ratio value should be between -1 and 1, got ${formatShortest(value)}, capping to ${capped}`,
          span,
        );
      }
    } else {
      if (Number.isNaN(value)) fail('Parameter value is NaN', span);
      if (value <= -(2 ** 63)) fail(`Scalar value ${formatShortest(value)} underflows int64`, span);
      if (value >= 2 ** 63) fail(`Scalar value ${formatShortest(value)} overflows int64`, span);
    }
  }
}

function quantiles(expr: AggregateExpr, frame: Frame, group: Group, q: Float64Array): Column {
  const { columns, labels, dropName } = group;
  const result = newColumn(frame, labels, dropName);
  const buffer = new Float64Array(columns.length);
  for (let step = 0; step < frame.count; step++) {
    work(frame.query, columns.length);
    let length = 0;
    for (const { kinds, values } of columns) {
      if (kinds[step] === FLOAT) buffer[length++] = values[step] ?? NaN;
      else if (kinds[step] !== ABSENT) info(frame.query, 'ignored histogram in quantile aggregation', expr.expr.span);
    }
    if (length > 0) setFloat(result, step, quantile(q[step] ?? NaN, buffer.subarray(0, length)));
  }
  return result;
}

function countValues(expr: AggregateExpr, frame: Frame): Value {
  const label = expr.param === undefined ? '' : textOf(expr.param);
  if (label === '' || /\p{Surrogate}/u.test(label)) {
    const shown = label.replaceAll(/[\uDC80-\uDCFF]/g, (unit) => `\\x${(unit.charCodeAt(0) - 0xdc00).toString(16)}`);
    fail(`invalid label name "${shown}"`, expr.param?.span ?? expr.span);
  }
  const columns = columnsOf(expr.expr, frame);
  const labelsOf = groupLabels(expr);
  const results = new Map<string, NewColumn>();
  const keepsName = !expr.without && expr.grouping.some(({ name }) => name === '__name__');
  for (const column of columns) {
    const group = labelsOf(column.labels);
    const byText = new Map<string, LabelSet>();
    for (let step = 0; step < frame.count; step++) {
      const kind = column.kinds[step];
      if (kind === ABSENT) continue;
      const histogram = column.histograms[step];
      const text = histogram === undefined ? formatNumber(column.values[step] ?? NaN) : formatHistogram(histogram);
      let labels = byText.get(text);
      if (labels === undefined) byText.set(text, (labels = withLabel(group, label, text)));
      let result = results.get(labels.key);
      if (result === undefined)
        results.set(labels.key, (result = newColumn(frame, labels, !keepsName && label !== '__name__')));
      setFloat(result, step, (result.values[step] ?? 0) + 1);
    }
  }
  return { type: 'vector', columns: [...results.values()] };
}
