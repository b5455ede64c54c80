import { type Call, type Expr, metricName, type VectorSelector } from '@binnacle/promql';
import type { Contracts, DeclaredSeries } from '../../contracts/contracts.ts';
import { declarationsOf, queryFindings, type QueryFinding } from '../../contracts/query-findings.ts';
import { partsOf } from '../../contracts/query-parts.ts';
import type { Rule } from '../../rule.ts';

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['rate', 'write deriv(…) for its slope, or avg_over_time(…) for its level'],
  ['irate', 'write idelta(…) for its last step, or deriv(…) for its slope'],
  ['increase', 'write delta(…), which may be negative'],
  ['resets', 'write changes(…)'],
]);

function rangeOf({ args }: Call): VectorSelector | undefined {
  let inner = args[0];
  while (inner?.type === 'ParenExpr' || inner?.type === 'SubqueryExpr') inner = inner.expr;
  if (inner?.type === 'MatrixSelector') return inner.selector;
  return inner?.type === 'VectorSelector' ? inner : undefined;
}

/** Series that may fall at any time; a summary's quantiles are such. */
function isGauge({ metric, part }: DeclaredSeries): boolean {
  if (part === 'created') return true;
  return part === 'own' && (metric.type === 'gauge' || metric.type === 'info' || metric.type === 'summary');
}

function what({ metric, part }: DeclaredSeries): string {
  if (part === 'created') return 'a point in time';
  if (metric.type === 'summary') return 'the quantiles of a summary';
  return metric.type === 'info' ? 'always 1' : 'a gauge';
}

function* inQuery(expr: Expr, _promql: string, contracts: Contracts): Generator<QueryFinding> {
  for (const call of partsOf(expr).calls) {
    const fix = INSTEAD.get(call.func);
    const selector = fix === undefined ? undefined : rangeOf(call);
    if (fix === undefined || selector === undefined) continue;
    const declared = declarationsOf(selector, contracts);
    const [first] = declared;
    if (first === undefined || !declared.every(isGauge)) continue;
    const message = `${call.func}() is of counters only: ${metricName(selector)} is ${what(first)}, and every fall of it would count as a reset`;
    yield { span: call.funcSpan, message, fix };
  }
}

export const rateOfGauge: Rule = {
  id: 'contracts/rate-of-gauge',
  severity: 'error',
  docs: 'rate(), irate(), increase() and resets() are asked of counters, never of what is declared a gauge.',
  check: (project) => queryFindings(project, inQuery),
};
