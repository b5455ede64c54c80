import {
  dateTimeFormat,
  type DisplayProcessor,
  FieldColorModeId,
  formattedValueToString,
  getFieldSeriesColor,
  type PanelProps,
} from '@grafana/data';
import type { VizLegendOptions } from '@grafana/schema';
import { useTheme2 } from '@grafana/ui';
import { labelWidth, plotIn, YAxis } from '../../drawing/axes.tsx';
import { WithLegend } from '../../drawing/legend.tsx';
import { scale, ticks } from '../../drawing/ticks.ts';
import { definePanel } from '../frame/define.tsx';
import { Note } from '../frame/note.tsx';
import { barsOf } from './bars.ts';

interface BarOptions {
  readonly xField?: string;
  readonly orientation?: 'auto' | 'vertical' | 'horizontal';
  readonly stacking?: 'none' | 'normal' | 'percent';
  readonly groupWidth?: number;
  readonly barWidth?: number;
  readonly showValue?: 'auto' | 'always' | 'never';
  readonly legend?: Partial<VizLegendOptions>;
}

/** Pixels below which a category is easier to read beside its bar than below it. */
const NARROW = 40;

function write(display: DisplayProcessor | undefined, value: number): string {
  return display === undefined ? String(value) : formattedValueToString(display(value));
}

function Draw({ data, width, height, options, timeZone }: PanelProps<BarOptions>) {
  const theme = useTheme2();
  const { categories, series } = barsOf(data.series, options.xField, (time) =>
    dateTimeFormat(time, { timeZone, format: 'MM-DD HH:mm' }),
  );
  const [first] = series;
  if (first === undefined || categories.length === 0) return <Note text="The data has no numbers for bars" />;
  const stacked = options.stacking === 'normal' || options.stacking === 'percent';
  const totals = categories.map((_, i) => series.reduce((sum, { values }) => sum + Math.max(0, values[i] ?? 0), 0));
  const valueAt = (value: number, i: number): number =>
    options.stacking === 'percent' && (totals[i] ?? 0) > 0 ? value / (totals[i] ?? 1) : value;
  const most =
    options.stacking === 'percent'
      ? 1
      : stacked
        ? Math.max(...totals)
        : Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const least = Math.min(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const colorOf = (one: (typeof series)[number], i: number, value: number | null): string => {
    const byValue = one.field.config.color?.mode === FieldColorModeId.Thresholds;
    const { color } = getFieldSeriesColor(one.field, theme);
    return (
      (byValue ? one.field.display?.(value).color : undefined) ??
      theme.visualization.getColorByName(color === '' ? (theme.visualization.palette[i] ?? 'blue') : color)
    );
  };
  const entries = series.map((one, i) => ({ label: one.name, color: colorOf(one, i, null) }));
  const shown = (value: number): string =>
    options.stacking === 'percent' ? `${Math.round(value * 100)}%` : write(first.field.display, value);
  return (
    <WithLegend width={width} height={height} legend={options.legend} entries={series.length > 1 ? entries : []}>
      {(innerWidth, innerHeight) => {
        const across =
          options.orientation === 'horizontal' ||
          (options.orientation !== 'vertical' && innerWidth / categories.length < NARROW);
        const marks = ticks(
          least,
          most === least ? least + 1 : most,
          Math.max(2, across ? innerWidth / 90 : innerHeight / 50),
        );
        const left = Math.min(labelWidth(across ? categories : marks.map(shown)), innerWidth * 0.4);
        const plot = plotIn(innerWidth, innerHeight, { left, bottom: 22, right: 16 });
        const value = across
          ? scale([least, Math.max(most, marks.at(-1) ?? 0)], [plot.left, plot.left + plot.width])
          : scale([least, Math.max(most, marks.at(-1) ?? 0)], [plot.top + plot.height, plot.top]);
        const room = (across ? plot.height : plot.width) / categories.length;
        const group = room * (options.groupWidth ?? 0.7);
        const own = (stacked ? group : group / series.length) * (options.barWidth ?? 0.97);
        return (
          <svg
            width={innerWidth}
            height={innerHeight}
            role="img"
            aria-label={`Bars of ${series.map(({ name }) => name).join(', ')}`}
          >
            {across ? null : (
              <YAxis plot={plot} marks={marks.map((mark) => ({ at: value(mark), label: shown(mark) }))} />
            )}
            <g fontSize={theme.typography.bodySmall.fontSize} fill={theme.colors.text.secondary}>
              {across
                ? marks.map((mark) => (
                    <g key={mark}>
                      <line
                        x1={value(mark)}
                        x2={value(mark)}
                        y1={plot.top}
                        y2={plot.top + plot.height}
                        stroke={theme.colors.border.weak}
                      />
                      <text x={value(mark)} y={plot.top + plot.height + 16} textAnchor="middle">
                        {shown(mark)}
                      </text>
                    </g>
                  ))
                : null}
              {categories.map((category, i) => {
                const middle = (across ? plot.top : plot.left) + (i + 0.5) * room;
                const letters = Math.max(2, Math.floor((across ? left : room) / 6.5));
                const text = category.length > letters ? `${category.slice(0, letters - 1)}…` : category;
                return across ? (
                  <text key={category} x={plot.left - 6} y={middle} textAnchor="end" dominantBaseline="middle">
                    {text}
                  </text>
                ) : (
                  <text key={category} x={middle} y={plot.top + plot.height + 16} textAnchor="middle">
                    {text}
                  </text>
                );
              })}
            </g>
            {categories.map((category, i) => {
              let below = 0;
              return series.map((one, s) => {
                const raw = one.values[i];
                if (raw === null || raw === undefined) return null;
                const amount = valueAt(raw, i);
                const [from, to] = stacked ? [below, below + amount] : [0, amount];
                below = to;
                const begin =
                  (across ? plot.top : plot.left) +
                  i * room +
                  (room - group) / 2 +
                  (stacked ? 0 : (s * group) / series.length);
                const [low, high] = [Math.min(value(from), value(to)), Math.max(value(from), value(to))];
                const box = across
                  ? { x: low, y: begin, width: high - low, height: own }
                  : { x: begin, y: low, width: own, height: high - low };
                const label = write(one.field.display, raw);
                return (
                  <g key={`${category} ${one.name}`}>
                    <rect {...box} fill={colorOf(one, s, raw)} fillOpacity={0.85}>
                      <title>{`${category} ${one.name}: ${label}`}</title>
                    </rect>
                    {options.showValue === 'always' ? (
                      <text
                        x={box.x + box.width / 2}
                        y={across ? box.y + box.height / 2 : box.y - 4}
                        textAnchor="middle"
                        fontSize={11}
                        fill={theme.colors.text.primary}
                      >
                        {label}
                      </text>
                    ) : null}
                  </g>
                );
              });
            })}
          </svg>
        );
      }}
    </WithLegend>
  );
}

/** Bars over categories. */
export const barchart = definePanel<BarOptions>({
  Draw,
  options: { orientation: 'auto', stacking: 'none', groupWidth: 0.7, barWidth: 0.97, showValue: 'auto' },
  colorMode: FieldColorModeId.PaletteClassic,
});
