import { expect, test } from 'vitest';
import type { Resource } from '../../resource.ts';
import { checksum } from '../../plan/substance.ts';

const spec = { title: 'Checkout', elements: { a: { spec: { title: 'A' } } } };
const written: Resource = {
  apiVersion: 'dashboard.grafana.app/v2',
  kind: 'Dashboard',
  metadata: { name: 'checkout', annotations: { 'grafana.app/folder': 'shop' } },
  spec,
};
const stored: Resource = {
  ...written,
  metadata: { ...written.metadata, labels: { 'grafana.app/deprecatedInternalID': '7' } },
  spec: { title: 'Checkout', elements: { a: { spec: { title: 'A', links: [] } } }, preload: false, tags: null },
};

test('what Grafana fills in is no change', () => {
  expect(checksum(stored)).toBe(checksum(written));
  expect(checksum({ ...written, spec: { id: 4, uid: 'x', version: 9, ...spec } })).toBe(checksum(written));
});

test('a title, a value that is not the default and another folder are changes', () => {
  for (const changed of [
    { ...written, spec: { ...spec, title: 'Till' } },
    { ...written, spec: { ...spec, preload: true } },
    { ...written, metadata: { name: 'checkout' } },
  ]) {
    expect(checksum(changed)).not.toBe(checksum(written));
  }
});
