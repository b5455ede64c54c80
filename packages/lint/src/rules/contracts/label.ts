import { didYouMean, nearest } from '@binnacle/model';
import {
  type AggregateExpr,
  type BinaryExpr,
  type Expr,
  hasVariable,
  type LabelRef,
  metricName,
  type VectorSelector,
} from '@binnacle/promql';
import type { Contracts } from '../../contracts/contracts.ts';
import { queryFindings, type QueryFinding } from '../../contracts/query-findings.ts';
import { partsOf } from '../../contracts/query-parts.ts';
import { labelSpan } from '../../contracts/spans.ts';
import { canHave, type LabelBound } from '../../labels/bound.ts';
import { describe, removedBy } from '../../labels/reason.ts';
import type { Query } from '../../project.ts';
import type { Finding, Rule } from '../../rule.ts';

function suggestion(label: string, { open, labels }: LabelBound): Pick<Finding, 'fix'> {
  const fix = open ? undefined : didYouMean(label, labels);
  return { fix: fix ?? 'leave the label out, or keep it in the expression' };
}

/** A label that is near none of a metric's may be one the scrape adds. */
function suggestionFor(label: string, bound: LabelBound, isDeclared: boolean): Pick<Finding, 'fix'> {
  if (!isDeclared || nearest(label, bound.labels) !== undefined) return suggestion(label, bound);
  const fix = `${didYouMean(label, bound.labels)}; when the scrape adds ${label}, say so in targetLabels of the contract`;
  return { fix };
}

/** Why no result of an expression has a label: what removes it, or which metric never had it. */
function reason(label: string, expr: Expr, { infer }: Contracts): string {
  const remover = removedBy(expr, label, infer);
  if (remover !== undefined) return `${describe(remover)} removes the label ${label}`;
  const names = new Set(partsOf(expr).selectors.map(metricName));
  const [name] = names;
  return names.size === 1 && name !== undefined
    ? `${name} has no label ${label}`
    : `nothing here has the label ${label}`;
}

/** Whether something of an expression is declared or recorded: the rest is no matter of contracts. */
function isKnown(expr: Expr, contracts: Contracts): boolean {
  return partsOf(expr).selectors.some((selector) => contracts.labelsOf(metricName(selector) ?? '') !== undefined);
}

function* inMatchers(selector: VectorSelector, promql: string, contracts: Contracts): Generator<QueryFinding> {
  const name = metricName(selector);
  const bound = name === undefined ? undefined : contracts.labelsOf(name);
  if (name === undefined || bound === undefined) return;
  for (const matcher of selector.matchers) {
    const { label, op, value, variable } = matcher;
    // `label=""` asks for series without it.
    if (variable || label === '__name__' || hasVariable(label) || (op === '=' && value === '')) continue;
    if (canHave(bound, label)) continue;
    yield {
      span: labelSpan(promql, matcher),
      message: `${name} has no label ${label}`,
      ...suggestionFor(label, bound, contracts.names.has(name)),
    };
  }
}

/** The labels of a clause that no result of `expr` can have. */
function missing(refs: readonly LabelRef[], expr: Expr, contracts: Contracts): readonly LabelRef[] {
  if (refs.length === 0) return refs;
  const bound = contracts.infer(expr);
  const lost = refs.filter(({ name, variable }) => !variable && name !== '__name__' && !canHave(bound, name));
  return lost.length > 0 && isKnown(expr, contracts) ? lost : [];
}

/** A clause of an operation and the operand whose labels it names. */
interface Clause {
  readonly keyword: 'by' | 'on' | 'group_left' | 'group_right';
  readonly operand: Expr;
}

function clauseFinding(ref: LabelRef, { keyword, operand }: Clause, contracts: Contracts): QueryFinding {
  const { name, span } = ref;
  const message = `${keyword} (${name}): ${reason(name, operand, contracts)}`;
  return { span, message, ...suggestion(name, contracts.infer(operand)) };
}

function* inGrouping({ expr, grouping, without }: AggregateExpr, contracts: Contracts): Generator<QueryFinding> {
  // To drop a label that is not there does no harm.
  if (without) return;
  for (const ref of missing(grouping, expr, contracts)) {
    yield clauseFinding(ref, { keyword: 'by', operand: expr }, contracts);
  }
}

function* inMatching({ op, left, right, matching }: BinaryExpr, contracts: Contracts): Generator<QueryFinding> {
  if (matching === undefined) return;
  const on = matching.on ? matching.labels : [];
  const [notLeft, notRight] = [missing(on, left, contracts), missing(on, right, contracts)];
  // These keep what has no match, so a label of one side only may be meant.
  const needsBoth = op === 'or' || op === 'unless';
  for (const ref of on) {
    const [noLeft, noRight] = [notLeft.includes(ref), notRight.includes(ref)];
    if (needsBoth ? !(noLeft && noRight) : !noLeft && !noRight) continue;
    yield clauseFinding(ref, { keyword: 'on', operand: noLeft ? left : right }, contracts);
  }
  const one: Clause =
    matching.card === 'one-to-many'
      ? { keyword: 'group_right', operand: left }
      : { keyword: 'group_left', operand: right };
  for (const ref of missing(matching.include, one.operand, contracts)) yield clauseFinding(ref, one, contracts);
}

function* inQuery(expr: Expr, promql: string, contracts: Contracts): Generator<QueryFinding> {
  const { selectors, aggregations, operations } = partsOf(expr);
  for (const selector of selectors) yield* inMatchers(selector, promql, contracts);
  for (const aggregation of aggregations) yield* inGrouping(aggregation, contracts);
  for (const operation of operations) yield* inMatching(operation, contracts);
}

/** The labels a panel names its series by, or a variable lists the values of. */
function* inResult({ parsed, text, place, legend, listed }: Query, contracts: Contracts): Generator<Finding> {
  const { expr, errors } = parsed;
  if (errors.length > 0 || (legend === undefined && listed === undefined)) return;
  const bound = contracts.infer(expr);
  const isMissing = (name: string): boolean => name !== '__name__' && !canHave(bound, name) && isKnown(expr, contracts);
  for (const match of legend?.text.matchAll(/\{\{\s*(\w+)\s*\}\}/g) ?? []) {
    const name = match[1] ?? '';
    if (legend === undefined || !isMissing(name)) continue;
    const start = match.index + match[0].indexOf(name);
    yield {
      place: legend.place,
      message: `legend: ${reason(name, expr, contracts)}`,
      ...suggestion(name, bound),
      snippet: { text: legend.text, start, end: start + name.length },
    };
  }
  if (listed === undefined || !isMissing(listed.name)) return;
  const { name, offset: start } = listed;
  yield {
    place,
    message: `label_values: ${reason(name, expr, contracts)}`,
    ...suggestion(name, bound),
    snippet: { text, start, end: start + name.length },
  };
}

export const label: Rule = {
  id: 'contracts/label',
  severity: 'error',
  docs: 'Every label of a query, a legend or a variable is one that the declared metrics and recorded series have there.',
  *check(project) {
    yield* queryFindings(project, inQuery);
    for (const query of project.queries) yield* inResult(query, project.contracts);
  },
};
