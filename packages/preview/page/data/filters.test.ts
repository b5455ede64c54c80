import { describe, expect, it } from 'vitest';
import { withFilters } from './filters.ts';

describe('ad hoc filters', () => {
  it('join the matchers of every selector', () => {
    expect(
      withFilters('sum(rate(a[5m])) / sum(rate(b{x="1"}[5m]))', [{ key: 'job', operator: '=', value: 'api' }]),
    ).toBe('sum(rate(a{job="api"}[5m])) / sum(rate(b{job="api",x="1"}[5m]))');
  });

  it('of several values are a regular expression in which they stand for themselves', () => {
    const filter = { key: 'instance', operator: '=|', value: '', values: ['a.b', 'c'] };
    expect(withFilters('up', [filter])).toBe(String.raw`up{instance=~"a\\.b|c"}`);
  });

  it('leave variables that are not replaced yet as they are', () => {
    expect(withFilters('rate(a{x="$x"}[$__rate_interval])', [{ key: 'job', operator: '=', value: 'api' }])).toBe(
      'rate(a{job="api",x="$x"}[$__rate_interval])',
    );
  });

  it('that are not filled in change nothing', () => {
    expect(withFilters('up', [{ key: '', operator: '=', value: '' }])).toBe('up');
  });

  it('leave a query alone that does not parse', () => {
    expect(withFilters('sum(', [{ key: 'job', operator: '=', value: 'api' }])).toBe('sum(');
  });
});
