import {
  type DashboardSpec,
  type Diagnostic,
  isDashboardV2,
  pointer,
  type Resource,
  resourceId,
  withoutSource,
} from '@binnacle/model';
import { toV2 } from '../classic/to-v2.ts';
import type { OpenedDashboard } from '../wire/project.ts';
import { placeOf } from './place.ts';
import { dashboardsOf } from './project-on-page.ts';
import type { ProjectState } from './state.ts';

/** A dashboard in the v2 shape, with where its elements are in the resource it was made of. */
interface InV2 {
  readonly resource: Resource;
  /** By element name, the pointer to the panel. */
  readonly places: Readonly<Record<string, string>>;
  readonly losses: readonly string[];
}

function placesIn({ elements }: DashboardSpec): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(elements).map((name) => [name, pointer('spec', 'elements', name)]));
}

function inV2(resource: Resource): InV2 {
  if (isDashboardV2(resource)) return { resource, places: placesIn(resource.spec), losses: [] };
  return toV2(resource);
}

/** Findings with their pointers into the v2 shape, so that a page finds the panel of each in one way. */
function moved(finding: Diagnostic, places: InV2['places']): Diagnostic {
  const { path } = finding;
  if (path === undefined) return finding;
  const found = Object.entries(places).find(([, place]) => path === place || path.startsWith(`${place}/`));
  if (found === undefined) return finding;
  const [name, place] = found;
  return { ...finding, path: pointer('spec', 'elements', name) + path.slice(place.length) };
}

/** A dashboard as the page draws it; undefined when there is none with this uid. */
export function openedDashboard(uid: string, { resources, findings, root }: ProjectState): OpenedDashboard | undefined {
  const written = dashboardsOf(resources).find(({ metadata }) => metadata.name === uid);
  if (written === undefined) return undefined;
  const { resource, places, losses } = inV2(written);
  const id = resourceId(written);
  const origins = new Map<string, string>();
  for (const [name, place] of Object.entries(places)) {
    const origin = placeOf(written, place, root);
    if (origin !== undefined) origins.set(name, origin);
  }
  return {
    uid,
    resource: withoutSource(resource),
    findings: findings.filter((finding) => finding.resource === id).map((finding) => moved(finding, places)),
    origins: Object.fromEntries(origins),
    losses,
  };
}
