import { expect, test } from 'vitest';
import { grafanaAddress } from './grafana-address.ts';

test.each([
  ['', 'http://127.0.0.1:9200/d/shop'],
  ['?from=now-1h&to=now&var-job=a&var-job=b', 'http://127.0.0.1:9200/d/shop?from=now-1h&to=now&var-job=a&var-job=b'],
  ['?viewPanel=x&drawAll&theme=dark', 'http://127.0.0.1:9200/d/shop'],
])('%j leads to %s', (search, address) => {
  expect(grafanaAddress('http://127.0.0.1:9200/', 'shop', new URLSearchParams(search))).toBe(address);
});

test('a Grafana below a path', () => {
  expect(grafanaAddress('http://127.0.0.1:9200/grafana/', 'a/b', new URLSearchParams())).toBe(
    'http://127.0.0.1:9200/grafana/d/a%2Fb',
  );
});
