import { FieldColorModeId, type PanelProps } from '@grafana/data';
import { isChartable, LINE_CUSTOM, LINE_OPTIONS, type LineOptions, TimeChart } from '../../drawing/time-chart.tsx';
import { definePanel } from '../frame/define.tsx';
import { Note } from '../frame/note.tsx';

function Draw(props: PanelProps<LineOptions>) {
  const frames = props.data.series.filter(isChartable);
  if (frames.length === 0) return <Note text="The data has no numbers over time" />;
  return <TimeChart panel={props} frames={frames} />;
}

/** Lines, bars and points over time, drawn by Grafana's own chart. */
export const timeseries = definePanel<LineOptions>({
  Draw,
  options: LINE_OPTIONS,
  custom: LINE_CUSTOM,
  colorMode: FieldColorModeId.PaletteClassic,
});
