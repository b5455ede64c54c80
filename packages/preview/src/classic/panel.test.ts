import { describe, expect, it } from 'vitest';
import { contextOf } from './context.ts';
import type { Json } from './fields.ts';
import { elementOf } from './panel.ts';

function converted(panel: object): { readonly spec: Json; readonly losses: readonly string[] } {
  const losses: string[] = [];
  const element = elementOf(
    { title: 'P', ...panel },
    1,
    contextOf({}, (loss) => losses.push(loss)),
  );
  return { spec: element['spec'] as Json, losses };
}

/** Plugin, options and field configuration of a panel. */
function drawn(panel: object): unknown {
  const { group, spec } = converted(panel).spec['vizConfig'] as { readonly group: string; readonly spec: object };
  return { group, ...spec };
}

describe('a panel of today', () => {
  it('keeps its options and its field configuration', () => {
    const fieldConfig = {
      defaults: {
        unit: 's',
        thresholds: {
          mode: 'absolute',
          steps: [
            { color: 'green', value: null },
            { color: 'red', value: 80 },
          ],
        },
        custom: { lineWidth: 2 },
      },
      overrides: [{ matcher: { id: 'byName', options: 'a' }, properties: [{ id: 'unit', value: 'bytes' }] }],
    };
    expect(drawn({ type: 'timeseries', options: { legend: { showLegend: true } }, fieldConfig })).toEqual({
      group: 'timeseries',
      options: { legend: { showLegend: true } },
      fieldConfig,
    });
  });

  it('keeps queries, what is done with them, and their settings', () => {
    const { spec } = converted({
      type: 'table',
      datasource: { type: 'prometheus', uid: 'p' },
      interval: '1m',
      maxDataPoints: '100',
      timeFrom: null,
      targets: [{ expr: 'up' }, { refId: 'X', hide: true, datasource: { type: 'loki', uid: 'l' }, expr: '{a="b"}' }],
      transformations: [{ id: 'organize', options: { a: 1 }, disabled: true }],
    });
    expect(spec['data']).toEqual({
      kind: 'QueryGroup',
      spec: {
        queries: [
          {
            kind: 'PanelQuery',
            spec: {
              refId: 'A',
              hidden: false,
              query: {
                kind: 'DataQuery',
                group: 'prometheus',
                version: 'v0',
                datasource: { name: 'p' },
                spec: { expr: 'up' },
              },
            },
          },
          {
            kind: 'PanelQuery',
            spec: {
              refId: 'X',
              hidden: true,
              query: {
                kind: 'DataQuery',
                group: 'loki',
                version: 'v0',
                datasource: { name: 'l' },
                spec: { expr: '{a="b"}' },
              },
            },
          },
        ],
        transformations: [{ kind: 'Transformation', group: 'organize', spec: { options: { a: 1 }, disabled: true } }],
        queryOptions: { interval: '1m', maxDataPoints: 100 },
      },
    });
  });

  it.each([
    ['a name', 'Prometheus', 'prometheus', 'Prometheus'],
    ['a variable', '$ds', 'prometheus', '${ds}'],
    ['a variable in brackets', '[[ds]]', 'prometheus', '${ds}'],
    ['Grafana itself', '-- Grafana --', 'grafana', '-- Grafana --'],
    ['another panel', { uid: '-- Dashboard --', type: 'datasource' }, 'datasource', '-- Dashboard --'],
    ['nothing', null, 'prometheus', undefined],
    ['only a type', { type: 'prometheus' }, 'prometheus', undefined],
  ])('a datasource that is %s', (_, datasource, group, name) => {
    const { spec } = converted({ type: 'stat', datasource, targets: [{ refId: 'A', expr: 'up' }] });
    expect(spec['data']).toMatchObject({
      spec: { queries: [{ spec: { query: { group, ...(name !== undefined && { datasource: { name } }) } } }] },
    });
  });

  it('a link without an address is a loss', () => {
    const links = [
      { title: 'A', url: '/a', targetBlank: true },
      { title: 'B', type: 'dashboard', dashboard: 'Other' },
    ];
    const { spec, losses } = converted({ type: 'stat', links });
    expect(spec['links']).toEqual([{ title: 'A', url: '/a', targetBlank: true }]);
    expect(losses).toEqual(['link B of panel P names a dashboard and no address; it is left out']);
  });
});

