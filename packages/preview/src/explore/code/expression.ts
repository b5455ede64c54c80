import type { AggregateExpr, BinaryExpr, Call, Expr, SubqueryExpr, UnaryExpr } from '@binnacle/promql';
import { isComparison } from '@binnacle/promql';
import { AUTOMATIC } from '../reading.ts';
import { AGGREGATIONS, OPERATORS, PLAIN, SELECTIONS, WINDOWED } from './functions.ts';
import { call, chain, type Code } from './layout.ts';
import { number, options, text, texts } from './literal.ts';
import { windowText, writeSelector } from './selector.ts';
import { shorthand } from './shorthand.ts';
import { ANY, builder, comparable, isVector, product, quotient, scalar, type Writer, type Written } from './written.ts';

function isGrowing({ kind }: Written): boolean {
  return kind === 'counter' || kind === 'histogram';
}

/** What a function over a window reads: a range, or series with the window as an argument of its own. */
function ranged(expr: Expr | undefined, writer: Writer): { readonly of: Written; readonly window: Code[] } | undefined {
  if (expr?.type === 'MatrixSelector') {
    const of = writeExpression(expr.selector, writer);
    const window = windowText(expr.range);
    if (of?.type !== 'series' || window === undefined) return undefined;
    return { of, window: window === AUTOMATIC ? [] : [text(window)] };
  }
  const of = expr?.type === 'SubqueryExpr' ? subquery(expr, writer) : undefined;
  return of === undefined ? undefined : { of, window: [] };
}

function subquery({ expr, range, step, offset, at }: SubqueryExpr, writer: Writer): Written | undefined {
  const [of, over] = [writeExpression(expr, writer), windowText(range)];
  const every = step === undefined ? undefined : windowText(step);
  if (of === undefined || !isVector(of) || over === undefined || offset !== undefined || at !== undefined)
    return undefined;
  if (step !== undefined && every === undefined) return undefined;
  const args = [text(over), ...(every === undefined ? [] : [text(every)])];
  return { ...of, type: 'range', code: chain(of.code, call('.subquery', ...args)) };
}

function windowed({ func, args }: Call, writer: Writer): Written | undefined {
  const rule = WINDOWED[func];
  const read = ranged(args[0], writer);
  if (rule === undefined || read === undefined || args.length !== 1) return undefined;
  const { of, window } = read;
  if (rule.reads !== 'any' && (rule.reads === 'rising') !== isGrowing(of)) return undefined;
  return {
    code: call(builder(rule.name), of.code, ...window),
    type: 'vector',
    labels: of.labels,
    unit: rule.unit(of.unit),
    kind: rule.kind(of.kind),
  };
}

function plain({ func, args: [arg, ...more] }: Call, writer: Writer): Written | undefined {
  const rule = PLAIN[func];
  const of = rule === undefined || arg === undefined || more.length > 0 ? undefined : writeExpression(arg, writer);
  if (rule === undefined || of === undefined || !isVector(of)) return undefined;
  return { ...of, type: 'vector', code: call(builder(rule.name), of.code), unit: rule.unit ?? of.unit };
}

function histogramQuantile({ args: [q, arg] }: Call, writer: Writer): Written | undefined {
  const buckets = arg === undefined ? undefined : writeExpression(arg, writer);
  if (q?.type !== 'NumberLiteral' || q.duration === true || buckets === undefined || !isVector(buckets))
    return undefined;
  if (isGrowing(buckets) || !(buckets.kind === 'rated-histogram' || buckets.labels.has('le'))) return undefined;
  return {
    code: call(builder('histogramQuantile'), number(q.value), buckets.code),
    type: 'vector',
    labels: new Set([...buckets.labels].filter((label) => label !== 'le')),
    unit: buckets.unit.replace(/^bucket:/, ''),
    kind: 'gauge',
  };
}

function timestamp({ args: [arg] }: Call, writer: Writer): Written | undefined {
  const of = arg === undefined ? undefined : writeExpression(arg, writer);
  if (of === undefined || !isVector(of)) return undefined;
  const code = call(builder('timestamp'), of.code);
  return { code, type: 'vector', labels: of.labels, unit: 'seconds', kind: 'gauge' };
}

function writeCall(expr: Call, writer: Writer): Written | undefined {
  if (expr.func in WINDOWED) return windowed(expr, writer);
  if (expr.func in PLAIN) return plain(expr, writer);
  if (expr.func === 'histogram_quantile') return histogramQuantile(expr, writer);
  if (expr.func === 'timestamp') return timestamp(expr, writer);
  return expr.func === 'time' && expr.args.length === 0 ? scalar(call(builder('time')), 'seconds') : undefined;
}

function grouping({ grouping: named, without }: AggregateExpr): Code | undefined {
  const names = named.map(({ name }) => name);
  if (without) return options({ without: texts(names) });
  return names.length === 0 ? undefined : options({ by: texts(names) });
}

