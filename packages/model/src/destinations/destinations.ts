import { type Check, shape } from '../config/shape.ts';
import { type AlertmanagerSettings, alertmanagerSettings } from './alertmanager.ts';
import { type BackstageSettings, backstageSettings } from './backstage.ts';
import { type DatadogSettings, datadogSettings } from './datadog.ts';
import { type FilesSettings, filesSettings } from './files.ts';
import { type GrafanaSettings, grafanaSettings } from './grafana.ts';
import { type HealthchecksSettings, healthchecksSettings } from './healthchecks.ts';
import { type KubernetesSettings, kubernetesSettings } from './kubernetes.ts';
import { type PrometheusSettings, prometheusSettings } from './prometheus.ts';
import { type RulerSettings, rulerSettings } from './ruler.ts';

/** The systems an environment is pushed to, by destination id, and how each is reached. */
export interface Destinations {
  readonly alertmanager?: AlertmanagerSettings;
  readonly backstage?: BackstageSettings;
  readonly cortex?: RulerSettings;
  readonly datadog?: DatadogSettings;
  readonly files?: FilesSettings;
  readonly grafana?: GrafanaSettings;
  readonly healthchecks?: HealthchecksSettings;
  readonly kubernetes?: KubernetesSettings;
  readonly loki?: RulerSettings;
  readonly mimir?: RulerSettings;
  readonly prometheus?: PrometheusSettings;
  readonly vmalert?: PrometheusSettings;
}

export type DestinationId = keyof Destinations;

const CHECKS: Readonly<Record<DestinationId, Check>> = {
  alertmanager: alertmanagerSettings,
  backstage: backstageSettings,
  cortex: rulerSettings,
  datadog: datadogSettings,
  files: filesSettings,
  grafana: grafanaSettings,
  healthchecks: healthchecksSettings,
  kubernetes: kubernetesSettings,
  loki: rulerSettings,
  mimir: rulerSettings,
  prometheus: prometheusSettings,
  vmalert: prometheusSettings,
};

/** True for the id of a destination. */
function isDestinationId(id: string): id is DestinationId {
  return Object.hasOwn(CHECKS, id);
}

/** Every destination's id, sorted. */
export const DESTINATION_IDS: readonly DestinationId[] = Object.keys(CHECKS).filter((id) => isDestinationId(id));

/** The check of `environments.<name>.destinations`. */
export const destinations: Check = shape(CHECKS);