describe('graph', () => {
  const graph = {
    type: 'graph',
    lines: true,
    fill: 2,
    linewidth: 3,
    stack: true,
    percentage: true,
    nullPointMode: 'connected',
    legend: { show: true, alignAsTable: true, rightSide: true, values: true, avg: true, current: true },
    tooltip: { shared: true, sort: 2 },
    yaxes: [{ format: 's', label: 'Time', min: '0', logBase: 10 }, { format: 'bytes' }],
    seriesOverrides: [{ alias: '/^b/', yaxis: 2, dashes: true }],
    aliasColors: { a: '#fff' },
  };

  it('is a time series', () => {
    expect(drawn(graph)).toEqual({
      group: 'timeseries',
      options: {
        legend: { showLegend: true, displayMode: 'table', placement: 'right', calcs: ['mean', 'lastNotNull'] },
        tooltip: { mode: 'multi', sort: 'desc' },
      },
      fieldConfig: {
        defaults: {
          unit: 's',
          min: 0,
          color: { mode: 'palette-classic' },
          custom: {
            drawStyle: 'line',
            fillOpacity: 20,
            gradientMode: 'none',
            lineInterpolation: 'linear',
            lineWidth: 3,
            pointSize: 4,
            showPoints: 'never',
            spanNulls: true,
            stacking: { group: 'A', mode: 'percent' },
            axisLabel: 'Time',
            scaleDistribution: { type: 'log', log: 10 },
          },
        },
        overrides: [
          {
            matcher: { id: 'byRegexp', options: '/^b/' },
            properties: [
              { id: 'custom.axisPlacement', value: 'right' },
              { id: 'unit', value: 'bytes' },
              { id: 'custom.lineStyle', value: { fill: 'dash', dash: [10, 10] } },
            ],
          },
          {
            matcher: { id: 'byName', options: 'a' },
            properties: [{ id: 'color', value: { mode: 'fixed', fixedColor: '#fff' } }],
          },
        ],
      },
    });
  });

  it('limits become thresholds that are drawn', () => {
    expect(
      drawn({ type: 'graph', thresholds: [{ value: 90, op: 'gt', colorMode: 'critical', fill: true, line: true }] }),
    ).toMatchObject({
      fieldConfig: {
        defaults: {
          thresholds: {
            mode: 'absolute',
            steps: [
              { value: null, color: 'transparent' },
              { value: 90, color: 'red' },
            ],
          },
          custom: { thresholdsStyle: { mode: 'line+area' } },
        },
      },
    });
  });

  it('what a time series cannot do is a loss', () => {
    const { losses } = converted({
      type: 'graph',
      nullPointMode: 'null as zero',
      xaxis: { mode: 'series' },
      timeRegions: [{}],
    });
    expect(losses).toEqual([
      'panel P: the x axis is of the mode series, which a time series has not; bars of the newest values are shown',
      'panel P: time regions are left out',
      'panel P: missing values are not drawn as 0',
    ]);
  });
});

