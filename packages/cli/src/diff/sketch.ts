import type { DashboardView, Difference, PanelView, SectionView } from '@binnacle/model';
import { drawBoxes } from './boxes.ts';

/** Columns of Grafana's grid, and of an automatic one that does not say. */
const COLUMNS = 24;
const AUTO_COLUMNS = 3;
/** Grid rows of a panel in an automatic grid. */
const AUTO_HEIGHT = 8;

type Marks = ReadonlyMap<PanelView, '+' | '~'>;

function marksOf(panels: readonly PanelView[], differences: readonly Difference[]): Marks {
  const marks = new Map<PanelView, '+' | '~'>();
  for (const { path, change } of differences) {
    if (change === 'removed') continue;
    const panel = panels.find((one) => path === one.path || path.startsWith(`${one.path}/`));
    if (panel !== undefined) marks.set(panel, change === 'added' ? '+' : (marks.get(panel) ?? '~'));
  }
  return marks;
}

function label(panel: PanelView, marks: Marks): string {
  const mark = marks.get(panel);
  const title = panel.title === '' ? panel.plugin : panel.title;
  return mark === undefined ? title : `${mark} ${title}`;
}

/** Panels of one row, tab or dashboard as boxes; an automatic grid fills its columns one after another. */
function draw(panels: readonly PanelView[], section: SectionView | undefined, marks: Marks): string[] {
  const given = section?.settings.get('grid.maxColumnCount');
  const columns = typeof given === 'number' && given > 0 ? given : AUTO_COLUMNS;
  const width = Math.floor(COLUMNS / columns);
  const boxes = panels.map((panel, i) => {
    const { box } = panel.place;
    const auto = { x: (i % columns) * width, y: Math.floor(i / columns) * AUTO_HEIGHT, width, height: AUTO_HEIGHT };
    return { ...(box ?? auto), label: label(panel, marks) };
  });
  return drawBoxes(boxes, COLUMNS);
}

function counted(panels: readonly PanelView[]): string {
  return `${panels.length} panel${panels.length === 1 ? '' : 's'} as before`;
}

/**
 * A dashboard's layout as text, at most 73 columns wide: boxes where panels are, changed ones marked `~` and new ones `+`.
 * Rows and tabs without a change are named only. Undefined when no panel changed.
 */
export function sketch(view: DashboardView, differences: readonly Difference[]): string | undefined {
  const marks = marksOf(view.panels, differences);
  const removed = differences.flatMap(({ change, subject = '' }) =>
    change === 'removed' && subject.startsWith('panel ') ? [subject.slice('panel '.length)] : [],
  );
  if (marks.size === 0 && removed.length === 0) return undefined;
  const inside = (section: SectionView | undefined): PanelView[] =>
    view.panels.filter(({ place }) => place.section === section);
  const part = (section: SectionView | undefined): string[] => {
    const own = inside(section);
    if (own.length === 0) return [];
    return own.some((panel) => marks.has(panel)) ? draw(own, section, marks) : [counted(own)];
  };
  const sections = view.sections.flatMap((section) => {
    const name = section.kind === 'tab' ? `[ ${section.title} ]` : `▾ ${section.title}`;
    return [section.parent === undefined ? name : `  ${name}`, ...part(section)];
  });
  const gone = removed.length === 0 ? [] : [`removed: ${removed.join(', ')}`];
  return [...part(undefined), ...sections, ...gone].join('\n');
}
