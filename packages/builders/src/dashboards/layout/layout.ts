import { COMPACT, DefinitionError, pack } from '@binnacle/model';
import { slug } from '../names.ts';
import type { Panel } from '../panels/panel.ts';
import type { AutoGridLayout, GridItem, GridLayout, RowKind, RowsLayout, TabKind, TabsLayout } from '../schema.ts';
import type { Variable } from '../variables/variable.ts';
import type { Row } from './row.ts';
import type { Tab } from './tab.ts';

/** What a dashboard is made of: tabs, or rows and panels. */
export type Content = readonly Tab[] | readonly (Row | Panel)[];

type Layout = GridLayout | AutoGridLayout | RowsLayout | TabsLayout;

/** A layout and the panels it refers to, by element key. */
export interface Arranged {
  readonly layout: Layout;
  readonly panels: ReadonlyMap<string, Panel>;
  /** Variables something is repeated by. */
  readonly repeats: readonly Variable[];
}

interface Collected {
  readonly panels: Map<string, Panel>;
  readonly repeats: Variable[];
}

function elementKey(panel: Panel, prefix: string | undefined, { panels }: Collected): string {
  const own = panel.id ?? slug(panel.title);
  const key = prefix === undefined ? own : `${prefix}-${own}`;
  if (panels.has(key)) {
    throw new DefinitionError(`two panels are called "${panel.title}" (${key})`, {
      ...(panel.origin === undefined ? {} : { origin: panel.origin }),
      fix: 'give this one another title or an `id`, or its row a `prefix`',
    });
  }
  panels.set(key, panel);
  return key;
}

function repeatOf(variable: Variable | undefined, { repeats }: Collected) {
  if (variable === undefined) return {};
  repeats.push(variable);
  return { repeat: { mode: 'variable', value: variable.name } } as const;
}

function reference(name: string) {
  return { kind: 'ElementReference', name } as const;
}

function grid(panels: readonly Panel[], prefix: string | undefined, collected: Collected): GridLayout {
  const places = pack(
    panels.map(({ size, group }) => ({ ...(size === undefined ? {} : { size }), compact: COMPACT.has(group) })),
  );
  const items = panels.flatMap((panel, i): GridItem[] => {
    const place = places[i];
    if (place === undefined) return [];
    const { repeat: variable, repeatDirection = 'horizontal', maxPerRow } = panel.frame;
    const { repeat } = repeatOf(variable, collected);
    return [
      {
        kind: 'GridLayoutItem',
        spec: {
          x: place.x,
          y: place.y,
          width: place.w,
          height: place.h,
          element: reference(elementKey(panel, prefix, collected)),
          ...(repeat === undefined
            ? {}
            : {
                repeat: {
                  ...repeat,
                  direction: repeatDirection === 'horizontal' ? 'h' : 'v',
                  ...(maxPerRow === undefined ? {} : { maxPerRow }),
                },
              }),
        },
      },
    ];
  });
  return { kind: 'GridLayout', spec: { items } };
}

function autoGrid({ panels, prefix, autoGrid: wanted }: Row, collected: Collected): AutoGridLayout {
  return {
    kind: 'AutoGridLayout',
    spec: {
      ...(typeof wanted === 'object' ? { maxColumnCount: wanted.columns } : {}),
      columnWidthMode: 'standard',
      rowHeightMode: 'standard',
      items: panels.map((panel) => ({
        kind: 'AutoGridLayoutItem',
        spec: {
          element: reference(elementKey(panel, prefix, collected)),
          ...repeatOf(panel.frame.repeat, collected),
        },
      })),
    },
  };
}

function rowKind(row: Row, collected: Collected): RowKind {
  return {
    kind: 'RowsLayoutRow',
    spec: {
      title: row.title,
      collapse: row.collapsed === true,
      ...(row.title === '' ? { hideHeader: true } : {}),
      ...repeatOf(row.repeat, collected),
      layout: row.autoGrid === undefined ? grid(row.panels, row.prefix, collected) : autoGrid(row, collected),
    },
  };
}

/** Panels outside rows become rows without a heading. */
function inRows(content: readonly (Row | Panel)[]): readonly Row[] {
  const rows: Row[] = [];
  let loose: Panel[] | undefined;
  for (const part of content) {
    if (part.type === 'row') {
      rows.push(part);
      loose = undefined;
    } else if (loose === undefined) {
      loose = [part];
      rows.push({ type: 'row', title: '', panels: loose });
    } else loose.push(part);
  }
  return rows;
}

function rowsOrGrid(content: readonly (Row | Panel)[], collected: Collected): GridLayout | RowsLayout {
  const panels = content.filter((part): part is Panel => part.type === 'panel');
  if (panels.length === content.length) return grid(panels, undefined, collected);
  return { kind: 'RowsLayout', spec: { rows: inRows(content).map((row) => rowKind(row, collected)) } };
}

function tabKind(tab: Tab, collected: Collected): TabKind {
  return {
    kind: 'TabsLayoutTab',
    spec: { title: tab.title, ...repeatOf(tab.repeat, collected), layout: rowsOrGrid(tab.content, collected) },
  };
}

/** The layout of a dashboard's content, and its panels by key. @throws when two panels have the same key. */
export function arrange(content: Content): Arranged {
  const collected: Collected = { panels: new Map(), repeats: [] };
  const tabs = content.filter((part): part is Tab => part.type === 'tab');
  const others = content.filter((part): part is Row | Panel => part.type !== 'tab');
  if (tabs.length > 0 && others.length > 0) {
    throw new Error('a dashboard has either tabs or rows and panels; put the rest into a tab too');
  }
  const layout: Layout =
    tabs.length === 0
      ? rowsOrGrid(others, collected)
      : { kind: 'TabsLayout', spec: { tabs: tabs.map((tab) => tabKind(tab, collected)) } };
  return { layout, ...collected };
}
