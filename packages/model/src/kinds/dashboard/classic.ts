import type { Finding } from '../../finding.ts';
import { gridFindings, type GridItem } from './grid.ts';
import type { DashboardV1Spec } from './spec.ts';
import { repeatFinding, variableFindings } from './variables.ts';

/** What is wrong with a classic dashboard beyond its panels: boxes off the grid, repeats by no variable, variables named twice. */
export function classicFindings(spec: DashboardV1Spec): Finding[] {
  const variables = spec.templating?.list ?? [];
  const names = new Set(variables.map(({ name }) => name));
  const found = variableFindings(
    variables.map((variable) => ({ spec: variable })),
    '/spec/templating/list',
  );
  const items: GridItem[] = [];
  for (const [i, panel] of (spec.panels ?? []).entries()) {
    const path = `/spec/panels/${i}`;
    const title = panel.title ?? '';
    const repeat = repeatFinding(panel.repeat, names, { path: `${path}/repeat`, what: `panel '${title}'` });
    if (repeat !== undefined) found.push({ ...repeat, subject: title });
    const { gridPos } = panel;
    // Rows span the grid whatever their box says.
    if (!gridPos || panel.type === 'row') continue;
    items.push({ x: gridPos.x, y: gridPos.y, width: gridPos.w, height: gridPos.h, title, path: `${path}/gridPos` });
  }
  return [...found, ...gridFindings(items)];
}
