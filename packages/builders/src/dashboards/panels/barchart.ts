import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/barchart';
import type { Plain } from '../schema.ts';
import { asTable } from './columns.ts';
import { listLegend, multiTooltip } from './legend.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';

export type BarChartOptions = PanelOptions<Plain<Options>, Plain<FieldConfig>>;

/** Values by category, as bars; the first text column names the bars. */
export function barchart(title: string, options: BarChartOptions): Panel {
  const made = definePanel<Plain<Options>, Plain<FieldConfig>>(title, options, {
    group: 'barchart',
    options: {
      orientation: 'auto',
      xTickLabelRotation: 0,
      xTickLabelMaxLength: 0,
      xTickLabelSpacing: 0,
      stacking: 'none',
      showValue: 'auto',
      barWidth: 0.97,
      groupWidth: 0.7,
      barRadius: 0,
      fullHighlight: false,
      legend: listLegend(),
      tooltip: multiTooltip(),
    },
    custom: { lineWidth: 1, fillOpacity: 80 },
    conventions: { mode: 'instant', format: 'table', unit: 'field', fromZero: true, columns: true },
  });
  return asTable(made);
}
