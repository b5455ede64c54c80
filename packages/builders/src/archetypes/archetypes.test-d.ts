import { counter } from '../metrics/counter.ts';
import { gauge } from '../metrics/gauge.ts';
import { histogram } from '../metrics/histogram.ts';
import { bounded, httpStatus } from '../metrics/label.ts';
import { nativeHistogram } from '../metrics/native-histogram.ts';
import { summary } from '../metrics/summary.ts';
import { regex } from '../query/matcher.ts';
import { sum } from '../query/aggregate.ts';
import { batch, offlineProcessing, onlineServing, resource } from './archetypes.ts';

const requests = counter('shop_requests_total', {
  help: 'Requests answered.',
  unit: 'requests',
  labels: { code: httpStatus(), route: bounded(12) },
});
const inFlight = gauge('shop_in_flight', { help: 'Requests in flight.', unit: 'requests' });
const timing = { help: 'Time a request took.', unit: 'seconds', labels: { route: bounded(12) } } as const;
const classic = histogram('shop_duration_seconds', { ...timing, buckets: [0.1, 1] });
const native = nativeHistogram('shop_duration_seconds', timing);
const quantiles = summary('shop_duration_seconds', timing);
const size = histogram('shop_size_bytes', { help: 'Size.', unit: 'bytes', buckets: [1024] });

// A role is played by a metric of its type.
{
  onlineServing({ requests, errors: requests.where({ code: regex('5..') }), inFlight });
  // @ts-expect-error a gauge does not count requests
  onlineServing({ requests: inFlight });
  // @ts-expect-error a counter is not in flight
  onlineServing({ inFlight: requests });
}

// A duration is a histogram or summary of seconds.
{
  onlineServing({ duration: classic });
  onlineServing({ duration: native });
  onlineServing({ duration: quantiles });
  onlineServing({ duration: classic.where({ route: '/' }) });
  // @ts-expect-error bytes are not seconds
  onlineServing({ duration: size });
}

// A part is split by labels all its metrics have.
{
  onlineServing({ requests, duration: classic, by: ['route'] });
  // @ts-expect-error the histogram has no code
  onlineServing({ requests, duration: classic, by: ['code'] });
  // @ts-expect-error the native histogram has no code
  onlineServing({ requests, duration: native, by: ['code'] });
  // What is in flight is never split.
  onlineServing({ requests, inFlight, by: ['route'] });
}

// Each stage is checked by itself.
{
  offlineProcessing({ stages: { read: { in: requests, by: ['route'] }, write: { inProgress: inFlight } } });
  // @ts-expect-error the gauge has no route
  offlineProcessing({ stages: { read: { in: requests }, write: { inProgress: inFlight, by: ['route'] } } });
  // @ts-expect-error what comes in is counted
  offlineProcessing({ stages: { read: { in: inFlight } } });
}

// Only roles can be waived.
{
  onlineServing({ requests, waive: { duration: 'measured at the edge' } });
  // @ts-expect-error no such role
  onlineServing({ requests, waive: { latency: 'measured at the edge' } });
}

// A batch job says how often it runs.
{
  const lastSuccess = gauge('last_success_timestamp_seconds', { help: 'Last success.', unit: 'seconds' });
  batch({ lastSuccess, every: '1d' });
  // @ts-expect-error no period
  batch({ lastSuccess });
}

// Utilization is a ratio and says which resource.
{
  const used = gauge('disk_used_ratio', { help: 'Used.', unit: 'ratio', labels: { device: bounded(4) } });
  resource({ utilization: sum(used, { by: ['device'] }), by: ['device'] });
  // @ts-expect-error the instance was summed away
  resource({ utilization: sum(used, { by: ['device'] }), by: ['instance'] });
  // @ts-expect-error requests are no share
  resource({ utilization: inFlight, by: ['instance'] });
}
