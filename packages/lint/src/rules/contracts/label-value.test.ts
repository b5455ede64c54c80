import { expect, test } from 'vitest';
import { environment, exposing, findings, panel, SHOP } from '../../fixtures/resources.ts';
import { lint } from '../../lint.ts';
import { labelValue } from './label-value.ts';

function found(query: string): string[] {
  return findings(labelValue, [SHOP, panel(query)]);
}

test('a value that is none of the label', () => {
  expect(found('rate(shop_http_requests_total{code="500", method="PSOT"}[5m])')).toMatchInlineSnapshot(`
    [
      "error (Requests): label method of shop_http_requests_total is never 'PSOT'
    rate(shop_http_requests_total{code="500", method="PSOT"}[5m])
                                                      ^^^^",
    ]
  `);
  expect(found('rate(shop_http_requests_total{code="500", method="POST"}[5m])')).toEqual([]);
});

test('one of several alternatives', () => {
  expect(found('shop_http_requests_total{method=~"GET|GETS|POST"}')).toMatchInlineSnapshot(`
    [
      "error (Requests): label method of shop_http_requests_total is never 'GETS'
    shop_http_requests_total{method=~"GET|GETS|POST"}
                                          ^^^^",
    ]
  `);
  expect(found('shop_http_requests_total{method =~ "(?:GET|PUT)"}')).toMatchInlineSnapshot(`
    [
      "error (Requests): label method of shop_http_requests_total is never 'PUT'
    shop_http_requests_total{method =~ "(?:GET|PUT)"}
                                               ^^^",
    ]
  `);
});

test('status codes and their classes', () => {
  expect(found('shop_http_requests_total{code="5xx"}')).toMatchInlineSnapshot(`
    [
      "error (Requests): label code of shop_http_requests_total is never '5xx'
    shop_http_requests_total{code="5xx"}
                                   ^^^",
    ]
  `);
  expect(found('shop_http_request_duration_seconds_bucket{class="500"}')).toMatchInlineSnapshot(`
    [
      "error (Requests): label class of shop_http_request_duration_seconds is never '500'
    shop_http_request_duration_seconds_bucket{class="500"}
                                                     ^^^",
    ]
  `);
  expect(found('shop_http_request_duration_seconds_bucket{class="5xx"}')).toEqual([]);
});

test('a value written with escapes is underlined whole', () => {
  expect(found('shop_http_requests_total{method="G\\x45TS"}')).toMatchInlineSnapshot(`
    [
      "error (Requests): label method of shop_http_requests_total is never 'GETS'
    shop_http_requests_total{method="G\\x45TS"}
                                    ^^^^^^^^^",
    ]
  `);
});

test.each([
  'shop_http_requests_total{method="$method"}',
  'shop_http_requests_total{method=~"$method|GET"}',
  'shop_http_requests_total{code=~"5..|418"}',
  'shop_http_requests_total{method=~".+"}',
  'shop_http_requests_total{method=""}',
  'shop_http_requests_total{method=~"GET|"}',
  'shop_http_requests_total{method!="OPTIONS"}',
  'shop_http_requests_total{route="/anything"}',
  'undeclared{method="x"}',
])('nothing certain: %s', (query) => {
  expect(found(query)).toEqual([]);
});

test('a label that an environment adds may have other values', () => {
  const resources = [
    exposing({ name: 'shop_open', labels: [{ name: 'zone', domain: { kind: 'one-of', values: ['a'] } }] }),
    panel('shop_open{zone="b"}'),
  ];
  expect(findings(labelValue, resources)).toHaveLength(1);
  expect(findings(labelValue, resources, [{ ...environment('production', '3.5'), labels: { zone: 'b' } }])).toEqual([]);
});

test.each([
  ['shop_http_requests_total{method="GTE"}', "did you mean 'GET'?"],
  ['shop_http_requests_total{code="5xx"}', 'match every such code with =~"5.."'],
  ['shop_http_requests_total{code="ok"}', 'write a status code, such as 200'],
  ['shop_http_request_duration_seconds_count{class="503"}', "write its class: '5xx'"],
])('what to write instead of %s', (query, fix) => {
  expect(lint([SHOP, panel(query)], [], [labelValue]).map((finding) => finding.fix)).toEqual([fix]);
});
