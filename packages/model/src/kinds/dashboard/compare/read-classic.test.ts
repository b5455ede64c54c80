import { expect, test } from 'vitest';
import { compareResources } from '../../../diff/compare.ts';
import { sameText } from '../../../diff/difference.ts';
import type { Resource } from '../../../resource.ts';

const classic = (panels: readonly object[], more: object = {}): Resource => ({
  apiVersion: 'dashboard.grafana.app/v1',
  kind: 'Dashboard',
  metadata: { name: 'checkout' },
  spec: { title: 'Checkout', schemaVersion: 42, panels, ...more },
});
const graph = (id: number, title: string, expr: string, y: number): object => ({
  id,
  title,
  type: 'timeseries',
  gridPos: { x: 0, y, w: 24, h: 8 },
  datasource: { type: 'prometheus', uid: 'prom' },
  targets: [{ refId: 'A', expr }],
});
const row = (title: string, y: number, more: object = {}): object => ({
  type: 'row',
  title,
  gridPos: { x: 0, y, w: 24, h: 1 },
  ...more,
});

/** What changed, as a reader sees it. */
function drawn(before: Resource, after: Resource): string[] {
  return compareResources(before, after, sameText).map(({ subject, text }) =>
    subject === undefined ? text : `${subject}: ${text}`,
  );
}

const before = classic([row('Traffic', 0), graph(2, 'Requests', 'requests', 1), graph(3, 'Errors', 'errors', 9)]);

test('ids that are dealt out anew are no difference', () => {
  const renumbered = classic([row('Traffic', 0), graph(7, 'Requests', 'requests', 1), graph(2, 'Errors', 'errors', 9)]);
  expect(drawn(before, renumbered)).toEqual([]);
});

test('a row that is folded, and one that is new', () => {
  const folded = classic(
    [
      row('Traffic', 0, { collapsed: true, panels: [graph(2, 'Requests', 'requests', 1)] }),
      row('Failures', 1),
      graph(3, 'Errors', 'errors', 2),
    ],
    { graphTooltip: 1 },
  );
  expect(drawn(before, folded)).toEqual([
    'panel Errors: moved to row Failures',
    'row Failures: added',
    'row Traffic: collapse off → on',
    'shared tooltip Off → Crosshair',
  ]);
});
