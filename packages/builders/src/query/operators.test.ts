import { equal, parse, print, type Expr } from '@binnacle/promql';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counter } from '../metrics/counter.ts';
import { gauge } from '../metrics/gauge.ts';
import { info } from '../metrics/info.ts';
import { bounded } from '../metrics/label.ts';
import { sum } from './aggregate.ts';
import { number, seconds } from './quantity.ts';
import { maxOverTime } from './over-time.ts';
import { rate } from './rate.ts';
import { time } from './time.ts';
import type { Scalar, Vector } from './vector.ts';

const requests = counter('requests_total', { help: 'Requests.', unit: 'requests', labels: { code: bounded(9) } });
const memory = gauge('memory_bytes', { help: 'Memory.', unit: 'bytes' });
const limit = gauge('limit_bytes', { help: 'Limit.', unit: 'bytes' });
const build = info('build_info', { help: 'Build.', labels: { version: bounded(3) } });
const text = (v: { readonly expr: Expr }) => print(v.expr);

describe('operators', () => {
  it('print as PromQL', () => {
    expect(text(memory.add(limit))).toBe('memory_bytes + limit_bytes');
    expect(text(memory.sub(1).mul(2))).toBe('(memory_bytes - 1) * 2');
    expect(text(memory.sub(limit.sub(1)))).toBe('memory_bytes - (limit_bytes - 1)');
    expect(text(memory.pow(limit.pow(2)))).toBe('memory_bytes ^ limit_bytes ^ 2');
    expect(text(memory.pow(2).pow(3))).toBe('(memory_bytes ^ 2) ^ 3');
    expect(text(memory.neg().pow(2))).toBe('(-memory_bytes) ^ 2');
    expect(text(memory.mod(-2))).toBe('memory_bytes % -2');
    expect(text(memory.atan2(limit))).toBe('memory_bytes atan2 limit_bytes');
  });

  it('compare, as a filter or with bool', () => {
    expect(text(memory.gt(limit))).toBe('memory_bytes > limit_bytes');
    expect(text(memory.ge(limit, { bool: true }))).toBe('memory_bytes >= bool limit_bytes');
    expect(text(number(1).lt(2, { bool: true }))).toBe('1 < bool 2');
  });

  it('match labels', () => {
    const share = rate(requests).mul(build, { on: ['job', 'instance'], groupLeft: ['version'] });
    expect(text(share)).toBe(
      'rate(requests_total[$__rate_interval]) * on (job, instance) group_left (version) build_info',
    );
    expect(text(rate(requests).div(memory, { ignoring: ['code'], groupLeft: [] }))).toBe(
      'rate(requests_total[$__rate_interval]) / ignoring (code) group_left () memory_bytes',
    );
    expect(text(memory.add(limit, { fill: 0 }))).toBe('memory_bytes + fill (0) limit_bytes');
    expect(text(memory.add(limit, { fillLeft: 0, fillRight: 1 }))).toBe(
      'memory_bytes + fill_left (0) fill_right (1) limit_bytes',
    );
  });

  it('combine sets', () => {
    expect(text(memory.and(limit, { on: ['job'] }).or(limit))).toBe(
      'memory_bytes and on (job) limit_bytes or limit_bytes',
    );
    expect(text(memory.or(limit).unless(build, { ignoring: ['version'] }))).toBe(
      '(memory_bytes or limit_bytes) unless ignoring (version) build_info',
    );
  });

  it('start with a scalar', () => {
    expect(text(number(1).sub(memory.div(limit)))).toBe('1 - memory_bytes / limit_bytes');
    expect(text(time().sub(seconds(60)))).toBe('time() - 60');
    expect(number(1).sub(memory).type).toBe('vector');
    expect(number(1).sub(2).type).toBe('scalar');
  });
});

describe('selectors', () => {
  it('take modifiers', () => {
    expect(text(memory.offset('1h').at('end'))).toBe('memory_bytes @ end() offset 1h');
    expect(text(memory.offset('-5m').at(1_700_000_000))).toBe('memory_bytes @ 1700000000.000 offset -5m');
    expect(text(rate(requests.anchored(), '5m'))).toBe('rate(requests_total[5m] anchored)');
    expect(text(rate(requests.smoothed(), '5m'))).toBe('rate(requests_total[5m] smoothed)');
    expect(text(rate(requests.range('5m').offset('1d')))).toBe('rate(requests_total[5m] offset 1d)');
  });

  it('escape values', () => {
    expect(text(requests.where({ code: 'a"\\\n' }))).toBe(String.raw`requests_total{code="a\"\\\n"}`);
  });
});

