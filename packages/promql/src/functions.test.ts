import { describe, expect, it } from 'vitest';
import { AGGREGATORS } from './aggregators.ts';
import { LANGUAGE_FEATURES, type LanguageFeature } from './features.ts';
import { argumentType, arity, FUNCTIONS } from './functions.ts';

describe('the table of functions', () => {
  const names = [...FUNCTIONS.keys()];

  it('is sorted, without duplicates', () => {
    expect(names).toEqual([...new Set(names)].toSorted());
  });

  const entries = [...FUNCTIONS.values(), ...AGGREGATORS.values()];

  it('documents every function in one line', () => {
    expect(entries.filter(({ doc }) => !/^[^\n]+\.$/.test(doc))).toEqual([]);
  });

  it('knows since when there is a function behind a flag', () => {
    expect(entries.filter(({ feature, since }) => feature !== undefined && since === undefined)).toEqual([]);
  });

  it('has versions of the form major.minor', () => {
    const histories: readonly LanguageFeature[] = [...entries, ...Object.values(LANGUAGE_FEATURES)].map((entry) => ({
      since: '2.0',
      ...entry,
    }));
    const versions = histories.flatMap(({ since, stable }) => [since, stable ?? since]);
    expect(versions.filter((version) => !/^\d\.\d+$/.test(version))).toEqual([]);
  });
});

describe('arguments', () => {
  it.each([
    ['rate', 1, 1],
    ['time', 0, 0],
    ['hour', 0, 1],
    ['round', 1, 2],
    ['label_join', 3, Infinity],
    ['sort_by_label', 1, Infinity],
    ['info', 1, 2],
    ['histogram_quantiles', 3, 12],
  ])('%s takes %d to %d', (name, min, max) => {
    const signature = FUNCTIONS.get(name);
    expect(signature && arity(signature)).toEqual({ min, max });
  });

  it('the last type repeats', () => {
    const signature = FUNCTIONS.get('label_join');
    expect(signature && argumentType(signature, 9)).toBe('string');
    const fixed = FUNCTIONS.get('rate');
    expect(fixed && argumentType(fixed, 1)).toBeUndefined();
  });
});
