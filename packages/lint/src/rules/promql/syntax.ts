import { hasVariable, type Span, valueType, type VectorSelector, walk } from '@binnacle/promql';
import type { Query } from '../../project.ts';
import type { Finding, Rule } from '../../rule.ts';

type Problem = Pick<Finding, 'message' | 'fix'> & { readonly span: Span };

/** A matcher's value may hold a variable in a dashboard; in a rule it is compared as it stands. */
function* leftOverVariables({ use, parsed }: Query): Generator<Problem> {
  if (use !== 'alert' && use !== 'record' && use !== 'objective') return;
  const selectors: VectorSelector[] = [];
  walk(parsed.expr, (node) => void (node.type === 'VectorSelector' && selectors.push(node)));
  for (const { label, value, span } of selectors.flatMap(({ matchers }) => matchers)) {
    if (!hasVariable(value)) continue;
    yield {
      span,
      message: `matcher on ${label} holds a Grafana variable, which Prometheus does not replace`,
      fix: 'write the value, or leave the matcher out',
    };
  }
}

const EVALUATED = {
  panel: 'a panel',
  annotation: 'an annotation',
  alert: 'an alert',
  record: 'a record',
  variable: 'query_result()',
  objective: 'an objective',
};

const NO_SELECTOR = {
  variable: { message: 'only a selector can be listed', fix: 'use query_result(…) for an expression' },
  objective: {
    message: 'an objective counts series, not an expression',
    fix: 'write the selector of a counter, or record the expression and select the record',
  },
} as const;

/** The result of a whole query: Grafana and Prometheus take an instant vector or a scalar. */
function* wrongResult({ use, form, parsed }: Query): Generator<Problem> {
  const { expr } = parsed;
  const type = valueType(expr);
  if (form === 'selector') {
    if (expr.type === 'VectorSelector' || type === 'unknown') return;
    yield { span: expr.span, ...NO_SELECTOR[use === 'objective' ? use : 'variable'] };
  } else if (type === 'matrix') {
    yield {
      span: expr.span,
      message: `${EVALUATED[use]} cannot be a range of samples`,
      fix: 'wrap it in rate(…) or another function of a range',
    };
  } else if (type === 'string') {
    yield {
      span: expr.span,
      message: `${EVALUATED[use]} cannot be a string`,
      fix: 'write an expression with a number for a result',
    };
  }
}

function problemsOf(query: Query): readonly Problem[] {
  const { errors } = query.parsed;
  if (errors.length > 0)
    return errors.map(({ message, span, hint }) => ({ message, span, ...(hint === undefined ? {} : { fix: hint }) }));
  return [...wrongResult(query), ...leftOverVariables(query)];
}

export const syntax: Rule = {
  id: 'promql/syntax',
  severity: 'error',
  docs: 'Every query of every dashboard and rule is PromQL that Prometheus accepts.',
  *check({ queries, malformedVariables }) {
    for (const query of queries) {
      const { place, text, offset } = query;
      for (const { message, fix, span } of problemsOf(query)) {
        const snippet = { text, start: span.start + offset, end: span.end + offset };
        yield { place, message, snippet, ...(fix === undefined ? {} : { fix }) };
      }
    }
    for (const { place, text, func } of malformedVariables) {
      yield {
        place,
        message: `Grafana cannot read this use of ${func}`,
        fix: 'write label_values(selector, label), label_values(label), query_result(expression), metrics(regex) or label_names()',
        snippet: { text, start: 0, end: func.length },
      };
    }
  },
};
