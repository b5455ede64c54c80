import { css, cx } from '@emotion/css';
import { classicColors, formattedValueToString, getValueFormat, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';

/** Points of a line: a time and a value; without a value there is a gap. */
export type Line = readonly (readonly [time: number, value: number | null])[];

const HEIGHTS = { small: 28, large: 96 } as const;
const WIDTH = 100;

function pathOf(line: Line, x: (time: number) => number, y: (value: number) => number): string {
  let isDown = false;
  return line
    .map(([time, value]) => {
      const drawn = value !== null && Number.isFinite(value);
      const command = drawn ? `${isDown ? 'L' : 'M'}${x(time).toFixed(2)} ${y(value).toFixed(2)}` : '';
      isDown = drawn;
      return command;
    })
    .join('');
}

interface SparklineProps {
  /** Undefined while they are not known. */
  readonly lines: readonly Line[] | undefined;
  /** How many lines there would be; those that are not given are not drawn. */
  readonly total: number;
  readonly label: string;
  /** Grafana's id of the unit. */
  readonly unit?: string;
  /** As wide as there is room, with the values below. */
  readonly isLarge?: boolean;
}

/** Lines over time in as little room as possible, with the smallest and the largest value. */
export function Sparkline({ lines, total, label, unit = 'short', isLarge = false }: SparklineProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const height = HEIGHTS[isLarge ? 'large' : 'small'];
  const box = cx(styles.box, isLarge && styles.large);
  const number = (value: number): string => formattedValueToString(getValueFormat(unit)(value, 2));
  if (lines === undefined) return <div className={box}>loading …</div>;
  const values = lines.flatMap((line) =>
    line.flatMap(([, value]) => (value !== null && Number.isFinite(value) ? [value] : [])),
  );
  if (values.length === 0) return <div className={box}>no samples</div>;
  const times = lines.flatMap((line) => line.map(([time]) => time));
  const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const [first, last] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
  const x = (time: number): number => (last === first ? WIDTH : ((time - first) / (last - first)) * WIDTH);
  const y = (value: number): number =>
    high === low ? height / 2 : height - 2 - ((value - low) / (high - low)) * (height - 4);
  return (
    <div className={box}>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${WIDTH} ${height}`}
        height={height}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label}: ${lines.length} series from ${number(low)} to ${number(high)}`}
      >
        {lines.map((line, i) => (
          <path
            // Lines have no name here and do not change places.
            // oxlint-disable-next-line react/no-array-index-key
            key={i}
            d={pathOf(line, x, y)}
            fill="none"
            stroke={theme.visualization.getColorByName(classicColors[i % classicColors.length] ?? 'blue')}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <span>
        {number(low)} – {number(high)}
        {total > lines.length ? `, ${lines.length} of ${total} series` : total > 1 ? `, ${total} series` : ''}
      </span>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    box: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      minHeight: HEIGHTS.small,
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      span: { whiteSpace: 'nowrap' },
    }),
    chart: css({ flex: 1, minWidth: 0, maxWidth: 480 }),
    large: css({
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignContent: 'center',
      gap: theme.spacing(0.5),
      minHeight: HEIGHTS.large + 20,
      svg: { width: '100%', maxWidth: 'none', background: theme.colors.background.canvas },
    }),
  };
}
