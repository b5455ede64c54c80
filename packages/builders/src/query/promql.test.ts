import { print } from '@binnacle/promql';
import { describe, expect, it } from 'vitest';
import { counter } from '../metrics/counter.ts';
import { sum } from './aggregate.ts';
import { promql } from './promql.ts';
import { rate } from './rate.ts';
import { hours } from './quantity.ts';

const requests = counter('http_requests_total', { help: 'Requests.', unit: 'requests' });
const text = (v: Parameters<typeof print>[0]) => print(v);

describe('promql', () => {
  it('puts metrics and numbers in', () => {
    const v = promql`sum(rate(${requests}[5m])) by (code) > ${0.5}`;
    expect(text(v.expr)).toBe('sum by (code) (rate(http_requests_total[5m])) > 0.5');
    expect(v.expr.type).toBe('BinaryExpr');
  });

  it('puts operations in parentheses', () => {
    const share = sum(rate(requests)).div(2);
    expect(text(promql`1 - ${share}`.expr)).toBe('1 - (sum(rate(http_requests_total[$__rate_interval])) / 2)');
    expect(text(promql`2 * ${share.add(1)}`.expr)).toBe(
      '2 * (sum(rate(http_requests_total[$__rate_interval])) / 2 + 1)',
    );
    expect(text(promql`${-2} ^ 2`.expr)).toBe('(-2) ^ 2');
  });

  it('puts scalars in', () => {
    expect(text(promql`time() - ${hours(1)}`.expr)).toBe('time() - 3600');
  });

  it('quotes text, and escapes what is in it', () => {
    expect(text(promql`up{job=${'a"b\\c'}}`.expr)).toBe(String.raw`up{job="a\"b\\c"}`);
  });

  it('takes text as a duration where one stands', () => {
    expect(text(promql`rate(up[${'5m'}] offset ${'1h'})`.expr)).toBe('rate(up[5m] offset 1h)');
    expect(text(promql`max_over_time(up[${'$__range'}:${'1m'}])`.expr)).toBe('max_over_time(up[$__range:1m])');
  });

  it('takes a list as labels', () => {
    expect(text(promql`sum by (${['code', 'route']}) (up)`.expr)).toBe('sum by (code, route) (up)');
  });

  it('leaves backslashes to PromQL', () => {
    expect(text(promql`up{job=~"a\\d"}`.expr)).toBe(String.raw`up{job=~"a\\d"}`);
    expect(text(promql`up{job=\`a\`}`.expr)).toBe('up{job="a"}');
  });

  it('keeps text with an error as written, also inside an expression', () => {
    const broken = promql`sum(rate(up[5m])`;
    expect(broken.expr.type).toBe('ErrorExpr');
    expect(text(broken.expr)).toBe('sum(rate(up[5m])');
    expect(text(broken.gt(1).expr)).toBe('sum(rate(up[5m]) > 1');
  });

  it('keeps a type error too', () => {
    expect(promql`rate(up)`.expr.type).toBe('ErrorExpr');
  });

  it('makes a scalar of scalar text', () => {
    const v = promql`1 + 1`;
    expect(text(sum(rate(requests)).mul(v).expr)).toBe('sum(rate(http_requests_total[$__rate_interval])) * (1 + 1)');
    expect(v.add(1).expr).not.toHaveProperty('matching');
  });
});
