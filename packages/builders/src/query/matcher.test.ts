import { print } from '@binnacle/promql';
import { describe, expect, it } from 'vitest';
import { gauge } from '../metrics/gauge.ts';
import { bounded } from '../metrics/label.ts';
import { anyOf, noneOf, not, notRegex, regex } from './matcher.ts';
import type { Match } from './vector.ts';

const up = gauge('up', { help: 'Up.', unit: 'bool', labels: { path: bounded(9) } });
const text = (path: string | Match) => print(up.where({ path }).expr);

describe('matchers', () => {
  it.each([
    ['a value', 'a', 'up{path="a"}'],
    ['not', not('a'), 'up{path!="a"}'],
    ['anyOf', anyOf('a', 'b'), 'up{path=~"a|b"}'],
    ['noneOf', noneOf('a', 'b'), 'up{path!~"a|b"}'],
    ['regex', regex('a.+'), 'up{path=~"a.+"}'],
    ['notRegex', notRegex('a.+'), 'up{path!~"a.+"}'],
  ])('%s', (_, match, expected) => {
    expect(text(match)).toBe(expected);
  });

  it('take the values of a list as text', () => {
    expect(text(anyOf('/a.b', '/(c)|d'))).toBe(String.raw`up{path=~"/a\\.b|/\\(c\\)\\|d"}`);
  });

  it('take a regular expression as it is', () => {
    expect(text(regex(String.raw`/a\.b`))).toBe(String.raw`up{path=~"/a\\.b"}`);
  });

  it('add up', () => {
    expect(print(up.where({ job: 'x' }).where({ path: not('a') }).expr)).toBe('up{job="x",path!="a"}');
  });
});
