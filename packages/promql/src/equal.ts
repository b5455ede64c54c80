import type { AtModifier, Duration, Expr, LabelRef, Matcher, VectorMatching, VectorSelector } from './ast.ts';

/** What {@link equal} overlooks besides positions. */
export interface EqualOptions {
  /** `ignore`: parentheses do not count, only the shape they give. Default `compare`. */
  readonly parens?: 'compare' | 'ignore';
}

/**
 * Whether two expressions are the same but for their positions. The order of matchers does not count, nor whether the metric
 * name stands before the braces or within: `{b="2", __name__="x", a="1"}` equals `x{a="1", b="2"}`.
 */
export function equal(a: Expr, b: Expr, options: EqualOptions = {}): boolean {
  const ignore = options.parens === 'ignore';
  let [left, right] = [a, b];
  for (;;) {
    if (left === right) return true;
    if (ignore) [left, right] = [withoutParens(left), withoutParens(right)];
    // A chain of operators leans to the left: walked along without recursion.
    if (left.type === 'BinaryExpr' && right.type === 'BinaryExpr') {
      if (left.op !== right.op || left.bool !== right.bool || !sameMatching(left.matching, right.matching))
        return false;
      if (!equal(left.right, right.right, options)) return false;
      [left, right] = [left.left, right.left];
    } else return sameNode(left, right, options);
  }
}

function withoutParens(expr: Expr): Expr {
  let node = expr;
  while (node.type === 'ParenExpr') node = node.expr;
  return node;
}

function sameNode(a: Expr, b: Expr, options: EqualOptions): boolean {
  switch (a.type) {
    case 'NumberLiteral':
      return b.type === a.type && Object.is(a.value, b.value) && (a.duration === true) === (b.duration === true);
    case 'StringLiteral':
      return b.type === a.type && a.value === b.value;
    case 'VariableExpr':
      return b.type === a.type && a.text === b.text;
    case 'VectorSelector':
      return b.type === a.type && sameSelector(a, b);
    case 'MatrixSelector':
      return b.type === a.type && sameSelector(a.selector, b.selector) && sameDuration(a.range, b.range);
    case 'SubqueryExpr':
      return (
        b.type === a.type &&
        sameDuration(a.range, b.range) &&
        sameDuration(a.step, b.step) &&
        sameDuration(a.offset, b.offset) &&
        sameAt(a.at, b.at) &&
        equal(a.expr, b.expr, options)
      );
    case 'Call':
      return (
        b.type === a.type &&
        a.func === b.func &&
        a.args.length === b.args.length &&
        a.args.every((arg, i) => equal(arg, b.args[i] ?? ERROR, options))
      );
    case 'AggregateExpr':
      return (
        b.type === a.type &&
        a.op === b.op &&
        a.opVariable === b.opVariable &&
        a.without === b.without &&
        sameLabels(a.grouping, b.grouping) &&
        (a.param === undefined ? b.param === undefined : b.param !== undefined && equal(a.param, b.param, options)) &&
        equal(a.expr, b.expr, options)
      );
    case 'UnaryExpr':
      return b.type === a.type && a.op === b.op && equal(a.expr, b.expr, options);
    case 'ParenExpr':
      return b.type === a.type && equal(a.expr, b.expr, options);
    case 'ErrorExpr':
      return b.type === a.type;
    case 'BinaryExpr':
      return false;
    default:
      return a satisfies never;
  }
}

const ERROR: Expr = { type: 'ErrorExpr', span: { start: 0, end: 0 } };

function sameSelector(a: VectorSelector, b: VectorSelector): boolean {
  return (
    a.extended === b.extended &&
    sameDuration(a.offset, b.offset) &&
    sameAt(a.at, b.at) &&
    ((a.name === b.name && sameInOrder(a.matchers, b.matchers)) || matcherKeys(a) === matcherKeys(b))
  );
}

function sameInOrder(a: readonly Matcher[], b: readonly Matcher[]): boolean {
  return (
    a.length === b.length &&
    a.every((matcher, i) => {
      const other = b[i];
      return (
        other !== undefined &&
        matcher.label === other.label &&
        matcher.op === other.op &&
        matcher.value === other.value &&
        matcher.variable === other.variable
      );
    })
  );
}

function matcherKeys({ name, matchers }: VectorSelector): string {
  const keys = matchers.map(({ label, op, value, variable }) => JSON.stringify([label, op, value, variable === true]));
  if (name !== undefined) keys.push(JSON.stringify(['__name__', '=', name, false]));
  return keys.toSorted().join();
}

function sameLabels(a: readonly LabelRef[], b: readonly LabelRef[]): boolean {
  return (
    a.length === b.length &&
    a.every((label, i) => label.name === b[i]?.name && (label.variable === true) === (b[i].variable === true))
  );
}

function sameMatching(a: VectorMatching | undefined, b: VectorMatching | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.card === b.card &&
    a.on === b.on &&
    Object.is(a.fillLeft, b.fillLeft) &&
    Object.is(a.fillRight, b.fillRight) &&
    sameLabels(a.labels, b.labels) &&
    sameLabels(a.include, b.include)
  );
}

function sameAt(a: AtModifier | undefined, b: AtModifier | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.kind === 'timestamp') return b.kind === a.kind && a.seconds === b.seconds;
  return a.kind === 'variable' ? b.kind === a.kind && a.text === b.text : a.kind === b.kind;
}

function sameDuration(a: Duration | undefined, b: Duration | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  switch (a.type) {
    case 'DurationLiteral':
      return b.type === a.type && a.ms === b.ms && a.plain === b.plain;
    case 'DurationVariable':
      return b.type === a.type && a.text === b.text;
    case 'DurationUnary':
      return b.type === a.type && a.op === b.op && sameDuration(a.operand, b.operand);
    case 'DurationParen':
      return b.type === a.type && sameDuration(a.inner, b.inner);
    case 'DurationCall':
      return (
        b.type === a.type &&
        a.func === b.func &&
        a.args.length === b.args.length &&
        a.args.every((arg, i) => sameDuration(arg, b.args[i]))
      );
    case 'DurationBinary':
      return b.type === a.type && a.op === b.op && sameDuration(a.left, b.left) && sameDuration(a.right, b.right);
    default:
      return a satisfies never;
  }
}
