import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/timeseries';
import type { Plain } from '../schema.ts';
import { multiTooltip, tableLegend } from './legend.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';

export interface TimeseriesOptions extends PanelOptions<Plain<Options>, Plain<FieldConfig>> {
  /** Series on top of each other: for parts of a whole. */
  readonly stacked?: boolean;
}

/** Values over time, as lines. */
export function timeseries(title: string, options: TimeseriesOptions): Panel {
  const { stacked = false, thresholds } = options;
  return definePanel<Plain<Options>, Plain<FieldConfig>>(title, options, {
    group: 'timeseries',
    options: { legend: tableLegend(), tooltip: multiTooltip() },
    custom: {
      drawStyle: 'line',
      lineWidth: 1,
      fillOpacity: stacked ? 30 : 10,
      showPoints: 'never',
      ...(stacked ? { stacking: { mode: 'normal', group: 'A' } } : {}),
      ...(thresholds === undefined ? {} : { thresholdsStyle: { mode: 'dashed' } }),
    },
    conventions: { mode: 'range', unit: 'field', fromZero: true, colorMode: 'shades' },
  });
}
