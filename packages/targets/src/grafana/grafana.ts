import {
  DASHBOARD_API_VERSION,
  isDashboardV1,
  isDashboardV2,
  isFolder,
  toJson,
  withoutSource,
  type DashboardResource,
  type DashboardV1Resource,
  type Diagnostic,
  type Environment,
  type Resource,
} from '@binnacle/model';
import { NOTHING } from '../nothing.ts';
import type { FileTarget, Made } from '../target.ts';
import { isAtLeast } from '../version.ts';

/** First Grafana that serves dashboard.grafana.app/v2. */
const SERVES_V2 = '13.0';

function isDashboard(resource: Resource): resource is DashboardResource | DashboardV1Resource {
  return isDashboardV2(resource) || isDashboardV1(resource);
}

function made(folder: string, resource: Resource): Made {
  const segments = [folder, `${resource.metadata.name}.json`];
  return { pieces: [{ resource, segments, content: toJson(withoutSource(resource)) }], diagnostics: [] };
}

function unserved({ grafana: instance }: Environment): Diagnostic[] {
  if (instance === undefined || isAtLeast(instance.version, SERVES_V2)) return [];
  return [
    {
      rule: 'target/grafana',
      severity: 'info',
      message: `Grafana ${instance.version} does not serve ${DASHBOARD_API_VERSION}, which the dashboards in grafana/ are written for`,
      fix: 'provision the files in grafana-classic/ there',
    },
  ];
}

/** Dashboards and folders as Grafana 13's own resources: for kubectl, gcx, Git Sync and `PUT /apis/…`. */
export const grafana: FileTarget = {
  id: 'grafana',
  kinds: ['Dashboard', 'Folder'],
  open: (resources, environment) => ({
    of(resource) {
      if (isDashboard(resource)) return made('dashboards', resource);
      return isFolder(resource) ? made('folders', resource) : NOTHING;
    },
    together: () => ({ pieces: [], diagnostics: resources.some(isDashboardV2) ? unserved(environment) : [] }),
  }),
};
