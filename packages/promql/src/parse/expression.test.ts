import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Duration, Expr, Matcher, Span, SubqueryExpr, VectorMatching, VectorSelector } from '../ast.ts';
import { parse } from '../parse.ts';

const FILE = fileURLToPath(new URL('../../../../../shared/corpus/promql/parse.json', import.meta.url));
const present = existsSync(FILE);

interface Case {
  readonly input: string;
  readonly valid: boolean;
  readonly ast?: unknown;
}

function readCases(): readonly Case[] {
  const file: unknown = JSON.parse(readFileSync(FILE, 'utf8'));
  const list: unknown = typeof file === 'object' && file !== null && 'cases' in file ? file.cases : undefined;
  return Array.isArray(list) ? list.filter(isCase) : [];
}

function isCase(value: unknown): value is Case {
  return (
    typeof value === 'object' &&
    value !== null &&
    'input' in value &&
    typeof value.input === 'string' &&
    'valid' in value &&
    typeof value.valid === 'boolean'
  );
}

const cases = present ? readCases() : [];

describe.skipIf(!present)(`Prometheus's parser tests (skipped when ../shared/corpus is absent)`, () => {
  for (const variables of [false, true]) {
    const mode = variables ? 'with Grafana variables' : 'without Grafana variables';
    it(`accepts and rejects what Prometheus does, ${mode}`, () => {
      const wrong = cases.filter(({ input, valid }) => (parse(input, { variables }).errors.length === 0) !== valid);
      expect(wrong.map(({ input }) => input)).toEqual([]);
    });

    it(`gives the tree and positions Prometheus does, ${mode}`, () => {
      const trees = cases.filter(({ valid, ast }) => valid && ast !== undefined);
      const ours = trees.map(({ input }) => [input, toGo(parse(input, { variables }).expr, input)]);
      expect(ours).toEqual(trees.map(({ input, ast }) => [input, normal(ast)]));
    });
  }

  it('finds the cases', () => {
    expect(cases.length).toBeGreaterThan(100);
  });

  it('keeps the span of every error within the query', () => {
    const outside = cases.filter(({ input }) =>
      parse(input).errors.some(({ span: { start, end } }) => start < 0 || start > end || end > input.length),
    );
    expect(outside).toEqual([]);
  });
});

// What follows turns our tree, and the dump of Prometheus's, into one shape: Go's field names, zero values left out.

type Plain = string | number | boolean | readonly Plain[] | Fields;
type Fields = { readonly [key: string]: Plain };

const OPS: Readonly<Record<string, string>> = {
  '+': 'ADD', '-': 'SUB', '*': 'MUL', '/': 'DIV', '%': 'MOD', '^': 'POW', atan2: 'ATAN2', '==': 'EQLC', '!=': 'NEQ',
  '>': 'GTR', '<': 'LSS', '>=': 'GTE', '<=': 'LTE', '</': 'TRIM_UPPER', '>/': 'TRIM_LOWER', and: 'LAND', or: 'LOR',
  unless: 'LUNLESS',
}; // prettier-ignore
const MATCH_OPS = { '=': 'MatchEqual', '!=': 'MatchNotEqual', '=~': 'MatchRegexp', '!~': 'MatchNotRegexp' } as const;
const CARDS = {
  'one-to-one': '', 'many-to-one': 'CardManyToOne', 'one-to-many': 'CardOneToMany', 'many-to-many': 'CardManyToMany',
} as const; // prettier-ignore

/** Leaves out what Go leaves out: zero values and empty lists. */
function node(fields: Readonly<Record<string, Plain | undefined>>): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, Plain] =>
        entry[1] !== undefined &&
        entry[1] !== 0 &&
        entry[1] !== false &&
        entry[1] !== '' &&
        !(Array.isArray(entry[1]) && entry[1].length === 0),
    ),
  );
}

/** Value of a float as the dump can hold it. */
function float(value: number): Plain {
  return Number.isFinite(value) ? value : String(value);
}

