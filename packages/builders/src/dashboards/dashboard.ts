import {
  captureOrigin,
  DASHBOARD_API_VERSION,
  DefinitionError,
  FOLDER_ANNOTATION,
  FOLDER_TITLE_ANNOTATION,
  MAIN_DASHBOARD_ANNOTATION,
  pointer,
  SERVICE_LABEL,
  TEAM_LABEL,
  type DashboardResource,
  type DashboardSpec,
  type FolderResource,
  type Origin,
  type ServiceResource,
} from '@binnacle/model';
import { givenList, givenOptions, givenService } from '../given.ts';
import type { Annotation } from './annotations/annotation.ts';
import { builtInAnnotations } from './annotations/built-in.ts';
import { panelIds } from './elements.ts';
import { arrange, type Arranged, type Content } from './layout/layout.ts';
import { datasourcesIn } from './queries/datasource.ts';
import { dashboardLink, type Link } from './links/link.ts';
import { serviceLinks } from './links/service-links.ts';
import { uidOf, slug } from './names.ts';
import { toElement } from './panels/element.ts';
import type { Panel } from './panels/panel.ts';
import type { Element, Plain, TimeSettings } from './schema.ts';
import type { Contracts } from './units/series.ts';
import { datasourceChoice } from './variables/datasource.ts';
import type { Variable } from './variables/variable.ts';

export interface DashboardOptions {
  /** The question the dashboard answers, in one sentence. */
  readonly purpose: string;
  /** Default: made from the service and the title. Give one to rename a dashboard without replacing it. */
  readonly uid?: string;
  /** Added to the service and its team. */
  readonly tags?: readonly string[];
  /** Default: the folder of the service's team. */
  readonly folder?: string | FolderResource;
  /** The dashboard the service's alerts link to. Default: the first of the service by name. */
  readonly main?: boolean;
  /** Default: the last six hours. */
  readonly time?: { readonly from: string; readonly to?: string };
  /** How often to reload; default: every minute. `''` for never. */
  readonly refresh?: string;
  readonly timezone?: string;
  readonly variables?: readonly Variable[];
  readonly annotations?: readonly Annotation[];
  /** Added to those of the service. */
  readonly links?: readonly Link[];
}

const DASHBOARD = "write dashboard(service, 'Title', { purpose }, [row('Title', [timeseries(…)])])";

/** A dashboard of a service. @throws when two panels have the same key, or something is repeated by a variable the dashboard lacks. */
export function dashboard(
  service: ServiceResource,
  title: string,
  options: DashboardOptions,
  content: Content,
): DashboardResource {
  const origin = captureOrigin();
  givenService(service, 'the service of dashboard()');
  givenOptions(options, `dashboard "${title}"`, DASHBOARD);
  givenList<Content[number]>(content, ['panel', 'row', 'tab'], {
    what: `the content of dashboard "${title}"`,
    fix: DASHBOARD,
  });
  try {
    return build({ service, title, options, origin }, arrange(content));
  } catch (error) {
    const message = `dashboard "${title}": ${error instanceof Error ? error.message : String(error)}`;
    throw new DefinitionError(message, { ...(error instanceof DefinitionError ? error.at : {}), cause: error });
  }
}

interface Subject {
  readonly service: ServiceResource;
  readonly title: string;
  readonly options: DashboardOptions;
  readonly origin: Origin | undefined;
}

function build({ service, title, options, origin }: Subject, arranged: Arranged): DashboardResource {
  const { owner } = service.spec;
  const name = service.metadata.name;
  const spec: Plain<DashboardSpec> = {
    title,
    description: options.purpose,
    tags: [...new Set([name, owner, ...(options.tags ?? [])])],
    cursorSync: 'Crosshair',
    editable: true,
    preload: false,
    timeSettings: timeSettings(options),
    variables: variablesOf(options, arranged).map(({ kind }) => kind),
    annotations: [builtInAnnotations(), ...(options.annotations ?? []).map(({ kind }) => kind)],
    links: [...serviceLinks(service.spec), ...(options.links ?? []).map((link) => dashboardLink(link))],
    elements: elementsOf(arranged.panels, contractsOf(service)),
    layout: arranged.layout,
  };
  return {
    apiVersion: DASHBOARD_API_VERSION,
    kind: 'Dashboard',
    metadata: {
      name: options.uid ?? defaultUid(name, title),
      labels: { [SERVICE_LABEL]: name, [TEAM_LABEL]: owner },
      annotations: {
        ...folderAnnotations(options.folder ?? owner),
        ...(options.main === true ? { [MAIN_DASHBOARD_ANNOTATION]: 'true' } : {}),
      },
    },
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the SDK types enumerations as enums; the JSON is the same
    spec: spec as unknown as DashboardSpec,
    ...(origin === undefined ? {} : { source: { origin, parts: origins(arranged.panels) } }),
  };
}

