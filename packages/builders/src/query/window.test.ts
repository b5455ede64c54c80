import { describe, expect, it } from 'vitest';
import { offset, window } from './window.ts';

describe('window', () => {
  it.each([
    ['5m', 300_000],
    ['1h30m', 5_400_000],
    ['500ms', 500],
  ])('reads %s', (text, ms) => {
    expect(window(text)).toMatchObject({ type: 'DurationLiteral', ms });
  });

  it('takes dashboard variables and duration expressions', () => {
    expect(window('$__rate_interval')).toMatchObject({ type: 'DurationVariable', text: '$__rate_interval' });
    expect(window('step() * 4')).toMatchObject({ type: 'DurationBinary', op: '*' });
  });

  it.each(['', '5x', 'five minutes', '-5m', '5m)'])('refuses "%s"', (text) => {
    expect(() => window(text)).toThrow('is not a duration; write one like "5m"');
  });
});

describe('offset', () => {
  it('may look ahead', () => {
    expect(offset('-5m')).toMatchObject({ type: 'DurationLiteral', ms: -300_000 });
    expect(offset('-$__interval')).toMatchObject({ type: 'DurationUnary', op: '-' });
  });

  it('looks back otherwise', () => {
    expect(offset('5m')).toMatchObject({ ms: 300_000 });
  });
});
