/** Names a new project is made of. */
export interface ProjectNames {
  readonly project: string;
  /** Folder of the definitions relative to the config, with a final `/`; empty when they are beside it. */
  readonly prefix: string;
}

/** `binnacle.config.ts`. The include globs are only written where they differ from the default. */
export function configFile({ project, prefix }: ProjectNames): string {
  const globs = ['services', 'dashboards', 'rules'].map((folder) => `'${prefix}${folder}/**/*.ts'`);
  const include = prefix === '' ? '' : `\n  include: [${globs.join(', ')}],`;
  return `import { defineConfig } from '@binnacle/cli';

export default defineConfig({
  project: '${project}',${include}
  environments: {
    // What runs there decides what is checked and written: versions, datasources by logical name, scrape interval.
    production: {
      grafana: { version: '13.0' },
      prometheus: { version: '3.5', scrapeInterval: '30s' },
    },
  },
});
`;
}

/** Settings for editors and \`tsc\`; nothing is emitted, as the definitions are loaded as they are. */
export const TSCONFIG = `{
  "compilerOptions": {
    "target": "es2023",
    "module": "esnext",
    "moduleResolution": "bundler",
    "strict": true,
    "noEmit": true,
    "skipLibCheck": true,
    "allowImportingTsExtensions": true,
    "resolveJsonModule": true,
    "types": []
  },
  "include": ["**/*.ts"]
}
`;

const SERVICE = `import { counter, gauge, histogram, httpStatus, oneOf, onlineServing, service } from '@binnacle/builders';

const route = oneOf('/', '/orders', '/orders/:id');

const requests = counter('shop_http_requests_total', {
  help: 'Requests answered, by route and status.',
  unit: 'requests',
  labels: { route, code: httpStatus('class') },
});
const duration = histogram('shop_http_request_duration_seconds', {
  help: 'Time from the first byte of a request to the last of its answer.',
  unit: 'seconds',
  labels: { route },
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
});
const inFlight = gauge('shop_http_in_flight_requests', {
  help: 'Requests being answered now.',
  unit: 'requests',
  labels: {},
});

export default service('shop', {
  title: 'Shop',
  description: 'Shows customers what there is and takes their orders.',
  owner: 'shop-team',
  tier: 1,
  kind: 'online-serving',
  languages: ['go'],
  links: {
    runbook: 'https://runbooks.example.com/shop',
    repository: 'https://git.example.com/shop',
  },
  metrics: { requests, duration, inFlight },
  parts: {
    http: onlineServing({ requests, errors: requests.where({ code: '5xx' }), duration, inFlight }),
  },
});
`;

const DASHBOARD = `import { dashboard, red } from '@binnacle/builders';
import shop from '../services/shop.ts';

const { requests, duration } = shop.metrics;

export default dashboard(shop, 'Traffic', { purpose: 'Do customers get answers, and in time?' }, [
  red({ requests, errors: requests.where({ code: '5xx' }), duration }, { by: ['route'] }),
]);
`;

const RULES = `import { rules } from '@binnacle/builders';
import shop from '../services/shop.ts';

export default rules(shop, shop.parts.http.rules());
`;

/** The first definitions, by path below the prefix. */
export const DEFINITIONS: Readonly<Record<string, string>> = {
  'dashboards/shop.ts': DASHBOARD,
  'rules/shop.ts': RULES,
  'services/shop.ts': SERVICE,
};
