# A branch is compared with where it left the default branch: offline, in the words of the domain, what reaches
# the pager first.

--- .gitignore
node_modules
out
.binnacle

--- binnacle.config.ts
import { defineConfig } from '@binnacle/cli';
export default defineConfig({ project: 'shop', environments: { production: {} } });

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
  metrics:
    - name: checkout_requests_total
      type: counter
      help: Requests answered.
      unit: requests
      labels: [{ name: code, domain: { kind: http-status, form: class } }]
      targetLabels: [job]
  parts: []

--- rules/checkout.yaml
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: checkout, labels: { binnacle.dev/service: checkout } }
spec:
  groups:
    - name: checkout
      rules:
        - record: job_code:checkout_requests:rate5m
          expr: sum by (job, code) (rate(checkout_requests_total[5m]))
        - alert: CheckoutErrorsHigh
          expr: job_code:checkout_requests:rate5m{code="5xx"} > 0.05
          for: 5m
          labels: { severity: ticket, service: checkout }

--- dashboards/checkout.yaml
apiVersion: dashboard.grafana.app/v1
kind: Dashboard
metadata: { name: checkout, labels: { binnacle.dev/service: checkout } }
spec:
  title: Checkout
  schemaVersion: 42
  panels:
    - id: 1
      title: Requests
      type: timeseries
      gridPos: { x: 0, y: 0, w: 12, h: 8 }
      targets: [{ refId: A, expr: 'job_code:checkout_requests:rate5m' }]
    - id: 2
      title: Errors
      type: timeseries
      gridPos: { x: 12, y: 0, w: 12, h: 8 }
      targets: [{ refId: A, expr: 'rate(checkout_requests_total{code="5xx"}[5m])' }]

$ binnacle diff
! error: the project is in no git repository
!   run `git init` and commit, to have something to compare with
exit 2

$ git init

$ git add .

$ git commit -qm before

$ binnacle diff --exit-code
no changes (since main, <commit>)

$ git checkout -qb branch

--- rules/checkout.yaml
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: checkout, labels: { binnacle.dev/service: checkout } }
spec:
  groups:
    - name: checkout
      rules:
        - record: job_code:checkout_requests:rate5m
          expr: |
            sum by (job, code) (
              rate(checkout_requests_total[10m])
            )
        - alert: CheckoutErrorsHigh
          expr: job_code:checkout_requests:rate5m{code="5xx"} > 0.1
          for: 10m
          labels: { severity: page, service: checkout }

--- dashboards/checkout.yaml
apiVersion: dashboard.grafana.app/v1
kind: Dashboard
metadata: { name: checkout, labels: { binnacle.dev/service: checkout } }
spec:
  title: Checkout
  schemaVersion: 42
  panels:
    - id: 7
      title: Requests
      type: timeseries
      gridPos: { x: 0, y: 0, w: 12, h: 8 }
      targets: [{ refId: A, expr: 'job_code:checkout_requests:rate5m' }]
    - id: 9
      title: Failures
      type: timeseries
      gridPos: { x: 12, y: 0, w: 12, h: 8 }
      fieldConfig: { defaults: { unit: reqps } }
      targets: [{ refId: A, expr: 'rate(checkout_requests_total{code="5xx"}[1m])' }]

$ git commit -qam after

$ binnacle diff --exit-code -v
1 alert, 1 record and 1 dashboard changed; 1 alert now pages (since main, <commit>)

checkout
  ~ PrometheusRule/checkout
      ~ alert CheckoutErrorsHigh:
          severity ticket → page (now pages; its state will reset)
          threshold 0.05 → 0.1 (fires later)
          for 5m → 10m (fires 5 minutes later)
      ~ record job_code:checkout_requests:rate5m: expression `[5m]` → `[10m]` (its history holds what it was before)
      → reaches 1 alert (pages), 1 panel: CheckoutErrorsHigh, Requests
  ~ Dashboard/checkout  Checkout
      ~ panel Failures: query A `[5m]` → `[1m]`; renamed from Errors; unit added: reqps

      ┌───────────────────────────────────┬───────────────────────────────────┐
      │ Requests                          │ ~ Failures                        │
      └───────────────────────────────────┴───────────────────────────────────┘

exit 3

$ binnacle diff HEAD
no changes (since HEAD, <commit>)

$ binnacle diff mian
! error: mian: there is no such revision here
!   name a branch, tag or commit
exit 2

--- rules/checkout.yaml
kind: PrometheusRule

$ binnacle diff
rules/checkout.yaml:1:1 error not a resource: no apiVersion, metadata.name, spec [load/data]

1 error in 1 file · 1 dashboard, 0 alerts, 0 records, 1 service from 3 files for production (time)
exit 1
