import { expect, it } from 'vitest';
import type { Report } from '../report.ts';
import { json } from './json.ts';

const report: Report = {
  command: 'check',
  findings: [{ rule: 'a/b', severity: 'warning', message: 'm' }],
  environments: ['dev'],
  definitions: 1,
  counts: { dashboards: 0, alerts: 0, records: 0, services: 1 },
};
const presentation = { paint: (_style: string, part: string) => part, detail: 'quiet', milliseconds: 12.6 } as const;

it('is the report, a summary, and whether all is well', () => {
  expect(JSON.parse(json(report, presentation))).toEqual({
    format: 1,
    ok: true,
    ...report,
    summary: { errors: 0, warnings: 1, infos: 0 },
    milliseconds: 13,
  });
});

it('is not well with an error', () => {
  const findings = [{ rule: 'a/b', severity: 'error', message: 'm' }] as const;
  expect(JSON.parse(json({ ...report, findings }, presentation))).toMatchObject({ ok: false, summary: { errors: 1 } });
});
