import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/heatmap';
import type { Plain } from '../schema.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';

export type HeatmapOptions = PanelOptions<Plain<Options>, Plain<FieldConfig>>;

/** How observations are distributed over time: rated buckets summed by `le`, or a rated native histogram. */
export function heatmap(title: string, options: HeatmapOptions): Panel {
  const { unit } = options;
  return definePanel<Plain<Options>, Plain<FieldConfig>>(title, options, {
    group: 'heatmap',
    options: {
      calculate: false,
      color: { mode: 'scheme', scheme: 'Oranges', fill: 'dark-orange', exponent: 0.5, steps: 64, reverse: false },
      filterValues: { le: 1e-9 },
      showValue: 'never',
      cellGap: 1,
      yAxis: { axisPlacement: 'left', ...(unit === undefined ? {} : { unit }) },
      legend: { show: true },
      tooltip: { mode: 'single', yHistogram: true, showColorScale: true },
      exemplars: { color: 'rgba(255,0,255,0.7)' },
    },
    conventions: { mode: 'range', format: 'heatmap', unit: 'y-axis' },
  });
}
