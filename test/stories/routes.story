# A diff says which routes take the alerts that change hands, and which alerts another tree takes elsewhere.

--- .gitignore
node_modules
out
.binnacle

--- binnacle.config.ts
export default { project: 'shop', environments: { production: {} } };

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

--- rules/checkout.yaml
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: checkout, labels: { binnacle.dev/service: checkout } }
spec:
  groups:
    - name: checkout
      rules:
        - alert: CheckoutDown
          expr: sum by (job) (up{job="checkout"}) < 1
          labels: { severity: page, team: payments, service: checkout }
        - alert: CheckoutSlow
          expr: checkout_p99_seconds > 1
          for: 5m
          labels: { severity: ticket, team: payments, service: checkout }

--- rules/routes.yaml
apiVersion: binnacle.dev/v1
kind: AlertmanagerConfig
metadata: { name: main }
spec:
  route:
    receiver: unowned
    routes:
      - { matchers: ['severity="page"'], receiver: audit, continue: true }
      - matchers: ['team="payments"']
        receiver: payments
        routes: [{ matchers: ['severity="page"'], receiver: payments-pager }]
      - matchers: ['team="core"']
        receiver: core
        routes: [{ matchers: ['severity="page"'], receiver: core-pager }]
  receivers:
    - { name: unowned, webhook_configs: [{ url: '${RELAY}' }] }
    - { name: audit, webhook_configs: [{ url: '${RELAY}' }] }
    - { name: payments, webhook_configs: [{ url: '${RELAY}' }] }
    - { name: payments-pager, pagerduty_configs: [{ routing_key: '${PAYMENTS_KEY}' }] }
    - { name: core, webhook_configs: [{ url: '${RELAY}' }] }
    - { name: core-pager, pagerduty_configs: [{ routing_key: '${CORE_KEY}' }] }

$ git init

$ git add .

$ git commit -qm before

--- services/checkout.yaml
apiVersion: binnacle.dev/v1
kind: Service
metadata: { name: checkout }
spec:
  title: Checkout
  description: Sells.
  owner: core
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

--- rules/checkout.yaml
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: checkout, labels: { binnacle.dev/service: checkout } }
spec:
  groups:
    - name: checkout
      rules:
        - alert: CheckoutDown
          expr: sum by (job, instance) (up{job="checkout"}) < 1
          labels: { severity: page, team: core, service: checkout }
        - alert: CheckoutSlow
          expr: checkout_p99_seconds > 1
          for: 5m
          labels: { severity: ticket, team: core, service: checkout }

$ binnacle diff
2 alerts and 1 service changed (since main, <commit>)

checkout · core
  ~ PrometheusRule/checkout
      ~ alert CheckoutDown:
          label team payments → core (its state will reset)
          expression `by (job)` → `by (instance, job)` (its series have other labels: its state will reset)
      ~ alert CheckoutSlow: label team payments → core (its state will reset)
      → reaches 3 routes: severity="page" → audit, severity="page" → core-pager, team="core" → core
  ~ Service/checkout  Checkout
      ~ owner payments → core (4 routes and 2 alerts move)

$ git commit -qam handed

--- rules/routes.yaml
apiVersion: binnacle.dev/v1
kind: AlertmanagerConfig
metadata: { name: main }
spec:
  route:
    receiver: unowned
    routes:
      - { matchers: ['severity="page"'], receiver: audit, continue: true }
      - matchers: ['team="payments"']
        receiver: payments
        routes: [{ matchers: ['severity="page"'], receiver: payments-pager }]
      - matchers: ['team="core"']
        receiver: core
        routes: [{ matchers: ['severity="page"'], receiver: core }]
  receivers:
    - { name: unowned, webhook_configs: [{ url: '${RELAY}' }] }
    - { name: audit, webhook_configs: [{ url: '${RELAY}' }] }
    - { name: payments, webhook_configs: [{ url: '${RELAY}' }] }
    - { name: payments-pager, pagerduty_configs: [{ routing_key: '${PAYMENTS_KEY}' }] }
    - { name: core, webhook_configs: [{ url: '${RELAY}' }] }
    - { name: core-pager, pagerduty_configs: [{ routing_key: '${CORE_KEY}' }] }

$ binnacle diff HEAD
1 route and 1 Alertmanager configuration changed (since HEAD, <commit>)

~ AlertmanagerConfig/main
    ~ route `team="core" › severity="page"`: receiver core-pager → core
    → reaches 1 alert (pages): CheckoutDown