/** `checkout` and "Traffic" give `checkout-traffic`; a title that begins with the service's name stands alone. */
function defaultUid(service: string, title: string): string {
  const own = slug(title);
  return uidOf(own === service || own.startsWith(`${service}-`) ? own : `${service}-${own}`);
}

function folderAnnotations(folder: string | FolderResource): Readonly<Record<string, string>> {
  return typeof folder === 'string'
    ? { [FOLDER_ANNOTATION]: uidOf(folder), [FOLDER_TITLE_ANNOTATION]: folder }
    : { [FOLDER_ANNOTATION]: folder.metadata.name, [FOLDER_TITLE_ANNOTATION]: folder.spec.title };
}

function timeSettings({ time, refresh = '1m', timezone = 'browser' }: DashboardOptions): TimeSettings {
  return {
    timezone,
    from: time?.from ?? 'now-6h',
    to: time?.to ?? 'now',
    autoRefresh: refresh,
    autoRefreshIntervals: ['10s', '30s', '1m', '5m', '15m', '30m', '1h'],
    hideTimepicker: false,
    fiscalYearStartMonth: 0,
  };
}

/** Plugins of the queries, variables, annotations and links that go through a datasource variable. */
function plugins(options: DashboardOptions, panels: readonly Panel[]): ReadonlySet<string> {
  const { variables = [], annotations = [], links = [] } = options;
  const linked = [...links, ...panels.flatMap(({ frame }) => frame.links ?? [])];
  const found = new Set<string>(linked.flatMap(({ url }) => datasourcesIn(url)));
  for (const { queries } of panels)
    for (const { plugin, datasource } of queries) if (datasource === undefined) found.add(plugin);
  const queries = [
    ...variables.map(({ kind }) => (kind.kind === 'QueryVariable' ? kind.spec.query : kind)),
    ...annotations.map(({ kind }) => kind.spec.query),
  ];
  for (const query of queries) {
    if ('group' in query && query.datasource?.name?.startsWith('$') === true) found.add(query.group);
  }
  return found;
}

function variablesOf(options: DashboardOptions, { panels, repeats }: Arranged): readonly Variable[] {
  const own = options.variables ?? [];
  const names = new Set(own.map(({ name }) => name));
  if (names.size < own.length) throw new Error('two variables have the same name; give one of them another');
  const missing = repeats.find(({ name }) => !names.has(name));
  if (missing !== undefined) {
    throw new Error(`something is repeated by $${missing.name}, which is not among the dashboard's variables; add it`);
  }
  const chosen = [...plugins(options, [...panels.values()])]
    .toSorted()
    .flatMap((plugin) => datasourceChoice(plugin) ?? []);
  return [...chosen.filter(({ name }) => !names.has(name)), ...own];
}

function contractsOf(service: ServiceResource): Contracts {
  return new Map(service.spec.metrics.map((metric) => [metric.name, metric]));
}

function elementsOf(panels: ReadonlyMap<string, Panel>, contracts: Contracts): Readonly<Record<string, Element>> {
  const ids = panelIds([...panels.keys()]);
  const elements: Record<string, Element> = {};
  for (const [key, panel] of panels) elements[key] = toElement(panel, ids.get(key) ?? 0, contracts);
  return elements;
}

function origins(panels: ReadonlyMap<string, Panel>): Readonly<Record<string, Origin>> {
  const parts: Record<string, Origin> = {};
  for (const [key, { origin, queries }] of panels) {
    const element = pointer('spec', 'elements', key);
    if (origin !== undefined) parts[element] = origin;
    for (const [i, query] of queries.entries())
      if (query.origin !== undefined) parts[`${element}/spec/data/spec/queries/${i}`] = query.origin;
  }
  return parts;
}
