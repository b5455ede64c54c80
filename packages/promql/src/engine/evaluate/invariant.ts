import type { Expr } from '../../ast.ts';
import { walk } from '../../walk.ts';

/** Functions whose value changes with the time of evaluation even over a selector that stands still. */
const MOVING: ReadonlySet<string> = new Set([
  'days_in_month',
  'day_of_month',
  'day_of_week',
  'day_of_year',
  'hour',
  'minute',
  'month',
  'year',
  'predict_linear',
  'time',
  'timestamp',
  'info',
]);

const known = new WeakMap<Expr, boolean>();

/** Whether an expression has the same value at every step, as all its selectors are fixed in time by `@`. Literals are not worth it. */
export function standsStill(expr: Expr): boolean {
  const before = known.get(expr);
  if (before !== undefined) return before;
  let fixed = 0;
  let moving = false;
  walk(expr, (node, parents) => {
    if (moving) return false;
    if (node.type === 'Call' && MOVING.has(node.func)) moving = true;
    else if (node.type === 'SubqueryExpr' && node.at !== undefined) {
      fixed++;
      return false;
    } else if (node.type === 'VectorSelector') {
      const parent = parents.at(-1);
      const isInfoLabels = parent?.type === 'Call' && parent.func === 'info' && parent.args[1] === node;
      if (node.at === undefined && !isInfoLabels) moving = true;
      else fixed++;
    }
    return undefined;
  });
  const still = !moving && fixed > 0;
  known.set(expr, still);
  return still;
}
