import { expect, it } from 'vitest';
import { previewReporters } from './index.ts';
import type { Served } from './served.ts';

const served: Served = {
  url: 'http://127.0.0.1:4477/',
  project: 'shop',
  environment: 'production',
  data: { kind: 'sample', seed: 1, incidents: { kinds: [], services: [], on: [] } },
  counts: { dashboards: 2, services: 1, alerts: 0, records: 3 },
  findings: { errors: 1, warnings: 2 },
};
const plain = (_style: string, text: string): string => text;

it('text', () => {
  expect(previewReporters.text(served, plain)).toBe(
    [
      'shop as production has it: 2 dashboards, 1 service, 0 alerts; 1 error, 2 warnings',
      'data: sample data made from the metric contracts (seed 1)',
      'http://127.0.0.1:4477/',
      '',
    ].join('\n'),
  );
});

it.each([
  [{ kind: 'live', url: 'https://p.example.com' }, 'data: live, from https://p.example.com'],
  [{ kind: 'recorded', file: 'incident.om' }, 'data: recorded, from incident.om'],
] as const)('text of %j', (data, line) => {
  expect(previewReporters.text({ ...served, data, findings: { errors: 0, warnings: 0 } }, plain)).toContain(
    `alerts; no findings\n${line}\n`,
  );
});

it('JSON', () => {
  expect(JSON.parse(previewReporters.json(served, plain))).toEqual(served);
});
