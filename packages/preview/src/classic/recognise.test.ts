import { describe, expect, it } from 'vitest';
import { recognise } from './recognise.ts';

const classic = { title: 'Shop & more', schemaVersion: 39, panels: [] };
const v2 = { title: 'Shop', elements: {}, layout: { kind: 'GridLayout', spec: { items: [] } } };
const CLASSIC = 'dashboard.grafana.app/v1';
const V2 = 'dashboard.grafana.app/v2';

describe('a dashboard is recognised', () => {
  it.each([
    ['classic, by itself', { ...classic, uid: 'abc' }, CLASSIC, 'abc'],
    ['classic without uid', classic, CLASSIC, 'shop-more'],
    ['classic without uid and title', { panels: [] }, CLASSIC, 'my-file'],
    ['with a uid that Grafana refuses', { ...classic, uid: 'a/b' }, CLASSIC, 'shop-more'],
    ['rows from before Grafana 5', { rows: [], title: 'Old' }, CLASSIC, 'old'],
    ['an answer of the API', { dashboard: { ...classic, uid: 'abc' }, meta: { folderUid: 'f' } }, CLASSIC, 'abc'],
    [
      'a resource of v1',
      { apiVersion: CLASSIC, kind: 'Dashboard', metadata: { name: 'n' }, spec: classic },
      CLASSIC,
      'n',
    ],
    [
      'a resource of v1beta1',
      { apiVersion: 'dashboard.grafana.app/v1beta1', kind: 'Dashboard', metadata: { name: 'n' }, spec: classic },
      CLASSIC,
      'n',
    ],
    [
      'a resource of v0alpha1',
      { apiVersion: 'dashboard.grafana.app/v0alpha1', kind: 'Dashboard', metadata: { name: 'n' }, spec: classic },
      CLASSIC,
      'n',
    ],
    ['a resource of v2', { apiVersion: V2, kind: 'Dashboard', metadata: { name: 'n' }, spec: v2 }, V2, 'n'],
    [
      'a resource of v2beta1',
      { apiVersion: 'dashboard.grafana.app/v2beta1', kind: 'Dashboard', metadata: { name: 'n' }, spec: v2 },
      V2,
      'n',
    ],
    ['a spec of v2 by itself', v2, V2, 'shop'],
  ])('%s', (_, value, apiVersion, name) => {
    expect(recognise(value, 'My file')).toMatchObject({ apiVersion, kind: 'Dashboard', metadata: { name } });
  });

  it('keeps the folder an API answer names', () => {
    expect(recognise({ dashboard: classic, meta: { folderUid: 'f' } }, '')?.metadata.annotations).toEqual({
      'grafana.app/folder': 'f',
    });
  });

  it.each([
    [null],
    [[]],
    ['x'],
    [{}],
    [{ title: 'x' }],
    [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: {}, spec: {} }],
    [{ dashboard: 1 }],
  ])('%j is none', (value) => {
    expect(recognise(value, 'file')).toBeUndefined();
  });
});

it('a visualisation and a query of v2beta1 before its last change are as v2 has them', () => {
  const spec = {
    ...v2,
    elements: {
      a: {
        kind: 'Panel',
        spec: {
          vizConfig: {
            kind: 'stat',
            spec: { pluginVersion: '12.0', options: {}, fieldConfig: { defaults: {}, overrides: [] } },
          },
          data: {
            kind: 'QueryGroup',
            spec: {
              queries: [
                {
                  kind: 'PanelQuery',
                  spec: {
                    refId: 'A',
                    hidden: false,
                    datasource: { type: 'prometheus', uid: 'p' },
                    query: { kind: 'prometheus', spec: { expr: 'up' } },
                  },
                },
              ],
            },
          },
        },
      },
    },
  };
  const found = recognise(
    { apiVersion: 'dashboard.grafana.app/v2alpha1', kind: 'Dashboard', metadata: { name: 'n' }, spec },
    '',
  );
  expect(found?.spec).toMatchObject({
    elements: {
      a: {
        spec: {
          vizConfig: { kind: 'VizConfig', group: 'stat', version: '12.0', spec: { options: {} } },
          data: {
            spec: {
              queries: [
                {
                  spec: {
                    refId: 'A',
                    query: { kind: 'DataQuery', group: 'prometheus', datasource: { name: 'p' }, spec: { expr: 'up' } },
                  },
                },
              ],
            },
          },
        },
      },
    },
  });
});
