import { counter } from '../../metrics/counter.ts';
import { gauge } from '../../metrics/gauge.ts';
import { bounded, oneOf } from '../../metrics/label.ts';
import { histogram } from '../../metrics/histogram.ts';
import { row } from '../layout/row.ts';
import { customVariable } from './custom.ts';
import { variable } from './label-values.ts';
import { instanceVariable } from './well-known.ts';

const requests = counter('shop_requests_total', {
  help: 'Requests.',
  unit: 'requests',
  labels: { method: oneOf('GET', 'POST'), route: bounded(5) },
});
const duration = histogram('shop_seconds', {
  help: 'Duration.',
  unit: 'seconds',
  buckets: [1],
  labels: { route: bounded(5) },
});
const memory = gauge('shop_memory_bytes', { help: 'Memory.', unit: 'bytes' });

const method = variable(requests, 'method');
const route = variable(duration.count, 'route', { multi: true });
const instance = instanceVariable(memory);

requests.where({ method, route, instance });
variable(requests.where({ method }), 'route', { name: 'path' });
row('One', [], { repeat: route });

// @ts-expect-error the metric has no such label
variable(requests, 'status');
// @ts-expect-error a variable over other values than the label has
requests.where({ method: customVariable('verb', ['PUT']) });
// @ts-expect-error rows are repeated by a variable, not by its name
row('One', [], { repeat: 'route' });
