import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeRange } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { AlertInstance, AlertSpan } from '../../src/wire/rules.ts';
import { timeTicks } from '../drawing/ticks.ts';

const MOST_TICKS = 6;
const DAY = 86_400_000;

function clock(time: number, range: TimeRange): string {
  const isLong = range.to.valueOf() - range.from.valueOf() > DAY;
  return dateTimeFormat(time, { format: isLong ? 'MM/DD HH:mm' : 'HH:mm' });
}

/** A span in words, for who does not see it. */
function words({ state, from, to }: AlertSpan): string {
  return `${state} ${dateTimeFormat(from, { format: 'HH:mm:ss' })} to ${dateTimeFormat(to, { format: 'HH:mm:ss' })}`;
}

interface TimelineProps {
  readonly range: TimeRange;
  readonly rows: readonly { readonly name: string; readonly instance: AlertInstance }[];
  /** From when on anything is known, Unix milliseconds. */
  readonly since?: number | undefined;
}

/** When each instance of an alert was pending and firing. */
export function Timeline({ range, rows, since }: TimelineProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const [from, to] = [range.from.valueOf(), range.to.valueOf()];
  const part = (time: number): string => `${((Math.min(to, Math.max(from, time)) - from) / (to - from)) * 100}%`;
  const length = (span: { readonly from: number; readonly to: number }): string =>
    `${((Math.min(to, span.to) - Math.max(from, span.from)) / (to - from)) * 100}%`;
  const color = { firing: theme.colors.error.main, pending: theme.colors.warning.main };
  return (
    <div className={styles.grid}>
      {rows.map(({ name, instance }) => (
        <div key={name} className={styles.row} data-testid="alert-instance" data-state={instance.state}>
          <span className={styles.name} title={name}>
            {name === '' ? 'one series' : name}
          </span>
          <span className={styles.track} role="img" aria-label={instance.spans.map(words).join(', ')}>
            {since === undefined ? null : (
              <span
                className={styles.unknown}
                style={{ left: 0, width: part(since) }}
                title="Not followed so far back"
              />
            )}
            {instance.spans.map((span) => (
              <span
                key={`${span.state} ${span.from}`}
                className={styles.span}
                data-span={span.state}
                title={words(span)}
                style={{ left: part(span.from), width: length(span), background: color[span.state] }}
              />
            ))}
          </span>
        </div>
      ))}
      <div className={styles.row} aria-hidden>
        <span className={styles.name} />
        <span className={styles.axis}>
          {timeTicks(from, to, MOST_TICKS).map((time) => (
            <span key={time} className={styles.tick} style={{ left: part(time) }}>
              {clock(time, range)}
            </span>
          ))}
        </span>
      </div>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    grid: css({ display: 'grid', gap: 3, overflow: 'hidden' }),
    row: css({
      display: 'grid',
      gridTemplateColumns: 'minmax(90px, 26%) minmax(0, 1fr)',
      gap: theme.spacing(1),
      alignItems: 'center',
    }),
    name: css({
      fontSize: theme.typography.bodySmall.fontSize,
      color: theme.colors.text.secondary,
      textAlign: 'right',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    }),
    track: css({
      position: 'relative',
      display: 'block',
      height: 16,
      borderRadius: 2,
      overflow: 'hidden',
      background: theme.colors.background.secondary,
    }),
    span: css({ position: 'absolute', top: 0, bottom: 0, minWidth: 2 }),
    unknown: css({
      position: 'absolute',
      top: 0,
      bottom: 0,
      background: `repeating-linear-gradient(45deg, transparent 0 4px, ${theme.colors.border.medium} 4px 5px)`,
    }),
    axis: css({ position: 'relative', display: 'block', height: 16 }),
    tick: css({
      position: 'absolute',
      transform: 'translateX(-50%)',
      fontSize: 11,
      color: theme.colors.text.secondary,
      whiteSpace: 'nowrap',
    }),
  };
}
