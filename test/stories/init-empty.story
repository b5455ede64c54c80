# `init` in an empty folder makes a project that builds at once, without a finding.

$ binnacle init
  created binnacle.config.ts
  created dashboards/shop.ts
  created rules/shop.ts
  created services/shop.ts
  created tsconfig.json
  created package.json
  created .gitignore

Binnacle runs from a checkout here, so package.json takes its packages from there (file:).

The project is called company. Next:
  npm install
  npx binnacle build
  npm run typecheck   # proves labels and units: building does not
Then describe your own service in services/; `binnacle import metrics` writes its metrics from what it exposes.

$ binnacle check
no problems (and 1 note: -v shows it) · 1 dashboard, 3 alerts, 0 records, 1 service from 3 files for production (time)

$ binnacle build
production: 1 dashboard, 3 alerts, 0 records, 1 service → 10 files (10 created)
no problems (and 1 note: -v shows it) · wrote out (time)

$ ls out
.binnacle.json
production/backstage/catalog-info.yaml
production/backstage/component/shop.yaml
production/datadog/v2.2/shop.yaml
production/datadog/v3/shop.yaml
production/grafana-classic/provider.yaml
production/grafana-classic/shop-team/shop-traffic.json
production/grafana/dashboards/shop-traffic.json
production/grafana/folders/shop-team.json
production/operator/shop.yaml
production/prometheus/shop.yaml

$ binnacle list
KIND            NAME          SERVICE  OWNER      FILE
Dashboard       shop-traffic  shop     shop-team  dashboards/shop.ts:6
PrometheusRule  shop          shop     shop-team  rules/shop.ts:4
Service         shop          shop     shop-team  services/shop.ts:22

$ binnacle list --kind Dashboards
no resources
! --kind Dashboards: no resource has it; did you mean 'Dashboard'?

$ binnacle list --service nope --json
[]
! --service nope: no resource has it; known: shop

$ binnacle init
! error: binnacle.config.ts exists: this is a project already
!   run `binnacle build`
exit 2
