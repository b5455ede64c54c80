import { DASHBOARD_API_VERSION, isRecord, type Resource } from '@binnacle/model';
import { annotationsOf } from './annotation.ts';
import { contextOf } from './context.ts';
import { flag, type Json, number, objects, present, text, texts } from './fields.ts';
import { withInputs } from './inputs.ts';
import { layoutOf, panelsInOrder, type PlacedPanel } from './layout.ts';
import { dashboardLinks } from './links.ts';
import { panelsOfRows } from './old-rows.ts';
import { elementOf } from './panel.ts';
import { timeSettings } from './time-settings.ts';
import { variablesOf } from './variable.ts';

/** A dashboard in the v2 shape, and what of the classic one has no place in it. */
export interface FromClassic {
  readonly resource: Resource;
  /** By element name, the pointer to the panel in the classic resource. */
  readonly places: Readonly<Record<string, string>>;
  /** One line each. */
  readonly losses: readonly string[];
}

const CURSOR_SYNC = ['Off', 'Crosshair', 'Tooltip'];

function cursorSync(dashboard: Json): string {
  if (flag(dashboard, 'sharedCrosshair')) return 'Crosshair';
  return CURSOR_SYNC[number(dashboard, 'graphTooltip') ?? 0] ?? 'Off';
}

function panelsOf(dashboard: Json): readonly PlacedPanel[] {
  const own = objects(dashboard, 'panels').map((panel, i) => ({ panel, path: `/spec/panels/${i}` }));
  return own.length > 0 ? own : panelsOfRows(dashboard);
}

/** Ids of panels by their path: their own where it is a whole number nobody else has. */
function idsOf(panels: readonly PlacedPanel[]): ReadonlyMap<string, number> {
  const taken = new Set<number>();
  const ids = new Map<string, number>();
  for (const { panel, path } of panels) {
    const id = number(panel, 'id');
    if (id === undefined || !Number.isInteger(id) || id <= 0 || taken.has(id)) continue;
    taken.add(id);
    ids.set(path, id);
  }
  let next = 1;
  for (const { path } of panels) {
    if (ids.has(path)) continue;
    while (taken.has(next)) next += 1;
    taken.add(next);
    ids.set(path, next);
  }
  return ids;
}

/**
 * The v2 shape of a classic dashboard of any age: panels of old plugins become those of their successors, rows of panels a
 * grid. Pure; the input is not changed. What has no place there is a loss.
 */
export function toV2(classic: Resource): FromClassic {
  const spec: Json = isRecord(classic.spec) ? withInputs(classic.spec) : {};
  const losses: string[] = [];
  const context = contextOf(spec, (loss) => losses.push(loss));
  // Clones of repeated panels come back when the panel is repeated.
  const panels = panelsOf(spec).filter(
    ({ panel }) => panel['repeatPanelId'] === undefined || panel['repeatPanelId'] === null,
  );
  const inOrder = panelsInOrder(panels);
  const ids = idsOf(inOrder);
  const names = new Map(inOrder.map(({ path }) => [path, `panel-${ids.get(path) ?? 0}`]));
  const elements = Object.fromEntries(
    inOrder.map(({ panel, path }) => [names.get(path) ?? '', elementOf(panel, ids.get(path) ?? 0, context)]),
  );
  const v2 = {
    title: text(spec, 'title') ?? classic.metadata.name,
    tags: texts(spec, 'tags'),
    editable: spec['editable'] !== false,
    preload: flag(spec, 'preload'),
    cursorSync: cursorSync(spec),
    annotations: annotationsOf(spec, context),
    elements,
    layout: layoutOf(panels, names),
    links: dashboardLinks(spec),
    timeSettings: timeSettings(spec),
    variables: variablesOf(spec, context),
    ...present({
      description: text(spec, 'description'),
      liveNow: spec['liveNow'] === true ? true : undefined,
      revision: number(spec, 'revision'),
    }),
  };
  return {
    resource: { ...classic, apiVersion: DASHBOARD_API_VERSION, spec: v2 },
    places: Object.fromEntries([...names].map(([path, name]) => [name, path])),
    losses,
  };
}
