import { describe, expect, it } from 'vitest';
import type { DashboardOnPage } from '../../../src/wire/project.ts';
import { listed } from './listed.ts';

const OPTIONS = { showSearch: true, showStarred: false, showRecentlyViewed: false, query: '', tags: [], maxItems: 10 };
const one = (title: string, tags: readonly string[]): DashboardOnPage => ({
  uid: title,
  title,
  tags,
  panels: 1,
  findings: { errors: 0, warnings: 0 },
});
const ALL = [one('Checkout', ['slo']), one('Postgres', ['db']), one('Redis', ['db', 'slo'])];

describe('a list of dashboards', () => {
  it('has those with all tags', () => {
    expect(listed(ALL, { ...OPTIONS, tags: ['db', 'slo'] }).map(({ uid }) => uid)).toEqual(['Redis']);
  });

  it('has those whose title holds the words', () => {
    expect(listed(ALL, { ...OPTIONS, query: 'post' }).map(({ uid }) => uid)).toEqual(['Postgres']);
  });

  it('is no longer than it may be', () => {
    expect(listed(ALL, { ...OPTIONS, maxItems: 1 })).toHaveLength(1);
  });

  it('is empty where only a Grafana knows what to list', () => {
    expect(listed(ALL, { ...OPTIONS, showSearch: false })).toEqual([]);
  });
});
