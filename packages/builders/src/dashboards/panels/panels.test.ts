import * as heatmapSdk from '@grafana/grafana-foundation-sdk/heatmap';
import * as lokiSdk from '@grafana/grafana-foundation-sdk/loki';
import * as timeseriesSdk from '@grafana/grafana-foundation-sdk/timeseries';
import { validate, valueAt } from '@binnacle/model';
import { describe, expect, it } from 'vitest';
import { counter } from '../../metrics/counter.ts';
import { gauge } from '../../metrics/gauge.ts';
import { histogram } from '../../metrics/histogram.ts';
import { httpStatus } from '../../metrics/label.ts';
import { sum } from '../../query/aggregate.ts';
import { rate } from '../../query/rate.ts';
import { service } from '../../service/service.ts';
import { annotation } from '../annotations/annotation.ts';
import { dashboard } from '../dashboard.ts';
import { cloudwatch } from '../queries/cloudwatch.ts';
import { loki } from '../queries/loki.ts';
import { pyroscope } from '../queries/pyroscope.ts';
import { query } from '../queries/query.ts';
import { mysql, postgres } from '../queries/sql.ts';
import { staticTable } from '../queries/static-table.ts';
import { tempo } from '../queries/tempo.ts';
import { adhocVariable } from '../variables/adhoc.ts';
import { constantVariable } from '../variables/constant.ts';
import { customVariable } from '../variables/custom.ts';
import { groupByVariable } from '../variables/group-by.ts';
import { intervalVariable } from '../variables/interval.ts';
import { queryVariable } from '../variables/query.ts';
import { switchVariable } from '../variables/switch.ts';
import { textVariable } from '../variables/textbox.ts';
import { instanceVariable } from '../variables/well-known.ts';
import { alertlist } from './alertlist.ts';
import { annotationslist } from './annotationslist.ts';
import { barchart } from './barchart.ts';
import { bargauge } from './bargauge.ts';
import { candlestick } from './candlestick.ts';
import { canvas } from './canvas.ts';
import { dashboardlist } from './dashboardlist.ts';
import { datagrid } from './datagrid.ts';
import { flamegraph } from './flamegraph.ts';
import { gaugePanel } from './gauge.ts';
import { geomap } from './geomap.ts';
import { heatmap } from './heatmap.ts';
import { histogramPanel } from './histogram.ts';
import { logs } from './logs.ts';
import { mappings, upOrDown } from './mappings.ts';
import { news } from './news.ts';
import { nodeGraph } from './nodegraph.ts';
import { byName } from './override.ts';
import { panel, type Panel } from './panel.ts';
import { piechart } from './piechart.ts';
import { stat } from './stat.ts';
import { statetimeline } from './statetimeline.ts';
import { statushistory } from './statushistory.ts';
import { table } from './table.ts';
import { text } from './text.ts';
import { thresholds } from './thresholds.ts';
import { timeseries, type TimeseriesOptions } from './timeseries.ts';
import { traces } from './traces.ts';
import { trend } from './trend.ts';
import { xychart } from './xychart.ts';

const requests = counter('shop_requests_total', {
  help: 'Requests.',
  unit: 'requests',
  labels: { code: httpStatus() },
});
const duration = histogram('shop_request_seconds', { help: 'Duration.', unit: 'seconds', buckets: [0.1, 1] });
const memory = gauge('shop_memory_bytes', { help: 'Memory.', unit: 'bytes' });
const up = gauge('up', { help: 'Up.', unit: 'bool' });
const shop = service('shop', {
  title: 'Shop',
  description: 'Sells.',
  owner: 'web',
  tier: 1,
  kind: 'online-serving',
  metrics: { requests, duration, memory },
});

const total = query(sum(rate(requests)));
const byCode = query(sum(rate(requests), { by: ['code'] }));
const limits = thresholds({ warning: 100, critical: 200 });

