import { DashboardCursorSync, type TimeRange } from '@grafana/data';
import { behaviors, SceneObjectBase, type SceneObjectState, SceneTimeRange } from '@grafana/scenes';
import { elementOf } from '../../src/explore/element.ts';
import type { ExploredPanel } from '../../src/explore/panel.ts';
import { type PanelCell, panelCell } from '../scene/cell.tsx';
import { panelOf } from '../scene/panel.tsx';
import { ExploreView } from './explore-view.tsx';

interface ExploreState extends SceneObjectState {
  readonly $timeRange: SceneTimeRange;
  readonly body: PanelCell;
}

/** The one panel that is explored. */
export class ExploreScene extends SceneObjectBase<ExploreState> {
  static Component = ExploreView;
}

/** A time as scenes take it: words as they are, a point in time as ISO 8601. */
function written(time: TimeRange['raw']['from']): string {
  return typeof time === 'string' ? time : time.toISOString();
}

/** Makes the scene of a panel over a stretch of time. */
export function exploreScene(panel: ExploredPanel, { raw }: TimeRange): ExploreScene {
  const copy = { suffix: '' };
  const drawn = panelOf('explored', elementOf(panel, 1), copy);
  // What the menu leads to is about dashboards.
  drawn.setState({ menu: undefined });
  return new ExploreScene({
    $timeRange: new SceneTimeRange({ from: written(raw.from), to: written(raw.to), timeZone: 'browser' }),
    $behaviors: [new behaviors.CursorSync({ key: 'explore', sync: DashboardCursorSync.Off })],
    body: panelCell('explored', drawn, { copy }),
  });
}
