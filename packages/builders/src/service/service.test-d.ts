import { expectTypeOf } from 'vitest';
import { counter } from '../metrics/counter.ts';
import { histogram } from '../metrics/histogram.ts';
import { nativeHistogram } from '../metrics/native-histogram.ts';
import { summary } from '../metrics/summary.ts';
import { rate } from '../query/rate.ts';
import { onlineServing } from '../archetypes/online-serving.ts';
import { service, type Service } from './service.ts';

const minimal = { title: 'Shop', description: 'Sells.', owner: 'retail', tier: 2, kind: 'online-serving' } as const;
const requests = counter('shop_requests_total', { help: 'Requests answered.', unit: 'requests' });
const duration = histogram('shop_duration_seconds', { help: 'Time.', unit: 'seconds', buckets: [0.1, 1] });
const pause = summary('shop_pause_seconds', { help: 'Pauses.', unit: 'seconds' });
const size = nativeHistogram('shop_size_bytes', { help: 'Sizes.', unit: 'bytes' });
const shop = service('shop', { ...minimal, metrics: { requests }, parts: { http: onlineServing({ requests }) } });

// The name is a literal type.
{
  expectTypeOf(shop.metadata.name).toEqualTypeOf<'shop'>();
}

// Metrics are what contracts declare.
{
  service('a', { ...minimal, metrics: { requests, duration, pause, size } });
  // @ts-expect-error an expression is no metric
  service('a', { ...minimal, metrics: { rate: rate(requests) } });
  // @ts-expect-error a name says nothing that can be checked
  service('a', { ...minimal, metrics: { requests: 'shop_requests_total' } });
}

// Metrics keep their types.
{
  expectTypeOf(shop.metrics.requests).toEqualTypeOf(requests);
}

// Only declared metrics and parts exist.
{
  // @ts-expect-error no such metric
  void shop.metrics.answers;
  // @ts-expect-error no such part
  void shop.parts.grpc;
}

// Any service is a Service.
{
  expectTypeOf(shop).toExtend<Service>();
}

// A dependency is a service, not a name.
{
  service('a', { ...minimal, dependsOn: [shop] });
  // @ts-expect-error a name says nothing that can be checked
  service('a', { ...minimal, dependsOn: ['shop'] });
}

// Tiers are one to four.
{
  // @ts-expect-error no such tier
  service('a', { ...minimal, tier: 5 });
}
