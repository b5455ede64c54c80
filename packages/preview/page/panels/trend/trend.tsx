import { FieldColorModeId, type PanelProps } from '@grafana/data';
import { LINE_CUSTOM, LINE_OPTIONS, type LineOptions, TimeChart } from '../../drawing/time-chart.tsx';
import { definePanel } from '../frame/define.tsx';
import { Note } from '../frame/note.tsx';
import { trendFrame } from './trend-frame.ts';

interface TrendOptions extends LineOptions {
  readonly xField?: string;
}

function Draw(props: PanelProps<TrendOptions>) {
  const frame = trendFrame(props.data.series, props.options.xField);
  if (frame === undefined)
    return <Note text="A trend needs a field of numbers for its x axis and another for its line" />;
  const rising =
    frame.fields[0]?.values.every((value: number, i, all: number[]) => i === 0 || value > (all[i - 1] ?? 0)) ?? false;
  if (!rising) return <Note text="The numbers of the x axis of a trend have to rise" />;
  return <TimeChart panel={props} frames={[frame]} prepare={() => frame} />;
}

/** Lines over numbers that are no times. */
export const trend = definePanel<TrendOptions>({
  Draw,
  options: LINE_OPTIONS,
  custom: LINE_CUSTOM,
  colorMode: FieldColorModeId.PaletteClassic,
});
