import { getDefaultTimeRange } from '@grafana/data';
import { sceneGraph, type SceneTimeRangeState, SceneTimeRangeTransformerBase } from '@grafana/scenes';
import { Icon, PanelChrome } from '@grafana/ui';
import { useContext } from 'react';
import { CellContext } from '../shell/dashboard-context.ts';
import { panelTime, type PanelTimeOptions } from './panel-time.ts';

interface PanelTimeState extends SceneTimeRangeState {
  readonly options: PanelTimeOptions;
  readonly said: string;
}

/** The time range of a panel that has its own: it follows the dashboard's, and has no place in the URL. */
export class PanelTimeRange extends SceneTimeRangeTransformerBase<PanelTimeState> {
  constructor(options: PanelTimeOptions) {
    super({ options, said: '', from: 'now-1h', to: 'now', value: getDefaultTimeRange() });
  }

  protected ancestorTimeRangeChanged({ value }: SceneTimeRangeState): void {
    const { timeFrom = '', timeShift = '' } = this.state.options;
    const { range, said } = panelTime(value, {
      timeFrom: sceneGraph.interpolate(this, timeFrom),
      timeShift: sceneGraph.interpolate(this, timeShift),
    });
    this.setState({ value: range, from: value.raw.from.toString(), to: value.raw.to.toString(), said });
  }
}

/** Beside the title of a panel with a time of its own: which. */
export function PanelTimeMark() {
  const range = useContext(CellContext)?.panel.state.$timeRange;
  return range instanceof PanelTimeRange ? <Said of={range} /> : null;
}

function Said({ of }: { readonly of: PanelTimeRange }) {
  const { said, options } = of.useState();
  if (said === '' || options.hideTimeOverride === true) return null;
  return (
    <PanelChrome.TitleItem>
      <Icon name="clock-nine" size="sm" /> {said}
    </PanelChrome.TitleItem>
  );
}
