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

The project is called web. Next:
  npm install
  npx binnacle build
Then describe your own service in observability/services/; `binnacle import metrics` writes its metrics from what it exposes.

$ cat package.json
{
    "name": "@acme/web",
    "type": "commonjs",
    "dependencies": {
        "express": "5.0.0"
    },
    "devDependencies": {
        "@binnacle/builders": "0.1.0",
        "@binnacle/cli": "0.1.0"
    }
}

$ cat .gitignore
node_modules/
dist
/out

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
no problems (and 1 note) · wrote out (time)
