import {
  DASHBOARD_API_VERSION,
  type Diagnostic,
  FOLDER_ANNOTATION,
  finding,
  isDashboardV2,
  isRecord,
  type Resource,
} from '@binnacle/model';
import { toClassic } from '../../grafana-classic/to-classic.ts';
import { isAnnotationKey, isLabel } from '../../kubernetes/labels.ts';
import type { ServerObject } from './objects.ts';
import { ownAnnotations } from './ownership.ts';
import type { Server } from './server.ts';

const RULE = 'target/grafana';
/** Members of a classic spec that Grafana keeps elsewhere or counts itself. */
const SERVERS_OWN = new Set(['id', 'uid', 'version']);

/** The metadata that the server takes; what it would refuse is a finding. */
function acceptable(resource: Resource, diagnostics: Diagnostic[]): Resource['metadata'] {
  const { name, labels = {}, annotations = {} } = resource.metadata;
  const kept = Object.entries(labels).filter(([key, value]) => {
    if (isLabel(key, value)) return true;
    const message = `Grafana does not accept the label ${key}: '${value}'; it is left out`;
    const fix = 'use at most 63 letters, digits, -, _ and .; put longer text in an annotation';
    diagnostics.push(finding(resource, { rule: RULE, severity: 'warning', path: '/metadata/labels', message, fix }));
    return false;
  });
  const notes = Object.entries(annotations).filter(([key, value]) => value !== '' && isAnnotationKey(key));
  return {
    name,
    ...(kept.length > 0 && { labels: Object.fromEntries(kept) }),
    ...(notes.length > 0 && { annotations: Object.fromEntries(notes) }),
  };
}

/** A dashboard in the version it is written in: its own where the server has it, else the classic one. */
export function writtenDashboard(resource: Resource, server: Server, diagnostics: Diagnostic[]): Resource | undefined {
  const metadata = acceptable(resource, diagnostics);
  const { v2, classic } = server.dashboards;
  if (isDashboardV2(resource) && v2 !== undefined) return { ...resource, metadata };
  if (classic === undefined) {
    const message = `this Grafana holds ${DASHBOARD_API_VERSION} only; the classic dashboard is left out`;
    diagnostics.push(
      finding(resource, { rule: RULE, severity: 'error', message, fix: 'import it with `binnacle import`' }),
    );
    return undefined;
  }
  if (!isDashboardV2(resource)) return { ...resource, apiVersion: classic, metadata };
  const { dashboard, findings } = toClassic(resource.spec, { uid: metadata.name });
  diagnostics.push(...findings.map((about) => finding(resource, about)));
  const spec = Object.fromEntries(Object.entries(dashboard).filter(([key]) => !SERVERS_OWN.has(key)));
  return { ...resource, apiVersion: classic, metadata, spec };
}

/** A folder in the version the server has. */
export function writtenFolder(resource: Resource, server: Server, diagnostics: Diagnostic[]): Resource {
  return { ...resource, apiVersion: server.folders, metadata: acceptable(resource, diagnostics) };
}

/** An object of the server as a resource: without what the server and the stamp add. */
export function plainResource({ apiVersion, kind, metadata, spec }: ServerObject): Resource {
  const labels = Object.entries(metadata.labels ?? {}).filter(([key]) => !key.startsWith('grafana.app/'));
  const annotations = ownAnnotations(metadata.annotations, FOLDER_ANNOTATION);
  const kept = isRecord(spec) ? Object.entries(spec).filter(([key]) => !SERVERS_OWN.has(key)) : undefined;
  return {
    apiVersion,
    kind,
    metadata: {
      name: metadata.name,
      ...(labels.length > 0 && { labels: Object.fromEntries(labels) }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: kept === undefined ? spec : Object.fromEntries(kept),
  };
}
