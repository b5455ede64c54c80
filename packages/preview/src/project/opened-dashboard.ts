import { type Diagnostic, pointer, type Resource, resourceId, withoutSource } from '@binnacle/model';
import type { OpenedDashboard } from '../wire/project.ts';
import { type InV2, inV2 } from './in-v2.ts';
import { placeOf } from './place.ts';
import { dashboardsOf } from './project-on-page.ts';
import type { ProjectState } from './state.ts';

/** Findings with their pointers into the v2 shape, so that a page finds the panel of each in one way. */
function moved(finding: Diagnostic, places: InV2['places']): Diagnostic {
  const { path } = finding;
  if (path === undefined) return finding;
  const found = Object.entries(places).find(([, place]) => path === place || path.startsWith(`${place}/`));
  if (found === undefined) return finding;
  const [name, place] = found;
  return { ...finding, path: pointer('spec', 'elements', name) + path.slice(place.length) };
}

/** A dashboard as the page draws it, with those of the findings that are about it. */
export function opened(
  written: Resource,
  { findings, root }: Pick<ProjectState, 'findings' | 'root'>,
): OpenedDashboard {
  const { resource, places, losses } = inV2(written);
  const id = resourceId(written);
  const origins = new Map<string, string>();
  for (const [name, place] of Object.entries(places)) {
    const origin = placeOf(written, place, root);
    if (origin !== undefined) origins.set(name, origin);
  }
  return {
    uid: written.metadata.name,
    resource: withoutSource(resource),
    findings: findings.filter((finding) => finding.resource === id).map((finding) => moved(finding, places)),
    origins: Object.fromEntries(origins),
    losses,
  };
}

/** The dashboard of a project with this uid; undefined when there is none. */
export function openedDashboard(uid: string, state: ProjectState): OpenedDashboard | undefined {
  const written = dashboardsOf(state.resources).find(({ metadata }) => metadata.name === uid);
  return written && opened(written, state);
}
