import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/xychart';
import type { Plain } from '../schema.ts';
import { asTable } from './columns.ts';
import { listLegend, singleTooltip } from './legend.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';

export interface XyChartOptions extends PanelOptions<Plain<Options>, Plain<FieldConfig>> {
  /** Fields of the axes, by name. Default: the first two numbers. */
  readonly axes?: { readonly x: string; readonly y: string };
}

function field(name: string) {
  return { matcher: { id: 'byName', options: name } };
}

/** One value against another, a point each. Two PromQL queries are joined by their labels and named by their legends. */
export function xychart(title: string, options: XyChartOptions): Panel {
  const { axes } = options;
  const made = definePanel<Plain<Options>, Plain<FieldConfig>>(title, options, {
    group: 'xychart',
    options: {
      mapping: axes === undefined ? 'auto' : 'manual',
      series: axes === undefined ? [] : [{ x: field(axes.x), y: field(axes.y) }],
      legend: listLegend(),
      tooltip: singleTooltip(),
    },
    custom: { show: 'points', pointSize: { fixed: 5 }, fillOpacity: 50 },
    conventions: { mode: 'instant', format: 'table', unit: 'field', columns: true },
  });
  return asTable(made);
}
