import { isDateTime, type RawTimeRange } from '@grafana/data';
import { sceneGraph, type VizPanel } from '@grafana/scenes';
import { isVisualisation, withQuestion } from '../../src/explore/question.ts';
import { withFilters } from '../data/filters.ts';
import { prometheusFormat } from '../data/format.ts';
import { withGrouping } from '../data/grouping.ts';
import { queriesOf } from './asked.ts';

function timeText(time: RawTimeRange['from']): string {
  return isDateTime(time) ? String(time.valueOf()) : time;
}

/** Where the first query of Prometheus that a panel shows is explored, over the panel's time; undefined where it has none. */
export function exploreAddress(panel: VizPanel): string | undefined {
  const { expr = '' } = queriesOf(panel).find(({ group, hide }) => group === 'prometheus' && hide !== true) ?? {};
  if (expr === '') return undefined;
  const { raw } = sceneGraph.getTimeRange(panel).state.value;
  const { title, pluginId } = panel.state;
  // Filters and groupings of the dashboard are part of what was asked, and of no text.
  const { filters = [], groupByKeys = [] } = sceneGraph.getData(panel).state.data?.request ?? {};
  const written = sceneGraph.interpolate(panel, expr, undefined, prometheusFormat);
  const search = withQuestion(new URLSearchParams({ from: timeText(raw.from), to: timeText(raw.to) }), {
    queries: [withGrouping(withFilters(written, filters), groupByKeys)],
    title: sceneGraph.interpolate(panel, title, undefined, 'text'),
    ...(isVisualisation(pluginId) ? { visualisation: pluginId } : {}),
    where: [],
  });
  return `/explore?${search}`;
}
