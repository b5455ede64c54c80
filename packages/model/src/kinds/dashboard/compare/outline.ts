import type { Outline } from '../../../kind.ts';
import { counted, shownValue } from '../../../diff/words.ts';
import type { Resource } from '../../../resource.ts';
import { dashboardView } from './compare.ts';

/** Panels that are named. */
const NAMED = 6;

/** What a dashboard shows: `8 panels (Traffic, Errors, p99 latency, …) in 2 rows`. */
export function outlineDashboard(resource: Resource): Outline {
  const { panels, sections } = dashboardView(resource);
  const titles = panels.map(({ title }) => title).filter((title) => title.trim() !== '');
  const shown = [...titles.slice(0, NAMED).map(shownValue), ...(titles.length > NAMED ? ['…'] : [])].join(', ');
  const parts = (['row', 'tab'] as const).flatMap((kind) => {
    const count = sections.filter((section) => section.kind === kind).length;
    return count === 0 ? [] : [counted(count, kind)];
  });
  const named = shown === '' ? '' : ` (${shown})`;
  const where = parts.length === 0 ? '' : ` in ${parts.join(' and ')}`;
  return { text: `${counted(panels.length, 'panel')}${named}${where}`, reach: 'appearance' };
}