/** One panel of every kind. */
const panels: readonly Panel[] = [
  alertlist('Alert list', { labels: { service: 'shop' } }),
  annotationslist('Annotation list', { tags: ['deploy'] }),
  barchart('Bar chart', { queries: [byCode] }),
  bargauge('Bar gauge', { queries: [byCode], thresholds: limits }),
  candlestick('Candlestick', { queries: [total] }),
  canvas('Canvas', { queries: [total], elements: [{ name: 'box', type: 'rectangle' }] }),
  dashboardlist('Dashboard list', { tags: ['shop'] }),
  datagrid('Data grid', { queries: [staticTable(['a'], [[1]])] }),
  flamegraph('Flame graph', {
    queries: [pyroscope('process_cpu:cpu:nanoseconds:cpu:nanoseconds', { selector: '{service_name="shop"}' })],
  }),
  gaugePanel('Gauge', { queries: [query(memory)], thresholds: limits }),
  geomap('Map', { queries: [byCode] }),
  heatmap('Heatmap', { queries: [query(sum(rate(duration.bucket), { by: ['le'] }))] }),
  histogramPanel('Histogram', { queries: [query(memory)] }),
  logs('Logs', { queries: [loki('{app="shop"}', { maxLines: 100 })] }),
  news('News', { feed: 'https://status.example.org/feed' }),
  nodeGraph('Node graph', {
    nodes: staticTable(['id', 'title', 'arc__ok', 'arc__failed'], [['a', 'A', 0.9, 0.1]]),
    edges: mysql('SELECT id, source, target FROM edges'),
  }),
  piechart('Pie chart', { queries: [byCode] }),
  stat('Stat', { queries: [total], color: 'critical' }),
  statetimeline('State timeline', { queries: [query(up)], mappings: upOrDown() }),
  statushistory('Status history', { queries: [query(up)], mappings: mappings({ 1: 'Up' }) }),
  table('Table', {
    queries: [query(memory, { legend: 'Memory' }), query(rate(requests), { legend: 'Requests' })],
    sortBy: 'Memory',
  }),
  table('SQL', { queries: [postgres('SELECT a FROM t'), mysql('SELECT b FROM t')] }),
  text('Text', { content: '# Hello' }),
  timeseries('Time series', { queries: [byCode, query(memory)], thresholds: limits, stacked: true }),
  timeseries('CloudWatch', {
    queries: [
      cloudwatch({
        namespace: 'AWS/RDS',
        metricName: 'CPUUtilization',
        dimensions: { DBInstanceIdentifier: 'shop' },
        statistic: 'Average',
      }),
    ],
  }),
  traces('Trace', { queries: [tempo('{ resource.service.name = "shop" }')] }),
  trend('Trend', { queries: [total], xField: 'x' }),
  xychart('XY chart', {
    queries: [query(memory, { legend: 'Memory' }), query(rate(requests), { legend: 'Requests' })],
    axes: { x: 'Memory', y: 'Requests' },
  }),
  panel('From the SDK', {
    viz: new heatmapSdk.VisualizationV2Builder().unit('s'),
    queries: [new lokiSdk.QueryV2Builder().expr('{a="b"}'), total],
  }),
];

const all = dashboard(
  shop,
  'Everything',
  {
    purpose: 'Shows one panel of every kind.',
    variables: [
      instanceVariable(memory),
      adhocVariable('filters'),
      groupByVariable('group', ['code']),
      constantVariable('tier', 'one'),
      customVariable('quantile', ['0.5', '0.99'], { includeAll: true }),
      intervalVariable('window', ['5m', '1h']),
      queryVariable('customer', mysql('SELECT name FROM customers')),
      switchVariable('verbose'),
      textVariable('needle'),
    ],
    annotations: [annotation('Down', up)],
  },
  panels,
);

/** What a dashboard of the shop says of one panel. */
interface Shown {
  readonly options: unknown;
  readonly defaults: unknown;
  readonly overrides: readonly unknown[];
  readonly queries: readonly { readonly refId: string; readonly spec: unknown }[];
  readonly transformations: readonly { readonly group: string; readonly options: unknown }[];
}

function viz(one: Panel): Shown {
  const { elements } = dashboard(shop, 'One', { purpose: '' }, [one]).spec;
  const [element] = Object.values(elements);
  if (element?.kind !== 'Panel') throw new Error('no panel');
  const { vizConfig, data } = element.spec;
  return {
    options: vizConfig.spec.options,
    ...vizConfig.spec.fieldConfig,
    queries: data.spec.queries.map(({ spec }) => ({ refId: spec.refId, spec: valueAt(spec, '/query/spec') })),
    transformations: data.spec.transformations.map(({ group, spec }) => ({
      group,
      options: valueAt(spec, '/options'),
    })),
  };
}

const again = () => JSON.stringify(dashboard(shop, 'One', { purpose: '' }, panels).spec);

