import { describe, expect, it } from 'vitest';
import type { ServiceOnPage } from '../../src/wire/project.ts';
import { type Asked, matching, partOf } from './part.ts';
import { serviceGraph } from './service-graph.ts';

const service = (
  name: string,
  dependsOn: readonly string[] = [],
  more: Partial<ServiceOnPage> = {},
): ServiceOnPage => ({
  name,
  title: name,
  owner: 'shop',
  tier: '2',
  dependsOn,
  metrics: 0,
  links: [],
  findings: { errors: 0, warnings: 0 },
  ...more,
});
const GRAPH = serviceGraph(
  [
    service('web', ['api']),
    service('api', ['db', 'mail']),
    service('db', ['host'], { owner: 'platform', tier: '1', kind: 'datastore' }),
    service('host', [], { owner: 'platform' }),
    service('batch', ['db']),
    service('alone'),
  ],
  new Map(),
);
const ALL: Asked = { question: '', owner: '', selected: '', depth: undefined };
const ids = (asked: Partial<Asked>, limit = 100): readonly string[] =>
  partOf(GRAPH, { ...ALL, ...asked }, limit)
    .nodes.map(({ id }) => id)
    .toSorted();

const found = (question: string) => matching(GRAPH, { ...ALL, question }).map(({ id }) => id);

describe('the part of the graph that is drawn', () => {
  it('is all of it when nothing is asked, with what is not declared and what stands alone', () => {
    expect(ids({})).toEqual(['alone', 'api', 'batch', 'db', 'host', 'mail', 'web']);
    expect(GRAPH.nodes.get('mail')?.isDeclared).toBe(false);
  });

  it('is what is so many steps before and behind a service, and nothing beside the way', () => {
    expect(ids({ selected: 'api', depth: 1 })).toEqual(['api', 'db', 'mail', 'web']);
    expect(ids({ selected: 'api', depth: 2 })).toEqual(['api', 'db', 'host', 'mail', 'web']);
  });

  it('has what is beside that of an owner, as such', () => {
    const part = partOf(GRAPH, { ...ALL, owner: 'platform' }, 100);
    expect([...part.asked].toSorted()).toEqual(['db', 'host']);
    expect(part.nodes.map(({ id }) => id).toSorted()).toEqual(['api', 'batch', 'db', 'host']);
  });

  it('leaves out what matters least when there is too much, and says how much there is', () => {
    expect(ids({ selected: 'alone' }, 3)).toEqual(['alone', 'db', 'web']);
    expect(partOf(GRAPH, ALL, 2).total).toBe(7);
  });

  it('has links between what is drawn only', () => {
    expect(partOf(GRAPH, { ...ALL, selected: 'host', depth: 1 }, 100).links).toEqual([
      { source: 'db', target: 'host' },
    ]);
  });

  it('is searched by name, owner, kind and tier', () => {
    expect(found('datastore')).toEqual(['db']);
    expect(found('tier 1')).toEqual(['db']);
    expect(found('nothing like it')).toEqual([]);
  });
});
