/** A service with metrics of every type, label and unit that code may be copied of. */
export const SHOP = `import {
  bounded, counter, gauge, histogram, httpStatus, info, nativeHistogram, oneOf, service, serviceName, summary,
} from '@binnacle/builders';
import regex from './regex.ts';

const route = oneOf('/cart', '/checkout');

export const shop = service('shop', {
  title: 'Shop', description: 'Sells.', owner: 'retail', tier: 2, kind: 'online-serving', dependsOn: [regex],
  metrics: {
    requests: counter('shop_requests_total', {
      help: 'Requests answered.', unit: 'requests',
      labels: { code: httpStatus('class'), route, caller: serviceName(regex), shard: bounded(4) },
    }),
    busySeconds: counter('shop_busy_seconds_total', { help: 'Time spent.', unit: 'seconds' }),
    duration: histogram('shop_request_duration_seconds', {
      help: 'Time of a request.', unit: 'seconds', counts: 'requests', labels: { route }, buckets: [0.1, 0.5, 1],
    }),
    queryDuration: nativeHistogram('shop_query_duration_seconds', {
      help: 'Time of a query.', unit: 'seconds', counts: 'queries', labels: { status: httpStatus() },
    }),
    jobDuration: summary('shop_job_duration_seconds', {
      help: 'Time of a job.', unit: 'seconds', counts: 'jobs', labels: { job_name: bounded(5) }, quantiles: [0, 0.5, 0.99, 1],
    }),
    'payload-size': summary('shop_payload_size_bytes', { help: 'Size.', unit: 'bytes' }),
    memory: gauge('shop_memory_bytes', { help: 'Memory in use.', unit: 'bytes', targetLabels: ['pod'] }),
    utilization: gauge('shop_cpu_utilization_ratio', { help: 'Share in use.', unit: 'ratio' }),
    up: gauge('shop_up', { help: 'Whether it is up.', unit: 'bool' }),
    temperature: gauge('shop_temperature_celsius', { help: 'Heat.', unit: 'celsius' }),
    lag: gauge('shop_replication_lag_seconds', { help: 'Behind.', unit: 'seconds' }),
    started: gauge('shop_start_time_seconds', { help: 'When it began.', unit: 'seconds' }),
    expires: gauge('shop_certificate_expiry_timestamp_seconds', { help: 'When it ends.', unit: 'seconds' }),
    build: info('shop_build_info', { help: 'What runs.', labels: { version: bounded(2), revision: bounded(2) } }),
  },
});

export default shop;
`;

/** A service without a name in its file, called as a function of the builders is. */
export const REGEX = `import { counter, service } from '@binnacle/builders';

export default service('regex', {
  title: 'Regex', description: 'Matches.', owner: 'retail', tier: 3, kind: 'library',
  metrics: { matches: counter('regex_matches_total', { help: 'Matches.', unit: 'matches' }) },
});
`;

export const CONFIG = "export default { project: 'shop', environments: { production: {} } };\n";

export const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: 'es2023',
    module: 'nodenext',
    moduleResolution: 'nodenext',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    noUnusedLocals: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  },
  include: ['services', 'dashboards'],
});
