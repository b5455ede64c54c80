import { AGGREGATORS } from '../aggregators.ts';
import { FUNCTIONS } from '../functions.ts';
import type { Lexer } from '../lexer.ts';
import { Tok } from '../token.ts';

/** What to do about a token that cannot follow an expression. */
export function strayHint(lexer: Lexer): string | undefined {
  const { kind } = lexer;
  const word = lexer.end - lexer.start > 20 ? '' : lexer.word.toLowerCase();
  if (kind === Tok.by || kind === Tok.without) return `${word} belongs to an aggregation: sum ${word} (label) (metric)`;
  if (kind === Tok.leftBrace) return 'matchers go directly after the metric name';
  if (kind === Tok.leftParen) return 'only a function or an aggregation is called; put an operator before (';
  if (kind === Tok.rightBracket) return 'remove it or add [';
  if (kind === Tok.rightBrace) return 'remove it or add {';
  if (kind === Tok.bool) return 'bool goes directly after a comparison operator';
  if (kind === Tok.on || kind === Tok.ignoring) return `${word} goes directly after an operator: a / ${word} (label) b`;
  if (kind === Tok.groupLeft || kind === Tok.groupRight) return `${word} goes after on (...) or ignoring (...)`;
  if (kind >= Tok.fill && kind <= Tok.fillRight)
    return `${word} goes after an operator and its matching: a / on (label) ${word}(0) b`;
  if (kind === Tok.colon) return 'a colon separates range and step within brackets: [5m:1m]';
  if (SQL.has(word)) return SQL_HINT;
  if (word === 'not') return 'write unless for the series that have no match';
  if (word === 'default' || word === 'if' || word === 'ifnot')
    return `${word} is a MetricsQL operator, which Prometheus does not have`;
  if (word === 'keep_common') return 'keep_common went away with Prometheus 2; name the labels in by (...)';
  if (word === 'xor') return 'write (a unless b) or (b unless a)';
  const called = wordBefore(lexer);
  if (AGGREGATORS.has(called) || FUNCTIONS.has(called)) return `write ${called}(...)`;
  if (/^\s*select\s/i.test(lexer.text)) return SQL_HINT;
  if (
    kind === Tok.name ||
    kind === Tok.number ||
    kind === Tok.string ||
    kind === Tok.metricName ||
    kind === Tok.aggregator
  ) {
    return 'put an operator between two expressions';
  }
  return undefined;
}

/** The word right before the current token, in lower case. */
function wordBefore({ text, start }: Lexer): string {
  return /([A-Za-z_]\w*)\s*$/.exec(text.slice(Math.max(0, start - 60), start))?.[1]?.toLowerCase() ?? '';
}

const SQL_HINT = 'PromQL is not SQL: filter with metric{label="value"} or metric > 5';
const SQL: ReadonlySet<string> = new Set([
  'where',
  'from',
  'select',
  'having',
  'limit',
  'order',
  'as',
  'like',
  'in',
  'between',
]);

/** What to do where an expression was expected. */
export function operandHint(lexer: Lexer): string | undefined {
  switch (lexer.kind) {
    case Tok.eof:
      return 'the query ends too early';
    case Tok.leftBracket:
      return 'a range goes after a metric: metric[5m]';
    case Tok.bool:
      return 'bool goes directly after a comparison operator';
    case Tok.on:
    case Tok.ignoring:
      return 'matching goes after an operator: a / on (label) b';
    case Tok.groupLeft:
    case Tok.groupRight:
      return 'group_left and group_right go after on (...) or ignoring (...)';
    case Tok.rightParen:
    case Tok.comma:
      return 'write a metric, a number or a call here';
    default:
      return undefined;
  }
}
