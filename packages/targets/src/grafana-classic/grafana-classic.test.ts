import type { DashboardV1Resource } from '@binnacle/model';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { production } from '../fixtures/environment.ts';
import { dashboard, folder, panel } from '../fixtures/resources.ts';
import { grafanaClassic } from './grafana-classic.ts';

function inFolder<R extends ReturnType<typeof dashboard>>(resource: R, uid: string): R {
  return { ...resource, metadata: { ...resource.metadata, annotations: { 'grafana.app/folder': uid } } };
}

describe('grafana-classic', () => {
  test('writes dashboards into folders named by title, and the provider that reads them', () => {
    const { files } = grafanaClassic.emit(
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
    const { files, diagnostics } = grafanaClassic.emit([classic], production);
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
    expect(grafanaClassic.emit([traced], production).diagnostics).toEqual([
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
