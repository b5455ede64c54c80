import type { Options } from '@grafana/grafana-foundation-sdk/logs';
import type { Plain } from '../schema.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';

export type LogsOptions = PanelOptions<Plain<Options>>;

/** Log lines, newest first. */
export function logs(title: string, options: LogsOptions): Panel {
  return definePanel<Plain<Options>>(title, options, {
    group: 'logs',
    options: {
      showLabels: false,
      showCommonLabels: false,
      showTime: true,
      showLogContextToggle: true,
      wrapLogMessage: true,
      prettifyLogMessage: false,
      enableLogDetails: true,
      enableInfiniteScrolling: true,
      sortOrder: 'Descending',
      dedupStrategy: 'none',
    },
    conventions: { mode: 'range', unit: 'none' },
  });
}
