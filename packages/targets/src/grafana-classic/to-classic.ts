import type { DashboardSpec, Finding } from '@binnacle/model';
import { present } from '../present.ts';
import { classicAnnotation } from './annotation.ts';
import type { Cell } from './cells.ts';
import { classicIds } from './ids.ts';
import { classicLayout, type Placement } from './layout.ts';
import { lossFinding, type Loss, type Report } from './loss.ts';
import { classicPanel } from './panel.ts';
import { classicVariable } from './variable.ts';
import {
  wire,
  type ClassicDashboard,
  type ClassicPanel,
  type ClassicRow,
  type ClassicVariable,
  type Dashboard,
} from './wire.ts';

/** Newest version of the classic schema: Grafana 12 writes it, 10 and 11 read it. */
const SCHEMA_VERSION = 42;

const GRAPH_TOOLTIP = { Off: 0, Crosshair: 1, Tooltip: 2 } as const;

/** A classic dashboard, and what of the v2 one it could not keep; `path` of a finding is a pointer into the resource. */
export interface Classic {
  readonly dashboard: ClassicDashboard;
  readonly findings: readonly Finding[];
}

function timeSettings({ timeSettings: time }: Dashboard): Partial<ClassicDashboard> {
  return {
    time: { from: time.from, to: time.to },
    refresh: time.autoRefresh,
    fiscalYearStartMonth: time.fiscalYearStartMonth,
    timepicker: {
      hidden: time.hideTimepicker,
      refresh_intervals: time.autoRefreshIntervals,
      ...present({ quick_ranges: time.quickRanges, nowDelay: time.nowDelay }),
    },
    ...present({ timezone: time.timezone, weekStart: time.weekStart }),
  };
}

function links(list: Dashboard['links'], report: Report): NonNullable<ClassicDashboard['links']> {
  return list.map(({ origin, ...link }, i) => {
    if (origin !== undefined) {
      report({
        severity: 'info',
        path: ['spec', 'links', i, 'origin'],
        subject: link.title,
        message: `origin of link ${link.title} has no classic form; it is left out`,
      });
    }
    return link;
  });
}

/** The dashboard's own variables, then those of its rows and tabs, which hold for the whole dashboard from then on. */
function variables(spec: Dashboard, { sections }: Placement, report: Report): ClassicVariable[] {
  const own = spec.variables.map((variable, i) => classicVariable(variable, ['spec', 'variables', i], report));
  const names = new Set(own.map(({ name }) => name));
  const hoisted = sections.flatMap(({ variables: list, path, section }) =>
    list.flatMap((variable, i) => {
      const { name } = variable.spec;
      const here = [...path, 'variables', i];
      const duplicate = names.has(name);
      names.add(name);
      report({
        severity: 'warning',
        path: here,
        subject: section,
        message: duplicate
          ? `variable ${name} of ${section} is left out: a classic dashboard has only one ${name}`
          : `variable ${name} of ${section} applies to the whole dashboard in the classic form`,
        ...(duplicate && { fix: 'give the variable its own name' }),
      });
      return duplicate ? [] : [classicVariable(variable, here, report)];
    }),
  );
  return [...own, ...hoisted];
}

function panels(spec: Dashboard, { placed }: Placement, report: Report): (ClassicPanel | ClassicRow)[] {
  const ids = classicIds(spec.elements, report);
  const used = new Set<string>();
  const toPanel = (cell: Cell): ClassicPanel[] => {
    const element = spec.elements[cell.element];
    const id = ids.element(cell.element);
    used.add(cell.element);
    if (element === undefined || id === undefined) {
      report({
        severity: 'error',
        path: cell.path,
        message: `the layout names the element ${cell.element}, which does not exist`,
        fix: 'name a key of elements',
      });
      return [];
    }
    return [classicPanel(element, cell, { id, report })];
  };
  const result = placed.flatMap((item): (ClassicPanel | ClassicRow)[] => {
    if (item.kind === 'cell') return toPanel(item);
    const { title, collapsed, gridPos, repeat, cells } = item;
    return [
      {
        type: 'row',
        id: ids.row(title),
        title,
        collapsed,
        gridPos,
        panels: cells.flatMap(toPanel),
        ...present({ repeat }),
      },
    ];
  });
  for (const name of Object.keys(spec.elements).toSorted()) {
    if (used.has(name)) continue;
    report({
      severity: 'warning',
      path: ['spec', 'elements', name],
      subject: spec.elements[name]?.spec.title,
      message: `element ${name} is in no layout, so it is not part of the classic dashboard`,
      fix: 'place it in the layout or remove it',
    });
  }
  return result;
}

/**
 * The classic form (v1, schemaVersion 42) of a v2 dashboard, for Grafana 10 to 12 and everything that reads JSON files.
 * Pure; the input is not changed. Whatever cannot be said in the classic form is a finding.
 */
export function toClassic(dashboard: DashboardSpec, { uid }: { readonly uid: string }): Classic {
  const spec = wire(dashboard);
  const losses: Loss[] = [];
  const report: Report = (loss) => losses.push(loss);
  const placement = classicLayout(spec.layout, report);
  if (spec.preferences?.layout !== undefined) {
    report({
      severity: 'info',
      path: ['spec', 'preferences'],
      message: 'preferences have no classic form; they are left out',
    });
  }
  const classic: ClassicDashboard = {
    uid,
    title: spec.title,
    tags: spec.tags,
    schemaVersion: SCHEMA_VERSION,
    graphTooltip: GRAPH_TOOLTIP[spec.cursorSync],
    editable: spec.editable ?? true,
    preload: spec.preload,
    ...timeSettings(spec),
    ...present({ description: spec.description, liveNow: spec.liveNow, revision: spec.revision }),
    annotations: { list: spec.annotations.map(({ spec: annotation }) => classicAnnotation(annotation)) },
    links: links(spec.links, report),
    templating: { list: variables(spec, placement, report) },
    panels: panels(spec, placement, report),
  };
  return { dashboard: classic, findings: losses.map(lossFinding) };
}
