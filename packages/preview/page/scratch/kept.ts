import type { Importance } from '@binnacle/model';
import type { PanelQuery, PlacedPanel, ScratchDashboard } from '../../src/explore/panel.ts';
import { isVisualisation } from '../../src/explore/question.ts';

/** A scratch dashboard before anything is on it. */
export const EMPTY: ScratchDashboard = { title: 'Scratch', purpose: 'What is going on?', panels: [] };

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** True for the word of a size. */
export function isSize(value: unknown): value is Importance {
  return value === 'hero' || value === 'major' || value === 'minor';
}

function readQuery(value: unknown): readonly PanelQuery[] {
  if (!isFields(value) || typeof value['text'] !== 'string') return [];
  const legend = text(value['legend']);
  return [{ text: value['text'], ...(legend === undefined ? {} : { legend }) }];
}

function readPanel(value: unknown): readonly PlacedPanel[] {
  if (!isFields(value) || !Array.isArray(value['queries'])) return [];
  const { visualisation, size } = value;
  const [id, title, service] = ['id', 'title', 'service'].map((name) => text(value[name]));
  const [unit, address] = ['unit', 'address'].map((name) => text(value[name]));
  const queries = value['queries'].flatMap(readQuery);
  if (id === undefined || title === undefined || service === undefined || queries.length === 0) return [];
  if (!isVisualisation(visualisation)) return [];
  return [
    {
      id,
      title,
      service,
      visualisation,
      queries,
      size: isSize(size) ? size : 'major',
      ...(unit === undefined ? {} : { unit }),
      ...(address === undefined ? {} : { address }),
      ...(value['isSigned'] === true ? { isSigned: true } : {}),
    },
  ];
}

/** A dashboard as the browser kept it. What cannot be read of it is left out. */
export function readScratch(kept: string | null): ScratchDashboard {
  let value: unknown;
  try {
    value = kept === null ? undefined : JSON.parse(kept);
  } catch {
    value = undefined;
  }
  if (!isFields(value)) return EMPTY;
  const panels = Array.isArray(value['panels']) ? value['panels'].flatMap(readPanel) : [];
  const ids = new Set<string>();
  return {
    title: text(value['title']) ?? EMPTY.title,
    purpose: text(value['purpose']) ?? EMPTY.purpose,
    panels: panels.filter(({ id }) => !ids.has(id) && ids.add(id)),
  };
}

/** The next number that no panel has for an id. */
function nextId(panels: readonly PlacedPanel[]): string {
  return String(Math.max(0, ...panels.map(({ id }) => Number(id)).filter(Number.isFinite)) + 1);
}

/** The dashboard with one panel more, at its end. */
export function withPanel(scratch: ScratchDashboard, panel: Omit<PlacedPanel, 'id'>): ScratchDashboard {
  return { ...scratch, panels: [...scratch.panels, { ...panel, id: nextId(scratch.panels) }] };
}

/** The dashboard with a panel changed. */
export function withChange(
  scratch: ScratchDashboard,
  id: string,
  change: Partial<Pick<PlacedPanel, 'title' | 'size'>>,
): ScratchDashboard {
  return { ...scratch, panels: scratch.panels.map((panel) => (panel.id === id ? { ...panel, ...change } : panel)) };
}

/** The dashboard with a panel some places further on, or back; at an end it stays. */
export function moved(scratch: ScratchDashboard, id: string, by: number): ScratchDashboard {
  const from = scratch.panels.findIndex((panel) => panel.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= scratch.panels.length) return scratch;
  const rest = scratch.panels.filter((panel) => panel.id !== id);
  const own = scratch.panels.slice(from, from + 1);
  return { ...scratch, panels: [...rest.slice(0, to), ...own, ...rest.slice(to)] };
}

/** The dashboard without a panel. */
export function without(scratch: ScratchDashboard, id: string): ScratchDashboard {
  return { ...scratch, panels: scratch.panels.filter((panel) => panel.id !== id) };
}
