import { type BinaryExpr, type Expr, isComparison, metricName, type VectorSelector } from '@binnacle/promql';
import type { Contracts, DeclaredSeries } from '../../contracts/contracts.ts';
import { declarationsOf, queryFindings, type QueryFinding } from '../../contracts/query-findings.ts';
import { nameSpan } from '../../contracts/spans.ts';
import type { Rule } from '../../rule.ts';

/** Functions of a vector whose result is as much a counter as what they are given. */
const PASSING: ReadonlySet<string> = new Set([
  'abs',
  'ceil',
  'clamp',
  'clamp_max',
  'clamp_min',
  'floor',
  'label_join',
  'label_replace',
  'round',
  'sort',
  'sort_by_label',
  'sort_by_label_desc',
  'sort_desc',
]);
const COUNTING: ReadonlySet<string> = new Set(['count', 'count_values', 'group', 'stddev', 'stdvar']);

function isCounter({ metric, part }: DeclaredSeries): boolean {
  if (part === 'own') return metric.type === 'counter';
  return part !== 'created';
}

type Selectors = readonly VectorSelector[];

function ofBinary({ op, matching }: BinaryExpr, ofLeft: Selectors, ofRight: Selectors): Selectors {
  if (op === 'and' || op === 'unless') return ofLeft;
  // Two counters beside each other: their difference means something, and so does which is ahead.
  const isBetween = matching !== undefined && (op === '-' || isComparison(op));
  if (isBetween && ofLeft.length > 0 && ofRight.length > 0) return [];
  return ofRight.length === 0 ? ofLeft : [...ofLeft, ...ofRight];
}

/** The counters of a chain of operators, which nests as deep as it is long. */
function ofChain(expr: BinaryExpr, contracts: Contracts): Selectors {
  const chain: BinaryExpr[] = [];
  let innermost: Expr = expr;
  while (innermost.type === 'BinaryExpr') {
    chain.push(innermost);
    innermost = innermost.left;
  }
  return chain.reduceRight(
    (left, outer) => ofBinary(outer, left, rawCounters(outer.right, contracts)),
    rawCounters(innermost, contracts),
  );
}

/** The counters whose ever growing values an expression returns. */
function rawCounters(expr: Expr, contracts: Contracts): Selectors {
  switch (expr.type) {
    case 'VectorSelector': {
      const declared = declarationsOf(expr, contracts);
      return declared.length > 0 && declared.every(isCounter) ? [expr] : [];
    }
    case 'ParenExpr':
    case 'UnaryExpr':
      return rawCounters(expr.expr, contracts);
    case 'AggregateExpr':
      return expr.opVariable !== undefined || COUNTING.has(expr.op) ? [] : rawCounters(expr.expr, contracts);
    case 'Call':
      return PASSING.has(expr.func) && expr.args[0] !== undefined ? rawCounters(expr.args[0], contracts) : [];
    case 'BinaryExpr':
      return ofChain(expr, contracts);
    case 'MatrixSelector':
    case 'SubqueryExpr':
    case 'NumberLiteral':
    case 'StringLiteral':
    case 'VariableExpr':
    case 'ErrorExpr':
      return [];
    default:
      return expr satisfies never;
  }
}

function* inQuery(expr: Expr, _promql: string, contracts: Contracts): Generator<QueryFinding> {
  for (const selector of rawCounters(expr, contracts)) {
    yield {
      span: nameSpan(selector),
      message: `${metricName(selector)} only ever grows, and begins again at 0 with every restart`,
      fix: 'write rate(…[5m]) for its speed, or increase(…[1h]) for how much it grew',
    };
  }
}

export const counter: Rule = {
  id: 'contracts/counter',
  severity: 'warning',
  docs: 'What a panel draws or an alert compares is never the raw value of a declared counter.',
  check: (project) => queryFindings(project, inQuery, ({ use }) => use === 'panel' || use === 'alert'),
};
