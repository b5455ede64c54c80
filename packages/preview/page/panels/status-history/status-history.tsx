import type { PanelProps } from '@grafana/data';
import { StateChart, type StateOptions } from '../../drawing/state-chart.tsx';
import { definePanel } from '../frame/define.tsx';

function Draw(panel: PanelProps<StateOptions>) {
  return <StateChart panel={panel} merge={false} fill={panel.options.colWidth ?? 0.9} />;
}

/** What each series was at each time it was looked at. */
export const statusHistory = definePanel<StateOptions>({
  Draw,
  options: { showValue: 'auto', rowHeight: 0.9, colWidth: 0.9 },
});
