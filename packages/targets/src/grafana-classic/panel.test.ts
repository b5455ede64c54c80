import { describe, expect, test } from 'vitest';
import { panel, query } from '../fixtures/resources.ts';
import type { Loss } from './loss.ts';
import { classicPanel } from './panel.ts';
import type { Element, Panel } from './wire.ts';

const CELL = { kind: 'cell', element: 'p', gridPos: { x: 0, y: 0, w: 12, h: 8 }, path: [] } as const;

function converted(element: Element): { panel: object; losses: string[] } {
  const losses: Loss[] = [];
  const result = classicPanel(element, CELL, { id: 4, report: (loss) => losses.push(loss) });
  return { panel: result, losses: losses.map(({ severity, message }) => `${severity}: ${message}`) };
}

function data(over: Partial<Panel['data']['spec']>): Partial<Panel> {
  return { data: { kind: 'QueryGroup', spec: { queries: [], transformations: [], queryOptions: {}, ...over } } };
}

function fieldConfig(
  defaults: Panel['vizConfig']['spec']['fieldConfig']['defaults'],
  overrides: Panel['vizConfig']['spec']['fieldConfig']['overrides'] = [],
): Partial<Panel> {
  return {
    vizConfig: {
      kind: 'VizConfig',
      group: 'stat',
      version: '',
      spec: { options: {}, fieldConfig: { defaults, overrides } },
    },
  };
}