describe('panels of every kind', () => {
  it('fit the schemas of Grafana’s SDK', () => {
    expect(validate([shop, all]).filter(({ resource }) => resource === 'Dashboard/shop-everything')).toEqual([]);
  });

  it('would not with an option that Grafana does not have', () => {
    const wrong = timeseries('Wrong', {
      queries: [total],
      // @ts-expect-error the compiler knows it too
      options: { legend: { placement: 'left' } },
    });
    const messages = validate([shop, dashboard(shop, 'One', { purpose: '' }, [wrong])]).map(({ subject }) => subject);
    expect(messages).toContain('Wrong');
  });

  it('are plain JSON', () => {
    expect(JSON.parse(JSON.stringify(all.spec))).toEqual(all.spec);
    expect(() => structuredClone(all)).not.toThrow();
  });

  it('are the same every time', () => {
    expect(again()).toBe(again());
  });
});

describe('conventions', () => {
  it('a graph of rates starts at zero, in the unit of its queries, with numbers in its legend', () => {
    const { defaults, options } = viz(timeseries('A', { queries: [total] }));
    expect(defaults).toMatchObject({ unit: 'reqps', min: 0, noValue: 'No data' });
    expect(options).toMatchObject({
      legend: { displayMode: 'table', showLegend: true, calcs: ['lastNotNull', 'mean', 'max'] },
      tooltip: { mode: 'multi', sort: 'desc' },
    });
  });

  it('what is said wins over what is inferred', () => {
    const { defaults, options } = viz(
      timeseries('A', {
        queries: [total],
        unit: 'short',
        min: 5,
        options: { legend: { placement: 'right' } },
        custom: { lineWidth: 3 },
      }),
    );
    expect(defaults).toMatchObject({ unit: 'short', min: 5, custom: { lineWidth: 3, fillOpacity: 10 } });
    expect(options).toMatchObject({ legend: { placement: 'right', displayMode: 'table' } });
  });

  it('a query in another unit than the first has its own', () => {
    expect(viz(timeseries('A', { queries: [total, query(memory)] })).overrides).toEqual([
      { matcher: { id: 'byFrameRefID', options: 'B' }, properties: [{ id: 'unit', value: 'bytes' }] },
    ]);
  });

  it('classes of status codes have the colours of what they mean', () => {
    const { overrides } = viz(
      timeseries('A', { queries: [query(sum(rate(requests), { by: ['code'] }), { legend: '{{code}}' })] }),
    );
    expect(overrides).toContainEqual({
      matcher: { id: 'byRegexp', options: String.raw`/\b5(\d\d|xx)\b/` },
      properties: [{ id: 'color', value: { mode: 'shades', fixedColor: 'red' } }],
    });
  });

  it('a query may have the colour of what it means', () => {
    expect(viz(timeseries('A', { queries: [query(memory, { color: 'critical' })] })).overrides).toEqual([
      {
        matcher: { id: 'byFrameRefID', options: 'A' },
        properties: [{ id: 'color', value: { mode: 'shades', fixedColor: 'red' } }],
      },
    ]);
  });

  it('a number without thresholds stays calm, whatever it is', () => {
    expect(viz(stat('A', { queries: [total] })).defaults).toMatchObject({
      thresholds: { steps: [{ value: null, color: 'blue' }] },
    });
  });

  it('a dial of a share goes from zero to one', () => {
    const share = query(rate(requests.where({ code: '500' })).div(rate(requests)));
    expect(viz(gaugePanel('A', { queries: [share] })).defaults).toMatchObject({ unit: 'percentunit', min: 0, max: 1 });
  });

  it('the y axis of a heatmap is in the unit of the observations', () => {
    const { options } = viz(heatmap('A', { queries: [query(sum(rate(duration.bucket), { by: ['le'] }))] }));
    expect(options).toMatchObject({ yAxis: { unit: 's' } });
  });

  it('one series without labels is called like its panel', () => {
    expect(viz(timeseries('Requests', { queries: [total] })).queries[0]?.spec).toMatchObject({
      legendFormat: 'Requests',
    });
    expect(viz(timeseries('Requests', { queries: [byCode] })).queries[0]?.spec).toMatchObject({
      legendFormat: '__auto',
    });
  });

  it('a table asks once, joins its queries by label and names their columns', () => {
    const { queries, transformations, overrides } = viz(
      table('A', { queries: [query(memory, { legend: 'Memory' }), query(rate(requests), { legend: 'Rate' })] }),
    );
    expect(queries.map(({ spec }) => spec)).toMatchObject([
      { instant: true, range: false, format: 'table' },
      { instant: true, range: false, format: 'table' },
    ]);
    expect(transformations.map(({ group }) => group)).toEqual(['merge', 'organize']);
    expect(transformations[1]?.options).toMatchObject({
      renameByName: { 'Value #A': 'Memory', 'Value #B': 'Rate' },
    });
    expect(overrides).toEqual([
      { matcher: { id: 'byName', options: 'Rate' }, properties: [{ id: 'unit', value: 'reqps' }] },
    ]);
  });

  it('overrides of the user come last', () => {
    const { overrides } = viz(
      timeseries('A', {
        queries: [total, query(memory)],
        overrides: [byName('x', { color: 'ok', custom: { lineWidth: 2 } })],
      }),
    );
    expect(overrides.at(-1)).toEqual({
      matcher: { id: 'byName', options: 'x' },
      properties: [
        { id: 'color', value: { mode: 'shades', fixedColor: 'green' } },
        { id: 'custom.lineWidth', value: 2 },
      ],
    });
  });
});

