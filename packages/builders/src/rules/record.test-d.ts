import { expectTypeOf } from 'vitest';
import { counter } from '../metrics/counter.ts';
import { oneOf } from '../metrics/label.ts';
import { sum } from '../query/aggregate.ts';
import { rate } from '../query/rate.ts';
import type { KindOf, LabelsOf, UnitOf } from '../query/vector.ts';
import { record } from './record.ts';

const requests = counter('shop_requests_total', {
  help: 'Requests answered.',
  unit: 'requests',
  labels: { code: oneOf('200', '500') },
});
const recorded = record(sum(rate(requests), { by: ['code'] }), { labels: { source: 'rule' } }).metric;

// What is recorded keeps labels and unit and is a gauge.
{
  expectTypeOf<LabelsOf<typeof recorded>>().toEqualTypeOf<'code' | 'source'>();
  expectTypeOf<UnitOf<typeof recorded>>().toEqualTypeOf<'requests/second'>();
  expectTypeOf<KindOf<typeof recorded>>().toEqualTypeOf<'gauge'>();
}

// It is a selector of its own labels.
{
  recorded.where({ code: '500' });
  // @ts-expect-error summed away
  recorded.where({ instance: 'a' });
}

// A raw counter cannot be recorded.
{
  // @ts-expect-error rate first
  record(sum(requests));
}
