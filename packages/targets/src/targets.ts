import { alertmanager } from './alertmanager/alertmanager.ts';
import { backstage } from './backstage/backstage.ts';
import { datadog } from './datadog/datadog.ts';
import { grafanaClassic } from './grafana-classic/grafana-classic.ts';
import { grafana } from './grafana/grafana.ts';
import { openslo } from './openslo/openslo.ts';
import { operator } from './operator/operator.ts';
import { prometheus } from './prometheus/prometheus.ts';
import type { FileTarget } from './target.ts';

/** Every target, sorted by id; each is the folder of that name. */
export const targets: readonly FileTarget[] = [
  alertmanager,
  backstage,
  datadog,
  grafana,
  grafanaClassic,
  openslo,
  operator,
  prometheus,
];
