import type { DestinationId } from '@binnacle/model';
import type { Destination } from './destination.ts';

/** Every destination, sorted by id; each is the folder of that name, and is loaded only when an environment names it. */
export const destinations: {
  readonly [Id in DestinationId]: () => Promise<Destination<Id>>;
} = {
  alertmanager: async () => (await import('./alertmanager/alertmanager.ts')).alertmanager,
  backstage: async () => (await import('./backstage/backstage.ts')).backstage,
  cortex: async () => (await import('./cortex/cortex.ts')).cortex,
  datadog: async () => (await import('./datadog/datadog.ts')).datadog,
  files: async () => (await import('./files/files.ts')).files,
  grafana: async () => (await import('./grafana/grafana.ts')).grafana,
  healthchecks: async () => (await import('./healthchecks/healthchecks.ts')).healthchecks,
  kubernetes: async () => (await import('./kubernetes/kubernetes.ts')).kubernetes,
  loki: async () => (await import('./loki/loki.ts')).loki,
  mimir: async () => (await import('./mimir/mimir.ts')).mimir,
  prometheus: async () => (await import('./prometheus/prometheus.ts')).prometheus,
  vmalert: async () => (await import('./vmalert/vmalert.ts')).vmalert,
};
