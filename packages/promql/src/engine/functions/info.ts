import type { Call, Expr, Matcher, Span } from '../../ast.ts';
import { copySample, newColumn } from '../evaluate/column.ts';
import { fail } from '../evaluate/failure.ts';
import { columnsOf } from '../evaluate/operands.ts';
import { type Frame, type Query, type Use, work } from '../evaluate/query.ts';
import { allMatchers, eachSample } from '../evaluate/selector.ts';
import { type Shift, shiftOf } from '../evaluate/shift.ts';
import { ABSENT, type Column, type NewColumn, type Value } from '../evaluate/value.ts';
import { argument } from './times.ts';
import { dropLabels, keepLabels, type LabelSet, labelValue, plainLabels, withLabels } from '../labels.ts';
import { matcherTest } from '../matcher.ts';
import { HISTOGRAM, type StoredSeries } from '../storage.ts';

/** Labels that say which info series belongs to a series. */
const IDENTIFYING: ReadonlySet<string> = new Set(['instance', 'job']);
const NAME: ReadonlySet<string> = new Set(['__name__']);

/** What the second argument asks for. */
interface InfoSelector {
  /** Matchers of the info metrics' names. */
  readonly names: readonly Matcher[];
  /** Matchers of the labels to copy; none: all labels are. */
  readonly data: readonly Matcher[];
}

/** An info series: when each step's sample was taken, NaN where there is none. */
interface InfoSeries {
  readonly labels: LabelSet;
  readonly name: string;
  readonly taken: Float64Array;
}

/** Adds to each series the labels of the info series with the same instance and job. */
export function infoCall(call: Call, frame: Frame, use: Use): Value {
  const base = columnsOf(argument(call, 0), frame, use);
  const selector = infoSelector(call);
  const isInfo = nameTest(selector.names);
  const enriched = base.filter(({ labels }) => !isInfo(labelValue(labels, '__name__')));
  const groups = infoGroups(call, frame, selector, enriched);
  const results = new Map<string, NewColumn>();
  const untouched = base.filter((column) => !enriched.includes(column));
  for (const column of untouched) put(frame, call.span, results, column, column.labels, () => true);
  for (const column of enriched) {
    const candidates = groups.get(keepLabels(column.labels, IDENTIFYING).key) ?? [];
    enrich(frame, call.span, selector.data, column, candidates, results);
  }
  return { type: 'vector', columns: [...results.values()] };
}

function infoSelector({ args, span }: Call): InfoSelector {
  const labels = args[1];
  const named = (op: Matcher['op'], value: string): Matcher => ({ label: '__name__', op, value, span });
  const all = labels?.type === 'VectorSelector' ? allMatchers(labels) : [];
  const names = all.filter(({ label }) => label === '__name__');
  const data = all.filter(({ label }) => label !== '__name__');
  if (names.length === 0) return { names: [named('=', 'target_info')], data };
  // Names that are only excluded leave the other info metrics.
  const positive = names.some(({ op }) => op === '=' || op === '=~');
  return { names: positive ? names : [...names, named('=~', '.+_info')], data };
}

function nameTest(names: readonly Matcher[]): (name: string) => boolean {
  const tests = names.map(matcherTest);
  return (name) => tests.every((test) => test(name));
}

/** Info series by their identifying labels. */
function infoGroups(
  call: Call,
  frame: Frame,
  { names, data }: InfoSelector,
  base: readonly Column[],
): ReadonlyMap<string, readonly InfoSeries[]> {
  const groups = new Map<string, InfoSeries[]>();
  const wanted = new Set(base.map(({ labels }) => keepLabels(labels, IDENTIFYING).key));
  const shifts = shiftsWithin(frame.query, argument(call, 0));
  for (const series of frame.query.storage.select([...names, ...data])) {
    const { key } = keepLabels(series.labels, IDENTIFYING);
    if (key === '' || !wanted.has(key)) continue;
    const info = infoSeries(call, frame, series, shifts);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [info]);
    else group.push(info);
  }
  return groups;
}

function infoSeries({ span }: Call, frame: Frame, series: StoredSeries, shifts: readonly Shift[]): InfoSeries {
  const taken = new Float64Array(frame.count).fill(NaN);
  eachSample(frame, series, combined(shifts), (step, index) => {
    if (series.kinds[index] === HISTOGRAM) fail('info sample should be float', span);
    taken[step] = series.times[index] ?? NaN;
  });
  return { labels: series.labels, name: labelValue(series.labels, '__name__'), taken };
}

