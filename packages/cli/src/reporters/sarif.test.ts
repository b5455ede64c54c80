import type { Diagnostic } from '@binnacle/model';
import { expect, test } from 'vitest';
import type { Report } from '../report.ts';
import { sarif } from './sarif.ts';

const finding: Diagnostic = {
  rule: 'promql/syntax',
  severity: 'error',
  message: 'unexpected )',
  resource: 'Dashboard/checkout',
  path: '/spec/elements/a',
  subject: 'p99 latency',
  origin: { file: 'dashboards/check out.ts', line: 12, column: 3 },
  fix: 'remove it',
};

function read(...findings: Diagnostic[]) {
  const report = { command: 'check', findings, environments: [], definitions: 1, counts: {} } as unknown as Report;
  const presentation = { paint: (_style: string, text: string) => text, detail: 'normal', milliseconds: 1 } as const;
  return JSON.parse(sarif(report, presentation)) as {
    runs: [{ tool: { driver: { rules: unknown[] } }; results: Record<string, unknown>[] }];
  };
}

test('a finding is a result at its line, with a fingerprint that survives moved lines', () => {
  const [result] = read(finding).runs[0].results;
  expect(result).toEqual({
    ruleId: 'promql/syntax',
    level: 'error',
    message: { text: 'p99 latency: unexpected ) (fix: remove it)' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'dashboards/check%20out.ts', uriBaseId: '%SRCROOT%' },
          region: { startLine: 12, startColumn: 3 },
        },
      },
    ],
    partialFingerprints: { 'binnacle/v1': 'promql/syntax|Dashboard/checkout|/spec/elements/a|unexpected )' },
  });
  const moved = read({ ...finding, origin: { file: 'dashboards/check out.ts', line: 99, column: 1 } }).runs[0]
    .results[0];
  expect(moved?.['partialFingerprints']).toEqual(result?.['partialFingerprints']);
});

test('each rule is listed once; a finding without a place has none', () => {
  const { origin: _, ...nowhere } = finding;
  const [run] = read(finding, { ...nowhere, severity: 'info' }).runs;
  expect(run.tool.driver.rules).toEqual([{ id: 'promql/syntax' }]);
  expect(run.results[1]).not.toHaveProperty('locations');
  expect(run.results[1]?.['level']).toBe('note');
});
