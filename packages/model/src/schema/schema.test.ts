import { createRequire } from 'node:module';
import * as dashboardv2 from '@grafana/grafana-foundation-sdk/dashboardv2';
import * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';
import { describe, expect, test } from 'vitest';
import { isRecord } from '../record.ts';
import { panelValidator, queryValidator, specValidator } from './validator.ts';

const require = createRequire(import.meta.url);

/** Panels and queries of the SDK: module → plugin id. */
const PANELS = {
  annotationslist: 'annolist',
  barchart: 'barchart',
  bargauge: 'bargauge',
  candlestick: 'candlestick',
  canvas: 'canvas',
  dashboardlist: 'dashlist',
  datagrid: 'datagrid',
  debug: 'debug',
  gauge: 'gauge',
  geomap: 'geomap',
  heatmap: 'heatmap',
  histogram: 'histogram',
  logs: 'logs',
  news: 'news',
  nodegraph: 'nodeGraph',
  piechart: 'piechart',
  stat: 'stat',
  statetimeline: 'state-timeline',
  statushistory: 'status-history',
  table: 'table',
  text: 'text',
  timeseries: 'timeseries',
  trend: 'trend',
  xychart: 'xychart',
};
const QUERIES = {
  athena: 'grafana-athena-datasource',
  azuremonitor: 'grafana-azure-monitor-datasource',
  bigquery: 'grafana-bigquery-datasource',
  cloudwatch: 'cloudwatch',
  datasource: 'datasource',
  elasticsearch: 'elasticsearch',
  expr: '__expr__',
  googlecloudmonitoring: 'cloud-monitoring',
  grafanapyroscope: 'grafanapyroscope',
  loki: 'loki',
  parca: 'parca',
  prometheus: 'prometheus',
  tempo: 'tempo',
  testdata: 'testdata',
};

/** What a function of the SDK makes, as the plain JSON that is written. */
function made(module: string, call: string): unknown {
  const sdk: unknown = require(`@grafana/grafana-foundation-sdk/${module}`);
  const make = isRecord(sdk) ? sdk[call] : undefined;
  return typeof make === 'function' ? JSON.parse(JSON.stringify(make())) : null;
}

describe('the validators take what the SDK makes', () => {
  test.each(Object.entries(PANELS))("default options and field options of the SDK's %s", (module, plugin) => {
    const options = panelValidator(plugin, 'options');
    expect(options?.(made(module, 'defaultOptions'))).toBe(true);
    const fieldConfig = panelValidator(plugin, 'fieldConfig');
    const custom = made(module, 'defaultFieldConfig');
    expect(fieldConfig === undefined).toBe(custom === null);
    expect(fieldConfig?.(custom) ?? true).toBe(true);
  });

  test.each(Object.entries(QUERIES).filter(([module]) => made(module, 'defaultDataquery') !== null))(
    "default query of the SDK's %s",
    (module, plugin) => {
      const query = queryValidator(plugin);
      expect(query?.(made(module, 'defaultDataquery'))).toBe(true);
    },
  );

  test.each([
    ['cloudwatch', 'cloudwatch', 'defaultMetricsQuery'],
    ['cloudwatch', 'cloudwatch', 'defaultLogsQuery'],
    ['cloudwatch', 'cloudwatch', 'defaultAnnotationQuery'],
    ['expr', '__expr__', 'defaultTypeMath'],
    ['expr', '__expr__', 'defaultTypeReduce'],
    ['expr', '__expr__', 'defaultTypeThreshold'],
  ])('%s, %s: %s', (module, plugin, call) => {
    const query = queryValidator(plugin);
    expect(query?.(made(module, call))).toBe(true);
  });

  test('a v2 dashboard of its builders', () => {
    const built = new dashboardv2.DashboardBuilder('Checkout')
      .element(
        'rate',
        new dashboardv2.PanelBuilder()
          .title('Rate')
          .data(
            new dashboardv2.QueryGroupBuilder().target(
              new dashboardv2.TargetBuilder().refId('A').query(new prometheus.QueryV2Builder().expr('up')),
            ),
          )
          .visualization(new timeseries.VisualizationV2Builder().unit('reqps')),
      )
      .layout(dashboardv2.grid().item(dashboardv2.gridItem('rate').width(12).height(8)))
      .build();
    const validate = specValidator('dashboard-v2');
    validate(JSON.parse(JSON.stringify(built)));
    expect(validate.errors).toBeNull();
  });

  test('default dashboards of both shapes', () => {
    for (const [schema, module] of [
      ['dashboard-v1', 'dashboard'],
      ['dashboard-v2', 'dashboardv2'],
    ] as const) {
      expect(specValidator(schema)(made(module, 'defaultDashboard'))).toBe(true);
    }
  });
});

test('every plugin with a schema is tested here', () => {
  expect(require('../../generated/plugins.json')).toEqual({
    panels: Object.values(PANELS).toSorted(),
    queries: Object.values(QUERIES).toSorted(),
  });
});

test('a plugin we have no schema for has no validator', () => {
  expect(panelValidator('acme-gauge-panel', 'options')).toBeUndefined();
  expect(queryValidator('../folder')).toBeUndefined();
});