describe('singlestat', () => {
  it('is a stat', () => {
    const singlestat = {
      type: 'singlestat',
      format: 'percent',
      valueName: 'current',
      colorBackground: true,
      colors: ['green', 'orange', 'red'],
      thresholds: '70, 90',
      sparkline: { show: true },
      valueMaps: [
        { op: '=', text: 'N/A', value: 'null' },
        { text: 'Down', value: '0' },
      ],
      mappingType: 1,
    };
    expect(drawn(singlestat)).toMatchObject({
      group: 'stat',
      options: {
        colorMode: 'background',
        graphMode: 'area',
        reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
      },
      fieldConfig: {
        defaults: {
          unit: 'percent',
          thresholds: {
            steps: [
              { value: null, color: 'green' },
              { value: 70, color: 'orange' },
              { value: 90, color: 'red' },
            ],
          },
          mappings: [
            { type: 'special', options: { match: 'null', result: { text: 'N/A' } } },
            { type: 'value', options: { '0': { text: 'Down' } } },
          ],
        },
      },
    });
  });

  it('one that shows a gauge is a gauge', () => {
    expect(drawn({ type: 'singlestat', gauge: { show: true, minValue: 0, maxValue: 50 } })).toMatchObject({
      group: 'gauge',
      fieldConfig: { defaults: { min: 0, max: 50 } },
    });
  });

  it('texts around the value are a loss', () => {
    expect(converted({ type: 'singlestat', postfix: ' req/s' }).losses).toEqual([
      'panel P: the postfix " req/s" is left out',
    ]);
  });
});

describe('other panels of old', () => {
  it('a table that is styled by columns', () => {
    const styles = [
      { pattern: 'Time', type: 'hidden' },
      {
        pattern: '/Value.*/',
        type: 'number',
        unit: 's',
        decimals: 2,
        alias: 'Took',
        colorMode: 'cell',
        thresholds: ['1', '2'],
        colors: ['a', 'b', 'c'],
      },
    ];
    const panel = { type: 'table', transform: 'table', styles, targets: [{ expr: 'up' }] };
    expect(drawn(panel)).toMatchObject({
      group: 'table',
      fieldConfig: {
        overrides: [
          { matcher: { id: 'byName', options: 'Time' }, properties: [{ id: 'custom.hideFrom.viz', value: true }] },
          {
            matcher: { id: 'byRegexp', options: '/Value.*/' },
            properties: [
              { id: 'displayName', value: 'Took' },
              { id: 'unit', value: 's' },
              { id: 'decimals', value: 2 },
              { id: 'custom.cellOptions', value: { type: 'color-background' } },
              {
                id: 'thresholds',
                value: {
                  steps: [
                    { value: null, color: 'a' },
                    { value: 1, color: 'b' },
                    { value: 2, color: 'c' },
                  ],
                },
              },
            ],
          },
        ],
      },
    });
    expect(converted(panel).spec['data']).toMatchObject({ spec: { transformations: [{ group: 'merge' }] } });
  });

  it('a text', () => {
    expect(drawn({ type: 'text', content: '# Hi', mode: 'markdown' })).toMatchObject({
      options: { content: '# Hi', mode: 'markdown' },
    });
  });

  it('a heatmap', () => {
    const panel = {
      type: 'heatmap',
      dataFormat: 'tsbuckets',
      color: { mode: 'spectrum', colorScheme: 'interpolateBlues' },
      yAxis: { format: 's' },
    };
    expect(drawn(panel)).toMatchObject({
      options: { calculate: false, color: { mode: 'scheme', scheme: 'Blues' }, yAxis: { unit: 's' } },
    });
  });

  it('a gauge with its field options', () => {
    const options = {
      fieldOptions: {
        calcs: ['max'],
        defaults: { unit: 'bytes', max: 10 },
        thresholds: [{ value: null, color: 'green' }],
        mappings: [{ type: 1, value: '1', text: 'on' }],
      },
      orientation: 'auto',
    };
    expect(drawn({ type: 'gauge', options })).toMatchObject({
      group: 'gauge',
      options: { orientation: 'auto', reduceOptions: { calcs: ['max'] } },
      fieldConfig: {
        defaults: { unit: 'bytes', max: 10, mappings: [{ type: 'value', options: { '1': { text: 'on' } } }] },
      },
    });
  });
});
