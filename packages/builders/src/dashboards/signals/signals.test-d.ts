import { counter } from '../../metrics/counter.ts';
import { gauge } from '../../metrics/gauge.ts';
import { bounded } from '../../metrics/label.ts';
import { rate } from '../../query/rate.ts';
import { red } from './red.ts';
import { use } from './use.ts';

const requests = counter('shop_requests_total', { help: 'Requests.', unit: 'requests', labels: { route: bounded(9) } });
const busy = gauge('shop_pool_busy_ratio', { help: 'Busy.', unit: 'ratio' });
const queued = gauge('shop_pool_queued', { help: 'Queued.', unit: 'jobs' });

use({ utilization: busy, saturation: queued, errors: rate(requests) });
// @ts-expect-error jobs are no share of anything
use({ utilization: queued });
// @ts-expect-error a raw counter is no level
use({ utilization: busy, errors: requests });

red({ requests }, { by: ['route'] });
// @ts-expect-error no such label
red({ requests }, { by: ['code'] });
// @ts-expect-error a gauge counts nothing
red({ requests: queued });
