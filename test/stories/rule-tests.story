# Unit tests of rules, in promtool's format, run on the rules of the project.

--- binnacle.config.ts
import { defineConfig } from '@binnacle/cli';
export default defineConfig({ project: 'shop', environments: { staging: {}, production: { labels: { region: 'eu' } } } });

--- rules/shop.yaml
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: shop }
spec:
  groups:
    - name: shop
      rules:
        - record: job:requests:rate5m
          expr: sum by (job) (rate(requests_total[5m]))
        - alert: NoTraffic
          expr: job:requests:rate5m == 0
          for: 5m
          labels: { severity: page }
          annotations: { summary: '{{ $labels.job }} gets nothing', runbook_url: 'https://example.com' }

$ binnacle test
! error: there are no tests of rules: no file *.test.yaml among the definitions or in tests
!   write one in promtool's format, such as rules/checkout.test.yaml
exit 2

--- rules/shop.test.yaml
tests:
  - name: a shop that is shut
    interval: 1m
    input_series:
      - { series: 'requests_total{job="shop"}', values: '0+60x10 600x20' }
    promql_expr_test:
      - expr: job:requests:rate5m
        eval_time: 10m
        exp_samples: [{ labels: 'job:requests:rate5m{job="shop"}', value: 1 }]
    alert_rule_test:
      - { eval_time: 18m, alertname: NoTraffic }
      - eval_time: 25m
        alertname: NoTraffic
        exp_alerts:
          - exp_labels: { job: shop, severity: page }
            exp_annotations: { summary: shop gets nothing }

$ binnacle test
no problems · 1 test passed in 1 file for production, staging (time)

--- rules/shop.test.yaml
tests:
  - name: a shop that is shut
    interval: 1m
    input_series:
      - { series: 'requests_total{job="shop"}', values: '0+60x10 600x20' }
    promql_expr_test:
      - expr: job:requests:rate5m
        eval_time: 10m
        exp_samples: [{ labels: 'job:requests:rate5m{job="shop"}', value: 2 }]
    alert_rule_test:
      - eval_time: 18m
        alertname: NoTraffic
        exp_alerts:
          - exp_labels: { job: shop, severity: page }
      - eval_time: 25m
        alertname: NoTraffic
        exp_alerts:
          - exp_labels: { job: shop, severity: ticket }

$ binnacle test rules
rules/shop.test.yaml:7:9 error job:requests:rate5m at 10m: job:requests:rate5m{job="shop"} is 1, 2 is expected [test/queries]
    a shop that is shut
rules/shop.test.yaml:11:9 error NoTraffic at 18m: does not fire with {job="shop", severity="page"} [test/alerts]
    a shop that is shut
rules/shop.test.yaml:15:9 error NoTraffic at 25m: label severity is "page", "ticket" is expected [test/alerts]
    a shop that is shut

3 errors in 1 file · 0 of 1 test passed in 1 file for production, staging (time)
exit 1

--- rules/shop.test.yaml
tests:
  - alert_rule_test:
      - { eval_time: 18m, alertname: NoTrafic }
    promql_expr_test:
      - { expr: 0.1 + 0.2, eval_time: 1m, exp_samples: [{ labels: '{}', value: 0.3 }] }

$ binnacle test
rules/shop.test.yaml:3:9 error NoTrafic at 18m: there is no such alert [test/alerts]
    fix: did you mean NoTraffic?
rules/shop.test.yaml:5:9 error 0.1 + 0.2 at 1m: {} is 0.30000000000000004, 0.3 is expected [test/queries]
    fix: only the last digits differ: 'fuzzy_compare: true' at the top of the file lets them, here and in promtool 3

2 errors in 1 file · 0 of 1 test passed in 1 file for production, staging (time)
exit 1

$ binnacle test dashboards
! error: dashboards: there are no tests of rules
!   there are rules/shop.test.yaml
exit 2

--- rules/shop.test.yaml
evaluation_intervall: 1m
tests:
  - interval: soon
    alert_rule_test:
      - alertname: NoTraffic

$ binnacle test
rules/shop.test.yaml:1:1 error evaluation_intervall is not known here [test/file]
    fix: did you mean 'evaluation_interval'?
rules/shop.test.yaml:3:5 error soon is no duration [test/file]
    fix: write one such as 5m or 1h30m
rules/shop.test.yaml:5:9 error eval_time is missing [test/file]

3 errors in 1 file · 0 tests passed in 1 file for production, staging (time)
exit 1
