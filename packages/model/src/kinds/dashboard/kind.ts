import type { Diagnostic } from '../../diagnostic.ts';
import { finding, type Finding } from '../../finding.ts';
import type { Kind } from '../../kind.ts';
import { GRAFANA_UID } from '../../names.ts';
import { valueAt } from '../../pointer.ts';
import { isRecord } from '../../record.ts';
import type { Resource } from '../../resource.ts';
import { specDiagnostics } from '../../schema/check.ts';
import { isKnownPanel } from '../../schema/validator.ts';
import { classicFindings } from './classic.ts';
import { compareDashboards } from './compare/compare.ts';
import { outlineDashboard } from './compare/outline.ts';
import { layoutFindings } from './layout.ts';
import { panelFindings } from './panel-findings.ts';
import { classicPanelsOf, panelsOf } from './panels.ts';
import { pluginDiagnostics } from './plugins.ts';
import { dashboardSubstance } from './substance.ts';
import {
  DASHBOARD_API_VERSION,
  DASHBOARD_V1_API_VERSIONS,
  isDashboardV1,
  isDashboardV2,
  type DashboardV1Resource,
} from './spec.ts';

/** Grafana refuses longer titles. */
const LONGEST_TITLE = 5000;
/** From here on the classic shape has the types we check; Grafana migrates what is older when it loads it. */
const OLDEST_CHECKED_SCHEMA = 36;

/** A field of a classic panel, with the pointer to the panel. */
const PANEL_FIELD = /^(\/spec\/panels\/\d+(?:\/panels\/\d+)?)\/[^/]+$/;

/** The panel, variable or annotation a pointer leads into, in either shape. */
const PART =
  /^\/spec\/(?:elements\/[^/]+|(?:variables|annotations|(?:templating|annotations)\/list)\/\d+|panels\/\d+(?:\/panels\/\d+)?)/;

/** Title of the panel, or name of the variable or annotation, a pointer leads into. */
function subject(resource: Resource, path: string): string | undefined {
  const found = PART.exec(path)?.[0];
  const part = found === undefined ? undefined : valueAt(resource, found);
  if (!isRecord(part)) return undefined;
  const { title, name } = isRecord(part['spec']) ? part['spec'] : part;
  const text = title ?? name;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function titleFindings(title: string | undefined): Finding[] {
  const about = { rule: 'dashboard/title', severity: 'error', path: '/spec/title' } as const;
  if (title === undefined || title.trim() === '') return [{ ...about, message: 'the dashboard has no title' }];
  if (title.length <= LONGEST_TITLE) return [];
  return [{ ...about, message: `the title has ${title.length} characters; Grafana takes at most ${LONGEST_TITLE}` }];
}

/** Old and third-party visualisations keep their options in the panel itself; we have no schema for those. */
function isForeignOption(resource: Resource, { severity, path = '' }: Diagnostic): boolean {
  const panel = severity === 'warning' ? PANEL_FIELD.exec(path)?.[1] : undefined;
  const type = panel === undefined ? undefined : valueAt(resource, `${panel}/type`);
  return typeof type === 'string' && type !== 'row' && !isKnownPanel(type);
}

function checkClassic(resource: DashboardV1Resource): Diagnostic[] {
  const schemaVersion = valueAt(resource, '/spec/schemaVersion');
  if (typeof schemaVersion === 'number' && schemaVersion < OLDEST_CHECKED_SCHEMA) {
    return [
      finding(resource, {
        rule: 'dashboard/schema-version',
        severity: 'warning',
        message: `schemaVersion ${schemaVersion} is too old to be checked; Grafana migrates it when it loads it`,
        path: '/spec/schemaVersion',
        fix: 'open it in Grafana 12 or later and export it again',
      }),
    ];
  }
  const found = specDiagnostics(resource, {
    schema: 'dashboard-v1',
    rule: 'schema/dashboard',
    subject,
    isLenient: true,
  }).filter((diagnostic) => !isForeignOption(resource, diagnostic));
  if (found.some(({ severity }) => severity === 'error')) return found;
  const panels = classicPanelsOf(resource.spec);
  const structural = [
    ...titleFindings(resource.spec.title),
    ...panelFindings(panels),
    ...classicFindings(resource.spec),
  ];
  return [...found, ...pluginDiagnostics(resource, panels), ...structural.map((about) => finding(resource, about))];
}

function check(resource: Resource): Diagnostic[] {
  if (isDashboardV1(resource)) return checkClassic(resource);
  if (!isDashboardV2(resource)) return [];
  const found = specDiagnostics(resource, { schema: 'dashboard-v2', rule: 'schema/dashboard', subject });
  if (found.length > 0) return found;
  const panels = panelsOf(resource.spec);
  const structural = [
    ...titleFindings(resource.spec.title),
    ...panelFindings(panels),
    ...layoutFindings(resource.spec),
  ];
  return [...pluginDiagnostics(resource, panels), ...structural.map((about) => finding(resource, about))];
}

/** Grafana dashboards, in the v2 shape or the classic one. */
export const dashboard: Kind = {
  kind: 'Dashboard',
  apiVersions: [DASHBOARD_API_VERSION, ...DASHBOARD_V1_API_VERSIONS],
  name: GRAFANA_UID,
  check,
  substance: dashboardSubstance,
  compare: compareDashboards,
  outline: outlineDashboard,
};
