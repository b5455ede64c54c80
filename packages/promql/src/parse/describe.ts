import type { Lexer } from '../lexer.ts';
import { shorten } from '../shorten.ts';
import { Tok } from '../token.ts';

/** The current token as an error message names it. */
export function describe(lexer: Lexer): string {
  const { kind } = lexer;
  if (kind === Tok.eof) return 'the end of the query';
  const word = shorten(lexer.word);
  if (kind === Tok.string) return `string ${word}`;
  if (kind === Tok.number) return `number ${word}`;
  if (kind === Tok.duration) return `duration ${word}`;
  if (kind === Tok.variable) return `variable ${word}`;
  if (kind === Tok.name || kind === Tok.metricName || kind === Tok.mixed) return `name ${word}`;
  return word;
}
