import { counter } from '../../metrics/counter.ts';
import { gauge } from '../../metrics/gauge.ts';
import { httpStatus } from '../../metrics/label.ts';
import { seconds } from '../../query/quantity.ts';
import { sum } from '../../query/aggregate.ts';
import { increase, rate } from '../../query/rate.ts';
import { query } from './query.ts';

const requests = counter('shop_requests_total', {
  help: 'Requests.',
  unit: 'requests',
  labels: { code: httpStatus() },
});
const memory = gauge('shop_memory_bytes', { help: 'Memory.', unit: 'bytes' });

query(rate(requests));
query(increase(requests, '1h'));
query(memory);
query(seconds(3));
query(1);
// @ts-expect-error a raw counter only grows
query(requests);
// @ts-expect-error so does a sum of raw counters
query(sum(requests));

query(sum(rate(requests), { by: ['code'] }), { legend: 'code {{code}}' });
query(sum(rate(requests), { by: ['code'] }), { legend: '{{ code }} in $environment' });
query(sum(rate(requests)), { legend: String(process.pid) });
// @ts-expect-error the aggregation dropped the label
query(sum(rate(requests)), { legend: '{{code}}' });
// @ts-expect-error the metric has no such label
query(rate(requests), { legend: '{{code}} {{route}}' });
// @ts-expect-error no such option
query(memory, { legent: 'x' });