describe('thresholds', () => {
  it('rise to critical', () => {
    expect(thresholds({ critical: 0.9, warning: 0.7 }).steps).toEqual([
      { value: null, color: 'green' },
      { value: 0.7, color: 'orange' },
      { value: 0.9, color: 'red' },
    ]);
  });

  it('fall to critical when higher is better', () => {
    expect(thresholds({ ok: 0.999, warning: 0.99 }).steps).toEqual([
      { value: null, color: 'red' },
      { value: 0.99, color: 'orange' },
      { value: 0.999, color: 'green' },
    ]);
  });
});

function ids(...queries: TimeseriesOptions['queries']): readonly string[] {
  return viz(timeseries('A', { queries })).queries.map(({ refId }) => refId);
}

describe('refIds', () => {
  it('are the next free letters', () => {
    expect(ids(total, query(memory, { refId: 'B' }), byCode)).toEqual(['A', 'B', 'C']);
  });

  it('are refused twice', () => {
    expect(() => ids(query(memory, { refId: 'B' }), query(memory, { refId: 'B' }))).toThrow(
      'panel "A": two queries have refId B',
    );
  });
});

const nodes = (ok: number) => staticTable(['id', 'arc__ok', 'arc__failed'], [['a', ok, 0.5]]);

describe('frames with a contract', () => {
  const edges = staticTable(['id', 'source', 'target'], [['1', 'a', 'b']]);

  it('a node graph needs the ends of its edges', () => {
    expect(() => nodeGraph('A', { edges: mysql('SELECT id, source FROM edges') })).toThrow(
      'panel "A": the frame of edges lacks the column target; it has id, source',
    );
    expect(() => nodeGraph('A', { edges })).not.toThrow();
  });

  it('a node graph would ignore a misspelt column', () => {
    expect(() => nodeGraph('A', { nodes: mysql('SELECT id, manstat FROM nodes'), edges })).toThrow(
      'would ignore the column manstat',
    );
  });

  it('the arcs of a node add up to one', () => {
    expect(() => nodeGraph('A', { nodes: nodes(0.6), edges })).toThrow('the arcs of node a add up to 1.1');
    expect(() => nodeGraph('A', { nodes: nodes(0.5), edges })).not.toThrow();
  });

  it('a flame graph needs nested frames', () => {
    expect(() => flamegraph('A', { queries: [mysql('SELECT level, value, label FROM f')] })).toThrow(
      'lacks the column self',
    );
    expect(() => flamegraph('A', { queries: [mysql('SELECT level, value, self, label FROM f')] })).not.toThrow();
  });

  it('what cannot be known is not judged', () => {
    expect(() => nodeGraph('A', { edges: mysql('SELECT * FROM edges') })).not.toThrow();
  });
});

describe('builders of the SDK', () => {
  it('keep what they say and get what they leave open', () => {
    const made = viz(
      panel('A', { viz: new timeseriesSdk.VisualizationV2Builder().decimals(3).noValue('–'), queries: [total] }),
    );
    expect(made.defaults).toMatchObject({ decimals: 3, noValue: '–', unit: 'reqps' });
  });

  it('are refused for the beta shape', () => {
    expect(() => panel('A', { viz: new timeseriesSdk.VisualizationBuilder(), queries: [] })).toThrow(
      'VisualizationBuilder makes the v2beta1 shape; use VisualizationV2Builder',
    );
  });
});
