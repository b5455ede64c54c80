// A synthetic company: per service one contract, one dashboard of 20 panels, and 10 rules, written as a person would.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const PANELS = 20;
export const RULES = 10;

const RESOURCES = ['cart', 'orders', 'stock', 'search', 'session'];

function service(id) {
  return `import { bounded, counter, gauge, histogram, httpStatus, oneOf, service } from '@binnacle/builders';

const requests = counter('${id}_http_requests_total', {
  help: 'HTTP requests answered.',
  unit: 'requests',
  labels: { method: oneOf('GET', 'POST', 'PUT'), code: httpStatus('class'), route: bounded(10) },
});
const duration = histogram('${id}_http_request_duration_seconds', {
  help: 'Time to answer an HTTP request.',
  unit: 'seconds',
  labels: { route: bounded(10) },
  buckets: [0.01, 0.05, 0.1, 0.3, 1, 3],
});
const inFlight = gauge('${id}_http_in_flight_requests', { help: 'Requests being answered.', unit: 'requests' });
${RESOURCES.map(
  (
    r,
  ) => `const ${r}Calls = counter('${id}_${r}_calls_total', { help: 'Calls to ${r}.', unit: 'calls', labels: { outcome: oneOf('ok', 'error') } });
const ${r}Seconds = histogram('${id}_${r}_call_duration_seconds', { help: 'Time of a call to ${r}.', unit: 'seconds', buckets: [0.01, 0.1, 1] });`,
).join('\n')}

export const metrics = { requests, duration, inFlight, ${RESOURCES.map((r) => `${r}Calls, ${r}Seconds`).join(', ')} };

export default service('${id}', {
  title: 'Service ${id}',
  description: 'Answers requests about ${id}.',
  owner: 'team-${id.length % 7}',
  tier: 2,
  lifecycle: 'production',
  kind: 'online-serving',
  links: { runbook: 'https://runbooks.example.com/${id}', repository: 'https://git.example.com/${id}' },
  metrics,
});
`;
}

function dashboard(id) {
  const panels = RESOURCES.map(
    (
      r,
    ) => `    timeseries('${r} calls', { description: 'Calls to ${r}.', queries: [query(sum(rate(m.${r}Calls), { by: ['outcome'] }), { legend: '{{outcome}}' })] }),
    timeseries('${r} errors', { description: 'Failed calls.', queries: [query(sum(rate(m.${r}Calls.where({ outcome: 'error' }))).div(sum(rate(m.${r}Calls))))] }),
    timeseries('${r} p99', { description: 'Slowest percent.', queries: [query(m.${r}Seconds.quantile(0.99))] }),`,
  ).join('\n');
  return `import { dashboard, hero, major, minor, query, rate, row, stat, sum, timeseries } from '@binnacle/builders';
import subject, { metrics as m } from '../services/${id}.ts';

export default dashboard(subject, 'Service ${id}', { purpose: 'Does ${id} answer, and how fast?' }, [
  row('Requests', [
    hero(timeseries('Requests', { description: 'By status class.', queries: [query(sum(rate(m.requests), { by: ['code'] }), { legend: '{{code}}' })] })),
    major(timeseries('Errors', { description: 'Share of failed requests.', queries: [query(sum(rate(m.requests.where({ code: '5xx' }))).div(sum(rate(m.requests))))] })),
    major(timeseries('Latency', { description: 'p50 and p99.', queries: [query(m.duration.quantile(0.99), { legend: 'p99' }), query(m.duration.quantile(0.5), { legend: 'p50' })] })),
    minor(stat('In flight', { description: 'Requests being answered.', queries: [query(sum(m.inFlight))] })),
    minor(timeseries('By route', { description: 'Busiest routes.', queries: [query(sum(rate(m.requests), { by: ['route'] }), { legend: '{{route}}' })] })),
  ]),
  row('Calls', [
${panels}
  ]),
]);
`;
}

function rules(id, limit) {
  const name = id.replaceAll('-', '_');
  return `import { alert, group, rate, record, rules, sum } from '@binnacle/builders';
import subject, { metrics as m } from '../services/${id}.ts';

const errors = sum(rate(m.requests.where({ code: '5xx' }), '5m')).div(sum(rate(m.requests, '5m')));

export default rules(subject, [
  group('${id}.records', { interval: '1m' }, [
    record(sum(rate(m.requests, '5m'), { by: ['code'] })),
    record(sum(rate(m.requests, '5m'), { by: ['route'] })),
    record(sum(rate(m.duration.bucket, '5m'), { by: ['le'] })),
    record(sum(m.inFlight)),
  ]),
  group('${id}.alerts', {}, [
    alert('${name}_ErrorsHigh', { expr: errors.gt(${limit}), for: '5m', severity: 'page', summary: ({ value }) => \`\${value.humanizePercentage} of requests fail\`, description: 'Users see errors.' }),
    alert('${name}_Slow', { expr: m.duration.quantile(0.99, { window: '5m' }).gt(1), for: '10m', severity: 'ticket', summary: ({ value }) => \`p99 is \${value.humanizeDuration}\`, description: 'Users wait.' }),
    alert('${name}_Saturated', { expr: sum(m.inFlight, { by: ['instance'] }).gt(100), for: '10m', severity: 'ticket', summary: ({ label }) => \`\${label('instance')} is saturated\`, description: 'Too many requests at once.' }),
${RESOURCES.slice(0, 3)
  .map(
    (r) =>
      `    alert('${name}_${r}Failing', { expr: sum(rate(m.${r}Calls.where({ outcome: 'error' }), '5m')).div(sum(rate(m.${r}Calls, '5m'))).gt(0.1), for: '5m', severity: 'ticket', summary: 'Calls to ${r} fail', description: 'A dependency fails.' }),`,
  )
  .join('\n')}
  ]),
]);
`;
}

export function serviceId(index) {
  return `svc${index}`;
}

/** Writes one service's three files; `limit` is the threshold of its first alert, for making a small change. */
export function writeService(folder, index, limit = 0.05) {
  const id = serviceId(index);
  writeFileSync(join(folder, 'services', `${id}.ts`), service(id));
  writeFileSync(join(folder, 'dashboards', `${id}.ts`), dashboard(id));
  writeFileSync(join(folder, 'rules', `${id}.ts`), rules(id, limit));
}

/** Writes a project of `count` services into an empty `folder`; `targets` limits what is written for them. */
export function writeProject(folder, count, targets) {
  rmSync(folder, { recursive: true, force: true });
  for (const sub of ['services', 'dashboards', 'rules']) mkdirSync(join(folder, sub), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "bench", "private": true, "type": "module" }\n');
  writeFileSync(
    join(folder, 'binnacle.config.ts'),
    `import { defineConfig } from '@binnacle/builders';

export default defineConfig({
  project: 'bench',
  environments: { prod: ${JSON.stringify({ targets })} },
});
`,
  );
  for (let index = 0; index < count; index += 1) writeService(folder, index);
}
