import { transform, type Duration, type Expr } from '@binnacle/promql';
import { AUTO_WINDOW } from '../query/vector.ts';
import { window } from '../query/window.ts';

/** What {@link AUTO_WINDOW} means in a rule: five minutes cover four scrapes at the usual interval of one minute or less. */
const RULE_WINDOW = '5m';

/** The expression as a rule evaluates it: `$__rate_interval`, which only a dashboard knows, becomes {@link RULE_WINDOW}. */
export function ruleExpression(expr: Expr): Expr {
  return transform(expr, (node) => {
    if (node.type !== 'MatrixSelector' && node.type !== 'SubqueryExpr') return node;
    const range = fixed(node.range);
    return range === node.range ? node : { ...node, range };
  });
}

function fixed(duration: Duration): Duration {
  return duration.type === 'DurationVariable' && duration.text === AUTO_WINDOW ? window(RULE_WINDOW) : duration;
}
