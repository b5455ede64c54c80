import type { PanelProps } from '@grafana/data';
import { StateChart, type StateOptions } from '../../drawing/state-chart.tsx';
import { definePanel } from '../frame/define.tsx';

function Draw(panel: PanelProps<StateOptions>) {
  return <StateChart panel={panel} merge={panel.options.mergeValues !== false} fill={1} />;
}

/** What each series was, and for how long. */
export const stateTimeline = definePanel<StateOptions>({
  Draw,
  options: { mergeValues: true, showValue: 'auto', rowHeight: 0.9 },
});
