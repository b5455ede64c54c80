import type { BinaryExpr, VectorMatching } from '../../ast.ts';
import { isComparison } from '../../value-type.ts';
import { hasHistograms, newColumn, setFloat, setHistogram } from './column.ts';
import { fail } from './failure.ts';
import { type MatchGroup, matchGroups } from './matching.ts';
import { changesMeaning, type FloatOperator, floatOperator, histogramOperation, noteIncompatible } from './operator.ts';
import { type Frame, work } from './query.ts';
import { ABSENT, type Column, type NewColumn } from './value.ts';
import { dropLabels, dropMetadata, keepLabels, type LabelSet, labelValue, plainLabels, withLabel } from '../labels.ts';
import { HISTOGRAM } from '../storage.ts';

const ONE_TO_ONE: VectorMatching = { card: 'one-to-one', on: false, labels: [], include: [] };

/** An operation between two instant vectors: series with the same matching labels meet, at each step those that are there. */
export function joinVectors(
  expr: BinaryExpr,
  frame: Frame,
  left: readonly Column[],
  right: readonly Column[],
): readonly Column[] {
  const matching = expr.matching ?? ONE_TO_ONE;
  const join: Join = {
    expr,
    frame,
    matching,
    operate: floatOperator(expr),
    filters: isComparison(expr.op) && !expr.bool,
    results: new Map(),
    byPair: new Map(),
  };
  const { fillLeft, fillRight } = matching;
  for (const group of matchGroups(matching, left, right)) {
    const complete = group.left.length > 0 && group.right.length > 0;
    if (!complete && (group.left.length > 0 ? fillRight : fillLeft) === undefined) continue;
    joinGroup(join, group);
  }
  return [...join.results.values()];
}

interface Join {
  readonly expr: BinaryExpr;
  readonly frame: Frame;
  readonly matching: VectorMatching;
  readonly operate: FloatOperator | undefined;
  readonly filters: boolean;
  /** Results by labels: what pairs of different series have made at different steps is one series. */
  readonly results: Map<string, NewColumn>;
  /** The result of each pair of series. */
  readonly byPair: Map<Side, Map<Side, NewColumn>>;
}

/** A series of one side at a step, or the value that stands in for a missing one. */
type Side = Column | number;

function joinGroup(join: Join, group: MatchGroup): void {
  const { frame, matching } = join;
  const swapped = matching.card === 'one-to-many';
  const many = swapped ? group.right : group.left;
  const one = swapped ? group.left : group.right;
  const fillMany = swapped ? matching.fillRight : matching.fillLeft;
  const fillOne = swapped ? matching.fillLeft : matching.fillRight;
  const alone = one.length === 1 ? one[0] : undefined;
  const partners = alone === undefined ? partnersOf(join, group, one) : undefined;
  const unmatched = fillMany === undefined ? undefined : new Uint8Array(frame.count).fill(1);
  // Steps at which the one side has met a series of the other already.
  const met = matching.card === 'one-to-one' && many.length > 1 ? new Uint8Array(frame.count) : undefined;
  for (const column of many) {
    work(frame.query, frame.count);
    if (alone !== undefined && met === undefined && unmatched === undefined && fillOne === undefined) {
      pairColumns(join, group, swapped ? alone : column, swapped ? column : alone);
      continue;
    }
    for (let step = 0; step < frame.count; step++) {
      if (column.kinds[step] === ABSENT) continue;
      const candidate = alone ?? partners?.[step];
      const partner = candidate === undefined || candidate.kinds[step] === ABSENT ? fillOne : candidate;
      if (unmatched !== undefined) unmatched[step] = 0;
      if (partner === undefined) continue;
      const kept = pair(join, group, step, swapped ? partner : column, swapped ? column : partner);
      if (met === undefined || !kept) continue;
      if (met[step] === 1) failAmbiguous(join);
      met[step] = 1;
    }
  }
  if (unmatched === undefined || fillMany === undefined) return;
  for (let step = 0; step < frame.count; step++) {
    const partner = alone ?? partners?.[step];
    if (unmatched[step] === 0 || partner === undefined || partner.kinds[step] === ABSENT) continue;
    pair(join, group, step, swapped ? partner : fillMany, swapped ? fillMany : partner);
  }
}

/** Two series that meet no others: all steps at once. */
function pairColumns(join: Join, group: MatchGroup, left: Column, right: Column): void {
  const { frame, operate, filters } = join;
  if (operate === undefined || hasHistograms(left) || hasHistograms(right)) {
    for (let step = 0; step < frame.count; step++) {
      if (left.kinds[step] !== ABSENT && right.kinds[step] !== ABSENT) pair(join, group, step, left, right);
    }
    return;
  }
  let column: NewColumn | undefined;
  for (let step = 0; step < frame.count; step++) {
    if (left.kinds[step] === ABSENT || right.kinds[step] === ABSENT) continue;
    const value = left.values[step] ?? NaN;
    const outcome = operate(value, right.values[step] ?? NaN);
    if (filters && outcome !== 1) continue;
    column ??= columnOf(join, group, left, right);
    if (column.kinds[step] !== ABSENT) failAmbiguous(join);
    setFloat(column, step, filters ? value : outcome);
  }
}