/** A node with further fields. */
function withFields(plain: Plain, fields: Fields): Plain {
  return typeof plain === 'object' && !Array.isArray(plain) ? Object.assign({}, plain, fields) : plain;
}

function toGo(expr: Expr, text: string): Plain {
  const at = (offset: number): number => Buffer.byteLength(text.slice(0, offset));
  const range = ({ start, end }: Span): Plain => node({ _: 'PositionRange', Start: at(start), End: at(end) });
  const go = (inner: Expr): Plain => toGo(inner, text);
  switch (expr.type) {
    case 'NumberLiteral':
      return node({ _: 'NumberLiteral', Val: float(expr.value), Duration: expr.duration, PosRange: range(expr.span) });
    case 'StringLiteral':
      return node({ _: 'StringLiteral', Val: printable(expr.value), PosRange: range(expr.span) });
    case 'VectorSelector':
      return selector(expr, text);
    case 'MatrixSelector': {
      // Prometheus keeps the modifiers of the range on the selector, whose position ends before the brackets.
      return node({
        _: 'MatrixSelector',
        VectorSelector: selector(expr.selector, text),
        ...durationField('Range', expr.range, text),
        EndPos: at(endWithoutKeyword(expr.span, text, expr.selector.extended)),
      });
    }
    case 'SubqueryExpr':
      return node({
        _: 'SubqueryExpr',
        Expr: go(expr.expr),
        ...durationField('Range', expr.range, text),
        ...durationField('Step', expr.step, text),
        ...modifiers(expr, text),
        EndPos: at(expr.span.end),
      });
    case 'Call':
      return node({
        _: 'Call',
        Func: node({ _call: 'MustGetFunction', args: [expr.func] }),
        Args: expr.args.map((arg, i) => {
          const plain = go(arg);
          return expr.func === 'info' && i === 1 ? withFields(plain, { BypassEmptyMatcherCheck: true }) : plain;
        }),
        PosRange: range(expr.span),
      });
    case 'AggregateExpr':
      return node({
        _: 'AggregateExpr',
        Op: expr.op.toUpperCase(),
        Expr: go(expr.expr),
        Param: expr.param === undefined ? undefined : go(expr.param),
        Grouping: expr.grouping.map(({ name }) => name),
        Without: expr.without,
        PosRange: range(expr.span),
      });
    case 'BinaryExpr':
      return node({
        _: 'BinaryExpr',
        Op: OPS[expr.op],
        LHS: go(expr.left),
        RHS: go(expr.right),
        ReturnBool: expr.bool,
        VectorMatching: expr.matching === undefined ? undefined : matching(expr.matching),
      });
    case 'UnaryExpr':
      return node({ _: 'UnaryExpr', Op: OPS[expr.op], Expr: go(expr.expr), StartPos: at(expr.span.start) });
    case 'ParenExpr':
      return node({ _: 'ParenExpr', Expr: go(expr.expr), PosRange: range(expr.span) });
    case 'VariableExpr':
    case 'ErrorExpr':
      return expr.type;
    default:
      return expr satisfies never;
  }
}

/** Bytes that are not UTF-8 are U+FFFD in the dump. */
function printable(value: string): string {
  return value.replaceAll(/[\udc80-\udcff](?<![\ud800-\udbff].)/g, '\ufffd');
}

/** Prometheus does not count `anchored` and `smoothed` into a selector's position when they come last. */
function endWithoutKeyword({ start, end }: Span, text: string, extended: string | undefined): number {
  if (extended === undefined) return end;
  return start + text.slice(start, end).replace(/\s+(?:anchored|smoothed)$/i, '').length;
}

