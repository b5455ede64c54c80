import { type Resource, validateOne } from '@binnacle/model';
import { describe, expect, it } from 'vitest';
import { toV2 } from './to-v2.ts';

interface Spec {
  readonly elements: Readonly<
    Record<string, { readonly kind: string; readonly spec: Readonly<Record<string, unknown>> }>
  >;
  readonly layout: unknown;
  readonly variables: readonly unknown[];
  readonly annotations: readonly unknown[];
  readonly cursorSync: string;
  readonly timeSettings: unknown;
}

const classic = (spec: object): Resource => ({
  apiVersion: 'dashboard.grafana.app/v1',
  kind: 'Dashboard',
  metadata: { name: 'shop' },
  spec: { title: 'Shop', schemaVersion: 42, ...spec },
});

/** The v2 shape of a classic dashboard, which is valid. */
function converted(spec: object): Spec {
  const { resource } = toV2(classic(spec));
  expect(validateOne(resource).filter(({ severity }) => severity === 'error')).toEqual([]);
  return resource.spec as Spec;
}

const panel = (id: number, [x, y, w, h]: readonly [number, number, number, number], more: object = {}) => ({
  id,
  type: 'stat',
  title: `P${id}`,
  gridPos: { x, y, w, h },
  ...more,
});

interface Item {
  readonly spec: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly element: { readonly name: string };
    readonly repeat?: object;
  };
}
interface Grid {
  readonly kind: string;
  readonly spec: { readonly items: readonly Item[] };
}
interface Rows {
  readonly kind: string;
  readonly spec: {
    readonly rows: readonly {
      readonly spec: {
        readonly title: string;
        readonly collapse: boolean;
        readonly hideHeader?: boolean;
        readonly repeat?: object;
        readonly layout: Grid;
      };
    }[];
  };
}

const gridLines = ({ spec }: Grid): string[] =>
  spec.items.map(({ spec: { x, y, width, height, element } }) => `${element.name} ${x},${y} ${width}x${height}`);

/** The layout drawn as lines: `[title]` for a row, `[title+]` for a closed one, and its panels below. */
function drawn(spec: object): string[] {
  const layout = converted(spec).layout as Grid | Rows;
  if (!('rows' in layout.spec)) return gridLines(layout as Grid);
  return layout.spec.rows.flatMap(({ spec: row }) => [
    row.hideHeader === true ? '-' : `[${row.title}${row.collapse ? '+' : ''}]`,
    ...gridLines(row.layout),
  ]);
}

const rowAt = (y: number, title: string) => ({
  id: 90 + y,
  type: 'row',
  title,
  collapsed: false,
  gridPos: { x: 0, y, w: 24, h: 1 },
  panels: [],
});

describe('layout', () => {
  it('panels without rows are a grid, in reading order', () => {
    expect(drawn({ panels: [panel(2, [12, 0, 12, 8]), panel(1, [0, 0, 12, 8])] })).toEqual([
      'panel-1 0,0 12x8',
      'panel-2 12,0 12x8',
    ]);
  });

  it('what lies below an open row belongs to it, what lies above the first to none', () => {
    const panels = [
      panel(1, [0, 0, 6, 4]),
      rowAt(4, 'One'),
      panel(2, [0, 5, 12, 8]),
      rowAt(13, 'Two'),
      panel(3, [6, 14, 12, 8]),
    ];
    expect(drawn({ panels })).toEqual([
      '-',
      'panel-1 0,0 6x4',
      '[One]',
      'panel-2 0,0 12x8',
      '[Two]',
      'panel-3 6,0 12x8',
    ]);
  });

  it('a closed row holds its panels itself', () => {
    const row = {
      id: 9,
      type: 'row',
      title: 'One',
      collapsed: true,
      gridPos: { x: 0, y: 0, w: 24, h: 1 },
      panels: [panel(1, [0, 1, 12, 8]), panel(2, [12, 3, 12, 6])],
    };
    expect(drawn({ panels: [row] })).toEqual(['[One+]', 'panel-1 0,0 12x8', 'panel-2 12,2 12x6']);
  });

  it('rows and panels repeat', () => {
    const templating = { list: [{ type: 'custom', name: 'env', query: 'a,b' }] };
    const row = {
      type: 'row',
      title: '$env',
      collapsed: false,
      repeat: 'env',
      gridPos: { x: 0, y: 0, w: 24, h: 1 },
      panels: [],
    };
    const repeated = panel(1, [0, 1, 12, 8], { repeat: 'env', repeatDirection: 'v' });
    const { spec } = converted({ templating, panels: [row, repeated] }).layout as Rows;
    expect(spec.rows[0]?.spec.repeat).toEqual({ mode: 'variable', value: 'env' });
    expect(spec.rows[0]?.spec.layout.spec.items[0]?.spec.repeat).toEqual({
      mode: 'variable',
      value: 'env',
      direction: 'v',
    });
  });

  it('clones of repeated panels are left out', () => {
    expect(drawn({ panels: [panel(1, [0, 0, 12, 8]), panel(2, [12, 0, 12, 8], { repeatPanelId: 1 })] })).toEqual([
      'panel-1 0,0 12x8',
    ]);
  });

  it('rows of panels from before Grafana 5 are a grid', () => {
    const rows = [
      {
        height: '250px',
        panels: [
          { id: 1, type: 'text', span: 4 },
          { id: 2, type: 'text', span: 4 },
          { id: 3, type: 'text', span: 6 },
        ],
      },
      { panels: [{ id: 4, type: 'text' }] },
    ];
    expect(drawn({ schemaVersion: 14, rows })).toEqual([
      'panel-1 0,0 8x7',
      'panel-2 8,0 8x7',
      'panel-3 0,7 12x7',
      'panel-4 0,14 24x7',
    ]);
  });

  it('and rows where they show their title or close', () => {
    const rows = [
      { title: 'One', showTitle: true, panels: [{ id: 1, type: 'text', span: 12 }] },
      { title: 'Two', collapse: true, panels: [{ id: 2, type: 'text', span: 6 }] },
    ];
    expect(drawn({ schemaVersion: 14, rows })).toEqual(['[One]', 'panel-1 0,0 24x7', '[Two+]', 'panel-2 0,0 12x7']);
  });

  it('panels that share an id or have none get one', () => {
    const panels = [panel(1, [0, 0, 12, 8]), panel(1, [12, 0, 12, 8]), { ...panel(0, [0, 8, 12, 8]), id: null }];
    expect(Object.keys(converted({ panels }).elements)).toEqual(['panel-1', 'panel-2', 'panel-3']);
  });
});