describe('classicPanel', () => {
  test('writes a panel', () => {
    expect(converted(panel(4, { title: 'Up', description: 'Is it?', transparent: true }))).toEqual({
      panel: {
        id: 4,
        type: 'timeseries',
        pluginVersion: '13.0.0',
        title: 'Up',
        description: 'Is it?',
        transparent: true,
        gridPos: { x: 0, y: 0, w: 12, h: 8 },
        datasource: { type: 'prometheus', uid: 'prom-1' },
        targets: [{ expr: 'up', refId: 'A', datasource: { type: 'prometheus', uid: 'prom-1' } }],
        options: {},
        fieldConfig: { defaults: {}, overrides: [] },
      },
      losses: [],
    });
  });

  test('writes several queries: Mixed, hidden, an expression', () => {
    const queries = [
      query('A', 'up'),
      query('B', 'rate', { group: 'loki', name: 'logs', hidden: true }),
      query('C', '$A+$B', { group: '__expr__', name: '' }),
    ];
    expect(converted(panel(4, data({ queries }))).panel).toMatchObject({
      datasource: { type: 'datasource', uid: '-- Mixed --' },
      targets: [
        { refId: 'A', datasource: { type: 'prometheus', uid: 'prom-1' } },
        { refId: 'B', hide: true, datasource: { type: 'loki', uid: 'logs' } },
        { refId: 'C', datasource: { type: '__expr__', uid: '__expr__' } },
      ],
    });
  });

  test('writes the text of an older plugin’s query', () => {
    const { kind, spec } = query('A', '');
    const queries = [{ kind, spec: { ...spec, query: { ...spec.query, spec: { __legacyStringValue: 'cpu' } } } }];
    expect(converted(panel(4, data({ queries }))).panel).toMatchObject({ targets: [{ refId: 'A', query: 'cpu' }] });
  });

  test('writes query options under their own names', () => {
    const queryOptions = {
      timeFrom: '1h',
      timeShift: '1d',
      maxDataPoints: 100,
      interval: '1m',
      cacheTimeout: '60',
      queryCachingTTL: 5,
      hideTimeOverride: true,
      timeCompare: '1d',
    };
    expect(converted(panel(4, data({ queryOptions })))).toMatchObject({ panel: queryOptions, losses: [] });
  });

  test('says that timeTo and subtitle are lost', () => {
    const { panel: result, losses } = converted(
      panel(4, { subtitle: 'last hour', ...data({ queryOptions: { timeTo: 'now-1h' } }) }),
    );
    expect(JSON.stringify(result)).not.toMatch(/timeTo|subtitle/);
    expect(losses).toEqual([
      'warning: a panel subtitle has no classic form; it is left out',
      'warning: timeTo has no classic form; the panel ends at the dashboard’s time range',
    ]);
  });

  test('writes transformations', () => {
    const transformations = [
      {
        kind: 'Transformation',
        group: 'limit',
        spec: { options: { limitField: 3 }, disabled: true, filter: { id: 'byRefId', options: 'A' }, topic: 'series' },
      },
    ] as const;
    expect(converted(panel(4, data({ transformations }))).panel).toMatchObject({
      transformations: [
        {
          id: 'limit',
          disabled: true,
          filter: { id: 'byRefId', options: 'A' },
          topic: 'series',
          options: { limitField: 3 },
        },
      ],
    });
  });

  test('writes links in full', () => {
    expect(
      converted(panel(4, { links: [{ title: 'Runbook', url: 'https://example.com', targetBlank: true }] })).panel,
    ).toMatchObject({
      links: [{ title: 'Runbook', url: 'https://example.com', targetBlank: true, type: 'link', tags: [] }],
    });
  });

  test('writes a library panel', () => {
    expect(
      converted({
        kind: 'LibraryPanel',
        spec: { id: 4, title: 'Shared', libraryPanel: { uid: 'lib', name: 'Shared' } },
      }),
    ).toEqual({
      panel: {
        id: 4,
        type: 'library-panel-ref',
        title: 'Shared',
        libraryPanel: { uid: 'lib', name: 'Shared' },
        gridPos: CELL.gridPos,
      },
      losses: [],
    });
  });

  test('keeps units, thresholds, mappings, data links and overrides', () => {
    const defaults = {
      unit: 's',
      nullValueMode: 'connected',
      min: 0,
      thresholds: {
        mode: 'absolute',
        steps: [
          { value: null, color: 'green' },
          { value: 0.5, color: 'red' },
        ],
      },
      mappings: [{ type: 'value', options: { '0': { text: 'down', color: 'red' } } }],
      links: [{ title: 'Explore', url: '/explore' }],
      color: { mode: 'thresholds' },
      custom: { lineWidth: 2 },
    } as const;
    const overrides = [
      {
        matcher: { id: 'byName', options: 'p99' },
        properties: [
          { id: 'color', value: { mode: 'fixed', fixedColor: 'red' } },
          { id: 'unit', value: 'ms' },
        ],
      },
    ] as const;
    expect(converted(panel(4, fieldConfig(defaults, overrides)))).toMatchObject({
      panel: { fieldConfig: { defaults, overrides } },
      losses: [],
    });
  });

  test('writes the nearest colour mode and says so', () => {
    const override = {
      matcher: { id: 'byName' },
      properties: [{ id: 'color', value: { mode: 'continuous-viridis' } }],
    };
    const { panel: result, losses } = converted(
      panel(4, fieldConfig({ color: { mode: 'gradient', fixedColor: 'red', gradientColorTo: 'blue' } }, [override])),
    );
    expect(result).toMatchObject({
      fieldConfig: {
        defaults: { color: { mode: 'fixed', fixedColor: 'red' } },
        overrides: [{ properties: [{ value: { mode: 'continuous-BlYlRd' } }] }],
      },
    });
    expect(losses).toEqual([
      'info: colour mode gradient has no classic form; it is written as fixed',
      'info: colour mode continuous-viridis has no classic form; it is written as continuous-BlYlRd',
    ]);
  });

  test('says which field options are lost', () => {
    const override = { matcher: { id: 'byName', scope: 'nested' }, properties: [] } as const;
    const defaults = {
      nullValueMode: 'connected',
      thresholds: { mode: 'absolute', steps: [{ value: 1, valueExpr: '$slo', color: 'red' }] },
    } as const;
    const { panel: result, losses } = converted(panel(4, fieldConfig(defaults, [override])));
    expect(JSON.stringify(result)).not.toMatch(/valueExpr|scope/);
    expect(losses.map((line) => line.split(';')[0])).toEqual([
      'warning: the threshold $slo has no classic form',
      'warning: matcher scope nested has no classic form',
    ]);
  });
});
