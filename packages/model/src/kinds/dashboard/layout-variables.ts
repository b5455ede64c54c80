import type { VariableKind } from '@grafana/grafana-foundation-sdk/dashboardv2';
import type { DashboardSpec } from './spec.ts';

type Layout = DashboardSpec['layout'];
type Change = (variable: VariableKind, path: string) => VariableKind;

function section<S extends { layout: Layout; variables?: VariableKind[] }>(spec: S, path: string, change: Change): S {
  const layout = mapLayoutVariables(spec.layout, `${path}/layout`, change);
  const { variables } = spec;
  if (variables === undefined) return { ...spec, layout };
  return { ...spec, layout, variables: variables.map((one, i) => change(one, `${path}/variables/${i}`)) };
}

/** A layout whose rows' and tabs' own variables went through `change`; grids, which have none, are returned as they are. */
export function mapLayoutVariables<L extends Layout>(layout: L, path: string, change: Change): L {
  if (layout.kind === 'RowsLayout') {
    const rows = layout.spec.rows.map((row, i) => ({
      ...row,
      spec: section(row.spec, `${path}/spec/rows/${i}/spec`, change),
    }));
    return { ...layout, spec: { ...layout.spec, rows } };
  }
  if (layout.kind === 'TabsLayout') {
    const tabs = layout.spec.tabs.map((tab, i) => ({
      ...tab,
      spec: section(tab.spec, `${path}/spec/tabs/${i}/spec`, change),
    }));
    return { ...layout, spec: { ...layout.spec, tabs } };
  }
  return layout;
}
