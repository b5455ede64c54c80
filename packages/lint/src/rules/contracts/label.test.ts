import { expect, test } from 'vitest';
import {
  dashboard,
  environment,
  exposing,
  findings,
  panel,
  rules,
  service,
  SHOP,
  metric,
} from '../../fixtures/resources.ts';
import { lint } from '../../lint.ts';
import { label } from './label.ts';

function found(...queries: string[]): string[] {
  return findings(label, [SHOP, panel(...queries)]);
}

test('a matcher on a label that the contract does not have', () => {
  expect(found('rate(shop_http_requests_total{ job="a", cod="500" }[5m])')).toMatchInlineSnapshot(`
    [
      "error (Requests): shop_http_requests_total has no label cod
    rate(shop_http_requests_total{ job="a", cod="500" }[5m])
                                            ^^^",
    ]
  `);
  expect(found('rate(shop_http_requests_total{ job="a", code="500" }[5m])')).toEqual([]);
});

test('a label in a clause', () => {
  expect(found('sum by (code, metod) (rate(shop_http_requests_total[5m]))')).toMatchInlineSnapshot(`
    [
      "error (Requests): by (metod): shop_http_requests_total has no label metod
    sum by (code, metod) (rate(shop_http_requests_total[5m]))
                  ^^^^^",
    ]
  `);
  expect(found('sum by (queue) (shop_queue_length) / on (job, queue) shop_queue_length')).toMatchInlineSnapshot(`
    [
      "error (Requests): on (job): sum by (queue) removes the label job
    sum by (queue) (shop_queue_length) / on (job, queue) shop_queue_length
                                             ^^^",
    ]
  `);
  expect(found('shop_queue_length * on (job) group_left (version) max by (job) (shop_queue_length)'))
    .toMatchInlineSnapshot(`
      [
        "error (Requests): group_left (version): shop_queue_length has no label version
      shop_queue_length * on (job) group_left (version) max by (job) (shop_queue_length)
                                               ^^^^^^^",
      ]
    `);
});

test.each([
  'sum by (code) (rate(shop_http_requests_total[5m]))',
  'sum without (nothing) (shop_queue_length)',
  'sum by (anything) (undeclared)',
  'sum by (anything) (shop_queue_length * on (job) group_left (anything) undeclared)',
  'sum by (zone) (label_replace(shop_queue_length, "zone", "$1", "instance", "(.*)"))',
  'sum by (value) (count_values("value", shop_queue_length))',
  'sum by ($label) (shop_queue_length)',
  'sum by (job) (sum by (instance) (undeclared))',
  'sum by (anything) ({__name__=~"shop_.*"})',
  'sum by (anything) ({__name__=~"shop_.*", anything="x"})',
  'shop_queue_length{absent=""}',
  'shop_queue_length{$filter}',
  'shop_queue_length{$label="x"}',
  'sum by (anything) ($query)',
  'sum by (le, class) (shop_http_request_duration_seconds_bucket{le="1"})',
  'shop_payment_seconds{quantile="0.5"}',
  'sum by (job) (shop_queue_length) or on (job, queue) shop_queue_length',
])('nothing certain: %s', (query) => {
  expect(found(query)).toEqual([]);
});

test.each([
  'shop_http_request_duration_seconds_count{le="1"}',
  'shop_queue_length{quantile="0.5"}',
  '{"shop_queue_length", "que"="a"}',
  'shop_queue_length and on (zone) shop_queue_length',
])('certain: %s', (query) => {
  expect(found(query)).toHaveLength(1);
});

/** A service whose http_open has one label. */
function declaring(name: string, own: string): ReturnType<typeof service> {
  const labels = [{ name: own, domain: { kind: 'bounded', bound: 2 } }] as const;
  return service(name, { metrics: [metric({ name: 'http_open', labels })] });
}

function promQuery(spec: object): object {
  return { spec: { query: { group: 'prometheus', spec } } };
}

test('a metric of several services may have the labels of each', () => {
  const services = [declaring('a', 'x'), declaring('b', 'y')];
  expect(findings(label, [...services, panel('http_open{x="1", y="2"}')])).toEqual([]);
  expect(findings(label, [...services, panel('http_open{z="1"}')])).toHaveLength(1);
});

test('what the scrape and the environments add', () => {
  const resources = [
    exposing({ name: 'shop_open', targetLabels: ['pod'] }),
    panel('shop_open{pod="a", job="b", cluster="c", env="d"}'),
  ];
  const known = environment('production', '3.5');
  const prometheus = { ...known.prometheus, externalLabels: { cluster: 'c' } };
  expect(findings(label, resources, [{ ...known, prometheus, labels: { env: 'd' } }])).toEqual([]);
  expect(findings(label, resources, [known])).toHaveLength(2);
});

test('a recorded series has what its expression leaves and its rule adds', () => {
  const record = rules(
    { record: 'job:requests:rate5m', expr: 'sum by (job) (rate(shop_http_requests_total[5m]))', labels: { tier: '1' } },
    { record: 'open:sum', expr: 'sum without (job) (undeclared)' },
    { record: 'self:sum', expr: 'sum by (job) (self:sum)' },
  );
  expect(findings(label, [SHOP, record, panel('job:requests:rate5m{code="500"}')])).toMatchInlineSnapshot(`
    [
      "error (Requests): job:requests:rate5m has no label code
    job:requests:rate5m{code="500"}
                        ^^^^",
    ]
  `);
  expect(
    findings(label, [
      SHOP,
      record,
      panel('job:requests:rate5m{job="a", tier="1"}', 'open:sum{a="b"}', 'self:sum{job="a"}'),
    ]),
  ).toEqual([]);
  expect(findings(label, [record, panel('open:sum{job="b"}')])).toHaveLength(1);
});

function board(legendFormat: string, listed: string): ReturnType<typeof dashboard> {
  return dashboard({
    elements: {
      a: {
        spec: {
          title: 'Rate',
          data: {
            spec: {
              queries: [promQuery({ expr: 'sum by (code) (rate(shop_http_requests_total[5m]))', legendFormat })],
            },
          },
        },
      },
    },
    variables: [
      { kind: 'QueryVariable', spec: { name: 'v', query: { group: 'prometheus', spec: { query: listed } } } },
    ],
  });
}

test('a legend and the label that a variable lists', () => {
  expect(findings(label, [SHOP, board('{{code}} of {{ method }}', 'label_values(shop_queue_length{job="a"}, que)')]))
    .toMatchInlineSnapshot(`
    [
      "error (Rate): legend: sum by (code) removes the label method
    {{code}} of {{ method }}
                   ^^^^^^",
      "error (variable v): label_values: shop_queue_length has no label que
    label_values(shop_queue_length{job="a"}, que)
                                             ^^^",
    ]
  `);
  expect(
    findings(label, [SHOP, board('{{__name__}} {{code}} $method', 'label_values(shop_queue_length, queue)')]),
  ).toEqual([]);
});

test('alerts, and queries that do not parse', () => {
  expect(findings(label, [SHOP, rules({ alert: 'A', expr: 'shop_queue_length{que="a"} > 1' })])).toHaveLength(1);
  expect(found('shop_queue_length{que="a"} >')).toEqual([]);
});

test('the label that is meant, or where to declare it', () => {
  const fixes = lint([SHOP, panel('shop_queue_length{queu="a", pod="b"}')], [], [label]).map(({ fix }) => fix);
  expect(fixes).toEqual([
    "did you mean 'queue'?",
    'known: instance, job, queue; when the scrape adds pod, say so in targetLabels of the contract',
  ]);
});
