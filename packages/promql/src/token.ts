/** One of {@link Tok}; a plain number, so that the compiler knows that a lexer's current kind changes under every call. */
export type TokenKind = number;

/** Kinds of token, grouped so that a range test answers most questions. */
export const Tok = {
  eof: 0,
  string: 1,
  number: 2,
  duration: 3,
  /** A name without a colon: metric, label or function. */
  name: 4,
  /** A name with a colon: can only be a metric. */
  metricName: 5,
  /** A Grafana variable alone. */
  variable: 6,
  /** A name or number with Grafana variables in it: `${prefix}_total`, `${n}m`, `5$unit`. */
  mixed: 7,
  leftParen: 8,
  rightParen: 9,
  leftBrace: 10,
  rightBrace: 11,
  leftBracket: 12,
  rightBracket: 13,
  comma: 14,
  colon: 15,
  at: 16,
  /** `=`: matches in braces, a mistake elsewhere. */
  assign: 17,
  equalRegex: 18,
  notRegex: 19,
  // Binary operators: or … pow.
  or: 20,
  and: 21,
  unless: 22,
  equal: 23,
  notEqual: 24,
  lessEqual: 25,
  less: 26,
  greaterEqual: 27,
  greater: 28,
  trimUpper: 29,
  trimLower: 30,
  add: 31,
  sub: 32,
  mul: 33,
  div: 34,
  mod: 35,
  atan2: 36,
  pow: 37,
  // Keywords.
  aggregator: 38,
  by: 39,
  without: 40,
  on: 41,
  ignoring: 42,
  groupLeft: 43,
  groupRight: 44,
  fill: 45,
  fillLeft: 46,
  fillRight: 47,
  bool: 48,
  offset: 49,
  anchored: 50,
  smoothed: 51,
  start: 52,
  end: 53,
  step: 54,
  range: 55,
  minOf: 56,
  maxOf: 57,
};

/** Words with a meaning of their own, in lower case; PromQL recognises them in any case. */
export const KEYWORDS: ReadonlyMap<string, TokenKind> = new Map<string, TokenKind>([
  ['and', Tok.and],
  ['or', Tok.or],
  ['unless', Tok.unless],
  ['atan2', Tok.atan2],
  ['sum', Tok.aggregator],
  ['avg', Tok.aggregator],
  ['count', Tok.aggregator],
  ['min', Tok.aggregator],
  ['max', Tok.aggregator],
  ['group', Tok.aggregator],
  ['stddev', Tok.aggregator],
  ['stdvar', Tok.aggregator],
  ['topk', Tok.aggregator],
  ['bottomk', Tok.aggregator],
  ['count_values', Tok.aggregator],
  ['quantile', Tok.aggregator],
  ['limitk', Tok.aggregator],
  ['limit_ratio', Tok.aggregator],
  ['offset', Tok.offset],
  ['anchored', Tok.anchored],
  ['smoothed', Tok.smoothed],
  ['by', Tok.by],
  ['without', Tok.without],
  ['on', Tok.on],
  ['ignoring', Tok.ignoring],
  ['group_left', Tok.groupLeft],
  ['group_right', Tok.groupRight],
  ['fill', Tok.fill],
  ['fill_left', Tok.fillLeft],
  ['fill_right', Tok.fillRight],
  ['bool', Tok.bool],
  ['start', Tok.start],
  ['end', Tok.end],
  ['step', Tok.step],
  ['range', Tok.range],
  ['min_of', Tok.minOf],
  ['max_of', Tok.maxOf],
  ['inf', Tok.number],
  ['nan', Tok.number],
]);

/** Binding power of binary operators, low to high; 0 for every other token. `^` binds to the right. */
export const PRECEDENCE: Readonly<Uint8Array> = (() => {
  const table = new Uint8Array(64);
  table[Tok.or] = 1;
  for (const kind of [Tok.and, Tok.unless]) table[kind] = 2;
  for (let kind: number = Tok.equal; kind <= Tok.trimLower; kind++) table[kind] = 3;
  // Mistakes for `==`, `=~` and `!~` outside braces: read as comparisons so that the rest can be checked too.
  for (const kind of [Tok.assign, Tok.equalRegex, Tok.notRegex]) table[kind] = 3;
  for (const kind of [Tok.add, Tok.sub]) table[kind] = 4;
  for (const kind of [Tok.mul, Tok.div, Tok.mod, Tok.atan2]) table[kind] = 5;
  table[Tok.pow] = 6;
  return table;
})();

/** Precedence of a unary sign: that of `*`, so `-a ^ 2` is `-(a ^ 2)` and `-a * b` is `(-a) * b`. */
export const UNARY_PRECEDENCE = 5;
/** Precedence of `^`, the one right-associative operator. */
export const POW_PRECEDENCE = 6;
