import { css } from '@emotion/css';
import { type DataFrame, dateTimeFormat, FieldType, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { fieldNamed } from '../../drawing/field-values.ts';
import { definePanel } from '../frame/define.tsx';
import { Note } from '../frame/note.tsx';
import { levelOf } from './level.ts';

interface LogsOptions {
  readonly showTime: boolean;
  readonly showLabels: boolean;
  readonly wrapLogMessage: boolean;
  readonly prettifyLogMessage: boolean;
  readonly sortOrder: 'Ascending' | 'Descending';
}

interface Line {
  readonly time: number | undefined;
  readonly text: string;
  readonly level: string;
  readonly labels: string;
}

const LEVELS = ['critical', 'error', 'warning', 'info', 'debug', 'trace'] as const;

function linesOf(frame: DataFrame): readonly Line[] {
  const time = frame.fields.find(({ type }) => type === FieldType.time);
  const body =
    fieldNamed(frame, 'body', 'line', 'message', 'msg') ?? frame.fields.find(({ type }) => type === FieldType.string);
  if (body === undefined) return [];
  const level = fieldNamed(frame, 'level', 'severity');
  return body.values.map((value: unknown, i): Line => {
    const text = String(value);
    const given: unknown = level?.values[i];
    return {
      time: time === undefined ? undefined : Number(time.values[i]),
      text,
      level: levelOf(typeof given === 'string' && given !== '' ? given : text),
      labels: Object.entries(body.labels ?? {})
        .map(([name, one]) => `${name}=${one}`)
        .join(' '),
    };
  });
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}

function Draw({ data, options, timeZone }: PanelProps<LogsOptions>) {
  const styles = useStyles2(getStyles);
  const lines = data.series.flatMap(linesOf);
  if (lines.length === 0) return <Note text="The data has no lines of text" />;
  const direction = options.sortOrder === 'Ascending' ? 1 : -1;
  const sorted = lines.toSorted((a, b) => direction * ((a.time ?? 0) - (b.time ?? 0)));
  return (
    <ol className={styles.list}>
      {sorted.map(({ time, text, level, labels }, i) => (
        // Lines may be equal.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={i} className={styles.line} data-level={level}>
          {options.showTime && time !== undefined ? (
            <time className={styles.quiet}>{dateTimeFormat(time, { timeZone })}</time>
          ) : null}
          {options.showLabels && labels !== '' ? <span className={styles.quiet}>{labels}</span> : null}
          <span className={options.wrapLogMessage ? styles.wrapped : styles.whole}>
            {options.prettifyLogMessage ? pretty(text) : text}
          </span>
        </li>
      ))}
    </ol>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const colors = {
    critical: 'purple',
    error: 'red',
    warning: 'yellow',
    info: 'green',
    debug: 'blue',
    trace: 'light-blue',
  } as const;
  const borders = Object.fromEntries(
    LEVELS.map((level) => [
      `&[data-level="${level}"]`,
      { borderLeftColor: theme.visualization.getColorByName(colors[level]) },
    ]),
  );
  return {
    list: css({
      listStyle: 'none',
      margin: 0,
      padding: 0,
      height: '100%',
      overflow: 'auto',
      fontFamily: theme.typography.fontFamilyMonospace,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    line: css({
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.25, 1),
      borderLeft: '3px solid transparent',
      ...borders,
    }),
    quiet: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
    wrapped: css({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }),
    whole: css({ whiteSpace: 'pre' }),
  };
}

/** Lines of a log. */
export const logs = definePanel<LogsOptions>({
  Draw,
  options: {
    showTime: false,
    showLabels: false,
    wrapLogMessage: false,
    prettifyLogMessage: false,
    sortOrder: 'Descending',
  },
});