function selector(expr: VectorSelector, text: string): Plain {
  const { name, matchers, span, extended } = expr;
  const all = matchers.map(matcher);
  if (name !== undefined) all.push(matcher({ span, label: '__name__', op: '=', value: name }));
  const at = (offset: number): number => Buffer.byteLength(text.slice(0, offset));
  return node({
    _: 'VectorSelector',
    Name: name,
    LabelMatchers: all,
    ...modifiers(expr, text),
    Anchored: extended === 'anchored',
    Smoothed: extended === 'smoothed',
    PosRange: node({ _: 'PositionRange', Start: at(span.start), End: at(endWithoutKeyword(span, text, extended)) }),
  });
}

function matcher({ label, op, value }: Matcher): Plain {
  return node({ _call: 'MustLabelMatcher', args: [`labels.${MATCH_OPS[op]}`, label, printable(value)] });
}

function modifiers(
  { offset, at }: Pick<SubqueryExpr, 'offset' | 'at'>,
  text: string,
): Readonly<Record<string, Plain | undefined>> {
  return {
    ...durationField('OriginalOffset', offset, text),
    Timestamp:
      at?.kind === 'timestamp' ? node({ _call: 'makeInt64Pointer', args: [Math.round(at.seconds * 1000)] }) : undefined,
    StartOrEnd: at?.kind === 'start' || at?.kind === 'end' ? at.kind.toUpperCase() : undefined,
  };
}

function pointerTo(value: number | undefined): Plain | undefined {
  return value === undefined ? undefined : { pointer: float(value) };
}

function matching({ card, on, labels, include, fillLeft, fillRight }: VectorMatching): Plain {
  const fills = fillLeft !== undefined || fillRight !== undefined;
  return node({
    _: 'VectorMatching',
    Card: CARDS[card],
    On: on,
    MatchingLabels: labels.map(({ name }) => name),
    Include: include.map(({ name }) => name),
    FillValues: fills ? node({ LHS: pointerTo(fillLeft), RHS: pointerTo(fillRight) }) : undefined,
  });
}

/** A literal is a field of nanoseconds, here milliseconds; anything else is a `DurationExpr` in a field of its own. */
function durationField(field: string, duration: Duration | undefined, text: string): Readonly<Record<string, Plain>> {
  if (duration === undefined) return {};
  if (duration.type === 'DurationLiteral') return { [field]: duration.ms };
  return { [`${field}Expr`]: durationExpr(duration, text, field === 'OriginalOffset') };
}

/** `offset`: directly behind `offset`, where Prometheus has grammar rules of their own. */
function durationExpr(duration: Duration, text: string, offset = false): Plain {
  const at = (position: number): number => Buffer.byteLength(text.slice(0, position));
  const { span } = duration;
  const plus = offset && text[span.start] === '+';
  switch (duration.type) {
    case 'DurationLiteral':
      return node({
        _: 'NumberLiteral',
        Val: duration.ms / 1000,
        Duration: duration.plain !== true,
        PosRange: node({ _: 'PositionRange', Start: at(span.start), End: at(span.end) }),
      });
    case 'DurationVariable':
      return duration.text;
    case 'DurationParen': {
      const { inner } = duration;
      if (inner.type !== 'DurationLiteral') {
        return withFields(durationExpr(inner, text), { Wrapped: true });
      }
      const { start, end } = plus ? inner.span : span;
      return node({
        _: 'DurationExpr',
        Op: 'ADD',
        RHS: durationExpr(inner, text),
        Wrapped: true,
        StartPos: at(start),
        EndPos: at(end),
      });
    }
    case 'DurationUnary': {
      const { operand } = duration;
      // Behind `-` in an offset Prometheus ends min_of and max_of at their second argument.
      const end = offset && operand.type === 'DurationCall' ? operand.args.at(-1)?.span.end : undefined;
      const plain = durationExpr(operand, text);
      const rhs = end === undefined ? plain : withFields(plain, { EndPos: at(end) });
      return node({
        _: 'DurationExpr',
        Op: 'SUB',
        RHS: rhs,
        StartPos: at(span.start),
        EndPos: end === undefined ? undefined : at(end),
      });
    }
    case 'DurationCall': {
      const [left, right] = duration.args;
      const signless = plus ? span.start + text.slice(span.start).search(/[a-z]/i) : span.start;
      const call = node({
        _: 'DurationExpr',
        Op: duration.func.toUpperCase(),
        LHS: left === undefined ? undefined : durationExpr(left, text),
        RHS: right === undefined ? undefined : durationExpr(right, text),
        StartPos: at(signless),
        EndPos: at(span.end),
      });
      return plus ? node({ _: 'DurationExpr', Op: 'ADD', RHS: call, StartPos: at(span.start) }) : call;
    }
    case 'DurationBinary':
      return node({
        _: 'DurationExpr',
        Op: OPS[duration.op],
        LHS: durationExpr(duration.left, text),
        RHS: durationExpr(duration.right, text),
      });
    default:
      return duration satisfies never;
  }
}

