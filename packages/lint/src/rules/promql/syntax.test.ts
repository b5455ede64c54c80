import { expect, test } from 'vitest';
import { dashboard, findings, panel, rules } from '../../fixtures/resources.ts';
import { syntax } from './syntax.ts';

function variable(query: unknown): ReturnType<typeof dashboard> {
  const spec = { name: 'job', query: { group: 'prometheus', spec: query } };
  return dashboard({ elements: {}, variables: [{ kind: 'QueryVariable', spec }] });
}

test('a query that does not parse, with a caret where it stops', () => {
  expect(findings(syntax, panel('sum(rate(shop_orders_total[5m])'))).toMatchInlineSnapshot(`
    [
      "error (Requests): ( is never closed
    sum(rate(shop_orders_total[5m])
       ^",
    ]
  `);
  expect(findings(syntax, panel('sum(rate(shop_orders_total[5m]))'))).toEqual([]);
});

test('a query that parses and has the wrong types', () => {
  expect(findings(syntax, panel('rate(shop_orders_total)'))).toMatchInlineSnapshot(`
    [
      "error (Requests): rate needs a range vector, not an instant vector
    rate(shop_orders_total)
         ^^^^^^^^^^^^^^^^^",
    ]
  `);
  expect(findings(syntax, panel('rate(shop_orders_total[$__rate_interval])'))).toEqual([]);
});

test('several errors in one query are several findings', () => {
  expect(findings(syntax, panel('foo(up) + bar(up)'))).toMatchInlineSnapshot(`
    [
      "error (Requests): there is no function foo
    foo(up) + bar(up)
    ^^^",
      "error (Requests): there is no function bar
    foo(up) + bar(up)
              ^^^",
    ]
  `);
});

test('a range of samples or a string is no result', () => {
  expect(findings(syntax, panel('up[5m]', '"up"'))).toMatchInlineSnapshot(`
    [
      "error (Requests): a panel cannot be a range of samples
    up[5m]
    ^^^^^^",
      "error (Requests): a panel cannot be a string
    "up"
    ^^^^",
    ]
  `);
  expect(findings(syntax, panel('up offset 5m', '1'))).toEqual([]);
});

test('rules are checked too, and know no Grafana variables', () => {
  const group = rules(
    { alert: 'Down', expr: 'up == ' },
    { record: 'job:up:sum', expr: 'sum(rate(up[$__rate_interval]))' },
  );
  expect(findings(syntax, group)).toMatchInlineSnapshot(`
    [
      "error (Down): expected an expression, found the end of the query
    up == 
          ^",
      "error (job:up:sum): $__rate_interval is a Grafana variable, which Prometheus does not know
    sum(rate(up[$__rate_interval]))
                ^^^^^^^^^^^^^^^^",
    ]
  `);
  expect(
    findings(syntax, rules({ alert: 'Down', expr: 'up == 0' }, { record: 'job:up:sum', expr: 'sum by (job) (up)' })),
  ).toEqual([]);
});

test('a variable left in a matcher of a rule', () => {
  expect(findings(syntax, rules({ alert: 'Down', expr: 'up{job="$job"} == 0' }))).toMatchInlineSnapshot(`
    [
      "error (Down): matcher on job holds a Grafana variable, which Prometheus does not replace
    up{job="$job"} == 0
       ^^^^^^^^^^",
    ]
  `);
  expect(findings(syntax, rules({ alert: 'Down', expr: 'up{job=~"a$|b$"} == 0' }))).toEqual([]);
  expect(findings(syntax, panel('up{job="$job"} == 0'))).toEqual([]);
});

test('carets of a variable stand under the selector inside the function', () => {
  expect(findings(syntax, variable({ query: 'label_values(up{job=}, instance)' }))).toMatchInlineSnapshot(`
    [
      "error (variable job): the value of label job must be a quoted string, found }
    label_values(up{job=}, instance)
                        ^",
    ]
  `);
  expect(findings(syntax, variable({ query: 'label_values(up{job="a"}, instance)' }))).toEqual([]);
});

test('label_values lists a selector; query_result takes any expression', () => {
  expect(findings(syntax, variable('label_values(sum by (job) (up), job)'))).toMatchInlineSnapshot(`
    [
      "error (variable job): only a selector can be listed
    label_values(sum by (job) (up), job)
                 ^^^^^^^^^^^^^^^^^",
    ]
  `);
  expect(findings(syntax, variable('query_result(sum by (job) (up))'))).toEqual([]);
});

test('a variable Grafana cannot read', () => {
  expect(findings(syntax, variable('label_values(up, instance, job'))).toMatchInlineSnapshot(`
    [
      "error (variable job): Grafana cannot read this use of label_values
    label_values(up, instance, job
    ^^^^^^^^^^^^",
    ]
  `);
  for (const query of [
    'label_values(job)',
    'label_values({}, job)',
    'metrics(shop_.*)',
    'label_names()',
    'up{job="$job"}',
  ]) {
    expect([query, ...findings(syntax, variable(query))]).toEqual([query]);
  }
});

test('a query for another datasource is not PromQL', () => {
  const query = { group: 'loki', spec: { expr: '{app="shop"} |= "error"' } };
  const logs = { kind: 'Panel', spec: { title: 'Logs', data: { spec: { queries: [{ spec: { query } }] } } } };
  expect(findings(syntax, dashboard({ elements: { logs } }))).toEqual([]);
});