/** `@` and `offset` on the way to the first selector, outermost first: the info series are looked up where its samples are. */
function shiftsWithin(query: Query, expr: Expr): readonly Shift[] {
  switch (expr.type) {
    case 'VectorSelector':
      return [shiftOf(query, expr)];
    case 'MatrixSelector':
      return [shiftOf(query, expr.selector)];
    case 'SubqueryExpr':
      return [shiftOf(query, expr), ...shiftsWithin(query, expr.expr)];
    case 'Call':
      return firstShifts(query, expr.args);
    case 'BinaryExpr':
      return firstShifts(query, [expr.left, expr.right]);
    case 'AggregateExpr':
    case 'UnaryExpr':
    case 'ParenExpr':
      return shiftsWithin(query, expr.expr);
    case 'NumberLiteral':
    case 'StringLiteral':
    case 'VariableExpr':
    case 'ErrorExpr':
      return [];
    default:
      return expr satisfies never;
  }
}

function firstShifts(query: Query, exprs: readonly Expr[]): readonly Shift[] {
  for (const expr of exprs) {
    const shifts = shiftsWithin(query, expr);
    if (shifts.length > 0) return shifts;
  }
  return [];
}

function combined(shifts: readonly Shift[]): Shift {
  let result: Shift = { at: undefined, offset: 0 };
  for (const { at, offset } of shifts) {
    result = at === undefined ? { at: result.at, offset: result.offset + offset } : { at, offset };
  }
  return result;
}

function enrich(
  frame: Frame,
  span: Span,
  data: readonly Matcher[],
  column: Column,
  candidates: readonly InfoSeries[],
  results: Map<string, NewColumn>,
): void {
  const byName = new Map<string, InfoSeries[]>();
  for (const one of candidates) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  const matchesNothing = data.every((matcher) => matcherTest(matcher)(''));
  const labelsBy = new Map<string, LabelSet>();
  const wanted = new Set(data.map(({ label }) => label));
  work(frame.query, frame.count * (candidates.length + 1));
  for (let step = 0; step < frame.count; step++) {
    if (column.kinds[step] === ABSENT) continue;
    const found = [...byName.values()].flatMap((series) => newest(series, step, span) ?? []);
    if (found.length === 0 && !matchesNothing) continue;
    const key = found.map(({ labels }) => labels.key).join('\n');
    let labels = labelsBy.get(key);
    if (labels === undefined) labelsBy.set(key, (labels = enrichedLabels(column.labels, found, wanted, span)));
    put(frame, span, results, column, labels, (at) => at === step, step);
  }
}

/** Of several info series that are there at once the one seen last. */
function newest(series: readonly InfoSeries[], step: number, span: Span): InfoSeries | undefined {
  let best: InfoSeries | undefined;
  for (const one of series) {
    const time = one.taken[step] ?? NaN;
    if (Number.isNaN(time)) continue;
    const other = best?.taken[step] ?? -Infinity;
    if (time === other && best !== undefined) {
      fail(`found duplicate series for info metric ${one.name} at ${time}`, span);
    }
    if (time > other) best = one;
  }
  return best;
}

function enrichedLabels(
  base: LabelSet,
  found: readonly InfoSeries[],
  wanted: ReadonlySet<string>,
  span: Span,
): LabelSet {
  const added: Record<string, string> = {};
  for (const info of found) {
    for (const [label, value] of Object.entries(plainLabels(dropLabels(info.labels, NAME)))) {
      if (wanted.size > 0 && !wanted.has(label)) continue;
      const other = added[label];
      if (other !== undefined && other !== value) fail(`conflicting label: ${label}`, span);
      if (labelValue(base, label) === '') added[label] = value;
    }
  }
  return withLabels(base, added);
}

/** Copies samples of a column to the result with these labels. */
function put(
  frame: Frame,
  span: Span,
  results: Map<string, NewColumn>,
  column: Column,
  labels: LabelSet,
  keep: (step: number) => boolean,
  from = 0,
): void {
  let result = results.get(labels.key);
  if (result === undefined) results.set(labels.key, (result = newColumn(frame, labels, column.dropName)));
  for (let step = from; step < frame.count && keep(step); step++) {
    if (column.kinds[step] === ABSENT) continue;
    if (result.kinds[step] !== ABSENT) fail('vector cannot contain metrics with the same labelset', span);
    copySample(column, step, result);
  }
}
