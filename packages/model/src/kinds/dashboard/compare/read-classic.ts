import { pointer } from '../../../pointer.ts';
import { at, entriesOf, listOf, textOf } from '../../../record.ts';
import { leaves } from './leaves.ts';
import { queryText, readOptions, readQuery, readThresholds } from './read-panel.ts';
import { readLinks } from './read-v2.ts';
import type { DashboardView, PanelView, PartView, PlaceView, SectionView } from './view.ts';

/** Names of the v2 shape for what the classic one numbers. */
const CURSOR_SYNC = ['Off', 'Crosshair', 'Tooltip'];

/** A datasource as a classic dashboard names it: by uid, or in old ones by name. */
function datasourceOf(...given: readonly unknown[]): string {
  const datasource = given.find((one) => one !== undefined && one !== null);
  return textOf(datasource) || textOf(at(datasource, 'uid')) || textOf(at(datasource, 'type'));
}

function boxOf(panel: unknown): PlaceView['box'] {
  const [x, y, width, height] = ['x', 'y', 'w', 'h'].map((key) => {
    const value = at(panel, 'gridPos', key);
    return typeof value === 'number' ? value : 0;
  });
  return { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
}

const PANEL_OWN = new Set([
  'id',
  'title',
  'type',
  'gridPos',
  'targets',
  'options',
  'fieldConfig',
  'datasource',
  'pluginVersion',
  'panels',
  'scopedVars',
]);

/** Settings of queries that the classic shape keeps beside them. */
const QUERY_OPTIONS = ['interval', 'maxDataPoints', 'timeFrom', 'timeShift', 'cacheTimeout', 'queryCachingTTL'];

function isOfQuery([key]: readonly [string, unknown]): boolean {
  return QUERY_OPTIONS.includes(key);
}

function readPanel(panel: unknown, path: string, section: SectionView | undefined): PanelView {
  const fieldConfig = at(panel, 'fieldConfig');
  const libraryPanel = at(panel, 'libraryPanel');
  const own = entriesOf(panel).filter(([key]) => !PANEL_OWN.has(key));
  const { repeat, repeatDirection, maxPerRow, ...others } = Object.fromEntries(own.filter((one) => !isOfQuery(one)));
  const box = boxOf(panel);
  const id = at(panel, 'id');
  return {
    key: typeof id === 'number' ? String(id) : path,
    title: textOf(at(panel, 'title')),
    path,
    plugin: libraryPanel === undefined ? textOf(at(panel, 'type')) : 'library panel',
    queries: listOf(at(panel, 'targets')).map((target, i) =>
      readQuery(target, {
        refId: textOf(at(target, 'refId')),
        isHidden: at(target, 'hide') === true,
        datasource: datasourceOf(at(target, 'datasource'), at(panel, 'datasource')),
        path: `${path}/targets/${i}`,
      }),
    ),
    unit: textOf(at(fieldConfig, 'defaults', 'unit')),
    thresholds: readThresholds(fieldConfig),
    options: readOptions({
      options: at(panel, 'options'),
      fieldConfig,
      others: {
        ...others,
        query: Object.fromEntries(own.filter(isOfQuery)),
        ...(repeat !== undefined && { repeat: { value: repeat, direction: repeatDirection, maxPerRow } }),
      },
    }),
    place: { ...(section && { section }), ...(box && { box }) },
  };
}

function order(panel: unknown): number {
  const box = boxOf(panel);
  return box === undefined ? 0 : box.y * 100 + box.x;
}

/** Panels in the order of the screen. A row holds what is nested in it or, when it is open, what follows up to the next one. */
function readPanels(panels: unknown): Pick<DashboardView, 'panels' | 'sections'> {
  const found: { panels: PanelView[]; sections: SectionView[] } = { panels: [], sections: [] };
  const all = listOf(panels).map((panel, i) => ({ panel, path: pointer('spec', 'panels', i) }));
  let section: SectionView | undefined;
  for (const { panel, path } of all.toSorted((a, b) => order(a.panel) - order(b.panel))) {
    if (at(panel, 'type') !== 'row') {
      found.panels.push(readPanel(panel, path, section));
      continue;
    }
    const { collapsed, repeat } = { collapsed: at(panel, 'collapsed'), repeat: at(panel, 'repeat') };
    const settings = leaves({ collapse: collapsed, repeat: { value: repeat } });
    section = { kind: 'row', title: textOf(at(panel, 'title')), path, settings };
    found.sections.push(section);
    const nested = listOf(at(panel, 'panels')).map((inner, j) => ({ inner, path: `${path}/panels/${j}` }));
    for (const one of nested.toSorted((a, b) => order(a.inner) - order(b.inner))) {
      found.panels.push(readPanel(one.inner, one.path, section));
    }
  }
  return found;
}

function readVariables(variables: unknown): PartView[] {
  return listOf(variables).map((variable, i) => {
    const { name, query, datasource, options: _, id: __, ...rest } = Object.fromEntries(entriesOf(variable));
    const text = typeof query === 'string' ? query : queryText(query).text;
    const trees = { ...rest, datasource: datasource === undefined ? undefined : datasourceOf(datasource) };
    const path = pointer('spec', 'templating', 'list', i);
    return { name: textOf(name), path, query: text, options: leaves(trees, ['definition', 'current.text']) };
  });
}

function readAnnotations(annotations: unknown): PartView[] {
  return listOf(annotations).map((annotation, i) => {
    const { name, datasource, builtIn: _, ...own } = Object.fromEntries(entriesOf(annotation));
    const { key, text } = queryText(own);
    const rest = Object.fromEntries(Object.entries(own).filter(([field]) => field !== key));
    const options = leaves({ ...rest, datasource: datasourceOf(datasource) });
    return { name: textOf(name), path: pointer('spec', 'annotations', 'list', i), query: text, options };
  });
}

const SETTINGS_OWN = new Set(
  (
    'id uid version iteration schemaVersion gnetId style panels templating annotations links tags ' +
    'time timepicker refresh graphTooltip timezone weekStart fiscalYearStartMonth'
  ).split(' '),
);

/** Reads a dashboard in the classic shape. */
export function readClassic(spec: unknown): DashboardView {
  const own = Object.fromEntries(entriesOf(spec).filter(([key]) => !SETTINGS_OWN.has(key)));
  const [from, to] = [textOf(at(spec, 'time', 'from')), textOf(at(spec, 'time', 'to'))];
  const tooltip = at(spec, 'graphTooltip');
  return {
    settings: leaves({
      ...own,
      range: from === '' ? undefined : `${from} to ${to}`,
      autoRefresh: at(spec, 'refresh') === false ? undefined : at(spec, 'refresh'),
      time: {
        timezone: at(spec, 'timezone'),
        weekStart: at(spec, 'weekStart'),
        fiscalYearStartMonth: at(spec, 'fiscalYearStartMonth'),
        hideTimepicker: at(spec, 'timepicker', 'hidden'),
        autoRefreshIntervals: at(spec, 'timepicker', 'refresh_intervals'),
      },
      cursorSync: typeof tooltip === 'number' ? CURSOR_SYNC[tooltip] : undefined,
    }),
    tags: listOf(at(spec, 'tags')).map(textOf),
    ...readPanels(at(spec, 'panels')),
    variables: readVariables(at(spec, 'templating', 'list')),
    annotations: readAnnotations(at(spec, 'annotations', 'list')),
    links: readLinks(at(spec, 'links')),
  };
}
