import type { Kind } from './kind.ts';
import { alertmanagerConfig } from './kinds/alertmanager-config/kind.ts';
import { dashboard } from './kinds/dashboard/kind.ts';
import { folder } from './kinds/folder/kind.ts';
import { healthCheck } from './kinds/health-check/kind.ts';
import { prometheusRule } from './kinds/prometheus-rule/kind.ts';
import { service } from './kinds/service/kind.ts';
import { serviceLevelObjective } from './kinds/service-level-objective/kind.ts';

/** Every kind we know, sorted by name: one folder under `kinds/` each. */
export const kinds: readonly Kind[] = [
  alertmanagerConfig,
  dashboard,
  folder,
  healthCheck,
  prometheusRule,
  service,
  serviceLevelObjective,
];

const BY_NAME: ReadonlyMap<string, Kind> = new Map(kinds.map((entry) => [entry.kind, entry]));

/** The kind of this name, or undefined. */
export function kindOf(name: string): Kind | undefined {
  return BY_NAME.get(name);
}