function aggregate(expr: AggregateExpr, writer: Writer): Written | undefined {
  const { op, param, without, opVariable } = expr;
  const of = writeExpression(expr.expr, writer);
  if (of === undefined || !isVector(of) || opVariable !== undefined) return undefined;
  const names = expr.grouping.map(({ name }) => name);
  if (names.some((name) => !of.labels.has(name))) return undefined;
  const gone = new Set(names);
  const labels = without ? new Set([...of.labels].filter((label) => !gone.has(label))) : gone;
  const grouped = grouping(expr);
  const last = grouped === undefined ? [] : [grouped];
  const rule = AGGREGATIONS[op];
  if (rule !== undefined) {
    const code = call(builder(rule.name), of.code, ...last);
    const kind = rule.unit === undefined ? of.kind : 'gauge';
    return { code, type: 'vector', labels, unit: rule.unit ?? of.unit, kind };
  }
  const selection = SELECTIONS[op];
  if (selection === undefined || param?.type !== 'NumberLiteral' || param.duration === true) return undefined;
  // `topk` without some labels is no option of the builders.
  if (selection.keeps && without) return undefined;
  const code = call(builder(selection.name), number(param.value), of.code, ...last);
  return { ...of, code, type: 'vector', labels: selection.keeps ? of.labels : labels };
}

function isPlainMatching({ matching }: BinaryExpr): boolean {
  if (matching === undefined) return true;
  const { on, labels, include, card, fillLeft, fillRight } = matching;
  const isPlain = !on && labels.length === 0 && include.length === 0;
  return (
    isPlain && fillLeft === undefined && fillRight === undefined && card !== 'many-to-one' && card !== 'one-to-many'
  );
}

function haveSameLabels(a: Written, b: Written): boolean {
  return a.labels.size === b.labels.size && [...a.labels].every((label) => b.labels.has(label));
}

function unitOfOperation({ op, bool }: BinaryExpr, left: Written, right: Written): string {
  if (bool) return 'bool';
  if (op === '^') return ANY;
  if (op === '*') return right.type === 'number' ? left.unit : product(left.unit, right.unit);
  if (op === '/') return right.type === 'number' ? left.unit : quotient(left.unit, right.unit);
  return left.unit;
}

function kindOfOperation({ op }: BinaryExpr, left: Written, right: Written): Written['kind'] {
  if (op === '-' && left.kind === 'counter' && right.kind === 'counter') return 'gauge';
  if (op === 'and' || op === 'unless' || isGrowing(left)) return left.kind;
  return isGrowing(right) ? right.kind : left.kind;
}

/** A number that an operation begins with, which needs methods. */
function withMethods(side: Written): Written {
  return side.type === 'number' ? scalar(call(builder('number'), side.code), ANY) : side;
}

function operation(expr: BinaryExpr, writer: Writer): Written | undefined {
  const rule = OPERATORS[expr.op];
  const [first, right] = [writeExpression(expr.left, writer), writeExpression(expr.right, writer)];
  if (rule === undefined || first === undefined || right === undefined || !isPlainMatching(expr)) return undefined;
  if (first.type === 'range' || right.type === 'range') return undefined;
  const left = withMethods(first);
  const vectors = isVector(left) && isVector(right);
  if (vectors && !haveSameLabels(left, right)) return undefined;
  if (!vectors && (expr.op === 'and' || expr.op === 'unless')) return undefined;
  // Two single values are compared in a way of their own.
  if (!isVector(left) && !isVector(right) && isComparison(expr.op)) return undefined;
  if (rule.units === 'alike' && right.type !== 'number' && !comparable(left.unit, right.unit)) return undefined;
  const isResult = isVector(left) || isVector(right);
  return {
    code: chain(left.code, call(`.${rule.name}`, right.code, ...(expr.bool ? ['{ bool: true }'] : []))),
    type: isResult ? 'vector' : 'scalar',
    labels: isVector(left) ? left.labels : right.labels,
    // A number takes the unit of what it is added to.
    unit: left.unit === ANY && expr.op !== '/' && expr.op !== '^' ? right.unit : unitOfOperation(expr, left, right),
    kind: kindOfOperation(expr, left, right),
  };
}

function sign({ op, expr }: UnaryExpr, writer: Writer): Written | undefined {
  const of = writeExpression(expr, writer);
  if (of === undefined || op === '+') return undefined;
  if (of.type === 'number') return { ...of, code: ['-', of.code] };
  return isVector(of) ? { ...of, type: 'vector', code: chain(of.code, call('.neg')) } : undefined;
}

/**
 * An expression in TypeScript, with the functions of the builders and the metrics of services; undefined where it cannot be
 * said, or the compiler would not take it: series without a contract, a value that a label does not have, unlike units.
 */
export function writeExpression(expr: Expr, writer: Writer): Written | undefined {
  const short = shorthand(expr, writer);
  if (short !== undefined) return short;
  switch (expr.type) {
    case 'VectorSelector':
      return writeSelector(expr, writer);
    case 'Call':
      return writeCall(expr, writer);
    case 'AggregateExpr':
      return aggregate(expr, writer);
    case 'BinaryExpr':
      return operation(expr, writer);
    case 'UnaryExpr':
      return sign(expr, writer);
    case 'ParenExpr':
      return writeExpression(expr.expr, writer);
    case 'NumberLiteral':
      return expr.duration === true || !Number.isFinite(expr.value)
        ? undefined
        : scalar(number(expr.value), ANY, 'number');
    case 'MatrixSelector':
    case 'SubqueryExpr':
    case 'StringLiteral':
    case 'VariableExpr':
    case 'ErrorExpr':
      return undefined;
    default:
      return expr satisfies never;
  }
}
