import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/piechart';
import type { Plain } from '../schema.ts';
import { singleTooltip } from './legend.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';
import { latest } from './reduce.ts';

export type PieChartOptions = PanelOptions<Plain<Options>, Plain<FieldConfig>>;

/** Shares of a whole, for a handful of parts. */
export function piechart(title: string, options: PieChartOptions): Panel {
  return definePanel<Plain<Options>, Plain<FieldConfig>>(title, options, {
    group: 'piechart',
    options: {
      pieType: 'donut',
      displayLabels: [],
      orientation: 'auto',
      reduceOptions: latest(),
      legend: {
        showLegend: true,
        displayMode: 'table',
        placement: 'right',
        values: ['value', 'percent'],
        calcs: [],
      },
      tooltip: singleTooltip(),
    },
    conventions: { mode: 'instant', unit: 'field', colorMode: 'shades' },
  });
}
