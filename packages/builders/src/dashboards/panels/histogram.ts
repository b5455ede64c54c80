import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/histogram';
import type { Plain } from '../schema.ts';
import { listLegend, multiTooltip } from './legend.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';

export type HistogramPanelOptions = PanelOptions<Plain<Options>, Plain<FieldConfig>>;

/** How often values fall into each range, counted by Grafana over all samples shown. */
export function histogramPanel(title: string, options: HistogramPanelOptions): Panel {
  return definePanel<Plain<Options>, Plain<FieldConfig>>(title, options, {
    group: 'histogram',
    options: { bucketCount: 30, bucketOffset: 0, combine: false, legend: listLegend(), tooltip: multiTooltip() },
    custom: { lineWidth: 1, fillOpacity: 80 },
    conventions: { mode: 'range', unit: 'field', colorMode: 'shades' },
  });
}
