import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type Labels, type PanelProps, systemDateFormats } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { definePanel } from '../frame/define.tsx';
import { Note } from '../frame/note.tsx';
import { pretty } from './line-fields.ts';
import { type Dedup, commonLabels, folded, linesOf, uniqueLabels } from './lines.ts';
import { LogLine } from './log-line.tsx';

interface LogsOptions {
  readonly showTime: boolean;
  readonly showLabels: boolean;
  readonly showCommonLabels: boolean;
  readonly wrapLogMessage: boolean;
  readonly prettifyLogMessage: boolean;
  readonly enableLogDetails: boolean;
  readonly dedupStrategy: Dedup;
  readonly sortOrder: 'Ascending' | 'Descending';
}

/** Labels as PromQL writes them, without its braces. */
function written(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

function Draw({ data, options, timeZone }: PanelProps<LogsOptions>) {
  const styles = useStyles2(getStyles);
  const lines = data.series.flatMap(linesOf);
  if (lines.length === 0) return <Note text="The data has no lines of text" />;
  const { showTime, showLabels, showCommonLabels, wrapLogMessage, prettifyLogMessage, enableLogDetails } = options;
  const direction = options.sortOrder === 'Ascending' ? 1 : -1;
  const sorted = lines.toSorted((a, b) => direction * ((a.time ?? 0) - (b.time ?? 0)));
  const common = commonLabels(lines);
  const shared = written(common);
  return (
    <div className={styles.whole}>
      {showCommonLabels && shared !== '' ? <p className={styles.common}>Common labels: {shared}</p> : null}
      <ol className={styles.list} tabIndex={0} aria-label="Lines">
        {folded(sorted, options.dedupStrategy).map((line, i) => (
          <LogLine
            // Lines may be equal.
            // oxlint-disable-next-line react/no-array-index-key
            key={`${line.time} ${i}`}
            line={line}
            time={
              showTime && line.time !== undefined
                ? dateTimeFormat(line.time, { timeZone, format: systemDateFormats.fullDateMS })
                : ''
            }
            labels={showLabels ? written(uniqueLabels(line, common)) : ''}
            text={prettifyLogMessage ? pretty(line.text) : line.text}
            wraps={wrapLogMessage || prettifyLogMessage}
            opens={enableLogDetails}
          />
        ))}
      </ol>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    whole: css({
      display: 'flex',
      flexDirection: 'column',
      height: '100%',
      fontFamily: theme.typography.fontFamilyMonospace,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    common: css({ margin: 0, padding: theme.spacing(0, 1, 0.5), color: theme.colors.text.secondary }),
    list: css({
      listStyle: 'none',
      margin: 0,
      padding: 0,
      flex: 1,
      minHeight: 0,
      overflow: 'auto',
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
    }),
  };
}

/** Lines of a log. */
export const logs = definePanel<LogsOptions>({
  Draw,
  options: {
    showTime: false,
    showLabels: false,
    showCommonLabels: false,
    wrapLogMessage: false,
    prettifyLogMessage: false,
    enableLogDetails: true,
    dedupStrategy: 'none',
    sortOrder: 'Descending',
  },
});
