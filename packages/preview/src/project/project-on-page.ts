import {
  type Diagnostic,
  type Environment,
  FOLDER_ANNOTATION,
  FOLDER_TITLE_ANNOTATION,
  isDashboardV1,
  isDashboardV2,
  isFolder,
  isRecord,
  isService,
  type Resource,
  resourceId,
  SERVICE_LABEL,
  type ServiceResource,
} from '@binnacle/model';
import type { DashboardOnPage, DataSource, DatasourceOnPage, ProjectOnPage, ServiceOnPage } from '../wire/project.ts';
import type { ProjectState } from './state.ts';

/** Number of findings. */
interface Tally {
  readonly errors: number;
  readonly warnings: number;
}

const NONE: Tally = { errors: 0, warnings: 0 };

function tallies(findings: readonly Diagnostic[]): ReadonlyMap<string, Tally> {
  const all = new Map<string, Tally>();
  for (const { resource = '', severity } of findings) {
    const { errors, warnings } = all.get(resource) ?? NONE;
    if (severity === 'error') all.set(resource, { errors: errors + 1, warnings });
    if (severity === 'warning') all.set(resource, { errors, warnings: warnings + 1 });
  }
  return all;
}

function textIn(value: unknown, key: string): string | undefined {
  const text = isRecord(value) ? value[key] : undefined;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function tagsOf(spec: unknown): readonly string[] {
  const tags = isRecord(spec) ? spec['tags'] : undefined;
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}

/** Panels of a classic list; those of closed rows are within the rows. */
function classicPanels(panels: unknown): number {
  if (!Array.isArray(panels)) return 0;
  return panels.reduce<number>((count, panel: unknown) => {
    if (!isRecord(panel)) return count;
    return panel['type'] === 'row' ? count + classicPanels(panel['panels']) : count + 1;
  }, 0);
}

function panelCount({ spec }: Resource): number {
  if (!isRecord(spec)) return 0;
  if (isRecord(spec['elements'])) return Object.keys(spec['elements']).length;
  const rows = Array.isArray(spec['rows']) ? spec['rows'] : [];
  return (
    classicPanels(spec['panels']) +
    rows.reduce<number>((sum, row: unknown) => sum + classicPanels(isRecord(row) ? row['panels'] : []), 0)
  );
}

/** The dashboards of a project, whatever shape they have. */
export function dashboardsOf(resources: readonly Resource[]): readonly Resource[] {
  return resources.filter((resource) => isDashboardV2(resource) || isDashboardV1(resource));
}

/** A dashboard's title; its name where it has none. */
export function titleOf({ metadata, spec }: Resource): string {
  return textIn(spec, 'title') ?? metadata.name;
}

function dashboardOnPage(resource: Resource, folders: ReadonlyMap<string, string>, tally: Tally): DashboardOnPage {
  const { name, labels = {}, annotations = {} } = resource.metadata;
  const folderUid = annotations[FOLDER_ANNOTATION];
  const folder =
    folderUid === undefined ? undefined : (folders.get(folderUid) ?? annotations[FOLDER_TITLE_ANNOTATION] ?? folderUid);
  const service = labels[SERVICE_LABEL];
  return {
    uid: name,
    title: titleOf(resource),
    ...(folder !== undefined && { folder }),
    ...(service !== undefined && { service }),
    tags: tagsOf(resource.spec),
    panels: panelCount(resource),
    findings: tally,
  };
}

function serviceOnPage({ metadata, spec }: ServiceResource, findings: Tally): ServiceOnPage {
  const { title, owner, tier, kind, dependsOn, metrics, links } = spec;
  return {
    name: metadata.name,
    title,
    owner,
    tier: String(tier),
    kind,
    dependsOn,
    metrics: metrics.length,
    links: links.map((link) => ({ title: link.title, url: link.url, type: link.type })),
    findings,
  };
}

function datasourcesOf({ datasources }: Environment): readonly DatasourceOnPage[] {
  return Object.entries(datasources).map(([name, { uid, type, default: isDefault = false }]) => ({
    name,
    uid,
    type,
    isDefault,
  }));
}

/** What the page is told of a project, without what changes while it is open. */
export function projectOnPage(state: ProjectState, data: DataSource): Omit<ProjectOnPage, 'generation' | 'broken'> {
  const { resources, findings, environment } = state;
  const found = tallies(findings);
  const folders = new Map(resources.filter(isFolder).map(({ metadata, spec }) => [metadata.name, spec.title]));
  const byService = new Map<string, Tally>();
  for (const resource of resources) {
    const { errors, warnings } = found.get(resourceId(resource)) ?? NONE;
    const service = isService(resource) ? resource.metadata.name : resource.metadata.labels?.[SERVICE_LABEL];
    if (service === undefined) continue;
    const before = byService.get(service) ?? NONE;
    byService.set(service, { errors: before.errors + errors, warnings: before.warnings + warnings });
  }
  return {
    name: state.name,
    environment: environment.name,
    environments: state.environments,
    data,
    datasources: datasourcesOf(environment),
    scrapeInterval: environment.prometheus.scrapeInterval,
    services: resources
      .filter(isService)
      .map((service) => serviceOnPage(service, byService.get(service.metadata.name) ?? NONE)),
    dashboards: dashboardsOf(resources)
      .map((resource) => dashboardOnPage(resource, folders, found.get(resourceId(resource)) ?? NONE))
      .toSorted((a, b) => a.title.localeCompare(b.title, 'en') || (a.uid < b.uid ? -1 : 1)),
    findings: findings.filter(({ resource }) => resource === undefined),
  };
}
