import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { emit } from '../assemble.ts';
import { production, withPrometheus } from '../fixtures/environment.ts';
import { group, rules } from '../fixtures/resources.ts';
import { operator } from './operator.ts';

describe('operator', () => {
  test('writes a custom resource', () => {
    const { files, diagnostics } = emit(operator, [rules('checkout')], production);
    expect(files.map(({ path }) => path)).toEqual(['operator/checkout.yaml']);
    expect(parse(files[0]?.content ?? '')).toMatchObject({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: { name: 'checkout', labels: { 'binnacle.dev/service': 'checkout' } },
      spec: { groups: [{ name: 'checkout', rules: [{ alert: 'CheckoutDown' }, { record: 'job:up:sum' }] }] },
    });
    expect(diagnostics).toEqual([]);
  });

  test('leaves out labels Kubernetes does not store, with a warning', () => {
    const resource = rules('checkout');
    const labelled = { ...resource, metadata: { name: 'checkout', labels: { team: 'pay ments', tier: '1' } } };
    const { files, diagnostics } = emit(operator, [labelled], production);
    expect(parse(files[0]?.content ?? '')).toMatchObject({ metadata: { name: 'checkout', labels: { tier: '1' } } });
    expect(diagnostics).toMatchObject([
      { rule: 'target/operator', severity: 'warning', path: '/metadata/labels', resource: 'PrometheusRule/checkout' },
    ]);
  });

  test('honours the Prometheus version as the rule files do', () => {
    const { files } = emit(operator, [rules('a', [group('g', { labels: { tier: '1' } })])], withPrometheus('2.55'));
    expect(parse(files[0]?.content ?? '')).toMatchObject({
      spec: { groups: [{ rules: [{ labels: { tier: '1' } }, {}] }] },
    });
  });

  test('splits a resource over the operator’s limit, without taking a group apart', () => {
    const long = { record: 'job:up:sum', expr: `sum(up{x="${'y'.repeat(200_000)}"})` };
    const groups = ['a', 'b', 'c'].map((name) => group(name, { rules: [long] }));
    const { files, diagnostics } = emit(operator, [rules('checkout', groups)], production);
    expect(files.map(({ path }) => path)).toEqual(['operator/checkout-2.yaml', 'operator/checkout.yaml']);
    expect(files.every(({ content }) => content.length < 512 * 1024)).toBe(true);
    expect(parse(files[0]?.content ?? '')).toMatchObject({
      metadata: { name: 'checkout-2' },
      spec: { groups: [{ name: 'c' }] },
    });
    expect(diagnostics).toEqual([]);
  });

  test('says which group no resource can hold', () => {
    const huge = group('huge', { rules: [{ record: 'r', expr: 'x'.repeat(600_000) }] });
    expect(emit(operator, [rules('checkout', [group('a'), huge])], production).diagnostics).toMatchObject([
      { severity: 'error', path: '/spec/groups/1', subject: 'huge', fix: 'divide its rules into several groups' },
    ]);
  });

  test('refuses a split name that another resource has', () => {
    const long = { record: 'r', expr: 'x'.repeat(400_000) };
    const large = rules('a', [group('x', { rules: [long] }), group('y', { rules: [long] })]);
    const { files, diagnostics } = emit(operator, [large, rules('a-2')], production);
    expect(files.map(({ path }) => path)).toEqual(['operator/a-2.yaml', 'operator/a.yaml']);
    expect(diagnostics).toMatchObject([
      { severity: 'error', message: 'operator/a-2.yaml is already written for PrometheusRule/a' },
    ]);
  });
});
