import { expect, it } from 'vitest';
import { metric, shop } from '../fixtures/shop.ts';
import { isService, type MetricSpec, type PartSpec } from '@binnacle/model';
import { countingOf } from './counting.ts';
import { subjectOf } from './subject.ts';

function counted(metrics: readonly MetricSpec[], parts: readonly PartSpec[] = []) {
  const service = shop({ metrics, parts });
  if (!isService(service)) throw new Error('the shop is a service');
  const subject = subjectOf(service);
  return (name: string) => {
    const found = subject.metrics.get(name);
    if (found === undefined) throw new Error(`${name} is not declared`);
    return countingOf(found, subject);
  };
}

const counter = (name: string, unit = 'requests'): MetricSpec => metric({ name, type: 'counter', unit });
const duration = metric({ name: 'a_duration_seconds', type: 'histogram', unit: 'seconds', buckets: [1] });

it('what may fail and what does belong together, by their roles', () => {
  const roles = { requests: 'a_calls_total', errors: 'a_broken_total', duration: 'a_duration_seconds' };
  const of = counted(
    [counter('a_calls_total'), counter('a_broken_total'), duration],
    [{ archetype: 'client', name: 'a', roles }],
  );
  const { perSecond } = of('a_calls_total');
  expect(of('a_broken_total')).toEqual({ flow: 'errors', perSecond: perSecond * 0.004 });
  expect(of('a_duration_seconds')).toEqual({ flow: 'traffic', perSecond });
});

it('and by their names', () => {
  const of = counted([
    counter('b_queries_total'),
    counter('b_failed_queries_total'),
    counter('b_keyspace_hits_total'),
    counter('b_keyspace_misses_total'),
  ]);
  expect(of('b_failed_queries_total')).toEqual({ flow: 'errors', perSecond: of('b_queries_total').perSecond * 0.004 });
  expect(of('b_keyspace_misses_total')).toEqual({
    flow: 'traffic',
    perSecond: of('b_keyspace_hits_total').perSecond * 0.06,
  });
});

it('hits are most of the look-ups', () => {
  const roles = { requests: 'c_lookups_total', hits: 'c_found_total' };
  const of = counted(
    [counter('c_lookups_total'), counter('c_found_total')],
    [{ archetype: 'cache', name: 'c', roles }],
  );
  expect(of('c_found_total').perSecond).toBeCloseTo(of('c_lookups_total').perSecond * 0.93, 12);
});

it('what never happens to a healthy system happens in incidents only', () => {
  const of = counted([
    counter('d_corruptions_total'),
    counter('d_reload_failures_total'),
    counter('d_logins_refused_total'),
  ]);
  expect(
    ['d_corruptions_total', 'd_reload_failures_total', 'd_logins_refused_total'].map((name) => of(name).flow),
  ).toEqual(['faults', 'faults', 'faults']);
});

it('time adds up to no more than there is, and to what each thing takes where things are counted', () => {
  const of = counted([
    counter('e_cpu_seconds_total', 'seconds'),
    counter('e_commands_total'),
    counter('e_commands_duration_seconds_total', 'seconds'),
  ]);
  expect(of('e_cpu_seconds_total')).toEqual({ flow: 'time', perSecond: 1 });
  expect(of('e_commands_duration_seconds_total').perSecond).toBeCloseTo(of('e_commands_total').perSecond * 0.002, 12);
});