describe('sub-queries', () => {
  it('take any vector', () => {
    expect(text(rate(requests).subquery('1h', '5m'))).toBe('rate(requests_total[$__rate_interval])[1h:5m]');
    expect(text(memory.add(1).subquery('1h'))).toBe('(memory_bytes + 1)[1h:]');
    expect(text(memory.neg().subquery('1h').offset('5m').at('start'))).toBe('(-memory_bytes)[1h:] @ start() offset 5m');
  });
});

// Untyped, so that any shape can be made: the types have tests of their own.
type Built = Vector | Scalar;
type Method = 'add' | 'sub' | 'mul' | 'div' | 'mod' | 'pow' | 'atan2' | 'eq' | 'ne' | 'gt' | 'lt' | 'ge' | 'le';
const ARITHMETIC: readonly Method[] = ['add', 'sub', 'mul', 'div', 'mod', 'pow', 'atan2'];
const COMPARISONS: readonly Method[] = ['eq', 'ne', 'gt', 'lt', 'ge', 'le'];
const SETS = ['and', 'or', 'unless'] as const;

function operate(left: Scalar, method: string, right: Scalar | number, match?: object): Scalar;
function operate(left: Built, method: string, right: Built | number, match?: object): Vector;
function operate(left: Built, method: string, right: Built | number, match?: object): unknown {
  const operator: unknown = Reflect.get(left, method);
  if (typeof operator !== 'function') throw new Error(`no operator ${method}`);
  const result: unknown = Reflect.apply(operator, left, [right, match]);
  return result;
}

const numbers = fc.oneof(
  fc.integer({ min: -9, max: 9 }),
  fc.double({ noNaN: true }),
  fc.constantFrom(Infinity, -Infinity),
);
const { vectors } = fc.letrec<{ vectors: Vector; scalars: Scalar }>((tie) => ({
  scalars: fc.oneof(
    { maxDepth: 3 },
    numbers.map((value) => number(value)),
    fc.constant(time()),
    fc
      .tuple(tie('scalars'), fc.constantFrom(...ARITHMETIC), fc.oneof(tie('scalars'), numbers))
      .map(([left, method, right]) => operate(left, method, right)),
    fc
      .tuple(tie('scalars'), fc.constantFrom(...COMPARISONS), tie('scalars'))
      .map(([left, method, right]) => operate(left, method, right, { bool: true })),
  ),
  vectors: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<Vector>(memory, limit, rate(requests, '5m'), memory.offset('1h'), sum(memory, { by: ['job'] })),
    tie('vectors').map((v) => v.neg()),
    fc
      .tuple(
        tie('vectors'),
        fc.constantFrom(...ARITHMETIC, ...COMPARISONS),
        fc.oneof(tie('vectors'), tie('scalars'), numbers),
      )
      .map(([left, method, right]) => operate(left, method, right)),
    fc
      .tuple(tie('scalars'), fc.constantFrom(...ARITHMETIC, ...COMPARISONS), tie('vectors'))
      .map(([left, method, right]) => operate(left, method, right)),
    fc
      .tuple(tie('vectors'), fc.constantFrom(...COMPARISONS), fc.oneof(tie('vectors'), tie('scalars')))
      .map(([left, method, right]) => operate(left, method, right, { bool: true })),
    fc
      .tuple(tie('vectors'), fc.constantFrom(...SETS), tie('vectors'))
      .map(([left, method, right]) => operate(left, method, right, { on: ['job'] })),
    tie('vectors').map((v) => sum(maxOverTime(v.subquery('1h', '1m')))),
  ),
}));

describe('any tree of operators', () => {
  it('is read back from its text as it was built', () => {
    fc.assert(
      fc.property(vectors, ({ expr }) => {
        const { expr: read, errors } = parse(print(expr));
        expect(errors).toEqual([]);
        expect(equal(read, expr, { parens: 'ignore' })).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
