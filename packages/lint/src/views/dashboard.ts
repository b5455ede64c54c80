import type { Resource } from '@binnacle/model';
import { at, entries, field, type Json, list, text } from '../json.ts';
import { type Place, pointer } from '../place.ts';

/** A query of a dashboard, with the plugin id of the datasource it is for; absent when the dashboard does not tell. */
export interface DashboardQuery {
  readonly use: 'panel' | 'variable' | 'annotation';
  readonly plugin: string | undefined;
  readonly text: string;
  readonly place: Place;
  /** How a panel names the series it draws: text with labels in double braces. */
  readonly legend?: { readonly text: string; readonly place: Place };
}

type Use = DashboardQuery['use'];

function place(resource: Resource, path: string, subject: string | undefined): Place {
  return subject === undefined ? { resource, path } : { resource, path, subject };
}

function legendOf(query: Json, where: Place): Pick<DashboardQuery, 'legend'> {
  const legend = text(field(query, 'legendFormat'));
  if (legend === undefined || !legend.includes('{{')) return {};
  return { legend: { text: legend, place: { ...where, path: `${where.path}/legendFormat` } } };
}

/** The query of a variable is text in one dashboard and an object around it in another. */
function variableText(query: Json): readonly [path: string, text: string | undefined] {
  if (typeof query === 'string') return ['', query];
  const key = ['__legacyStringValue', 'query', 'expr'].find((name) => text(field(query, name)) !== undefined);
  return key === undefined ? ['', undefined] : [`/${key}`, text(field(query, key))];
}

function* fromDataQuery(use: Use, dataQuery: Json, where: Place): Generator<DashboardQuery> {
  const spec = field(dataQuery, 'spec');
  const [path, query] = use === 'variable' ? variableText(spec) : ['/expr', text(field(spec, 'expr'))];
  if (query === undefined) return;
  yield {
    use,
    plugin: text(field(dataQuery, 'group')),
    text: query,
    place: { ...where, path: `${where.path}/spec${path}` },
    ...(use === 'panel' ? legendOf(spec, { ...where, path: `${where.path}/spec` }) : {}),
  };
}

function* v2Variables(resource: Resource, base: string, variables: Json): Generator<DashboardQuery> {
  for (const [index, variable] of list(variables).entries()) {
    if (field(variable, 'kind') !== 'QueryVariable') continue;
    const name = text(at(variable, 'spec', 'name')) ?? String(index);
    const where = place(resource, `${base}/${index}/spec/query`, `variable ${name}`);
    yield* fromDataQuery('variable', at(variable, 'spec', 'query'), where);
  }
}

/** Rows and tabs may have variables of their own, at any depth. */
function* v2LayoutVariables(resource: Resource, base: string, layout: Json): Generator<DashboardQuery> {
  for (const kind of ['rows', 'tabs']) {
    for (const [index, part] of list(at(layout, 'spec', kind)).entries()) {
      const path = `${base}/spec/${kind}/${index}/spec`;
      yield* v2Variables(resource, `${path}/variables`, at(part, 'spec', 'variables'));
      yield* v2LayoutVariables(resource, `${path}/layout`, at(part, 'spec', 'layout'));
    }
  }
}

/** Grafana's v2 shape: every query names its plugin in `group`. */
function* readV2(resource: Resource): Generator<DashboardQuery> {
  const { spec } = resource;
  for (const [id, element] of entries(field(spec, 'elements'))) {
    const title = text(at(element, 'spec', 'title'));
    for (const [index, query] of list(at(element, 'spec', 'data', 'spec', 'queries')).entries()) {
      const path = `${pointer('/spec/elements', id)}/spec/data/spec/queries/${index}/spec/query`;
      yield* fromDataQuery('panel', at(query, 'spec', 'query'), place(resource, path, title));
    }
  }
  yield* v2Variables(resource, '/spec/variables', field(spec, 'variables'));
  yield* v2LayoutVariables(resource, '/spec/layout', field(spec, 'layout'));
  for (const [index, annotation] of list(field(spec, 'annotations')).entries()) {
    const name = text(at(annotation, 'spec', 'name')) ?? String(index);
    const where = place(resource, `/spec/annotations/${index}/spec/query`, `annotation ${name}`);
    yield* fromDataQuery('annotation', at(annotation, 'spec', 'query'), where);
  }
}

