import * as common from '@grafana/grafana-foundation-sdk/common';
import * as v2 from '@grafana/grafana-foundation-sdk/dashboardv2';
import * as logs from '@grafana/grafana-foundation-sdk/logs';
import * as loki from '@grafana/grafana-foundation-sdk/loki';
import * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import * as stat from '@grafana/grafana-foundation-sdk/stat';
import * as table from '@grafana/grafana-foundation-sdk/table';
import * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';
import { validate, type DashboardSpec, type DashboardV1Resource, type Resource } from '@binnacle/model';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { emit } from '../assemble.ts';
import { production } from '../fixtures/environment.ts';
import { dashboard, folder, gridItem, panel, spec } from '../fixtures/resources.ts';
import { grafanaClassic } from './grafana-classic.ts';
import { toClassic } from './to-classic.ts';

function inFolder<R extends ReturnType<typeof dashboard>>(resource: R, uid: string): R {
  return { ...resource, metadata: { ...resource.metadata, annotations: { 'grafana.app/folder': uid } } };
}

describe('grafana-classic', () => {
  test('writes dashboards into folders named by title, and the provider that reads them', () => {
    const { files } = emit(
      grafanaClassic,
      [inFolder(dashboard('checkout'), 'shop'), dashboard('loose'), folder('shop', 'Shop')],
      production,
    );
    expect(files.map(({ path }) => path)).toEqual([
      'grafana-classic/Shop/checkout.json',
      'grafana-classic/loose.json',
      'grafana-classic/provider.yaml',
    ]);
    expect(JSON.parse(files[0]?.content ?? '')).toMatchObject({
      uid: 'checkout',
      schemaVersion: 42,
      panels: [{ id: 1, type: 'timeseries' }],
    });
    expect(parse(files[2]?.content ?? '')).toMatchObject({
      apiVersion: 1,
      providers: [{ type: 'file', options: { foldersFromFilesStructure: true } }],
    });
  });

  test('passes a dashboard on that is classic already', () => {
    const classic: DashboardV1Resource = {
      apiVersion: 'dashboard.grafana.app/v1',
      kind: 'Dashboard',
      metadata: { name: 'old' },
      spec: { title: 'Old', schemaVersion: 39, templating: {}, annotations: {} },
    };
    const { files, diagnostics } = emit(grafanaClassic, [classic], production);
    expect(JSON.parse(files[0]?.content ?? '')).toEqual({
      uid: 'old',
      title: 'Old',
      schemaVersion: 39,
      templating: {},
      annotations: {},
    });
    expect(diagnostics).toEqual([]);
  });

  test('reports a loss about the resource, at the nearest line that made it', () => {
    const resource = dashboard('checkout', { elements: { up: panel(1, { subtitle: 'x' }) } });
    const traced = {
      ...resource,
      source: {
        origin: { file: '/d.ts', line: 1, column: 1 },
        parts: { '/spec/elements/up': { file: '/d.ts', line: 9, column: 3 } },
      },
    };
    expect(emit(grafanaClassic, [traced], production).diagnostics).toEqual([
      {
        rule: 'target/grafana-classic',
        severity: 'warning',
        resource: 'Dashboard/checkout',
        path: '/spec/elements/up/spec/subtitle',
        subject: 'Panel 1',
        message: 'a panel subtitle has no classic form; it is left out',
        fix: 'say it in the title or the description',
        origin: { file: '/d.ts', line: 9, column: 3 },
      },
    ]);
  });
});

/** Findings about a classic dashboard as a v1 resource, against the schemas of the SDK's own v1 types. */
function schemaFindings(authored: DashboardSpec): string[] {
  const resource: Resource = {
    apiVersion: 'dashboard.grafana.app/v1' satisfies DashboardV1Resource['apiVersion'],
    kind: 'Dashboard',
    metadata: { name: 'checkout' },
    spec: toClassic(authored, { uid: 'checkout' }).dashboard,
  };
  return validate([resource])
    .filter(({ rule }) => rule.startsWith('schema/'))
    .map(({ path, message }) => `${path}: ${message}`);
}

function query(expr: string): prometheus.QueryV2Builder {
  return new prometheus.QueryV2Builder().expr(expr).datasource({ name: 'prom-1' });
}

