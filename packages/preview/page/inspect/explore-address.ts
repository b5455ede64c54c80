import { isDateTime, type RawTimeRange } from '@grafana/data';
import { sceneGraph, type VizPanel } from '@grafana/scenes';
import { isVisualisation, withQuestion } from '../../src/explore/question.ts';
import { prometheusFormat } from '../data/format.ts';
import { queriesOf } from './asked.ts';

function written(time: RawTimeRange['from']): string {
  return isDateTime(time) ? String(time.valueOf()) : time;
}

/** Where the first query of Prometheus that a panel shows is explored, over the panel's time; undefined where it has none. */
export function exploreAddress(panel: VizPanel): string | undefined {
  const { expr = '' } = queriesOf(panel).find(({ group, hide }) => group === 'prometheus' && hide !== true) ?? {};
  if (expr === '') return undefined;
  const { raw } = sceneGraph.getTimeRange(panel).state.value;
  const { title, pluginId } = panel.state;
  const search = withQuestion(new URLSearchParams({ from: written(raw.from), to: written(raw.to) }), {
    queries: [sceneGraph.interpolate(panel, expr, undefined, prometheusFormat)],
    title: sceneGraph.interpolate(panel, title, undefined, 'text'),
    ...(isVisualisation(pluginId) ? { visualisation: pluginId } : {}),
    where: [],
  });
  return `/explore?${search}`;
}
