# Rules that come and go with their file: plan, push and diff say which alerts they hold, and who is paged for
# them.

--- .gitignore
node_modules
live
.binnacle

--- binnacle.config.ts
import { defineConfig } from '@binnacle/cli';
export default defineConfig({
  project: 'post',
  environments: { production: { destinations: { files: { folder: 'live' } } } },
});

--- services/folders.yaml
apiVersion: folder.grafana.app/v1
kind: Folder
metadata: { name: post }
spec: { title: Post }

--- rules/mail.yaml
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: mail }
spec:
  groups:
    - name: mail
      rules:
        - alert: MailStuck
          expr: max by (queue) (mail_queue_oldest_seconds) > 600
          for: 5m
          labels: { severity: page }
          annotations: { summary: 'Mail waits in {{ $labels.queue }} for {{ $value | humanizeDuration }}' }
        - alert: MailBounces
          expr: sum(rate(mail_bounced_total[5m])) / sum(rate(mail_sent_total[5m])) > 0.1
          labels: { severity: page }

$ git init

$ git add .

$ git commit -qm before

$ binnacle push --yes
push: 2 to create; 2 alerts added; 2 alerts now page; 0 unchanged

production · files in live
  + PrometheusRule/mail
      + alert MailStuck:
          added: severity page, for 5m (can page from now on)
          “Mail waits in <queue> for <value>”
          fires when `max by (queue) (mail_queue_oldest_seconds) > 600`
      + alert MailBounces:
          added: severity page (can page from now on)
          fires when `sum(rate(mail_bounced_total[5m])) / sum(rate(mail_sent_total[5m])) > 0.1`
  + Folder/post  Post

pushed: 2 created

$ git checkout -qb branch

--- rules/mail.yaml
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: mail }
spec:
  groups:
    - name: mail
      rules:
        - alert: MailStuck
          expr: max by (queue) (mail_queue_oldest_seconds) > 300
          for: 5m
          labels: { severity: page }
          annotations: { summary: 'Mail waits in {{ $labels.queue }} for {{ $value | humanizeDuration }}' }
        - alert: MailBounces
          expr: sum(rate(mail_bounced_total[10m])) / sum(rate(mail_sent_total[5m])) > 0.05
          labels: { severity: page }

$ binnacle diff
2 alerts changed; 2 alerts page sooner (since main, <commit>)

~ PrometheusRule/mail
    ~ alert MailStuck: threshold 600 s → 300 s (pages sooner)
    ~ alert MailBounces:
        threshold 10% → 5% (pages sooner)
        expression `rate(mail_bounced_total[5m])` → `rate(mail_bounced_total[10m])`

$ git rm -qf rules/mail.yaml

$ binnacle diff
2 alerts removed; 2 alerts no longer page (since main, <commit>)

- PrometheusRule/mail  no longer declared
    - alert MailStuck: removed (nobody is paged for it any more); “Mail waits in <queue> for <value>”
    - alert MailBounces: removed (nobody is paged for it any more)

$ binnacle plan
plan: 1 no longer declared; with --prune 2 alerts removed, 2 alerts no longer page; 1 unchanged

production · files in live
  - PrometheusRule/mail  no longer declared
      - alert MailStuck: removed (nobody is paged for it any more); “Mail waits in <queue> for <value>”
      - alert MailBounces: removed (nobody is paged for it any more)

digest sha256:6681c811e8bc48ceb321f0044a5fa7b61472c1b577712728b36f9e7238b5b6f8

$ binnacle push --yes --prune --prune-limit 75
push: 1 no longer declared; with --prune 2 alerts removed, 2 alerts no longer page; 1 unchanged

production · files in live
  - PrometheusRule/mail  no longer declared
      - alert MailStuck: removed (nobody is paged for it any more); “Mail waits in <queue> for <value>”
      - alert MailBounces: removed (nobody is paged for it any more)

pushed: 1 deleted
