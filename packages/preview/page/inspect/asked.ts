import { sceneGraph, SceneQueryRunner, type VizPanel } from '@grafana/scenes';
import { isPanelQuery, type PanelQuery } from '../data/source.ts';

/** The queries of a panel; of none other, which a search for one object would go on to. */
export function queriesOf(panel: VizPanel): readonly PanelQuery[] {
  return sceneGraph.findDescendents(panel, SceneQueryRunner).flatMap(({ state }) => state.queries.filter(isPanelQuery));
}
