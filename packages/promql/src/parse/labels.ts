import type { LabelRef } from '../ast.ts';
import type { Lexer } from '../lexer.ts';
import { Tok, type TokenKind } from '../token.ts';
import { describe } from './describe.ts';
import { stringValue } from './literal.ts';

/**
 * A list of labels in parentheses, from its `(` to the token after its `)`. `clause` is the word it follows, `by` or `on`.
 */
export function parseLabels(lexer: Lexer, clause: string): readonly LabelRef[] {
  if (lexer.kind !== Tok.leftParen) {
    const label = isLabel(lexer.kind) ? lexer.word : 'label';
    lexer.reportHere(
      `${clause} needs its labels in parentheses, found ${describe(lexer)}`,
      `write ${clause} (${label})`,
    );
    return isLabel(lexer.kind) ? parseBareLabels(lexer) : [];
  }
  const open = lexer.start;
  const labels: LabelRef[] = [];
  lexer.next();
  while (lexer.kind !== Tok.rightParen) {
    // No label looks like this: what follows is what the clause is about, and is read as that.
    if (lexer.kind === Tok.leftParen && labels.length > 0) {
      lexer.report('( is never closed', open, open + 1, `add ) after the labels of ${clause}`);
      return labels;
    }
    const label = parseLabel(lexer, clause);
    if (label === undefined) {
      lexer.skipTo(Tok.comma, Tok.rightParen);
      if (lexer.kind === Tok.eof) lexer.report('( is never closed', open, open + 1, 'add )');
      if (lexer.kind !== Tok.comma) break;
    } else labels.push(label);
    if (lexer.kind === Tok.comma) lexer.next();
    else if (lexer.kind !== Tok.rightParen) {
      if (lexer.kind === Tok.eof) {
        lexer.report('( is never closed', open, open + 1, 'add )');
        break;
      }
      if (lexer.kind === Tok.leftParen) continue;
      lexer.reportHere(`expected , or ) after a label of ${clause}, found ${describe(lexer)}`);
      if (!isLabel(lexer.kind)) lexer.skipTo(Tok.comma, Tok.rightParen);
      if (lexer.kind === Tok.comma) lexer.next();
    }
  }
  if (lexer.kind === Tok.rightParen) lexer.next();
  return labels;
}

/** `by job, instance`: reported by the caller, read here so that what follows is checked. */
function parseBareLabels(lexer: Lexer): readonly LabelRef[] {
  const span = { start: lexer.start, end: lexer.end };
  const name = lexer.word;
  lexer.next();
  return [{ span, name }];
}

function parseLabel(lexer: Lexer, clause: string): LabelRef | undefined {
  const { kind } = lexer;
  const span = { start: lexer.start, end: lexer.end };
  if (kind === Tok.string) {
    const name = stringValue(lexer);
    if (name === '') lexer.reportHere(`a label of ${clause} is empty`);
    lexer.next();
    return { span, name };
  }
  if (kind === Tok.variable || kind === Tok.mixed) {
    const name = lexer.word;
    lexer.next();
    return { span, name, variable: true };
  }
  if (isLabel(kind)) {
    const name = lexer.word;
    lexer.next();
    return { span, name };
  }
  if (kind === Tok.metricName || kind === Tok.without || kind === Tok.number) {
    lexer.reportHere(`${lexer.word} is no label name`, kind === Tok.number ? undefined : `quote it: "${lexer.word}"`);
    lexer.next();
    return { span, name: lexer.text.slice(span.start, span.end) };
  }
  lexer.reportHere(`expected a label of ${clause}, found ${describe(lexer)}`);
  return undefined;
}

/** Names, and the keywords Prometheus lets through as labels (all but `without` and the numbers). */
function isLabel(kind: TokenKind): boolean {
  return (
    kind === Tok.name ||
    (kind >= Tok.aggregator && kind !== Tok.without) ||
    kind === Tok.and ||
    kind === Tok.or ||
    kind === Tok.unless ||
    kind === Tok.atan2
  );
}