describe('the dashboard', () => {
  it('keeps its settings', () => {
    const { cursorSync, timeSettings } = converted({
      graphTooltip: 1,
      time: { from: 'now-1h', to: 'now' },
      refresh: false,
      timezone: 'utc',
      weekStart: '',
      timepicker: { hidden: true, refresh_intervals: ['30s'] },
      panels: [],
    });
    expect(cursorSync).toBe('Crosshair');
    expect(timeSettings).toEqual({
      from: 'now-1h',
      to: 'now',
      timezone: 'utc',
      autoRefresh: '',
      autoRefreshIntervals: ['30s'],
      hideTimepicker: true,
      fiscalYearStartMonth: 0,
    });
  });

  it('sharedCrosshair is the crosshair of very old ones', () => {
    expect(converted({ sharedCrosshair: true, rows: [] }).cursorSync).toBe('Crosshair');
  });

  it('is not changed by conversion', () => {
    const resource = classic({ panels: [panel(1, [0, 0, 12, 8], { targets: [{ expr: 'up' }] })] });
    const before = structuredClone(resource);
    toV2(resource);
    expect(resource).toEqual(before);
  });

  it('says where each panel was', () => {
    const row = {
      type: 'row',
      title: 'One',
      collapsed: true,
      gridPos: { x: 0, y: 8, w: 24, h: 1 },
      panels: [panel(2, [0, 9, 12, 8])],
    };
    expect(toV2(classic({ panels: [panel(1, [0, 0, 12, 8]), row] })).places).toEqual({
      'panel-1': '/spec/panels/0',
      'panel-2': '/spec/panels/1/panels/0',
    });
  });

  it('an exported one asks the default datasource, and has its constants filled in', () => {
    const { elements } = converted({
      __inputs: [
        { name: 'DS_PROM', type: 'datasource', pluginId: 'prometheus' },
        { name: 'VAR_JOB', type: 'constant', value: 'api' },
      ],
      panels: [
        panel(1, [0, 0, 12, 8], {
          datasource: { type: 'prometheus', uid: '${DS_PROM}' },
          targets: [{ refId: 'A', datasource: '${DS_PROM}', expr: 'up{job="${VAR_JOB}"}' }],
        }),
      ],
    });
    expect(elements['panel-1']?.spec['data']).toMatchObject({
      spec: { queries: [{ spec: { query: { group: 'prometheus', spec: { expr: 'up{job="api"}' } } } }] },
    });
    expect(JSON.stringify(elements)).not.toContain('DS_PROM');
  });
});

describe('library panels', () => {
  const reference = panel(1, [0, 0, 12, 8], {
    type: undefined,
    title: undefined,
    libraryPanel: { uid: 'lib1', name: 'Errors' },
  });

  it('a reference stays one, and is a loss', () => {
    const { resource, losses } = toV2(classic({ panels: [reference] }));
    expect((resource.spec as Spec).elements['panel-1']).toEqual({
      kind: 'LibraryPanel',
      spec: { id: 1, title: 'Errors', libraryPanel: { uid: 'lib1', name: 'Errors' } },
    });
    expect(losses).toEqual(['the content of library panel Errors lives in Grafana; it cannot be shown']);
  });

  it('what came along with an export is drawn', () => {
    const content = { type: 'timeseries', targets: [{ refId: 'A', expr: 'up' }] };
    const { resource, losses } = toV2(
      classic({ __elements: { lib1: { uid: 'lib1', model: content } }, panels: [reference] }),
    );
    expect((resource.spec as Spec).elements['panel-1']).toMatchObject({
      kind: 'Panel',
      spec: { title: 'Errors', vizConfig: { group: 'timeseries' } },
    });
    expect(losses).toEqual([]);
  });
});
