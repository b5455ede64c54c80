import {
  type AggregateExpr,
  type BinaryExpr,
  type Call,
  type Expr,
  isComparison,
  metricName,
  print,
  walk,
} from '@binnacle/promql';

/** A unit as far as names and operations tell: `s`, `bytes`, `ratio`, `percent`, `count`, with `/s` for rates. */
type Unit = string | undefined;

/** Ends of names that say what is measured; those of records say it between their colons. */
const SUFFIXES: readonly (readonly [RegExp, string])[] = [
  [/_ratio$/, 'ratio'],
  [/_seconds(?:_sum|_bucket|_max|_min|_total)?$/, 's'],
  [/_bytes(?:_sum|_bucket|_max|_min|_total)?$/, 'bytes'],
  [/_(?:total|count)$/, 'count'],
];
const RECORDED_RATIO = /(?:^|[:_])ratio(?=$|_|\d)/;
/** `level:metric:operations`. */
const RECORDED_RATE = /:rate\w*$/;

const RATES = new Set(['rate', 'irate', 'deriv']);
/** Functions whose result has the unit of their last argument. */
const KEEPING =
  /^(?:\w+_over_time|increase|delta|idelta|abs|ceil|floor|round|clamp|clamp_min|clamp_max|scalar|vector|sort|sort_desc|label_replace|label_join)$/;
const COUNTING = new Set(['count_over_time', 'present_over_time', 'absent_over_time', 'changes', 'resets']);
const AGGREGATIONS = new Set(['sum', 'avg', 'min', 'max', 'quantile', 'topk', 'bottomk']);

function ofName(name: string | undefined): Unit {
  if (name === undefined) return undefined;
  if (name.includes(':')) {
    if (RECORDED_RATIO.test(name)) return 'ratio';
    // What is counted is another thing in every record: only the same one is of one unit.
    return RECORDED_RATE.test(name) ? `${name}/s` : undefined;
  }
  return SUFFIXES.find(([pattern]) => pattern.test(name))?.[1];
}

function ofCall({ func, args }: Call): Unit {
  if (COUNTING.has(func)) return 'count';
  if (func === 'time' || func === 'timestamp') return 's';
  if (func === 'histogram_quantile') return unitOf(args[1])?.replace(/\/s$/, '');
  const [unit] = args.filter(({ type }) => type !== 'StringLiteral' && type !== 'NumberLiteral').map(unitOf);
  if (RATES.has(func)) return unit === undefined ? undefined : `${unit}/s`;
  return KEEPING.test(func) ? unit : undefined;
}

function ofAggregation({ op, expr }: AggregateExpr): Unit {
  return AGGREGATIONS.has(op) ? unitOf(expr) : op === 'count' ? 'count' : undefined;
}

function isHundred({ type, ...rest }: Expr): boolean {
  return type === 'NumberLiteral' && 'value' in rest && rest.value === 100;
}

function inner(expr: Expr | undefined): Expr | undefined {
  return expr?.type === 'ParenExpr' ? inner(expr.expr) : expr;
}

function ofDivision(left: Unit, right: Unit): Unit {
  if (left === undefined || right === undefined) return undefined;
  if (left === right) return 'ratio';
  const [over, under] = [left, right].map((unit) => unit.replace(/\/s$/, ''));
  // Seconds a request: what one takes.
  return under === 'count' && left.endsWith('/s') === right.endsWith('/s') ? over : undefined;
}

function ofBinary({ op, left, right }: BinaryExpr): Unit {
  const [a, b] = [unitOf(left), unitOf(right)];
  if (op === '/') return ofDivision(a, b);
  if (op === '*')
    return (isHundred(right) && a === 'ratio') || (isHundred(left) && b === 'ratio') ? 'percent' : undefined;
  if (op === '+' || op === '-') {
    if (left.type === 'NumberLiteral') return b;
    return a === b || right.type === 'NumberLiteral' ? a : undefined;
  }
  if (op === 'or') return a === b ? a : undefined;
  return isComparison(op) || op === 'and' || op === 'unless' ? a : undefined;
}

/** The unit of what an expression gives, as far as it tells. */
function unitOf(expr: Expr | undefined): Unit {
  const node = inner(expr);
  if (node === undefined) return undefined;
  switch (node.type) {
    case 'VectorSelector':
      return ofName(metricName(node));
    case 'MatrixSelector':
      return ofName(metricName(node.selector));
    case 'SubqueryExpr':
    case 'UnaryExpr':
      return unitOf(node.expr);
    case 'Call':
      return ofCall(node);
    case 'AggregateExpr':
      return ofAggregation(node);
    case 'BinaryExpr':
      return ofBinary(node);
    case 'NumberLiteral':
    case 'StringLiteral':
    case 'VariableExpr':
    case 'ErrorExpr':
    case 'ParenExpr':
      return undefined;
    default:
      return node satisfies never;
  }
}

/** Grafana's ids of the units a limit is told in. */
const IDS: Readonly<Record<string, string>> = { ratio: 'percentunit', percent: 'percent', s: 's', bytes: 'bytes' };

/**
 * Grafana's unit of what a query compares with a limit (`> 0.05`); undefined where that is not known for certain, or where
 * several comparisons with this limit do not agree. A share of more than one is told as the number it is.
 */
export function comparedUnit(query: Expr, comparison: string): string | undefined {
  const found = new Set<Unit>();
  walk(query, (node) => {
    if (node.type !== 'BinaryExpr' || !isComparison(node.op)) return;
    if (`${node.op} ${print(node.right)}` === comparison) found.add(unitOf(node.left));
  });
  const [unit] = found;
  if (found.size !== 1 || unit === undefined) return undefined;
  const limit = Number(comparison.split(' ').at(-1));
  return unit === 'ratio' && !(Math.abs(limit) <= 1) ? undefined : IDS[unit];
}
