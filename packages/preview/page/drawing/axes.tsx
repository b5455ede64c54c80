import { dateTimeFormat, type TimeRange, type TimeZone } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { timeTicks } from './ticks.ts';

/** The room within a panel that is left for what is drawn. Pixels. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room for labels beside and below a plot. */
export function plotIn(
  width: number,
  height: number,
  margin: { readonly left: number; readonly bottom: number; readonly top?: number; readonly right?: number },
): Plot {
  const { left, bottom, top = 6, right = 10 } = margin;
  return { left, top, width: Math.max(1, width - left - right), height: Math.max(1, height - top - bottom) };
}

/** The width of a label in the font of axes, near enough. */
export function labelWidth(labels: readonly string[]): number {
  return Math.max(0, ...labels.map((label) => label.length)) * 6.4 + 12;
}

interface YAxisProps {
  readonly plot: Plot;
  readonly marks: readonly { readonly at: number; readonly label: string }[];
  readonly grid?: boolean;
}

/** Labels left of a plot, and lines across it. */
export function YAxis({ plot, marks, grid = true }: YAxisProps) {
  const { colors, typography } = useTheme2();
  return (
    <g fontSize={typography.bodySmall.fontSize} fill={colors.text.secondary}>
      {marks.map(({ at, label }) => (
        <g key={`${at} ${label}`}>
          {grid ? (
            <line x1={plot.left} x2={plot.left + plot.width} y1={at} y2={at} stroke={colors.border.weak} />
          ) : null}
          <text x={plot.left - 6} y={at} textAnchor="end" dominantBaseline="middle">
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

interface TimeAxisProps {
  readonly plot: Plot;
  readonly timeRange: TimeRange;
  readonly timeZone: TimeZone;
}

const DAY = 86_400_000;

/** The clock, or the day, below a plot. */
export function TimeAxis({ plot, timeRange, timeZone }: TimeAxisProps) {
  const { colors, typography } = useTheme2();
  const [from, to] = [timeRange.from.valueOf(), timeRange.to.valueOf()];
  const format = to - from > 2 * DAY ? 'MM/DD' : to - from < 120_000 ? 'HH:mm:ss' : 'HH:mm';
  return (
    <g fontSize={typography.bodySmall.fontSize} fill={colors.text.secondary}>
      {timeTicks(from, to, Math.max(2, Math.floor(plot.width / 80))).map((time) => {
        const x = plot.left + ((time - from) / (to - from)) * plot.width;
        return (
          <text key={time} x={x} y={plot.top + plot.height + 16} textAnchor="middle">
            {dateTimeFormat(time, { timeZone, format })}
          </text>
        );
      })}
    </g>
  );
}
