# An environment says which targets it wants; files of the others are not written, and are removed where they
# were.

--- binnacle.config.ts
import { defineConfig } from '@binnacle/cli';
export default defineConfig({ project: 'shop', environments: { dev: {} } });

--- services/checkout.yaml
apiVersion: binnacle.dev/v1
kind: Service
metadata: { name: checkout }
spec:
  title: Checkout
  description: Sells.
  owner: payments
  tier: 1
  lifecycle: production
  kind: infrastructure
  languages: []
  links: [{ type: runbook, title: Runbook, url: https://runbooks.example.com/checkout }]
  contacts: []
  dependsOn: []
  tags: {}
  metrics: []
  parts: []

$ binnacle build -q

$ ls out
.binnacle.json
dev/backstage/catalog-info.yaml
dev/backstage/resource/checkout.yaml
dev/datadog/v2.2/checkout.yaml
dev/datadog/v3/checkout.yaml

--- binnacle.config.ts
import { defineConfig } from '@binnacle/cli';
export default defineConfig({ project: 'shop', environments: { dev: { targets: ['backstage'] } } });

$ binnacle build
dev: 0 dashboards, 0 alerts, 0 records, 1 service → 2 files (2 removed)
no problems · wrote out (time)

$ ls out
.binnacle.json
dev/backstage/catalog-info.yaml
dev/backstage/resource/checkout.yaml

--- binnacle.config.ts
import { defineConfig } from '@binnacle/cli';
export default defineConfig({ project: 'shop', environments: { dev: { targets: ['bakstage'] } } });

$ binnacle build
! error: environments.dev.targets: there is no target 'bakstage'
!   did you mean 'backstage'?
exit 2

$ ls out
.binnacle.json
dev/backstage/catalog-info.yaml
dev/backstage/resource/checkout.yaml