/** The dump of Prometheus's tree in the same shape: numbers as numbers, Go arithmetic computed. */
function normal(value: unknown, field = ''): Plain {
  if (Array.isArray(value)) return value.map((item) => normal(item));
  if (typeof value === 'string') return scalar(value, field);
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = new Map<string, unknown>(Object.entries(value));
  const name = entries.get('_call');
  if (name === 'math.Inf' || name === 'math.NaN') {
    const sign = JSON.stringify(entries.get('args') ?? []).includes('-') ? '-' : '';
    return name === 'math.NaN' ? 'NaN' : `${sign}Infinity`;
  }
  if (field === 'LHS' || field === 'RHS') {
    const pointer = entries.get('args');
    if (name !== undefined && Array.isArray(pointer)) return { pointer: evaluate(String(pointer[0])) };
  }
  if (name === 'makeInt64Pointer') {
    const args: unknown = entries.get('args');
    return { _call: name, args: [evaluate(String(Array.isArray(args) ? args[0] : ''))] };
  }
  if (field === 'FillValues') entries.delete('_');
  return node(Object.fromEntries([...entries].map(([key, item]) => [key, normal(item, key)])));
}

const NUMBERS = new Set(['Val', 'Start', 'End', 'StartPos', 'EndPos', 'Range', 'Step', 'OriginalOffset']);

function scalar(value: string, field: string): Plain {
  if (value === 'true') return true;
  if (value === 'false' || value === 'nil' || value === 'CardOneToOne') return '';
  if (/^(?:model\.MetricNameLabel|labels\.MetricName)$/.test(value)) return '__name__';
  if (!NUMBERS.has(field)) return value;
  const result = evaluate(value);
  return Number.isNaN(result) ? value : result;
}

const GO_UNITS: Readonly<Record<string, number>> = { Hour: 3_600_000, Minute: 60_000, Second: 1000, Millisecond: 1 };

/** Go arithmetic such as `5*7*24*time.Hour`, in milliseconds; read with the parser under test, whose arithmetic is the same. */
function evaluate(text: string): number {
  const source = text
    .replaceAll(/time\.Duration\(([^()]*)\)/g, '($1)')
    .replaceAll(/time\.(\w+)/g, (_, unit: string) => String(GO_UNITS[unit] ?? NaN));
  const { expr, errors } = parse(source);
  return errors.length === 0 ? compute(expr) : NaN;
}

function compute(expr: Expr): number {
  if (expr.type === 'NumberLiteral') return expr.value;
  if (expr.type === 'ParenExpr') return compute(expr.expr);
  if (expr.type === 'UnaryExpr') return expr.op === '-' ? -compute(expr.expr) : compute(expr.expr);
  if (expr.type !== 'BinaryExpr') return NaN;
  const [left, right] = [compute(expr.left), compute(expr.right)];
  return expr.op === '*'
    ? left * right
    : expr.op === '+'
      ? left + right
      : expr.op === '-'
        ? left - right
        : left / right;
}
