import type { LabelDomain } from '@binnacle/model';
import { describe, expect, it } from 'vitest';
import { domainWords, labelValues } from './domain.ts';

const METHOD: LabelDomain = { kind: 'one-of', values: ['GET', 'POST'] };

describe('the domain of a label', () => {
  it.each<[LabelDomain, string]>([
    [METHOD, 'one of 2 values'],
    [{ kind: 'bounded', bound: 40 }, 'at most 40 values'],
    [{ kind: 'http-status', form: 'class' }, 'class of an HTTP status'],
    [{ kind: 'service', names: ['redis', 'postgres'] }, 'name of one of 2 services'],
  ])('%j is %s', (domain, words) => {
    expect(domainWords(domain)).toBe(words);
  });

  it('tells declared values that are in the data from those that are not, and from others', () => {
    expect(labelValues(METHOD, ['GET', 'PUT'])).toEqual([
      { value: 'GET', standing: 'known' },
      { value: 'POST', standing: 'absent' },
      { value: 'PUT', standing: 'undeclared' },
    ]);
  });

  it('holds nothing against declared values before the data is known', () => {
    expect(labelValues(METHOD, undefined).every(({ standing }) => standing === 'known')).toBe(true);
  });

  it('allows whatever a status may be, and nothing else', () => {
    expect(labelValues({ kind: 'http-status', form: 'code' }, ['404', '4xx'])).toEqual([
      { value: '404', standing: 'known' },
      { value: '4xx', standing: 'undeclared' },
    ]);
    expect(labelValues({ kind: 'bounded', bound: 2 }, ['anything'])).toEqual([
      { value: 'anything', standing: 'known' },
    ]);
  });
});
