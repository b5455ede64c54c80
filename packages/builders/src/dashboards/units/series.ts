import { GRAFANA_UNITS, type MetricSpec } from '@binnacle/model';
import type { Call, Expr, VectorSelector } from '@binnacle/promql';

/** Metric contracts by name: what a unit is read from first. Metrics that are not there have the unit their name says. */
export type Contracts = ReadonlyMap<string, Pick<MetricSpec, 'unit' | 'type' | 'counts'>>;

const SUFFIX = /_(bucket|sum|count|total|info)$/;

/** Metric name of a selector, empty when it has none. */
export function nameOf(selector: VectorSelector): string {
  return selector.name ?? selector.matchers.find(({ label, op }) => label === '__name__' && op === '=')?.value ?? '';
}

/** Unit of a family, by contract or by the last word of its name: `_seconds`, `_bytes`, `_requests_total`. */
function familyUnit(family: string, contracts: Contracts): string | undefined {
  const declared = contracts.get(family) ?? contracts.get(`${family}_total`);
  if (declared !== undefined) return declared.unit;
  const word = family.slice(family.lastIndexOf('_') + 1);
  return word === '' ? undefined : word;
}

/** Unit of the series of a selector, by contract or else by name. */
export function selectorUnit(selector: VectorSelector, contracts: Contracts): string | undefined {
  const name = nameOf(selector);
  const own = contracts.get(name);
  if (own !== undefined) return own.type === 'native-histogram' ? `bucket:${own.unit}` : own.unit;
  const [, suffix] = SUFFIX.exec(name) ?? [];
  const family = name.replace(SUFFIX, '');
  if (suffix === 'info') return 'bool';
  if (suffix === 'count') return contracts.get(family)?.counts ?? 'observations';
  const unit = familyUnit(family, contracts);
  return suffix === 'bucket' && unit !== undefined ? `bucket:${unit}` : knownOr(unit, suffix);
}

/** The last word of a gauge's name is a unit only when it is one; a counter counts what its name says. */
function knownOr(unit: string | undefined, suffix: string | undefined): string | undefined {
  if (unit === undefined) return undefined;
  return suffix === undefined && GRAFANA_UNITS[unit] === undefined ? 'count' : unit;
}

/** Every selector of an expression, from left to right. */
export function selectors(expr: Expr): readonly VectorSelector[] {
  switch (expr.type) {
    case 'VectorSelector':
      return [expr];
    case 'MatrixSelector':
      return [expr.selector];
    case 'Call':
      return expr.args.flatMap(selectors);
    case 'BinaryExpr':
      return [...selectors(expr.left), ...selectors(expr.right)];
    case 'AggregateExpr':
    case 'SubqueryExpr':
    case 'UnaryExpr':
    case 'ParenExpr':
      return selectors(expr.expr);
    case 'NumberLiteral':
    case 'StringLiteral':
    case 'VariableExpr':
    case 'ErrorExpr':
      return [];
    default:
      return expr satisfies never;
  }
}

/** The series argument; a number or a label name may stand before it. */
export function seriesArgument(call: Call): Expr | undefined {
  return call.args.find((arg) => selectors(arg).length > 0) ?? call.args[0];
}