/** A dashboard as the SDK's builders make it. */
function built(): DashboardSpec {
  return new v2.DashboardBuilder('Checkout')
    .tags(['checkout'])
    .cursorSync(v2.DashboardCursorSync.Tooltip)
    .element(
      'latency',
      new v2.PanelBuilder()
        .id(1)
        .title('Latency')
        .links([new v2.DataLinkBuilder().title('Runbook').url('https://example.com')])
        .data(
          new v2.QueryGroupBuilder()
            .target(new v2.TargetBuilder().refId('A').query(query('up').legendFormat('{{job}}')))
            .target(new v2.TargetBuilder().refId('B').query(query('down')).hidden(true))
            .queryOptions(new v2.QueryOptionsSpecBuilder().maxDataPoints(100).interval('1m')),
        )
        .visualization(
          new timeseries.VisualizationV2Builder()
            .unit('s')
            .legend(new common.VizLegendOptionsBuilder().showLegend(true).calcs(['mean']))
            .thresholds(
              new v2.ThresholdsConfigBuilder().mode(v2.ThresholdsMode.Absolute).steps([
                { value: null, color: 'green' },
                { value: 1, color: 'red' },
              ]),
            )
            .overrideByName('p99', [{ id: 'color', value: { mode: 'fixed', fixedColor: 'red' } }]),
        ),
    )
    .element('errors', new v2.PanelBuilder().id(2).title('Errors').visualization(new stat.VisualizationV2Builder()))
    .element(
      'logs',
      new v2.PanelBuilder()
        .id(3)
        .title('Logs')
        .data(
          new v2.QueryGroupBuilder()
            .target(new v2.TargetBuilder().refId('A').query(new loki.QueryV2Builder().expr('{job="x"}')))
            .transformation(new v2.TransformationBuilder().group('limit').options({ limitField: 3 })),
        )
        .visualization(new logs.VisualizationV2Builder()),
    )
    .element('table', new v2.PanelBuilder().id(4).title('Table').visualization(new table.VisualizationV2Builder()))
    .element(
      'shared',
      new v2.LibraryPanelBuilder()
        .id(5)
        .title('Shared')
        .libraryPanel(new v2.LibraryPanelRefBuilder().name('Shared').uid('shared')),
    )
    .layout(
      new v2.TabsBuilder()
        .tab(
          new v2.TabBuilder()
            .title('Now')
            .layout(new v2.GridBuilder().item(new v2.GridItemBuilder().name('latency').width(12).height(8))),
        )
        .tab(
          new v2.TabBuilder()
            .title('Rest')
            .layout(
              new v2.RowsBuilder().row(
                new v2.RowBuilder()
                  .title('Row')
                  .layout(
                    new v2.AutoGridBuilder()
                      .item(new v2.AutoGridItemBuilder().name('errors'))
                      .item(new v2.AutoGridItemBuilder().name('logs'))
                      .item(new v2.AutoGridItemBuilder().name('table'))
                      .item(new v2.AutoGridItemBuilder().name('shared')),
                  ),
              ),
            ),
        ),
    )
    .variable(new v2.QueryVariableBuilder('job').query(query('label_values(up, job)')).multi(true))
    .variable(new v2.CustomVariableBuilder('mode').query('a,b'))
    .variable(new v2.DatasourceVariableBuilder('datasource').pluginId('prometheus'))
    .variable(new v2.IntervalVariableBuilder('interval').query('1m,5m'))
    .variable(new v2.TextVariableBuilder('text'))
    .variable(new v2.ConstantVariableBuilder('constant').query('x'))
    .variable(new v2.SwitchVariableBuilder('switch'))
    .build();
}

describe('a dashboard in classic form', () => {
  test('satisfies the SDK’s v1 schema, made from what the SDK’s v2 builders build', () => {
    expect(schemaFindings(built())).toEqual([]);
  });

  test('satisfies it with annotations, time settings, links and repeats', () => {
    const item = gridItem('a', [0, 0, 12, 8]);
    const repeated = {
      ...item,
      spec: { ...item.spec, repeat: { mode: 'variable', value: 'job', direction: 'h', maxPerRow: 4 } },
    } as const;
    const authored = spec({
      elements: { a: panel(1, { description: 'd', transparent: true }) },
      layout: { kind: 'GridLayout', spec: { items: [repeated] } },
      annotations: [
        {
          kind: 'AnnotationQuery',
          spec: {
            name: 'Deploys',
            enable: true,
            hide: false,
            iconColor: 'blue',
            filter: { ids: [1], exclude: false },
            mappings: { text: { source: 'field', value: 'version' } },
            query: { kind: 'DataQuery', group: 'prometheus', version: 'v0', spec: { expr: 'up' } },
          },
        },
      ],
    });
    expect(schemaFindings(authored)).toEqual([]);
  });

  test('would not satisfy it with a panel whose type is a number', () => {
    const { dashboard: classic } = toClassic(
      spec({
        elements: { a: panel(1) },
        layout: { kind: 'GridLayout', spec: { items: [gridItem('a', [0, 0, 1, 1])] } },
      }),
      { uid: 'x' },
    );
    const [first] = classic.panels;
    const resource = {
      apiVersion: 'dashboard.grafana.app/v1',
      kind: 'Dashboard',
      metadata: { name: 'x' },
      spec: { ...classic, panels: [{ ...first, type: 7 }] },
    };
    expect(validate([resource]).filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
  });
});
