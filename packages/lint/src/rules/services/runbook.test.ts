import { expect, test } from 'vitest';
import { findings, service } from '../../fixtures/resources.ts';
import { runbook } from './runbook.ts';

test('no runbook', () => {
  expect(
    findings(runbook, service('shop', { links: [{ type: 'docs', title: 'Docs', url: 'https://docs.example.com' }] })),
  ).toEqual(['warning: service shop links no runbook']);
  expect(findings(runbook, service('shop'))).toEqual([]);
});

test('not yet in production, or a library', () => {
  expect(findings(runbook, service('shop', { links: [], lifecycle: 'experimental' }))).toEqual([]);
  expect(findings(runbook, service('shop', { links: [], kind: 'library' }))).toEqual([]);
});
