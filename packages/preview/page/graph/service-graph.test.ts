import { describe, expect, it } from 'vitest';
import type { RuleOnPage, ServiceOnPage } from '../../src/wire/project.ts';
import { alertsByService, alertsInWords, type ServiceAlert } from './alerts.ts';
import { ownerGraph, serviceGraph } from './service-graph.ts';

const service = (name: string, owner: string, dependsOn: readonly string[] = []): ServiceOnPage => ({
  name,
  title: name,
  owner,
  dependsOn,
  metrics: 0,
  links: [],
  findings: { errors: 1, warnings: 2 },
});
const rule = (name: string, labels: Readonly<Record<string, string>> = {}): RuleOnPage => ({
  id: name,
  kind: 'alert',
  name,
  query: 'up == 0',
  labels,
  dashboards: [],
  findings: [],
});
const RULES = {
  groups: [
    {
      name: 'web',
      resource: 'web',
      service: 'web',
      interval: 60,
      rules: [rule('WebDown'), rule('DbDown', { service: 'db' }), { ...rule('record'), kind: 'record' as const }],
    },
  ],
};
const FIRING = { labels: {}, annotations: {}, state: 'firing', spans: [] } as const;
const HISTORIES = { from: 0, to: 1, alerts: { DbDown: [FIRING, FIRING] }, unknown: [] };

describe('the alerts of a service', () => {
  it('are those of its groups, and those whose labels say so', () => {
    const alerts = alertsByService(RULES, HISTORIES);
    expect(alerts.get('web')).toEqual([{ id: 'WebDown', name: 'WebDown', service: 'web', state: 'inactive' }]);
    expect(alerts.get('db')).toEqual([{ id: 'DbDown', name: 'DbDown', service: 'db', state: 'firing' }]);
  });

  it('have no state before it is known', () => {
    expect(alertsByService(RULES, undefined).get('db')?.[0]?.state).toBeUndefined();
  });
});

describe('alerts in words', () => {
  const alert = (state: ServiceAlert['state']): ServiceAlert => ({ id: 'a', name: 'a', service: 'web', state });

  it.each<[readonly ServiceAlert['state'][], string]>([
    [['inactive', 'inactive'], '2 alerts, quiet'],
    [['unknown'], '1 alert, not evaluated'],
    [['firing', 'inactive'], '2 alerts'],
    [[undefined], '1 alert'],
  ])('%j are %s', (states, words) => {
    expect(alertsInWords(states.map(alert))).toBe(words);
  });
});

describe('the graph', () => {
  const graph = serviceGraph(
    [service('web', 'shop', ['db', 'mail']), service('api', 'shop', ['db']), service('db', 'platform')],
    alertsByService(RULES, HISTORIES),
  );

  it('counts alerts that fire, not their series', () => {
    expect(graph.nodes.get('db')).toMatchObject({ firing: 1, pending: 0, errors: 1, warnings: 2 });
  });

  it('knows dependencies both ways', () => {
    expect([graph.needs.get('web'), graph.neededBy.get('db')]).toEqual([
      ['db', 'mail'],
      ['web', 'api'],
    ]);
  });

  it('becomes one of owners, each pair linked once', () => {
    const owners = ownerGraph(graph);
    expect(owners.nodes.get('shop')).toMatchObject({ services: 2, errors: 2 });
    expect(owners.nodes.get('platform')?.firing).toBe(1);
    expect(owners.links).toEqual([{ source: 'shop', target: 'platform' }]);
  });
});
