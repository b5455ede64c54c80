import type { PanelPlugin } from '@grafana/data';
import { alertlist } from './alertlist/alertlist.tsx';
import { barchart } from './barchart/barchart.tsx';
import { bargauge } from './bargauge/bargauge.tsx';
import { dashlist } from './dashlist/dashlist.tsx';
import { flamegraph } from './flamegraph/flamegraph.tsx';
import { metaOf } from './frame/meta.ts';
import { refusal } from './frame/refusal.tsx';
import { gauge } from './gauge/gauge.tsx';
import { heatmap } from './heatmap/heatmap.tsx';
import { histogram } from './histogram/histogram.tsx';
import { logs } from './logs/logs.tsx';
import { nodeGraph } from './nodeGraph/nodeGraph.tsx';
import { piechart } from './piechart/piechart.tsx';
import { stat } from './stat/stat.tsx';
import { stateTimeline } from './state-timeline/state-timeline.tsx';
import { statusHistory } from './status-history/status-history.tsx';
import { table } from './table/table.tsx';
import { text } from './text/text.tsx';
import { timeseries } from './timeseries/timeseries.tsx';
import { traces } from './traces/traces.tsx';
import { trend } from './trend/trend.tsx';
import { xychart } from './xychart/xychart.tsx';

/** Every panel that is drawn here, by the id Grafana knows it by; the folder of each has its name. */
const PANELS: Readonly<Record<string, PanelPlugin>> = {
  alertlist,
  barchart,
  bargauge,
  dashlist,
  flamegraph,
  gauge,
  heatmap,
  histogram,
  logs,
  nodeGraph,
  piechart,
  stat,
  'state-timeline': stateTimeline,
  'status-history': statusHistory,
  table,
  text,
  timeseries,
  traces,
  trend,
  xychart,
};

/** Panels of older Grafanas, and what draws them today. */
const SUCCESSORS: Readonly<Record<string, string>> = { graph: 'timeseries', singlestat: 'stat', 'table-old': 'table' };

const ready = new Map<string, PanelPlugin>();

/** What draws the panels of an id: a drawing, or a card that says why there is none. */
export function pluginOf(id: string): PanelPlugin {
  const known = ready.get(id);
  if (known !== undefined) return known;
  const plugin = PANELS[id] ?? PANELS[SUCCESSORS[id] ?? ''] ?? refusal(id);
  plugin.meta = metaOf(id);
  ready.set(id, plugin);
  return plugin;
}
