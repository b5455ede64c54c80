import { describe, expect, it } from 'vitest';
import { Lexer } from './lexer.ts';
import { Tok } from './token.ts';

const NAMES = new Map<number, string>(Object.entries(Tok).map(([name, kind]) => [kind, name]));

function tokens(text: string, variables = true): string {
  const lexer = new Lexer(text, variables);
  const found: string[] = [];
  while (lexer.next() !== Tok.eof) found.push(`${NAMES.get(lexer.kind)}:${lexer.word}`);
  return found.join(' ');
}

describe('Lexer', () => {
  it.each([
    ['sum by(job)', 'aggregator:sum by:by leftParen:( name:job rightParen:)'],
    ['a:b :c', 'metricName:a:b metricName::c'],
    [
      '{sum="x",by!~`y`}',
      'leftBrace:{ name:sum assign:= string:"x" comma:, name:by notRegex:!~ string:`y` rightBrace:}',
    ],
    ['[5m:1m] :a', 'leftBracket:[ duration:5m colon:: duration:1m rightBracket:] metricName::a'],
    ['5 5. .5 5e-3 0x1F 1h30m 5M', 'number:5 number:5. number:.5 number:5e-3 number:0x1F duration:1h30m duration:5M'],
    ['Inf nan', 'number:Inf number:nan'],
    ['fill fill(0)', 'name:fill fill:fill leftParen:( number:0 rightParen:)'],
    ['a # b\n c', 'name:a name:c'],
    [
      '<= </ < >= >/ > == != =~',
      'lessEqual:<= trimUpper:</ less:< greaterEqual:>= trimLower:>/ greater:> equal:== notEqual:!= equalRegex:=~',
    ],
    ['$x ${y:csv} [[z]]', 'variable:$x variable:${y:csv} variable:[[z]]'],
    ['a_$x ${y}_b 5$u ${n}m', 'mixed:a_$x mixed:${y}_b mixed:5$u mixed:${n}m'],
    ['a[[[w]]]', 'name:a leftBracket:[ variable:[[w]] rightBracket:]'],
    ['a[[w]][5m]', 'mixed:a[[w]] leftBracket:[ duration:5m rightBracket:]'],
    ['[$a:$b]', 'leftBracket:[ variable:$a colon:: variable:$b rightBracket:]'],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });

  it('reads what stands for an operator as that operator, and says so', () => {
    const lexer = new Lexer('a && b', true);
    lexer.next();
    expect(lexer.next()).toBe(Tok.and);
    expect(lexer.errors).toEqual([
      { message: '&& is no PromQL operator', span: { start: 2, end: 4 }, hint: 'write and' },
    ]);
  });

  it('has no variables when they are not allowed', () => {
    const lexer = new Lexer('$x', false);
    expect(lexer.next()).toBe(Tok.variable);
    expect(lexer.errors).toHaveLength(1);
  });
});
