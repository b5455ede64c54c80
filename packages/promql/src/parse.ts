import type { ParseError, ParseResult } from './ast.ts';
import { check } from './check.ts';
import { Lexer, MAX_ERRORS } from './lexer.ts';
import { parseQuery } from './parse/expression.ts';

/** How a query is read. */
export interface ParseOptions {
  /**
   * Accept Grafana variables (`$job`, `${job:regex}`, `[[job]]`, `$__rate_interval`) as durations, numbers, label lists,
   * metric names and whole expressions. Default `true`; rules, which Prometheus evaluates itself, want `false`.
   */
  readonly variables?: boolean;
}

/**
 * Reads a query and checks it as Prometheus does: syntax, types, matching and regular expressions. Never throws; `expr` is
 * what could be understood, with an `ErrorExpr` wherever something is missing. Errors come in the order of the text.
 */
export function parse(text: string, options: ParseOptions = {}): ParseResult {
  const lexer = new Lexer(text, options.variables ?? true);
  const expr = parseQuery(lexer);
  const errors = lexer.stopped ? lexer.errors : [...lexer.errors, ...check(expr)];
  return { expr, errors: errors.length < 2 ? errors : inOrder(errors).slice(0, MAX_ERRORS) };
}

function inOrder(errors: readonly ParseError[]): readonly ParseError[] {
  return errors.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
