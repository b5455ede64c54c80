import {
  buildHistogram,
  type DataFrame,
  type Field,
  FieldColorModeId,
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  getFieldSeriesColor,
  getHistogramFields,
  type PanelProps,
} from '@grafana/data';
import type { VizLegendOptions } from '@grafana/schema';
import { useTheme2 } from '@grafana/ui';
import { labelWidth, plotIn, YAxis } from '../../drawing/axes.tsx';
import { WithLegend } from '../../drawing/legend.tsx';
import { scale, ticks } from '../../drawing/ticks.ts';
import { definePanel } from '../frame/define.tsx';
import { Note } from '../frame/note.tsx';
import { numbersOf } from '../../drawing/field-values.ts';

interface HistogramOptions {
  readonly bucketCount?: number;
  readonly bucketSize?: number;
  readonly bucketOffset?: number;
  readonly combine?: boolean;
  readonly legend?: Partial<VizLegendOptions>;
}

function wholeNumbers(field: Field): readonly number[] {
  return numbersOf(field).map((value) => value ?? 0);
}

/** What the numbers are called that are counted one by one: of a count alone, labels are no longer known. */
function namesOf(frames: DataFrame[]): readonly string[] {
  return frames.flatMap((frame) =>
    frame.fields
      .filter(({ type }) => type === FieldType.number)
      .map((field) => getFieldDisplayName(field, frame, frames)),
  );
}

function Draw({ data, width, height, options }: PanelProps<HistogramOptions>) {
  const theme = useTheme2();
  const numbers = data.series.map((frame) => ({
    ...frame,
    fields: frame.fields.filter(({ type }) => type !== FieldType.time),
  }));
  const ready =
    data.series.length === 1 && data.series[0] !== undefined ? getHistogramFields(data.series[0]) : undefined;
  const { bucketCount, bucketSize, bucketOffset, combine } = options;
  const built = ready ?? buildHistogram(numbers, { bucketCount, bucketSize, bucketOffset, combine }, theme);
  if (built === null || built === undefined) return <Note text="The data has no numbers to count" />;
  const { xMin, xMax, counts } = built;
  const lows = wholeNumbers(xMin);
  const highs = wholeNumbers(xMax);
  const counted = ready === undefined && combine !== true ? namesOf(numbers) : [];
  const names = counts.map((field, i) => counted[i] ?? field.state?.displayName ?? getFieldDisplayName(field));
  const colors = counts.map((field, i) =>
    theme.visualization.getColorByName(
      getFieldSeriesColor({ ...field, state: { ...field.state, seriesIndex: field.state?.seriesIndex ?? i } }, theme)
        .color,
    ),
  );
  const most = Math.max(1, ...counts.flatMap(wholeNumbers));
  const display =
    xMin.display ?? numbers.flatMap(({ fields }) => fields).find((field) => field.display !== undefined)?.display;
  const write = (value: number): string =>
    display === undefined ? String(value) : formattedValueToString(display(value));
  return (
    <WithLegend
      width={width}
      height={height}
      legend={options.legend}
      entries={names.map((label, i) => ({ label, color: colors[i] ?? '' }))}
    >
      {(innerWidth, innerHeight) => {
        const countTicks = ticks(0, most, Math.max(2, innerHeight / 50));
        const plot = plotIn(innerWidth, innerHeight, { left: labelWidth(countTicks.map(String)), bottom: 22 });
        const x = scale([lows[0] ?? 0, highs.at(-1) ?? 1], [plot.left, plot.left + plot.width]);
        const y = scale([0, most], [plot.top + plot.height, plot.top]);
        return (
          <svg width={innerWidth} height={innerHeight} role="img" aria-label={`Histogram of ${names.join(', ')}`}>
            <YAxis plot={plot} marks={countTicks.map((value) => ({ at: y(value), label: String(value) }))} />
            {counts.map((field, series) =>
              wholeNumbers(field).map((count, i) => (
                <rect
                  key={`${names[series] ?? ''} ${lows[i] ?? i}`}
                  x={x(lows[i] ?? 0) + 0.5}
                  width={Math.max(1, x(highs[i] ?? 0) - x(lows[i] ?? 0) - 1)}
                  y={y(count)}
                  height={plot.top + plot.height - y(count)}
                  fill={colors[series]}
                  fillOpacity={0.7}
                >
                  <title>{`${write(lows[i] ?? 0)} to ${write(highs[i] ?? 0)}: ${count}`}</title>
                </rect>
              )),
            )}
            <g fontSize={theme.typography.bodySmall.fontSize} fill={theme.colors.text.secondary}>
              {ticks(lows[0] ?? 0, highs.at(-1) ?? 1, Math.max(2, plot.width / 90)).map((value) => (
                <text key={value} x={x(value)} y={plot.top + plot.height + 16} textAnchor="middle">
                  {write(value)}
                </text>
              ))}
            </g>
          </svg>
        );
      }}
    </WithLegend>
  );
}

/** How often values are how large. */
export const histogram = definePanel<HistogramOptions>({
  Draw,
  options: {},
  colorMode: FieldColorModeId.PaletteClassic,
});
