import { expect, test } from 'vitest';
import { environment, findings, panel, rules } from '../../fixtures/resources.ts';
import { requires } from './requires.ts';

const OLD = environment('staging', '2.42');
const NEW = environment('production', '3.5');
const FLAGS = environment('lab', '3.5', 'promql-experimental-functions');

test('a function that is newer than an environment, which is named', () => {
  expect(findings(requires, panel('sort_by_label(up, "job")'), [OLD, FLAGS])).toMatchInlineSnapshot(`
    [
      "error (Requests): sort_by_label needs Prometheus 2.49 with --enable-feature=promql-experimental-functions: staging (2.42) cannot run it
    sort_by_label(up, "job")
    ^^^^^^^^^^^^^",
    ]
  `);
  expect(findings(requires, panel('sort_by_label(up, "job")'), [FLAGS])).toEqual([]);
});

test('a function whose feature is not enabled', () => {
  expect(findings(requires, panel('mad_over_time(up[5m])'), [NEW])).toMatchInlineSnapshot(`
    [
      "error (Requests): mad_over_time needs --enable-feature=promql-experimental-functions: production (3.5) cannot run it
    mad_over_time(up[5m])
    ^^^^^^^^^^^^^",
    ]
  `);
});

test('a function that newer versions no longer have', () => {
  expect(findings(requires, panel('holt_winters(up[5m], 0.5, 0.5)'), [OLD, NEW])).toMatchInlineSnapshot(`
    [
      "error (Requests): holt_winters is gone since Prometheus 3.0: production (3.5) cannot run it
    holt_winters(up[5m], 0.5, 0.5)
    ^^^^^^^^^^^^",
    ]
  `);
  expect(findings(requires, panel('holt_winters(up[5m], 0.5, 0.5)'), [OLD])).toEqual([]);
});

test('one finding names every environment that lacks the same', () => {
  expect(findings(requires, panel('up @ start() + limitk(2, up)'), [OLD, { ...OLD, name: 'edge' }]))
    .toMatchInlineSnapshot(`
    [
      "error (Requests): limitk needs Prometheus 2.54 with --enable-feature=promql-experimental-functions: staging (2.42), edge (2.42) cannot run it
    up @ start() + limitk(2, up)
                   ^^^^^^",
    ]
  `);
});

test('rules are checked too; what does not parse is left to promql/syntax', () => {
  expect(findings(requires, rules({ record: 'a:b:c', expr: 'limitk(2, up)' }), [OLD])).toHaveLength(1);
  expect(findings(requires, rules({ record: 'a:b:c', expr: 'limitk(2, up' }), [OLD])).toEqual([]);
});
