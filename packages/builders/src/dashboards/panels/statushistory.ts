import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/statushistory';
import type { Plain } from '../schema.ts';
import { listLegend, singleTooltip } from './legend.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';
import { noThresholds } from './thresholds.ts';

export type StatusHistoryOptions = PanelOptions<Plain<Options>, Plain<FieldConfig>>;

/** One box a sample, for states that are sampled rarely; give `mappings` for words and colours. */
export function statushistory(title: string, options: StatusHistoryOptions): Panel {
  return definePanel<Plain<Options>, Plain<FieldConfig>>(title, options, {
    group: 'status-history',
    options: {
      showValue: 'auto',
      rowHeight: 0.9,
      colWidth: 0.9,
      perPage: 20,
      legend: { ...listLegend(), showLegend: false },
      tooltip: singleTooltip(),
    },
    custom: { lineWidth: 1, fillOpacity: 70 },
    defaults: { color: { mode: 'thresholds' }, thresholds: noThresholds() },
    conventions: { mode: 'range', unit: 'field' },
  });
}