/** The one series of the one side that is there, at each step. */
function partnersOf(
  { frame, matching, expr }: Join,
  group: MatchGroup,
  one: readonly Column[],
): (Column | undefined)[] {
  const partners: (Column | undefined)[] = Array.from({ length: frame.count });
  for (const column of one) {
    work(frame.query, frame.count);
    for (let step = 0; step < frame.count; step++) {
      if (column.kinds[step] === ABSENT) continue;
      const other = partners[step];
      if (other !== undefined) {
        const side = matching.card === 'one-to-many' ? 'left' : 'right';
        fail(
          `found duplicate series for the match group ${show(group.signature)} on the ${side} hand-side of the operation: ` +
            `[${show(column.labels)}, ${show(other.labels)}];many-to-many matching not allowed: ` +
            'matching labels must be unique on one side',
          expr.span,
        );
      }
      partners[step] = column;
    }
  }
  return partners;
}

function show(labels: LabelSet): string {
  const pairs = Object.entries(plainLabels(labels)).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return `{${pairs.join(', ')}}`;
}

/** The operation on two samples; whether it has a result. */
function pair(join: Join, group: MatchGroup, step: number, left: Side, right: Side): boolean {
  const { expr, frame, operate, filters } = join;
  const a = operandOf(left, step);
  const b = operandOf(right, step);
  if (typeof a === 'number' && typeof b === 'number') {
    if (operate === undefined) {
      noteIncompatible(frame.query, expr.op, a, b, expr.span);
      return false;
    }
    const outcome = operate(a, b);
    if (filters && outcome !== 1) return false;
    setFloat(resultOf(join, group, step, left, right), step, filters ? a : outcome);
    return true;
  }
  const histogram = histogramOperation(frame.query, expr, a, b);
  const isTest = expr.bool && typeof a === 'object' && typeof b === 'object' && (expr.op === '==' || expr.op === '!=');
  if (isTest) setFloat(resultOf(join, group, step, left, right), step, histogram === undefined ? 0 : 1);
  else if (histogram !== undefined) setHistogram(resultOf(join, group, step, left, right), step, histogram);
  return isTest || histogram !== undefined;
}

function operandOf(side: Side, step: number) {
  if (typeof side === 'number') return side;
  return (side.kinds[step] === HISTOGRAM ? side.histograms[step] : side.values[step]) ?? NaN;
}

/** The series a pair writes to at a step. Two pairs that write to one series at one step fail the query. */
function resultOf(join: Join, group: MatchGroup, step: number, left: Side, right: Side): NewColumn {
  const column = columnOf(join, group, left, right);
  if (column.kinds[step] !== ABSENT) failAmbiguous(join);
  return column;
}

function failAmbiguous({ matching, expr }: Join): never {
  return fail(
    matching.card === 'one-to-one'
      ? 'multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)'
      : 'multiple matches for labels: grouping labels must ensure unique matches',
    expr.span,
  );
}

function columnOf(join: Join, group: MatchGroup, left: Side, right: Side): NewColumn {
  // A filled side has no identity of its own: its group stands for it.
  const leftKey = typeof left === 'number' ? right : left;
  const rightKey = typeof right === 'number' ? left : right;
  let byRight = join.byPair.get(leftKey);
  if (byRight === undefined) join.byPair.set(leftKey, (byRight = new Map()));
  const known = byRight.get(rightKey);
  if (known !== undefined) return known;
  const { labels, dropName } = resultLabels(join, group, left, right);
  let column = join.results.get(labels.key);
  if (column === undefined) join.results.set(labels.key, (column = newColumn(join.frame, labels, dropName)));
  byRight.set(rightKey, column);
  return column;
}

function resultLabels(
  { expr, frame, matching }: Join,
  { signature }: MatchGroup,
  left: Side,
  right: Side,
): Pick<Column, 'labels' | 'dropName'> {
  const swapped = matching.card === 'one-to-many';
  const many = swapped ? right : left;
  const one = swapped ? left : right;
  let labels = typeof many === 'number' ? signature : many.labels;
  let dropName = typeof many === 'number' ? false : many.dropName;
  if (changesMeaning(expr)) {
    if (frame.query.delayedNames) dropName = true;
    else labels = dropMetadata(labels);
  }
  if (matching.card === 'one-to-one') {
    const names = new Set(matching.labels.map(({ name }) => name));
    labels = matching.on ? keepLabels(labels, names) : dropLabels(labels, names);
  }
  const source = typeof one === 'number' ? signature : one.labels;
  for (const { name } of matching.include) labels = withLabel(labels, name, labelValue(source, name));
  return { labels, dropName };
}
