import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emit } from '../assemble.ts';
import { production } from '../fixtures/environment.ts';
import { alertmanagerConfig } from '../fixtures/resources.ts';
import { alertmanager } from './alertmanager.ts';

const full = alertmanagerConfig('main', {
  global: { resolve_timeout: '5m' },
  route: {
    receiver: 'unowned',
    group_by: ['alertname', 'team'],
    routes: [{ receiver: 'payments', matchers: ['team="payments"', 'severity=~"page|ticket"'], continue: true }],
  },
  inhibit_rules: [{ source_matchers: ['severity="page"'], target_matchers: ['severity="ticket"'], equal: ['team'] }],
  templates: ['shop.tmpl'],
  template_files: { 'shop.tmpl': '{{ define "shop.title" }}{{ .CommonLabels.alertname }}{{ end }}' },
});

test('the configuration as Alertmanager reads it, with the templates beside it and the secrets named', () => {
  const { files, diagnostics } = emit(alertmanager, [full], production);
  expect(diagnostics).toEqual([]);
  expect(files).toEqual([
    {
      path: 'alertmanager/main.yml',
      content: `# Secrets to fill in, as \`binnacle push\` and \`envsubst\` do: PAGERDUTY_KEY
global:
  resolve_timeout: 5m
inhibit_rules:
  - equal:
      - team
    source_matchers:
      - severity="page"
    target_matchers:
      - severity="ticket"
receivers:
  - name: unowned
  - name: payments
    pagerduty_configs:
      - routing_key: '\${PAGERDUTY_KEY}'
route:
  group_by:
    - alertname
    - team
  receiver: unowned
  routes:
    - continue: true
      matchers:
        - team="payments"
        - severity=~"page|ticket"
      receiver: payments
templates:
  - shop.tmpl
`,
    },
    {
      path: 'alertmanager/shop.tmpl',
      content: '{{ define "shop.title" }}{{ .CommonLabels.alertname }}{{ end }}\n',
    },
  ]);
});

test('without secrets there is nothing to fill in', () => {
  const plain = alertmanagerConfig('main', { receivers: [{ name: 'unowned' }, { name: 'payments' }] });
  expect(emit(alertmanager, [plain], production).files[0]?.content).toMatch(/^receivers:\n/);
});

const hasAmtool = spawnSync('amtool', ['--version']).error === undefined;
describe.skipIf(!hasAmtool)('amtool', () => {
  test('takes the files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'binnacle-amtool-'));
    try {
      for (const { path, content } of emit(alertmanager, [full], production).files)
        writeFileSync(join(folder, path.replace('alertmanager/', '')), content);
      const { status, stdout, stderr } = spawnSync('amtool', ['check-config', join(folder, 'main.yml')], {
        encoding: 'utf8',
      });
      expect([status, stdout + stderr]).toEqual([0, expect.stringContaining('1 templates')]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
