import type { Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import type { Panel as ClassicPanel, RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Element } from '@grafana/grafana-foundation-sdk/dashboardv2';
import { pointer } from '../../pointer.ts';
import type { DashboardSpec, DashboardV1Spec } from './spec.ts';

/** A query of a panel, whichever shape the dashboard has. */
export interface PanelQuery {
  readonly refId: string | undefined;
  /** Plugin id of its datasource, where it is known. */
  readonly type: string | undefined;
  readonly spec: unknown;
  /** Pointer to `spec` in the resource. */
  readonly path: string;
}

/** One override of a panel's field configuration. */
export interface PanelOverride {
  readonly id: string;
  readonly value: unknown;
  readonly path: string;
}

/** A panel as checks see it, whichever shape the dashboard has: its plugin's parts and where each is in the resource. */
export interface Panel {
  readonly title: string;
  readonly id: number | undefined;
  /** Plugin id of the visualisation. */
  readonly type: string;
  readonly path: string;
  readonly options: { readonly value: unknown; readonly path: string };
  /** The plugin's own part of the field configuration. */
  readonly custom: { readonly value: unknown; readonly path: string };
  readonly overrides: readonly PanelOverride[];
  readonly queries: readonly PanelQuery[];
}

interface FieldConfig {
  readonly defaults?: { readonly custom?: unknown };
  readonly overrides?: readonly {
    readonly properties?: readonly { readonly id: string; readonly value?: unknown }[];
  }[];
}

function overrides(config: FieldConfig | undefined, path: string): PanelOverride[] {
  return (config?.overrides ?? []).flatMap((override, i) =>
    (override.properties ?? []).map(({ id, value }, j) => ({
      id,
      value,
      path: `${path}/overrides/${i}/properties/${j}`,
    })),
  );
}

function ofElement(key: string, element: Element): Panel[] {
  if (element.kind !== 'Panel') return [];
  const path = pointer('spec', 'elements', key);
  const { title, id, vizConfig, data } = element.spec;
  const config = `${path}/spec/vizConfig/spec/fieldConfig`;
  return [
    {
      title,
      id,
      type: vizConfig.group,
      path,
      options: { value: vizConfig.spec.options, path: `${path}/spec/vizConfig/spec/options` },
      custom: { value: vizConfig.spec.fieldConfig.defaults.custom, path: `${config}/defaults/custom` },
      overrides: overrides(vizConfig.spec.fieldConfig, config),
      queries: data.spec.queries.map(({ spec }, i): PanelQuery => ({
        refId: spec.refId,
        type: spec.query.group,
        spec: spec.query.spec,
        path: `${path}/spec/data/spec/queries/${i}/spec/query/spec`,
      })),
    },
  ];
}

/** What the SDK leaves open in a classic target. */
interface ClassicTarget extends Dataquery {
  readonly refId?: string;
  readonly datasource?: { readonly type?: string };
}

function isRow(panel: ClassicPanel | RowPanel): panel is RowPanel {
  return panel.type === 'row';
}

function ofClassic(panel: ClassicPanel, path: string): Panel {
  const targets: readonly ClassicTarget[] = panel.targets ?? [];
  return {
    title: panel.title ?? '',
    id: panel.id,
    type: panel.type,
    path,
    options: { value: panel.options, path: `${path}/options` },
    custom: { value: panel.fieldConfig?.defaults?.custom, path: `${path}/fieldConfig/defaults/custom` },
    overrides: overrides(panel.fieldConfig, `${path}/fieldConfig`),
    queries: targets.map((target, i) => ({
      refId: target.refId,
      type: target.datasource?.type ?? panel.datasource?.type,
      spec: target,
      path: `${path}/targets/${i}`,
    })),
  };
}

/** The panels of a v2 dashboard in the order of its elements; library panels, whose content lives elsewhere, are left out. */
export function panelsOf(spec: DashboardSpec): Panel[] {
  return Object.entries(spec.elements).flatMap(([key, element]) => ofElement(key, element));
}

/** The panels of a classic dashboard in order, those of collapsed rows included; rows themselves are left out. */
export function classicPanelsOf(spec: DashboardV1Spec): Panel[] {
  return (spec.panels ?? []).flatMap((panel, i) => {
    const path = pointer('spec', 'panels', i);
    if (!isRow(panel)) return [ofClassic(panel, path)];
    return (panel.panels ?? []).map((inner, j) => ofClassic(inner, `${path}/panels/${j}`));
  });
}
