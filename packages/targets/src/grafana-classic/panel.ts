import { present } from '../present.ts';
import { plainModel } from './plain-query.ts';
import { datasourceRef, panelDatasource } from './datasource.ts';
import { classicDefaults, classicOverrides } from './field-config.ts';
import type { Cell } from './cells.ts';
import type { Path, Report } from './loss.ts';
import type { ClassicPanel, Element, Panel, Query } from './wire.ts';

type PanelQueries = Panel['data']['spec']['queries'];

/** `type` of a panel whose content is a library panel. */
const LIBRARY_PANEL = 'library-panel-ref';

function panelLinks(links: Panel['links'] | undefined): ClassicPanel['links'] {
  if (links === undefined || links.length === 0) return undefined;
  return links.map(({ title, url, targetBlank = false }) => ({
    title,
    url,
    targetBlank,
    type: 'link',
    icon: 'external link',
    tooltip: '',
    tags: [],
    asDropdown: false,
    includeVars: false,
    keepTime: false,
  }));
}

/** A query's own fields, whatever its plugin, with the datasource it asks. */
function queryModel(query: Query): Readonly<Record<string, unknown>> {
  return { ...plainModel(query.spec), datasource: datasourceRef(query) };
}

function targets(queries: PanelQueries): ClassicPanel['targets'] {
  return queries.map(({ spec: { query, refId, hidden } }) => ({
    ...queryModel(query),
    refId,
    ...(hidden && { hide: true }),
  }));
}

function transformations(list: Panel['data']['spec']['transformations']): ClassicPanel['transformations'] {
  if (list.length === 0) return undefined;
  return list.map(({ group, spec: { filter, ...spec } }) => {
    if (filter === undefined) return { id: group, ...spec };
    const { scope: _, ...matcher } = filter;
    return { id: group, ...spec, filter: matcher };
  });
}

function reportLosses(panel: Panel, path: Path, report: Report): void {
  const subject = panel.title;
  const options = panel.data.spec.queryOptions;
  if (panel.subtitle !== undefined && panel.subtitle !== '') {
    report({
      severity: 'warning',
      path: [...path, 'subtitle'],
      subject,
      message: 'a panel subtitle has no classic form; it is left out',
      fix: 'say it in the title or the description',
    });
  }
  if (options.timeTo !== undefined) {
    report({
      severity: 'warning',
      path: [...path, 'data', 'spec', 'queryOptions', 'timeTo'],
      subject,
      message: 'timeTo has no classic form; the panel ends at the dashboard’s time range',
      fix: 'use timeShift',
    });
  }
  for (const [i, { spec }] of panel.data.spec.queries.entries()) {
    if (spec.query.labels !== undefined && Object.keys(spec.query.labels).length > 0) {
      report({
        severity: 'info',
        path: [...path, 'data', 'spec', 'queries', i],
        subject,
        message: `labels of query ${spec.refId} have no classic form; they are left out`,
      });
    }
  }
  for (const [i, { spec }] of panel.data.spec.transformations.entries()) {
    const scope = spec.filter?.scope;
    if (scope !== undefined && scope !== 'series') {
      report({
        severity: 'warning',
        path: [...path, 'data', 'spec', 'transformations', i],
        subject,
        message: `matcher scope ${scope} has no classic form; the transformation applies to series`,
      });
    }
  }
}

function visualisation(panel: Panel, path: Path, report: Report): ClassicPanel {
  const { queries, transformations: transformed, queryOptions } = panel.data.spec;
  const { timeTo: _, ...options } = queryOptions;
  const { group, version, spec } = panel.vizConfig;
  const at = { path: [...path, 'vizConfig', 'spec', 'fieldConfig'], subject: panel.title, report };
  reportLosses(panel, path, report);
  const models = queries.map((query) => query.spec.query);
  return {
    type: group,
    title: panel.title,
    ...options,
    ...present({
      pluginVersion: version === '' ? undefined : version,
      description: panel.description,
      transparent: panel.transparent === true ? true : undefined,
      links: panelLinks(panel.links),
      datasource: panelDatasource(models),
      targets: targets(queries),
      transformations: transformations(transformed),
      options: spec.options,
    }),
    fieldConfig: {
      defaults: classicDefaults(spec.fieldConfig.defaults, { ...at, path: [...at.path, 'defaults'] }),
      overrides: classicOverrides(spec.fieldConfig.overrides, { ...at, path: [...at.path, 'overrides'] }),
    },
  };
}

/** An element in its cell as a classic panel. */
export function classicPanel(element: Element, cell: Cell, options: { id: number; report: Report }): ClassicPanel {
  const path = ['spec', 'elements', cell.element, 'spec'];
  const content: ClassicPanel =
    element.kind === 'LibraryPanel'
      ? { type: LIBRARY_PANEL, title: element.spec.title, libraryPanel: element.spec.libraryPanel }
      : visualisation(element.spec, path, options.report);
  return { ...content, id: options.id, gridPos: cell.gridPos, ...cell.repeat };
}
