import { describe, expect, it } from 'vitest';
import type { RuleOnPage, RulesOnPage } from '../../src/wire/project.ts';
import type { AlertHistories, AlertInstance } from '../../src/wire/rules.ts';
import { ownLabels, shownServices, tally, withHistories } from './shown.ts';

const alert = (name: string, more: Partial<RuleOnPage> = {}): RuleOnPage => ({
  kind: 'alert',
  id: name,
  name,
  query: 'up == 0',
  findings: [],
  labels: { severity: 'page' },
  annotations: {},
  dashboards: [],
  ...more,
});
const RULES: RulesOnPage = {
  groups: [
    { name: 'loose', resource: 'loose', interval: 60, rules: [alert('Loose')] },
    {
      resource: 'shop',
      name: 'shop.alerts',
      interval: 60,
      service: 'shop',
      rules: [
        alert('Down'),
        alert('Slow'),
        {
          kind: 'record',
          id: 'r',
          name: 'shop:rate5m',
          query: 'rate(x[5m])',
          labels: { team: 'retail' },
          findings: [],
          dashboards: [],
        },
      ],
    },
  ],
};
const instance = (state: AlertInstance['state']): AlertInstance => ({
  labels: { alertname: 'Down', severity: 'page', instance: 'a:80' },
  annotations: {},
  state,
  spans: [{ state: 'pending', from: 0, to: 1 }],
});
const HISTORIES: AlertHistories = {
  from: 0,
  to: 10,
  alerts: { Down: [instance('inactive'), instance('firing')], Slow: [instance('inactive')] },
  unknown: ['Loose'],
};
const GROUPS = withHistories(RULES, HISTORIES);
const names = (asked: Partial<Parameters<typeof shownServices>[1]>) =>
  shownServices(GROUPS, { question: '', state: '', service: '', ...asked }).map(({ service, groups }) => [
    service,
    groups.flatMap(({ rules }) => rules.map(({ rule }) => rule.name)),
  ]);

describe('the rules page', () => {
  it('says what each alert is now, was, or is not known to be', () => {
    expect(GROUPS.flatMap(({ rules }) => rules.map(({ rule, state }) => [rule.name, state]))).toEqual([
      ['Loose', 'unknown'],
      ['Down', 'firing'],
      ['Slow', 'past'],
      ['shop:rate5m', undefined],
    ]);
    expect(tally(GROUPS)).toEqual({ firing: 1, pending: 0, past: 1, inactive: 0, unknown: 1, record: 1 });
  });

  it('knows no states before the histories are there', () => {
    expect(withHistories(RULES, undefined).flatMap(({ rules }) => rules.map(({ state }) => state))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('lists services by name and rules of nobody last', () => {
    expect(names({})).toEqual([
      ['shop', ['Down', 'Slow', 'shop:rate5m']],
      [undefined, ['Loose']],
    ]);
  });

  it('leaves what is asked for', () => {
    expect(names({ state: 'firing' })).toEqual([['shop', ['Down']]]);
    expect(names({ state: 'record' })).toEqual([['shop', ['shop:rate5m']]]);
    expect(names({ question: 'shop slow' })).toEqual([['shop', ['Slow']]]);
    expect(names({ service: 'shop', question: 'loose' })).toEqual([]);
  });

  it('tells instances apart by the labels that the rule does not set', () => {
    expect(ownLabels(instance('firing'), alert('Down'))).toBe('instance=a:80');
  });
});
