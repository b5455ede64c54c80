import { compareResources, type QueryComparison, type Resource } from '@binnacle/model';
import { describe, expect, it } from 'vitest';
import { inV2 } from '../project/in-v2.ts';
import { type DashboardSide, panelChanges } from './panel-changes.ts';

const queries: QueryComparison = (before, after) => (before === after ? undefined : [{ before, after }]);

function panel(title: string, expr: string, unit = 'short'): object {
  return {
    kind: 'Panel',
    spec: {
      title,
      data: { spec: { queries: [{ spec: { refId: 'A', query: { group: 'prometheus', spec: { expr } } } }] } },
      vizConfig: { group: 'timeseries', spec: { options: {}, fieldConfig: { defaults: { unit }, overrides: [] } } },
    },
  };
}

function board(elements: Readonly<Record<string, object>>): Resource {
  const items = Object.keys(elements).map((name, i) => ({
    kind: 'GridLayoutItem',
    spec: { x: 0, y: i * 8, width: 12, height: 8, element: { kind: 'ElementReference', name } },
  }));
  return {
    apiVersion: 'dashboard.grafana.app/v2',
    kind: 'Dashboard',
    metadata: { name: 'shop' },
    spec: { title: 'Shop', elements, layout: { kind: 'GridLayout', spec: { items } } },
  };
}

function classic(...panels: readonly object[]): Resource {
  return {
    apiVersion: 'dashboard.grafana.app/v1',
    kind: 'Dashboard',
    metadata: { name: 'shop' },
    spec: { title: 'Shop', schemaVersion: 42, panels },
  };
}

const side = (resource: Resource): DashboardSide => ({ resource, places: inV2(resource).places });

function compared(before: Resource, after: Resource): ReturnType<typeof panelChanges> {
  return panelChanges(side(before), side(after), { differences: compareResources(before, after, queries), queries });
}

const classicPanel = (id: number, title: string, expr: string): object => ({
  id,
  type: 'timeseries',
  title,
  gridPos: { x: 0, y: id * 8, w: 12, h: 8 },
  targets: [{ refId: 'A', expr }],
});
const names = (resource: Resource): readonly string[] => Object.keys(inV2(resource).places);

describe('panels of a dashboard that differ', () => {
  it('have their words and their queries; the others are paired', () => {
    const before = board({ errors: panel('Errors', 'errors'), load: panel('Load', 'load') });
    const after = board({ errors: panel('Errors', 'rate(errors[5m])', 'reqps'), load: panel('Load', 'load') });
    expect(compared(before, after)).toEqual({
      changes: [
        {
          change: 'changed',
          title: 'Errors',
          before: 'errors',
          after: 'errors',
          said: [
            { text: 'query A `errors` → `rate(errors[5m])`', reach: 'data' },
            { text: 'unit short → reqps', reach: 'appearance' },
          ],
          queries: [{ label: 'Query A', before: 'errors', after: 'rate(errors[5m])' }],
        },
      ],
      pairs: [
        ['errors', 'errors'],
        ['load', 'load'],
      ],
    });
  });

  it('come, go and are renamed', () => {
    const before = board({ load: panel('Load', 'sum(load)'), old: panel('Old', 'old') });
    const after = board({ work: panel('Work', 'sum(load)'), fresh: panel('Fresh', 'rate(fresh[1m])') });
    expect(compared(before, after).changes).toMatchObject([
      {
        change: 'changed',
        title: 'Work',
        before: 'load',
        after: 'work',
        said: [{ text: 'renamed from Load' }],
        queries: [],
      },
      { change: 'added', title: 'Fresh', after: 'fresh', queries: [{ label: 'Query A', after: 'rate(fresh[1m])' }] },
      { change: 'removed', title: 'Old', before: 'old', queries: [{ label: 'Query A', before: 'old' }] },
    ]);
  });

  it('are told by the names they have on the page, whatever shape they were written in', () => {
    const [before, after] = [
      classic(classicPanel(1, 'A', 'a'), classicPanel(2, 'B', 'b')),
      classic(classicPanel(7, 'B', 'b * 2'), classicPanel(8, 'A', 'a')),
    ];
    const { changes, pairs } = compared(before, after);
    expect(changes).toMatchObject([
      { title: 'B', before: names(before)[1], after: names(after)[0] },
      { title: 'A', before: names(before)[0], after: names(after)[1], said: [{ text: 'moved after B' }] },
    ]);
    expect(pairs).toHaveLength(2);
  });
});
