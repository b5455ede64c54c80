import { describe, expect, test } from 'vitest';
import { emit } from '../assemble.ts';
import { production } from '../fixtures/environment.ts';
import { dashboard, folder } from '../fixtures/resources.ts';
import { grafana } from './grafana.ts';

describe('grafana', () => {
  test('writes resources as they are, without their source', () => {
    const resource = dashboard('checkout');
    const { source: _, ...data } = resource;
    const { files, diagnostics } = emit(grafana, [resource, folder('shop', 'Shop')], production);
    expect(files.map(({ path }) => path)).toEqual(['grafana/dashboards/checkout.json', 'grafana/folders/shop.json']);
    expect(JSON.parse(files[0]?.content ?? '')).toEqual(data);
    expect(diagnostics).toEqual([]);
  });

  test('says that Grafana 12 does not serve v2', () => {
    const older = { ...production, grafana: { version: '12.4' } };
    expect(emit(grafana, [dashboard('checkout')], older).diagnostics).toMatchObject([
      { rule: 'target/grafana', severity: 'info', fix: 'provision the files in grafana-classic/ there' },
    ]);
    expect(emit(grafana, [folder('shop', 'Shop')], older).diagnostics).toEqual([]);
  });
});
