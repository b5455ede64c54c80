import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/statetimeline';
import type { Plain } from '../schema.ts';
import { listLegend, singleTooltip } from './legend.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';
import { noThresholds } from './thresholds.ts';

export type StateTimelineOptions = PanelOptions<Plain<Options>, Plain<FieldConfig>>;

/** States over time, one bar a series; give `mappings` for words and colours. */
export function statetimeline(title: string, options: StateTimelineOptions): Panel {
  return definePanel<Plain<Options>, Plain<FieldConfig>>(title, options, {
    group: 'state-timeline',
    options: {
      showValue: 'auto',
      rowHeight: 0.9,
      mergeValues: true,
      alignValue: 'left',
      perPage: 20,
      legend: { ...listLegend(), showLegend: false },
      tooltip: singleTooltip(),
    },
    custom: { lineWidth: 0, fillOpacity: 70 },
    defaults: { color: { mode: 'thresholds' }, thresholds: noThresholds() },
    conventions: { mode: 'range', unit: 'field' },
  });
}
