import type { Options } from '@grafana/grafana-foundation-sdk/bargauge';
import type { Plain } from '../schema.ts';
import { listLegend } from './legend.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';
import { latest } from './reduce.ts';
import { noThresholds } from './thresholds.ts';

export type BarGaugeOptions = PanelOptions<Plain<Options>>;

/** The latest value of each series as a bar, to compare a handful of them. */
export function bargauge(title: string, options: BarGaugeOptions): Panel {
  return definePanel<Plain<Options>>(title, options, {
    group: 'bargauge',
    options: {
      displayMode: 'basic',
      valueMode: 'color',
      namePlacement: 'auto',
      showUnfilled: true,
      sizing: 'auto',
      minVizWidth: 8,
      minVizHeight: 16,
      maxVizHeight: 300,
      orientation: 'horizontal',
      legend: { ...listLegend(), showLegend: false },
      reduceOptions: latest(),
    },
    defaults: { color: { mode: 'thresholds' }, thresholds: noThresholds() },
    conventions: { mode: 'instant', unit: 'field', fromZero: true, toWhole: true },
  });
}
