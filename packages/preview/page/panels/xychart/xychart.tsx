import {
  FieldColorModeId,
  formattedValueToString,
  getFieldSeriesColor,
  type Field,
  type PanelProps,
} from '@grafana/data';
import type { VizLegendOptions } from '@grafana/schema';
import { useTheme2 } from '@grafana/ui';
import { labelWidth, plotIn, YAxis } from '../../drawing/axes.tsx';
import { WithLegend } from '../../drawing/legend.tsx';
import { scale, ticks } from '../../drawing/ticks.ts';
import { definePanel } from '../frame/define.tsx';
import { Note } from '../frame/note.tsx';
import { pointsOf, type SeriesMapping } from './points.ts';

interface XyOptions {
  readonly series: readonly SeriesMapping[];
  readonly legend?: Partial<VizLegendOptions>;
}

function write(field: Field | undefined, value: number): string {
  return field?.display === undefined ? String(value) : formattedValueToString(field.display(value));
}

function reach(numbers: readonly number[]): readonly [number, number] {
  const low = numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const high = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
  const pad = (high - low || Math.abs(high) || 1) * 0.05;
  return [low - pad, high + pad];
}

function Draw({ data, width, height, options }: PanelProps<XyOptions>) {
  const theme = useTheme2();
  const series = pointsOf(data.series, options.series).filter(({ points }) => points.length > 0);
  if (series.length === 0) return <Note text="An XY chart needs two fields of numbers" />;
  const colors = series.map(({ y }, i) => {
    const { color } = getFieldSeriesColor(y, theme);
    return theme.visualization.getColorByName(color === '' ? (theme.visualization.palette[i] ?? 'blue') : color);
  });
  const xRange = reach(series.flatMap(({ points }) => points.map(([x]) => x)));
  const yRange = reach(series.flatMap(({ points }) => points.map(([, y]) => y)));
  return (
    <WithLegend
      width={width}
      height={height}
      legend={options.legend}
      entries={series.map(({ name }, i) => ({ label: name, color: colors[i] ?? '' }))}
    >
      {(innerWidth, innerHeight) => {
        const yTicks = ticks(...yRange, Math.max(2, innerHeight / 50));
        const labels = yTicks.map((value) => write(series[0]?.y, value));
        const plot = plotIn(innerWidth, innerHeight, { left: labelWidth(labels), bottom: 22 });
        const x = scale(xRange, [plot.left, plot.left + plot.width]);
        const y = scale(yRange, [plot.top + plot.height, plot.top]);
        return (
          <svg
            width={innerWidth}
            height={innerHeight}
            role="img"
            aria-label={`Points of ${series.map(({ name }) => name).join(', ')}`}
          >
            <YAxis plot={plot} marks={yTicks.map((value, i) => ({ at: y(value), label: labels[i] ?? '' }))} />
            <g fontSize={theme.typography.bodySmall.fontSize} fill={theme.colors.text.secondary}>
              {ticks(...xRange, Math.max(2, plot.width / 90)).map((value) => (
                <text key={value} x={x(value)} y={plot.top + plot.height + 16} textAnchor="middle">
                  {write(series[0]?.x, value)}
                </text>
              ))}
            </g>
            {series.map(({ name, points, x: xField, y: yField }, s) => (
              <g key={name} fill={colors[s]} fillOpacity={0.7}>
                {points.map(([px, py], i) => (
                  // Points have no name, and two may be equal.
                  // oxlint-disable-next-line react/no-array-index-key
                  <circle key={i} cx={x(px)} cy={y(py)} r={3.5}>
                    <title>{`${name}: ${write(xField, px)}, ${write(yField, py)}`}</title>
                  </circle>
                ))}
              </g>
            ))}
          </svg>
        );
      }}
    </WithLegend>
  );
}

/** Pairs of numbers as points. */
export const xychart = definePanel<XyOptions>({
  Draw,
  options: { series: [] },
  colorMode: FieldColorModeId.PaletteClassic,
});
