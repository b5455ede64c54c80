/** Half-open range of UTF-16 offsets into the query text. Nodes made in code carry {@link NO_SPAN}. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const NO_SPAN: Span = { start: 0, end: 0 };

/** The four types a PromQL expression evaluates to. */
export type ValueType = 'scalar' | 'string' | 'vector' | 'matrix';

interface NodeBase {
  readonly span: Span;
}

export interface NumberLiteral extends NodeBase {
  readonly type: 'NumberLiteral';
  readonly value: number;
  /** Written as a duration (`5m` where a number is expected); printed back as one. */
  readonly duration?: boolean;
}

export interface StringLiteral extends NodeBase {
  readonly type: 'StringLiteral';
  readonly value: string;
}

/** A Grafana variable standing for a whole expression or number: `$threshold`, `${query}`, `[[x]]`. */
export interface VariableExpr extends NodeBase {
  readonly type: 'VariableExpr';
  /** As written, with its sigil: `${threshold:raw}`. */
  readonly text: string;
}

export type MatchOp = '=' | '!=' | '=~' | '!~';

/**
 * `label op "value"`. A bare quoted metric name in the braces (`{"http.requests"}`) is the matcher
 * `__name__="http.requests"`, as in Prometheus.
 */
export interface Matcher extends NodeBase {
  /** Label name without quotes, or a Grafana variable as written. */
  readonly label: string;
  readonly op: MatchOp;
  /**
   * Unescaped value; may contain Grafana variables as written. Bytes that are not UTF-8 (`\xff`) are kept as
   * lone surrogates U+DC80 to U+DCFF.
   */
  readonly value: string;
  /** A Grafana variable standing for whole matchers (`{job="x", $filters}`): `label` is its text, `op` and `value` are `=` and empty. */
  readonly variable?: true;
}

/** A duration in milliseconds (may be negative in an offset). */
export interface DurationLiteral extends NodeBase {
  readonly type: 'DurationLiteral';
  readonly ms: number;
  /** An operand of duration arithmetic written as a plain number of seconds (`5m * 2`); printed back as one. */
  readonly plain?: true;
}

/** `$__rate_interval`, `$__interval`, `$__range`, `${window}`, `$interval`. */
export interface DurationVariable extends NodeBase {
  readonly type: 'DurationVariable';
  readonly text: string;
}

/** Duration arithmetic (feature flag `promql-duration-expr`). Plain numbers are seconds. */
export interface DurationBinary extends NodeBase {
  readonly type: 'DurationBinary';
  readonly op: '+' | '-' | '*' | '/' | '%' | '^';
  readonly left: Duration;
  readonly right: Duration;
}

export interface DurationUnary extends NodeBase {
  readonly type: 'DurationUnary';
  readonly op: '+' | '-';
  readonly operand: Duration;
}

export interface DurationCall extends NodeBase {
  readonly type: 'DurationCall';
  readonly func: 'step' | 'range' | 'min_of' | 'max_of';
  readonly args: readonly Duration[];
}

export interface DurationParen extends NodeBase {
  readonly type: 'DurationParen';
  readonly inner: Duration;
}

export type Duration =
  DurationLiteral | DurationVariable | DurationBinary | DurationUnary | DurationCall | DurationParen;

/** `@ 1609746000` (unix seconds), `@ start()`, `@ end()`. */
export type AtModifier =
  | { readonly kind: 'timestamp'; readonly seconds: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'variable'; readonly text: string };

export interface VectorSelector extends NodeBase {
  readonly type: 'VectorSelector';
  /** Metric name outside the braces; may contain Grafana variables. A name that needs quotes is printed within the braces. */
  readonly name?: string;
  readonly matchers: readonly Matcher[];
  readonly offset?: Duration;
  readonly at?: AtModifier;
  /** `anchored` or `smoothed`, on the selector or on the range it is part of. */
  readonly extended?: 'anchored' | 'smoothed';
}

/** `selector[range]`. Offset, `@` and `anchored`/`smoothed` live on the selector, as in Prometheus. */
export interface MatrixSelector extends NodeBase {
  readonly type: 'MatrixSelector';
  readonly selector: VectorSelector;
  readonly range: Duration;
}

