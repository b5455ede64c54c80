import type { VariableKind } from '@grafana/grafana-foundation-sdk/dashboardv2';
import type { Finding } from '../../finding.ts';
import { didYouMean } from '../../nearest.ts';
import { pointer } from '../../pointer.ts';
import { gridFindings } from './grid.ts';
import type { DashboardSpec } from './spec.ts';
import { repeatFinding, variableFindings } from './variables.ts';

type Layout = DashboardSpec['layout'];

/** What a walk over the layout collects: where each element is placed, and the findings. */
interface Walk {
  readonly elements: DashboardSpec['elements'];
  readonly placed: Map<string, string>;
  readonly found: Finding[];
}

interface Section {
  readonly title?: string;
  readonly layout: Layout;
  readonly variables?: VariableKind[];
  readonly repeat?: { readonly value: string };
}

function place(name: string, path: string, { elements, placed, found }: Walk): void {
  const element = Object.hasOwn(elements, name) ? elements[name] : undefined;
  const about = { rule: 'dashboard/layout', severity: 'error', path } as const;
  if (element === undefined) {
    const fix = didYouMean(name, Object.keys(elements));
    found.push({
      ...about,
      message: `the layout places '${name}', which is no element`,
      ...(fix !== undefined && { fix }),
    });
  } else if (placed.has(name)) {
    const message = `the layout places '${name}' twice`;
    found.push({ ...about, message, subject: element.spec.title, fix: 'give each place its own element' });
  }
  placed.set(name, path);
}

function section(spec: Section, at: { path: string; variables: ReadonlySet<string> }, walk: Walk): void {
  const own = spec.variables ?? [];
  walk.found.push(...variableFindings(own, `${at.path}/variables`));
  const repeat = repeatFinding(spec.repeat?.value, at.variables, {
    path: `${at.path}/repeat`,
    what: `'${spec.title ?? ''}'`,
  });
  if (repeat !== undefined) walk.found.push(repeat);
  const variables = new Set([...at.variables, ...own.map((one) => one.spec.name)]);
  visit(spec.layout, { path: `${at.path}/layout`, variables }, walk);
}

function visit(layout: Layout, at: { path: string; variables: ReadonlySet<string> }, walk: Walk): void {
  const { path, variables } = at;
  switch (layout.kind) {
    case 'RowsLayout':
      for (const [i, row] of layout.spec.rows.entries()) {
        section(row.spec, { path: `${path}/spec/rows/${i}/spec`, variables }, walk);
      }
      return;
    case 'TabsLayout':
      for (const [i, tab] of layout.spec.tabs.entries()) {
        section(tab.spec, { path: `${path}/spec/tabs/${i}/spec`, variables }, walk);
      }
      return;
    case 'GridLayout':
    case 'AutoGridLayout':
      for (const [i, { spec }] of layout.spec.items.entries()) {
        const item = `${path}/spec/items/${i}/spec`;
        place(spec.element.name, `${item}/element`, walk);
        const title = walk.elements[spec.element.name]?.spec.title ?? spec.element.name;
        const repeat = repeatFinding(spec.repeat?.value, variables, {
          path: `${item}/repeat`,
          what: `panel '${title}'`,
        });
        if (repeat !== undefined) walk.found.push({ ...repeat, subject: title });
      }
      if (layout.kind === 'GridLayout') {
        const items = layout.spec.items.map(({ spec: { element, ...box } }, i) => ({
          ...box,
          title: walk.elements[element.name]?.spec.title ?? element.name,
          path: `${path}/spec/items/${i}/spec`,
        }));
        walk.found.push(...gridFindings(items));
      }
      return;
    default:
      layout satisfies never;
  }
}

/** What is wrong with a v2 layout: places without element, elements placed twice or nowhere, boxes off the grid, repeats by no variable. */
export function layoutFindings(spec: DashboardSpec): Finding[] {
  const walk: Walk = { elements: spec.elements, placed: new Map(), found: [] };
  const variables = new Set(spec.variables.map((one) => one.spec.name));
  walk.found.push(...variableFindings(spec.variables, '/spec/variables'));
  visit(spec.layout, { path: '/spec/layout', variables }, walk);
  for (const [name, element] of Object.entries(spec.elements)) {
    if (walk.placed.has(name)) continue;
    walk.found.push({
      rule: 'dashboard/layout',
      severity: 'warning',
      message: `element '${name}' is in no layout, so nobody sees it`,
      path: pointer('spec', 'elements', name),
      subject: element.spec.title,
      fix: 'place it or remove it',
    });
  }
  return walk.found;
}
