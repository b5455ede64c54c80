import { describe, expect, test } from 'vitest';
import { gridItem, panel, spec } from '../fixtures/resources.ts';
import { toClassic } from './to-classic.ts';
import { wire, type Dashboard } from './wire.ts';

const uid = 'checkout';
const constant = (name: string): Dashboard['variables'][number] => ({
  kind: 'ConstantVariable',
  spec: { name, query: 'x', current: { text: 'x', value: 'x' }, hide: 'hideVariable', skipUrlSync: true },
});

const rowWithPanel = (title: string, name: string, collapse: boolean) =>
  ({
    kind: 'RowsLayoutRow',
    spec: { title, collapse, layout: { kind: 'GridLayout', spec: { items: [gridItem(name, [0, 0, 24, 8])] } } },
  }) as const;

const rowWithVariable = (title: string, name: string) =>
  ({
    kind: 'RowsLayoutRow',
    spec: { title, layout: { kind: 'GridLayout', spec: { items: [] } }, variables: [constant(name)] },
  }) as const;

describe('toClassic', () => {
  test('writes the dashboard itself', () => {
    const link = {
      title: 'Docs',
      type: 'link',
      icon: 'doc',
      tooltip: '',
      url: 'https://example.com',
      tags: [],
      asDropdown: false,
      targetBlank: true,
      includeVars: false,
      keepTime: false,
    } as const;
    expect(
      toClassic(
        spec({ description: 'Orders', editable: false, liveNow: true, revision: 2, preload: true, links: [link] }),
        { uid },
      ),
    ).toEqual({
      dashboard: {
        uid: 'checkout',
        title: 'Checkout',
        description: 'Orders',
        tags: ['checkout'],
        schemaVersion: 42,
        graphTooltip: 1,
        editable: false,
        liveNow: true,
        preload: true,
        revision: 2,
        time: { from: 'now-6h', to: 'now' },
        timezone: 'browser',
        refresh: '1m',
        fiscalYearStartMonth: 0,
        timepicker: { hidden: false, refresh_intervals: ['1m', '5m'] },
        annotations: { list: [] },
        templating: { list: [] },
        links: [link],
        panels: [],
      },
      findings: [],
    });
  });

  test('writes all time settings', () => {
    const { timeSettings } = wire(spec());
    const quickRanges = [{ display: 'Today', from: 'now/d', to: 'now' }];
    const { dashboard } = toClassic(
      spec({
        timeSettings: { ...timeSettings, weekStart: 'monday', nowDelay: '1m', hideTimepicker: true, quickRanges },
      }),
      { uid },
    );
    expect(dashboard).toMatchObject({
      weekStart: 'monday',
      timepicker: { hidden: true, nowDelay: '1m', quick_ranges: quickRanges },
    });
  });

  test('writes rows, the closed ones with their panels', () => {
    const { dashboard, findings } = toClassic(
      spec({
        elements: { a: panel(1), b: panel(2) },
        layout: {
          kind: 'RowsLayout',
          spec: { rows: [rowWithPanel('Open', 'a', false), rowWithPanel('Closed', 'b', true)] },
        },
      }),
      { uid },
    );
    expect(dashboard.panels).toMatchObject([
      { type: 'row', title: 'Open', collapsed: false, gridPos: { x: 0, y: 0, w: 24, h: 1 }, panels: [] },
      { id: 1, gridPos: { y: 1 } },
      { type: 'row', title: 'Closed', collapsed: true, gridPos: { y: 9 }, panels: [{ id: 2, gridPos: { y: 10 } }] },
    ]);
    expect(findings).toEqual([]);
  });

  test('makes variables of rows and tabs the dashboard’s, once each', () => {
    const { dashboard, findings } = toClassic(
      spec({
        variables: [constant('a')],
        layout: { kind: 'RowsLayout', spec: { rows: [rowWithVariable('One', 'a'), rowWithVariable('Two', 'b')] } },
      }),
      { uid },
    );
    expect(dashboard.templating.list?.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(findings).toMatchObject([
      {
        severity: 'warning',
        path: '/spec/layout/spec/rows/0/spec/variables/0',
        message: 'variable a of One is left out: a classic dashboard has only one a',
      },
      { severity: 'warning', message: 'variable b of Two applies to the whole dashboard in the classic form' },
    ]);
  });

  test('says which elements are placed nowhere and which do not exist', () => {
    const { dashboard, findings } = toClassic(
      spec({
        elements: { a: panel(1) },
        layout: { kind: 'GridLayout', spec: { items: [gridItem('b', [0, 0, 1, 1])] } },
      }),
      { uid },
    );
    expect(dashboard.panels).toEqual([]);
    expect(findings).toMatchObject([
      {
        rule: 'target/grafana-classic',
        severity: 'error',
        path: '/spec/layout/spec/items/0',
        message: 'the layout names the element b, which does not exist',
      },
      { severity: 'warning', path: '/spec/elements/a', subject: 'Panel 1' },
    ]);
  });

  test('says that preferences and a link’s origin are lost', () => {
    const origin = { type: 'datasource', group: 'loki' } as const;
    const link = {
      title: 'L',
      type: 'dashboards',
      icon: '',
      tooltip: '',
      tags: [],
      asDropdown: true,
      targetBlank: false,
      includeVars: true,
      keepTime: true,
      origin,
    } as const;
    const { dashboard, findings } = toClassic(
      spec({ links: [link], preferences: { layout: { kind: 'GridLayout', spec: { items: [] } } } }),
      { uid },
    );
    expect(JSON.stringify(dashboard)).not.toMatch(/origin|preferences/);
    expect(findings.map(({ path }) => path)).toEqual(['/spec/preferences', '/spec/links/0/origin']);
  });
});