type PluginOf = (...datasources: readonly Json[]) => string | undefined;

/** Classic dashboards name a datasource by type, or through a variable of type datasource. */
function pluginsOf(spec: Json): PluginOf {
  const variables = new Map<string, string>();
  for (const variable of list(at(spec, 'templating', 'list'))) {
    const name = text(field(variable, 'name'));
    const plugin = text(field(variable, 'query'));
    if (field(variable, 'type') === 'datasource' && name !== undefined && plugin !== undefined) {
      variables.set(name, plugin);
    }
  }
  return (...datasources) => {
    const datasource = datasources.find((candidate) => candidate !== undefined && candidate !== null);
    const plugin = text(field(datasource, 'type'));
    if (plugin !== undefined) return plugin;
    const uid = text(datasource) ?? text(field(datasource, 'uid'));
    const name = uid === undefined ? undefined : /^\$\{?(\w+)/.exec(uid)?.[1];
    return name === undefined ? undefined : variables.get(name);
  };
}

function* v1Panels(resource: Resource, base: string, panels: Json, pluginOf: PluginOf): Generator<DashboardQuery> {
  for (const [index, panel] of list(panels).entries()) {
    const path = `${base}/${index}`;
    for (const [target, query] of list(field(panel, 'targets')).entries()) {
      const expr = text(field(query, 'expr'));
      if (expr === undefined) continue;
      yield {
        use: 'panel',
        plugin: pluginOf(field(query, 'datasource'), field(panel, 'datasource')),
        text: expr,
        place: place(resource, `${path}/targets/${target}/expr`, text(field(panel, 'title'))),
        ...legendOf(query, place(resource, `${path}/targets/${target}`, text(field(panel, 'title')))),
      };
    }
    yield* v1Panels(resource, `${path}/panels`, field(panel, 'panels'), pluginOf);
  }
}

/** Grafana's classic shape. */
function* readV1(resource: Resource): Generator<DashboardQuery> {
  const { spec } = resource;
  const pluginOf = pluginsOf(spec);
  yield* v1Panels(resource, '/spec/panels', field(spec, 'panels'), pluginOf);
  for (const [index, row] of list(field(spec, 'rows')).entries()) {
    yield* v1Panels(resource, `/spec/rows/${index}/panels`, field(row, 'panels'), pluginOf);
  }
  for (const [index, variable] of list(at(spec, 'templating', 'list')).entries()) {
    const [path, query] = variableText(field(variable, 'query'));
    if (field(variable, 'type') !== 'query' || query === undefined) continue;
    const subject = `variable ${text(field(variable, 'name')) ?? index}`;
    yield {
      use: 'variable',
      plugin: pluginOf(field(variable, 'datasource')),
      text: query,
      place: place(resource, `/spec/templating/list/${index}/query${path}`, subject),
    };
  }
  for (const [index, annotation] of list(at(spec, 'annotations', 'list')).entries()) {
    const expr = text(field(annotation, 'expr'));
    if (expr === undefined) continue;
    const subject = `annotation ${text(field(annotation, 'name')) ?? index}`;
    yield {
      use: 'annotation',
      plugin: pluginOf(field(annotation, 'datasource')),
      text: expr,
      place: place(resource, `/spec/annotations/list/${index}/expr`, subject),
    };
  }
}

/** Every query of a dashboard in either shape: panels, variables and annotations, in the order they are written. */
export function readDashboard(resource: Resource): Iterable<DashboardQuery> {
  return field(resource.spec, 'elements') === undefined ? readV1(resource) : readV2(resource);
}
