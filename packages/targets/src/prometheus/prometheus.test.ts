import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { emit } from '../assemble.ts';
import { production, withPrometheus } from '../fixtures/environment.ts';
import { group, rules } from '../fixtures/resources.ts';
import type { Emission } from '../target.ts';
import { prometheus } from './prometheus.ts';

/** The content of the only file, read back. */
function written({ files }: Emission): unknown {
  expect(files).toHaveLength(1);
  return parse(files[0]?.content ?? '');
}

describe('prometheus', () => {
  test('writes a rule file', () => {
    expect(emit(prometheus, [rules('checkout')], production)).toEqual({
      files: [
        {
          path: 'prometheus/checkout.yaml',
          content: `groups:
  - name: checkout
    interval: 30s
    rules:
      - alert: CheckoutDown
        expr: up{job="checkout"} == 0
        for: 5m
        labels:
          severity: page
        annotations:
          summary: '{{ $labels.instance }} is down'
      - record: job:up:sum
        expr: sum by (job) (up)
`,
        },
      ],
      diagnostics: [],
    });
  });

  test('keeps group labels and query_offset for a Prometheus that reads them', () => {
    const modern = rules('a', [group('g', { labels: { tier: '1' }, query_offset: '1m' })]);
    const emission = emit(prometheus, [modern], withPrometheus('3.0'));
    expect(written(emission)).toMatchObject({ groups: [{ labels: { tier: '1' }, query_offset: '1m' }] });
    expect(emission.diagnostics).toEqual([]);
  });

  test('moves group labels into the rules before 3.0; a rule’s own label wins', () => {
    const modern = rules('a', [group('g', { labels: { tier: '1', severity: 'info' } })]);
    const emission = emit(prometheus, [modern], withPrometheus('2.55'));
    expect(written(emission)).toEqual({
      groups: [
        {
          name: 'g',
          interval: '30s',
          rules: [
            expect.objectContaining({ alert: 'CheckoutDown', labels: { severity: 'page', tier: '1' } }),
            expect.objectContaining({ record: 'job:up:sum', labels: { severity: 'info', tier: '1' } }),
          ],
        },
      ],
    });
    expect(emission.diagnostics).toEqual([]);
  });

  test('leaves out query_offset before 2.53, with a warning', () => {
    const offset = rules('a', [group('g', { query_offset: '1m' })]);
    const emission = emit(prometheus, [offset], withPrometheus('2.52'));
    expect(JSON.stringify(written(emission))).not.toContain('query_offset');
    expect(emission.diagnostics).toMatchObject([
      {
        rule: 'target/prometheus-version',
        severity: 'warning',
        message: 'query_offset needs Prometheus 2.53; it is left out for Prometheus 2.52',
        resource: 'PrometheusRule/a',
        path: '/spec/groups/0',
        subject: 'g',
      },
    ]);
  });

  test('leaves out keep_firing_for before 2.42, with a warning at the alert’s line', () => {
    const held = group('g', { rules: [{ alert: 'A', expr: 'up == 0', keep_firing_for: '5m' }] });
    const old = emit(prometheus, [rules('a', [held])], withPrometheus('2.41'));
    expect(written(old)).toEqual({
      groups: [{ name: 'g', interval: '30s', rules: [{ alert: 'A', expr: 'up == 0' }] }],
    });
    expect(old.diagnostics).toMatchObject([{ path: '/spec/groups/0/rules/0', subject: 'A', origin: { line: 7 } }]);

    const current = emit(prometheus, [rules('a', [held])], withPrometheus('2.42'));
    expect(written(current)).toMatchObject({ groups: [{ rules: [{ keep_firing_for: '5m' }] }] });
    expect(current.diagnostics).toEqual([]);
  });

  test('puts a namespace into a folder of its own', () => {
    const resource = rules('checkout');
    const named = { ...resource, metadata: { ...resource.metadata, namespace: 'shop' } };
    expect(emit(prometheus, [named], production).files[0]?.path).toBe('prometheus/shop/checkout.yaml');
  });
});

const promtool = spawnSync('promtool', ['--version'], { encoding: 'utf8' });
const isPresent = promtool.status === 0;

describe.skipIf(!isPresent && process.env['CI'] !== 'true')('promtool, where it is on PATH', () => {
  const awkward = group('awkward: yes # no', {
    limit: 10,
    labels: { region: 'no', version: '1.10' },
    query_offset: '1m',
    rules: [
      {
        alert: 'Multiline',
        expr: 'sum by (job) (\n  rate(http_requests_total{code=~"5..", path="/a b\\"c"}[5m])\n)\n> 0.05',
        for: '1m',
        keep_firing_for: '10m',
        labels: { on: 'yes', empty: '', number: '017' },
        annotations: {
          summary: "it's {{ $value | humanizePercentage }}:\n\n- a\n- b\n",
          trailing: 'x ',
          unicode: 'größe → 3',
        },
      },
      { record: 'job:http_requests:rate5m', expr: 'sum by (job) (rate(http_requests_total[5m]))' },
    ],
  });

  test('accepts every file made for its version', () => {
    expect(promtool.error).toBeUndefined();
    const version = /version (\d+\.\d+)/.exec(promtool.stdout + promtool.stderr)?.[1] ?? '';
    const { files } = emit(
      prometheus,
      [rules('plain'), rules('awkward', [awkward, group('second')]), rules('empty', [])],
      withPrometheus(version),
    );
    const folder = mkdtempSync(join(tmpdir(), 'binnacle-promtool-'));
    try {
      const paths = files.map(({ content }, i) => {
        const path = join(folder, `${i}.yaml`);
        writeFileSync(path, content);
        return path;
      });
      expect(paths).toHaveLength(3);
      expect(execFileSync('promtool', ['check', 'rules', ...paths], { encoding: 'utf8' })).toContain('4 rules found');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
