# `init` beside an application keeps what is there, puts definitions into a folder of their own, and builds at
# once.

--- package.json
{
    "name": "@acme/web",
    "type": "commonjs",
    "dependencies": { "express": "5.0.0" }
}

--- services/orders.ts
throw new Error('application code is not a definition');

--- .gitignore
node_modules/
dist

$ binnacle init
  created binnacle.config.ts
  created observability/dashboards/shop.ts
  created observability/rules/shop.ts
  created observability/services/shop.ts
  created observability/tsconfig.json
  changed package.json
  changed .gitignore

Binnacle runs from a checkout here, so package.json takes its packages from there (file:).

The project is called web. Next:
  npm install
  npx binnacle build
  npm run typecheck   # proves labels and units: building does not
Then describe your own service in observability/services/; `binnacle import metrics` writes its metrics from what it exposes.

$ cat package.json
{
    "name": "@acme/web",
    "type": "commonjs",
    "dependencies": {
        "express": "5.0.0"
    },
    "scripts": {
        "build": "binnacle build",
        "check": "binnacle check",
        "typecheck": "tsc --noEmit -p observability"
    },
    "devDependencies": {
        "@binnacle/builders": "file:<checkout>/packages/builders",
        "@binnacle/cli": "file:<checkout>/packages/cli",
        "typescript": "7.0.2"
    }
}

$ cat .gitignore
node_modules/
dist
/out
/binnacle-report
/pictures

$ cat binnacle.config.ts
import { defineConfig } from '@binnacle/cli';

export default defineConfig({
  project: 'web',
  include: ['observability/services/**/*.ts', 'observability/dashboards/**/*.ts', 'observability/rules/**/*.ts'],
  environments: {
    // What runs there decides what is checked and written: versions, datasources by logical name, scrape interval.
    production: {
      grafana: { version: '13.0' },
      prometheus: { version: '3.5', scrapeInterval: '30s' },
    },
  },
});

$ binnacle build
production: 1 dashboard, 3 alerts, 0 records, 1 service → 10 files (10 created)
no problems (and 1 note: -v shows it) · wrote out (time)

--- scrape.txt
# TYPE web_orders_total counter
web_orders_total{channel="app"} 1

$ binnacle import metrics scrape.txt --service web
observability/services/web/metrics.ts: 1 contract, 1 new
  next: in observability/services/web.ts, import { metrics } from './web/metrics.ts' and write service('web', { …, metrics })