export interface SubqueryExpr extends NodeBase {
  readonly type: 'SubqueryExpr';
  readonly expr: Expr;
  readonly range: Duration;
  /** Absent: the server's default evaluation interval. */
  readonly step?: Duration;
  readonly offset?: Duration;
  readonly at?: AtModifier;
}

export interface Call extends NodeBase {
  readonly type: 'Call';
  readonly func: string;
  readonly funcSpan: Span;
  readonly args: readonly Expr[];
}

/** A label in `by`, `without`, `on`, `ignoring`, `group_left`, `group_right`, or a Grafana variable standing for labels. */
export interface LabelRef extends NodeBase {
  /** Label name without quotes; the variable as written when `variable` is set. */
  readonly name: string;
  readonly variable?: boolean;
}

export type AggregateOp =
  | 'sum'
  | 'avg'
  | 'count'
  | 'min'
  | 'max'
  | 'group'
  | 'stddev'
  | 'stdvar'
  | 'topk'
  | 'bottomk'
  | 'count_values'
  | 'quantile'
  | 'limitk'
  | 'limit_ratio';

export interface AggregateExpr extends NodeBase {
  readonly type: 'AggregateExpr';
  readonly op: AggregateOp;
  /** A Grafana variable in the operator's place (`$agg by (job) (up)`), as written; `op` is then `sum`. */
  readonly opVariable?: string;
  readonly expr: Expr;
  /** The parameter of topk, bottomk, count_values, quantile, limitk, limit_ratio. */
  readonly param?: Expr;
  readonly grouping: readonly LabelRef[];
  readonly without: boolean;
}

export type ArithmeticOp = '+' | '-' | '*' | '/' | '%' | '^' | 'atan2';
export type ComparisonOp = '==' | '!=' | '>' | '<' | '>=' | '<=';
/** Histogram trimming. */
export type TrimOp = '</' | '>/';
export type SetOp = 'and' | 'or' | 'unless';
export type BinaryOp = ArithmeticOp | ComparisonOp | TrimOp | SetOp;

export interface VectorMatching {
  readonly card: 'one-to-one' | 'many-to-one' | 'one-to-many' | 'many-to-many';
  /** `true` for `on(...)`, `false` for `ignoring(...)` and for no clause at all. */
  readonly on: boolean;
  readonly labels: readonly LabelRef[];
  /** Labels in `group_left(...)` / `group_right(...)`. */
  readonly include: readonly LabelRef[];
  /** `fill(x)` sets both. */
  readonly fillLeft?: number;
  readonly fillRight?: number;
}

export interface BinaryExpr extends NodeBase {
  readonly type: 'BinaryExpr';
  readonly op: BinaryOp;
  readonly left: Expr;
  readonly right: Expr;
  readonly bool: boolean;
  /** Present when both sides are vectors. */
  readonly matching?: VectorMatching;
}

export interface UnaryExpr extends NodeBase {
  readonly type: 'UnaryExpr';
  readonly op: '+' | '-';
  readonly expr: Expr;
}

export interface ParenExpr extends NodeBase {
  readonly type: 'ParenExpr';
  readonly expr: Expr;
}

/** What error recovery puts where an expression could not be read. */
export interface ErrorExpr extends NodeBase {
  readonly type: 'ErrorExpr';
  /** Text that was given for an expression and is none; printed as it is, so that whoever reads it next finds the error. */
  readonly text?: string;
}

export type Expr =
  | NumberLiteral
  | StringLiteral
  | VariableExpr
  | VectorSelector
  | MatrixSelector
  | SubqueryExpr
  | Call
  | AggregateExpr
  | BinaryExpr
  | UnaryExpr
  | ParenExpr
  | ErrorExpr;

/** A problem in a query; `span` is what a caret underlines. */
export interface ParseError {
  readonly message: string;
  readonly span: Span;
  /** What to write instead, when that is known. */
  readonly hint?: string;
}

export interface ParseResult {
  readonly expr: Expr;
  readonly errors: readonly ParseError[];
}
