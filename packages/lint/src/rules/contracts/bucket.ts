import { type Call, type Expr, metricName, type Span, type VectorSelector } from '@binnacle/promql';
import type { Contracts, DeclaredSeries } from '../../contracts/contracts.ts';
import { declarationsOf, queryFindings, type QueryFinding } from '../../contracts/query-findings.ts';
import { partsOf } from '../../contracts/query-parts.ts';
import { nameSpan } from '../../contracts/spans.ts';
import { canHave } from '../../labels/bound.ts';
import { describe, removedBy } from '../../labels/reason.ts';
import type { Rule } from '../../rule.ts';

function isClassic({ metric, part }: DeclaredSeries): boolean {
  return metric.type === 'histogram' && part !== 'created';
}

/** Where an aggregation says what it keeps: its operator. */
function headOf(expr: Expr): Span {
  const { start } = expr.span;
  return expr.type === 'AggregateExpr' ? { start, end: start + expr.op.length } : expr.span;
}

function* notBuckets(selector: VectorSelector, declared: readonly DeclaredSeries[]): Generator<QueryFinding> {
  const [first] = declared;
  if (first === undefined || !declared.every(isClassic) || declared.some(({ part }) => part === 'bucket')) return;
  yield {
    span: nameSpan(selector),
    message: `a quantile of ${metricName(selector)}: the buckets of the classic histogram ${first.metric.name} are in another series`,
    fix: `write ${first.metric.name}_bucket, and keep le`,
  };
}

function* inCall(call: Call, contracts: Contracts): Generator<QueryFinding> {
  const vector = call.args[call.func === 'histogram_quantile' ? 1 : 0];
  if (vector === undefined) return;
  const selectors = partsOf(vector).selectors.map(
    (selector) => [selector, declarationsOf(selector, contracts)] as const,
  );
  for (const [selector, declared] of selectors) yield* notBuckets(selector, declared);
  // A native histogram needs no le, and anything undeclared may be one.
  const isBuckets = selectors.every(
    ([, declared]) => declared.length > 0 && declared.every((series) => isClassic(series) && series.part === 'bucket'),
  );
  if (selectors.length === 0 || !isBuckets || canHave(contracts.infer(vector), 'le')) return;
  const remover = removedBy(vector, 'le', contracts.infer) ?? vector;
  yield {
    span: headOf(remover),
    message: `${call.func}() needs the label le of ${selectors.map(([selector]) => metricName(selector)).join(', ')}: ${describe(remover)} removes it`,
    fix: 'keep it: by (le, …)',
  };
}

function* inQuery(expr: Expr, _promql: string, contracts: Contracts): Generator<QueryFinding> {
  for (const call of partsOf(expr).calls) {
    if (call.func === 'histogram_quantile' || call.func === 'histogram_quantiles') yield* inCall(call, contracts);
  }
}

export const bucket: Rule = {
  id: 'contracts/bucket',
  severity: 'error',
  docs: 'A quantile of a declared classic histogram is computed from its buckets, with their label le.',
  check: (project) => queryFindings(project, inQuery),
};
