import { describe, expect, it } from 'vitest';
import type { Resource } from '@binnacle/model';
import { SHOP_RULES } from '../fixtures/shop.ts';
import { STATE } from '../fixtures/state.ts';
import { rulesOnPage } from './rules-on-page.ts';

const BOARD: Resource = {
  apiVersion: 'dashboard.grafana.app/v1',
  kind: 'Dashboard',
  metadata: { name: 'errors' },
  spec: {
    title: 'Errors',
    panels: [
      { id: 1, type: 'timeseries', title: 'Requests', targets: [{ expr: 'rate(shop_requests_total[5m])' }] },
      { id: 2, type: 'timeseries', title: 'Share', targets: [{ expr: 'job:shop_errors:ratio_rate5m' }] },
    ],
  },
};
const written: Resource = {
  ...SHOP_RULES,
  metadata: { ...SHOP_RULES.metadata, labels: { 'binnacle.dev/service': 'shop' } },
  source: {
    origin: { file: '/shop/rules/shop.ts', line: 1, column: 1 },
    parts: { '/spec/groups/0/rules/1': { file: '/shop/rules/shop.ts', line: 9, column: 3 } },
  },
};
const shown = (more: readonly Resource[]) =>
  rulesOnPage({ ...STATE, resources: [...STATE.resources.filter((one) => one !== SHOP_RULES), written, ...more] })
    .groups;

describe('the rules of a project', () => {
  it('stand in their groups with service, owner, interval and the line of each', () => {
    const [group] = shown([]);
    expect(group).toMatchObject({ name: 'shop', service: 'shop', owner: 'retail', interval: '30s' });
    expect(group?.rules.map(({ kind, name, origin }) => [kind, name, origin])).toEqual([
      ['record', 'job:shop_errors:ratio_rate5m', 'rules/shop.ts:1'],
      ['alert', 'ShopErrors', 'rules/shop.ts:9'],
    ]);
  });

  it('lead to the panels of what they read', () => {
    expect(shown([BOARD])[0]?.rules[1]?.dashboards).toEqual([{ uid: 'errors', title: 'Errors', panels: ['Share'] }]);
  });

  it('lead to the panels of what their records are made of, where nothing shows the records', () => {
    const requests = {
      ...BOARD,
      spec: {
        title: 'Errors',
        panels: [
          { id: 1, type: 'timeseries', title: 'Requests', targets: [{ expr: 'rate(shop_requests_total[5m])' }] },
        ],
      },
    };
    expect(shown([requests])[0]?.rules[1]?.dashboards).toEqual([
      { uid: 'errors', title: 'Errors', panels: ['Requests'] },
    ]);
    expect(shown([])[0]?.rules[1]?.dashboards).toEqual([]);
  });
});
