import {
  getFieldDisplayName,
  getValueFormat,
  formattedValueToString,
  type GrafanaTheme2,
  type PanelProps,
} from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { labelWidth, type Plot, plotIn, TimeAxis, YAxis } from '../../drawing/axes.tsx';
import { colorScale } from '../../drawing/color-scale.ts';
import { HoverBox } from '../../drawing/hover-box.tsx';
import { definePanel } from '../frame/define.tsx';
import { type Cells, cellsOf } from './cells.ts';

interface HeatmapOptions {
  readonly calculate: boolean;
  readonly color: {
    readonly scheme?: string;
    readonly mode?: string;
    readonly fill?: string;
    readonly exponent?: number;
    readonly reverse?: boolean;
  };
  readonly yAxis: { readonly unit?: string; readonly decimals?: number; readonly reverse?: boolean };
  readonly cellGap: number;
  readonly filterValues?: { readonly le?: number };
}

const FIRST_SHARE = 0.08;

function paint(
  canvas: HTMLCanvasElement,
  cells: Cells,
  {
    plot,
    options,
    theme,
    range,
  }: { plot: Plot; options: HeatmapOptions; theme: GrafanaTheme2; range: readonly [number, number] },
): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const ratio = devicePixelRatio;
  canvas.width = Math.round(plot.width * ratio);
  canvas.height = Math.round(plot.height * ratio);
  context.scale(ratio, ratio);
  context.clearRect(0, 0, plot.width, plot.height);
  const colorOf = colorScale(options.color, theme);
  const { times, counts, max } = cells;
  const [from, to] = range;
  const step = times.length > 1 ? (times[1] ?? 0) - (times[0] ?? 0) : to - from;
  const width = (step / (to - from)) * plot.width;
  const height = plot.height / counts.length;
  const least = options.filterValues?.le ?? 1e-9;
  for (const [row, list] of counts.entries()) {
    for (const [column, count] of list.entries()) {
      if (count === null || count <= least) continue;
      const share = max === 0 ? 0 : (count / max) ** (options.color.exponent ?? 0.5);
      context.fillStyle = colorOf(FIRST_SHARE + (1 - FIRST_SHARE) * share);
      const x = (((times[column] ?? 0) - from) / (to - from)) * plot.width;
      const y = options.yAxis.reverse === true ? row * height : plot.height - (row + 1) * height;
      context.fillRect(x, y, Math.max(1, width - options.cellGap), Math.max(1, height - options.cellGap));
    }
  }
}

interface Over {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

function Draw({ data, width, height, options, timeRange, timeZone }: PanelProps<HeatmapOptions>) {
  const theme = useTheme2();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [over, setOver] = useState<Over>();
  const format = getValueFormat(options.yAxis.unit);
  const written = (name: string): string => {
    const bound = Number(name);
    return name === '' || Number.isNaN(bound) ? name : formattedValueToString(format(bound, options.yAxis.decimals));
  };
  const cells = cellsOf(data.series, options.calculate, {
    nameOf: (field, frame) => field.labels?.['le'] ?? getFieldDisplayName(field, frame, data.series),
    write: String,
  });
  const labels = cells.rows.map(written);
  const plot = plotIn(width, height, { left: labelWidth(labels), bottom: 22 });
  const range = [timeRange.from.valueOf(), timeRange.to.valueOf()] as const;
  useEffect(() => {
    if (canvas.current !== null) paint(canvas.current, cells, { plot, options, theme, range });
  });
  const row = plot.height / Math.max(1, labels.length);
  const every = Math.max(1, Math.ceil(16 / row));
  const marks = labels.flatMap((label, i) => {
    const at = options.yAxis.reverse === true ? plot.top + i * row : plot.top + plot.height - (i + 1) * row;
    return i % every === 0 ? [{ at, label }] : [];
  });
  const move = ({ nativeEvent }: MouseEvent): void => {
    const { offsetX: x, offsetY: y } = nativeEvent;
    const time = range[0] + (x / plot.width) * (range[1] - range[0]);
    const column = cells.times.findLastIndex((start) => start <= time);
    const from = options.yAxis.reverse === true ? Math.floor(y / row) : Math.floor((plot.height - y) / row);
    setOver({ row: from, column, x: x + plot.left, y: y + plot.top });
  };
  const count = over === undefined ? undefined : cells.counts[over.row]?.[over.column];
  return (
    <div style={{ position: 'relative', width, height }}>
      <svg width={width} height={height} role="img" aria-label={`Heatmap of ${labels.length} buckets`}>
        <YAxis plot={plot} marks={marks} grid={false} />
        <TimeAxis plot={plot} timeRange={timeRange} timeZone={timeZone} />
      </svg>
      <canvas
        ref={canvas}
        style={{ position: 'absolute', left: plot.left, top: plot.top, width: plot.width, height: plot.height }}
        onMouseMove={move}
        onMouseLeave={() => setOver(undefined)}
      />
      {over === undefined || count === null || count === undefined ? null : (
        <HoverBox
          x={over.x}
          y={over.y}
          width={width}
          time={cells.times[over.column]}
          timeZone={timeZone}
          rows={[{ label: `≤ ${labels[over.row] ?? ''}`, value: count.toPrecision(4) }]}
        />
      )}
    </div>
  );
}

/** How many values fell into which bucket, over time. */
export const heatmap = definePanel<HeatmapOptions>({
  Draw,
  options: { calculate: false, color: { scheme: 'Oranges', exponent: 0.5, mode: 'scheme' }, yAxis: {}, cellGap: 1 },
});
