import { pointer } from '../../../pointer.ts';
import { at, entriesOf, listOf, textOf } from '../../../record.ts';
import { leaves } from './leaves.ts';
import { queryText, readOptions, readQuery, readThresholds } from './read-panel.ts';
import type { DashboardView, PanelView, PartView, PlaceView, SectionView } from './view.ts';

interface Placed {
  readonly place: PlaceView;
  readonly repeat: unknown;
  readonly shown: unknown;
}

/** Rows, tabs and placed elements of a layout, in the order they are read. */
interface Walk {
  readonly sections: SectionView[];
  readonly variables: PartView[];
  readonly placed: Map<string, Placed>;
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

function boxOf(spec: unknown): PlaceView['box'] {
  return {
    x: number(at(spec, 'x')),
    y: number(at(spec, 'y')),
    width: number(at(spec, 'width')),
    height: number(at(spec, 'height')),
  };
}

/** Settings of a layout itself; a grid has none but its kind. */
function layoutSettings(layout: unknown): Record<string, unknown> {
  const { items: _, rows: __, tabs: ___, ...settings } = Object.fromEntries(entriesOf(at(layout, 'spec')));
  return { layout: textOf(at(layout, 'kind')), grid: settings };
}

function visit(layout: unknown, at_: { readonly path: string; readonly section?: SectionView }, walk: Walk): void {
  const { path, section } = at_;
  for (const [kind, key] of [
    ['row', 'rows'],
    ['tab', 'tabs'],
  ] as const) {
    for (const [i, part] of listOf(at(layout, 'spec', key)).entries()) {
      const spec = at(part, 'spec');
      const here = `${path}/spec/${key}/${i}/spec`;
      const { title, layout: inner, variables, ...own } = Object.fromEntries(entriesOf(spec));
      const settings = leaves({ ...own, ...layoutSettings(inner) });
      const view: SectionView = {
        kind,
        title: textOf(title),
        path: here,
        settings,
        ...(section && { parent: section }),
      };
      walk.sections.push(view);
      walk.variables.push(...readVariables(variables, `${here}/variables`));
      visit(inner, { path: `${here}/layout`, section: view }, walk);
    }
  }
  const isGrid = at(layout, 'kind') === 'GridLayout';
  const items = listOf(at(layout, 'spec', 'items')).map((item) => {
    const spec = at(item, 'spec');
    const box = isGrid ? boxOf(spec) : undefined;
    const place: PlaceView = { ...(section && { section }), ...(box && { box }) };
    const shown = at(spec, 'conditionalRendering');
    return { name: textOf(at(spec, 'element', 'name')), placed: { place, repeat: at(spec, 'repeat'), shown } };
  });
  const order = ({ placed: { place } }: (typeof items)[number]): number =>
    place.box === undefined ? 0 : place.box.y * 100 + place.box.x;
  for (const { name, placed } of items.toSorted((a, b) => order(a) - order(b))) walk.placed.set(name, placed);
}

function readElement(key: string, element: unknown, placed: Placed | undefined): PanelView {
  const spec = at(element, 'spec');
  const path = pointer('spec', 'elements', key);
  const viz = at(spec, 'vizConfig');
  const fieldConfig = at(viz, 'spec', 'fieldConfig');
  const group = at(spec, 'data', 'spec');
  const isPanel = at(element, 'kind') === 'Panel';
  const { title, id: _, data: __, vizConfig: ___, ...own } = Object.fromEntries(entriesOf(spec));
  return {
    key,
    title: textOf(title),
    path,
    plugin: isPanel ? textOf(at(viz, 'group')) : 'library panel',
    queries: listOf(at(group, 'queries')).map((query, i) => {
      const around = at(query, 'spec');
      return readQuery(at(around, 'query', 'spec'), {
        refId: textOf(at(around, 'refId')),
        isHidden: at(around, 'hidden') === true,
        datasource: textOf(at(around, 'query', 'datasource', 'name')) || textOf(at(around, 'query', 'group')),
        path: `${path}/spec/data/spec/queries/${i}/spec/query/spec`,
      });
    }),
    unit: textOf(at(fieldConfig, 'defaults', 'unit')),
    thresholds: readThresholds(fieldConfig),
    options: readOptions({
      options: at(viz, 'spec', 'options'),
      fieldConfig,
      others: {
        ...own,
        transformations: at(group, 'transformations'),
        query: at(group, 'queryOptions'),
        repeat: placed?.repeat,
        shown: placed?.shown,
      },
    }),
    place: placed?.place ?? {},
  };
}

function readVariables(variables: unknown, base: string): PartView[] {
  return listOf(variables).map((variable, i) => {
    const spec = at(variable, 'spec');
    const { query, ...own } = Object.fromEntries(entriesOf(spec));
    const { name, options: _, ...rest } = own;
    const dataQuery = at(query, 'spec');
    const text =
      typeof query === 'string' ? query : textOf(at(dataQuery, '__legacyStringValue')) || queryText(dataQuery).text;
    const trees = { ...rest, type: at(variable, 'kind'), datasource: at(query, 'datasource', 'name') };
    return {
      name: textOf(name),
      path: `${base}/${i}`,
      query: text,
      options: leaves(trees, ['definition', 'current.text']),
    };
  });
}

function readAnnotations(annotations: unknown): PartView[] {
  return listOf(annotations).map((annotation, i) => {
    const { name, query, builtIn: _, ...rest } = Object.fromEntries(entriesOf(at(annotation, 'spec')));
    const { key, text } = queryText(at(query, 'spec'));
    const own = Object.fromEntries(entriesOf(at(query, 'spec')).filter(([field]) => field !== key));
    const options = leaves({ ...rest, ...own, datasource: at(query, 'datasource', 'name') });
    return { name: textOf(name), path: pointer('spec', 'annotations', i), query: text, options };
  });
}

/** Links of a dashboard; both shapes write them alike. */
export function readLinks(links: unknown): PartView[] {
  return listOf(links).map((link, i) => {
    const { title, ...rest } = Object.fromEntries(entriesOf(link));
    return { name: textOf(title), path: pointer('spec', 'links', i), query: '', options: leaves(rest) };
  });
}

/** Reads a dashboard in the v2 shape. */
export function readV2(spec: unknown): DashboardView {
  const walk: Walk = {
    sections: [],
    variables: readVariables(at(spec, 'variables'), '/spec/variables'),
    placed: new Map(),
  };
  visit(at(spec, 'layout'), { path: '/spec/layout' }, walk);
  const elements = new Map(entriesOf(at(spec, 'elements')));
  const names = new Set([...[...walk.placed.keys()].filter((name) => elements.has(name)), ...elements.keys()]);
  const { timeSettings, title, description, cursorSync, editable, preload, liveNow, preferences } = Object.fromEntries(
    entriesOf(spec),
  );
  const { from, to, autoRefresh, ...times } = Object.fromEntries(entriesOf(timeSettings));
  return {
    settings: leaves({
      title,
      description,
      range: textOf(from) === '' ? undefined : `${textOf(from)} to ${textOf(to)}`,
      autoRefresh,
      time: times,
      cursorSync,
      editable,
      preload,
      liveNow,
      preferences,
      ...layoutSettings(at(spec, 'layout')),
    }),
    tags: listOf(at(spec, 'tags')).map(textOf),
    sections: walk.sections,
    panels: [...names].map((name) => readElement(name, elements.get(name), walk.placed.get(name))),
    variables: walk.variables,
    annotations: readAnnotations(at(spec, 'annotations')),
    links: readLinks(at(spec, 'links')),
  };
}
